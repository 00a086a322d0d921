// What goalpost is built from: only crates and packages of known licences, from the public registries, pinned by hash; and
// none with a known hole, where somebody can be asked.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../..", import.meta.url));
const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

/** The licences of deny.toml. */
const CRATES = /^allow = (\[.*\])$/m.exec(read("deny.toml"))?.[1];
const allowed = new Set(JSON.parse(CRATES ?? "[]"));
/** Packages only build and test: nothing of theirs is handed on, but fonts and an editor in the site. */
const ofPackages = new Set([...allowed, "0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MPL-2.0", "OFL-1.1"]);
/** The package that fetches its program when it is installed. */
const MAY_RUN = ["node_modules/esbuild"];

/**
 * Whether an SPDX expression leaves a licence to choose that is allowed.
 * @param {string} expression
 * @param {Set<string>} known
 */
function isAllowed(expression, known) {
  const words = expression.replace(/\//g, " OR ").match(/[()]|[^\s()]+/g) ?? [];
  const one = () => {
    const word = words.shift();
    if (word === "(") {
      const inner = any();
      words.shift();
      return inner;
    }
    // An exception allows more than the licence does.
    if (words[0] === "WITH") words.splice(0, 2);
    return known.has(word ?? "");
  };
  const all = () => {
    let holds = one();
    while (words[0] === "AND") {
      words.shift();
      holds = one() && holds;
    }
    return holds;
  };
  const any = () => {
    let holds = all();
    while (words[0] === "OR") {
      words.shift();
      holds = all() || holds;
    }
    return holds;
  };
  return any();
}

test("expressions of licences are understood", () => {
  const known = new Set(["MIT", "Zlib"]);
  for (const yes of [
    "MIT",
    "MIT/Apache-2.0",
    "GPL-3.0 OR MIT",
    "(MIT OR GPL-3.0) AND Zlib",
    "MIT WITH LLVM-exception",
  ]) {
    assert.ok(isAllowed(yes, known), yes);
  }
  for (const no of ["", "GPL-3.0", "MIT AND GPL-3.0", "(GPL-3.0 OR MIT) AND BSD", "GPL-3.0 WITH x OR BSD"]) {
    assert.ok(!isAllowed(no, known), no);
  }
});

for (const manifest of ["Cargo.toml", "tests/fuzz/Cargo.toml"]) {
  test(`every crate has a licence that is allowed, and comes from the registry by its hash: ${manifest}`, () => {
    const args = ["metadata", "--format-version", "1", "--locked", "--manifest-path", manifest];
    const { status, stdout, stderr } = spawnSync("cargo", args, { cwd: top, encoding: "utf8", maxBuffer: 2 ** 27 });
    assert.equal(status, 0, stderr);
    const { packages } = JSON.parse(stdout);
    const foreign = packages.filter(({ source }) => source);
    const registry = "registry+https://github.com/rust-lang/crates.io-index";
    const wrong = foreign.filter(({ license, source }) => !isAllowed(license ?? "", allowed) || source !== registry);
    assert.deepEqual(
      wrong.map(({ name, license, source }) => `${name}: ${license}, ${source}`),
      [],
    );
    assert.ok(foreign.length > 30, `${foreign.length} crates`);
    const entries = read(manifest.replace(".toml", ".lock")).split("[[package]]").slice(1);
    const loose = entries.filter((entry) => entry.includes("source =") && !/checksum = "[0-9a-f]{64}"/.test(entry));
    assert.deepEqual(loose, []);
  });
}

test("every package has a licence that is allowed and a hash, and none runs anything when it is installed", () => {
  const { packages } = JSON.parse(read("package-lock.json"));
  const all = Object.entries(packages).filter(([name]) => name);
  const wrong = all.filter(
    ([name, { license, integrity, hasInstallScript, resolved }]) =>
      !isAllowed(license ?? "", ofPackages) ||
      !integrity?.startsWith("sha512-") ||
      (hasInstallScript && !MAY_RUN.includes(name)) ||
      (resolved && !resolved.startsWith("https://registry.npmjs.org/")),
  );
  assert.deepEqual(wrong, []);
  assert.ok(all.length > 50, `${all.length} packages`);
});

test("the package that is published needs no other one", () => {
  const { dependencies, scripts } = JSON.parse(read("www/npm/package.json"));
  assert.deepEqual([dependencies, scripts], [undefined, undefined]);
});

test("cargo deny finds nothing against the crates", (t) => {
  const { error, status, stderr } = spawnSync("cargo-deny", ["--version"], { encoding: "utf8" });
  if (error) return t.skip("cargo-deny is not installed");
  assert.equal(status, 0, stderr);
  const found = spawnSync("cargo", ["deny", "check", "licenses", "bans", "sources"], { cwd: top, encoding: "utf8" });
  assert.equal(found.status, 0, found.stderr);
});

test("npm audit finds nothing severe", (t) => {
  const { stdout } = spawnSync("npm", ["audit", "--json"], { cwd: top, encoding: "utf8", timeout: 60_000 });
  const { auditReportVersion, message, metadata } = JSON.parse(stdout || "{}");
  if (!auditReportVersion) return t.skip(`this registry tells of no holes: ${message ?? "no answer"}`);
  const { high, critical } = metadata.vulnerabilities;
  assert.deepEqual({ high, critical }, { high: 0, critical: 0 });
});
