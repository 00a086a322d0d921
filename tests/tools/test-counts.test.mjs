// The counts at the end of a run, read from the output of the real test runners.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { add, count, judge, none } from "../../www/tools/test-counts.mjs";

test("node's tests are counted, and those that are skipped are named with their reason", () => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  const file = join(folder, "some.test.mjs");
  writeFileSync(
    file,
    `import { before, describe, test } from "node:test";
    test("passes", () => {});
    test("fails", () => { throw new Error(); });
    test("is (almost) run", { skip: "geckodriver is not there" }, () => {});
    test("is to be done", { todo: "later" }, () => {});
    describe("a suite", () => {
      test("is inside", (context) => context.skip("not now"));
    });
    describe("a suite that cannot begin", () => {
      before(() => { throw new Error(); });
      test("is cancelled", () => {});
    });`,
  );
  // This variable tells a test runner that it runs inside another one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", file], { env, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const { skips, ...sums } = count(stdout);
  assert.deepEqual(skips, [
    { name: "is (almost) run", reason: "geckodriver is not there" },
    { name: "is inside", reason: "not now" },
  ]);
  assert.equal(sums.passed, 1, stdout);
  // The suite that cannot start fails, and so does its test.
  assert.ok(sums.failed >= 2, stdout);
  assert.equal(sums.skipped, 3, stdout);
});

test("cargo's tests of all files are counted, and ignored ones are named", () => {
  const output = `running 3 tests
test numbers::are_exact ... ok
test slow ... ignored
test slower ... ignored, takes an hour

test result: ok. 1 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s

     Running tests/layers.rs (target/debug/deps/layers-1)
test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 1 filtered out; finished in 1.52s
`;
  assert.deepEqual(count(output), {
    passed: 13,
    failed: 3,
    skipped: 2,
    skips: [
      { name: "slow", reason: "no reason is given" },
      { name: "slower", reason: "takes an hour" },
    ],
  });
});

test("an output without tests counts none, and counts add up", () => {
  assert.deepEqual(count("warning: 3 passed through\n"), none());
  const skip = { name: "a", reason: "b" };
  const sum = add(
    { passed: 1, failed: 2, skipped: 3, skips: [skip] },
    { passed: 10, failed: 20, skipped: 30, skips: [skip] },
  );
  assert.deepEqual(sum, { passed: 11, failed: 22, skipped: 33, skips: [skip, skip] });
});

test("a failed command is a failure, and so is one that should have run tests and ran none", () => {
  const [nothing, passed] = [none(), { ...none(), passed: 3 }];
  const failed = (counts, step) => judge(counts, step).failed;
  assert.equal(failed(nothing, { ok: true }), 0);
  assert.equal(failed(nothing, { ok: false }), 1);
  assert.equal(failed(nothing, { ok: true, tests: true }), 1);
  assert.equal(failed({ ...none(), skipped: 1 }, { ok: true, tests: true }), 0);
  assert.equal(failed(passed, { ok: true, tests: true }), 0);
  assert.equal(failed(passed, { ok: false, tests: true }), 1, "though all its tests have passed");
  assert.equal(failed({ ...passed, failed: 2 }, { ok: false, tests: true }), 2);
});
