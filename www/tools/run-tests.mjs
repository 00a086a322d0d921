// Runs every check, one after the other: node www/tools/run-tests.mjs. It stops after the first step that fails.
//
// The run ends with the tables of the tests (report.mjs), the skips and their reasons, a table of the steps, and the
// sum: N passed, N failed, N skipped.

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { clear, lines, tables } from "./report.mjs";
import { add, count, judge, none } from "./test-counts.mjs";
import { engines, missing } from "./webdriver.mjs";
import { clear as forgetRequests } from "./witness.mjs";

/**
 * @typedef {object} Step
 * @property {string} command
 * @property {boolean} [tests] whether it runs tests, so that a count of zero is a failure
 * @property {string} [skip] why it cannot run here
 */

/** The files with tests in a folder, as arguments. */
const testsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => `${folder}/${name}`)
    .join(" ");

/** @type {Step[]} */
const steps = [
  { command: "cargo fmt --check" },
  { command: "cargo fmt --check --manifest-path tests/fuzz/Cargo.toml" },
  { command: "cargo clippy --all-targets --features static -- -D warnings" },
  { command: "cargo clippy --target wasm32-unknown-unknown --lib --test web -- -D warnings" },
  { command: "cargo clippy --target wasm32-unknown-unknown --lib --features static -- -D warnings" },
  // Running it takes nightly Rust and libFuzzer; compiling it takes neither.
  {
    command:
      "cargo clippy --manifest-path tests/fuzz/Cargo.toml --target-dir target/fuzz --locked --no-default-features " +
      "-- -D warnings",
  },
  { command: "cargo rustdoc --lib -- -D warnings" },
  { command: "npm run --silent format:check" },
  { command: "cargo test", tests: true },
  { command: "wasm-pack test --headless --chrome -- --test web", tests: true },
  {
    command: "wasm-pack test --headless --firefox -- --test web",
    tests: true,
    skip: missing(engines.Firefox),
  },
  { command: "node www/tools/build.mjs" },
  // The files that tests import from dist/ have types of their own.
  { command: "npm run --silent typecheck" },
  { command: `node --test --test-reporter=spec ${testsIn("tests/tools")}`, tests: true },
  // Before the tests, so that no test's time includes Jekyll or npm.
  { command: "node tests/browser/sites.mjs" },
  { command: "node tests/npm/workshop.mjs" },
  // Two files at a time on any machine: with more of them, what has to happen within some ms would not.
  { command: `node --test --test-reporter=spec --test-concurrency=2 ${testsIn("tests/browser")}`, tests: true },
  { command: `node --test --test-reporter=spec ${testsIn("tests/after")}`, tests: true },
  { command: `node --test --test-reporter=spec --test-concurrency=2 ${testsIn("tests/npm")}`, tests: true },
];

/** Runs a command and streams its output; resolves to the output and whether the command succeeded. */
function run(command) {
  console.log(`\n$ ${command}`);
  const [program, ...args] = command.split(" ");
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const show = (from, to) =>
    from.setEncoding("utf8").on("data", (text) => {
      output += text;
      to.write(text);
    });
  show(child.stdout, process.stdout);
  show(child.stderr, process.stderr);
  return new Promise((resolve) => {
    child.on("error", ({ message }) => {
      console.error(message);
      resolve({ output, ok: false });
    });
    child.on("close", (code) => resolve({ output, ok: code === 0 }));
  });
}

/** Runs a step; resolves to its counts. @param {Step} step */
async function take({ command, tests, skip }) {
  if (skip) {
    console.log(`\n$ ${command}\nskipped: ${skip}`);
    return { ...none(), skipped: 1, skips: [{ name: command, reason: skip }] };
  }
  const { output, ok } = await run(command);
  return judge(count(output), { ok, tests });
}

/** A command's name in the report, with the folder of its tests instead of the files. @param {string} command */
const nameOf = (command) =>
  command.replace(/ --test-reporter=spec/, "").replace(/( tests\/\w+\/)\S+\.test\.mjs.*$/, "$1");

clear();
forgetRequests();
let total = none();
const rows = [];
for (const step of steps) {
  const from = performance.now();
  const counts = await take(step);
  const seconds = Math.round((performance.now() - from) / 1000);
  rows.push([nameOf(step.command), counts.passed, counts.failed, counts.skipped, seconds]);
  total = add(total, counts);
  if (counts.failed > 0) {
    console.log(`\nfailed: ${step.command}`);
    process.exitCode = 1;
    break;
  }
}

for (const table of tables()) console.log(`\nreport: ${table.title}\n${lines(table).join("\n")}`);
if (total.skips.length > 0) console.log();
for (const { name, reason } of total.skips) console.log(`skipped: ${name}: ${reason}`);
const seconds = rows.reduce((sum, row) => sum + row[4], 0);
rows.push(["in all", total.passed, total.failed, total.skipped, seconds]);
console.log(`\n${lines({ title: "", columns: ["step", "passed", "failed", "skipped", "seconds"], rows }).join("\n")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
