// Runs every check, one after the other, and ends with the sum of what the test runners counted: N passed, N failed.
// The first step that fails is the last one.

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { engines } from "./webdriver.mjs";

const firefox = engines.Firefox.here();
const testsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => `${folder}/${name}`)
    .join(" ");

const steps = [
  "cargo fmt --check",
  "cargo clippy --all-targets --features static -- -D warnings",
  "cargo clippy --target wasm32-unknown-unknown --lib --test web -- -D warnings",
  "cargo clippy --target wasm32-unknown-unknown --lib --features static -- -D warnings",
  "cargo test",
  "wasm-pack test --headless --chrome -- --test web",
  firefox && "wasm-pack test --headless --firefox -- --test web",
  "node www/tools/build.mjs",
  `node --test --test-reporter=spec ${testsIn("tests/browser")}`,
  // One after the other: they share the folder into which the package is installed.
  `node --test --test-reporter=spec --test-concurrency=1 ${testsIn("tests/npm")}`,
].filter(Boolean);

/** The lines in which cargo, wasm-bindgen-test and node say how many tests passed and failed. */
const COUNTS = [/test result: .*?(?<passed>\d+) passed; (?<failed>\d+) failed/g, /^ℹ pass (?<passed>\d+)$/gm, /^ℹ fail (?<failed>\d+)$/gm];

function count(output, total) {
  for (const { groups } of COUNTS.flatMap((pattern) => [...output.matchAll(pattern)])) {
    total.passed += Number(groups.passed ?? 0);
    total.failed += Number(groups.failed ?? 0);
  }
}

/** Runs one step, showing its output as it comes; resolves to the output and whether all went well. */
function run(step) {
  console.log(`\n$ ${step}`);
  const [command, ...args] = step.split(" ");
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
    from.setEncoding("utf8").on("data", (text) => {
      output += text;
      to.write(text);
    });
  }
  return new Promise((resolve) => {
    child.on("error", ({ message }) => {
      console.error(message);
      resolve({ output, ok: false });
    });
    child.on("close", (code) => resolve({ output, ok: code === 0 }));
  });
}

const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const { output, ok } = await run(step);
  count(output, total);
  if (!ok) {
    console.log(`\nfailed: ${step}`);
    total.failed ||= 1;
    process.exitCode = 1;
    break;
  }
}
for (const [name, { here, needs }] of Object.entries(engines)) {
  if (!here()) console.log(`\n${name} was not tested: ${needs} is not there.`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
