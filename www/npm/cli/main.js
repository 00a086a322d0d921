#!/usr/bin/env node
// The command line: npx goalpost init, render, check, import or prerender. In a worker thread, the worker of prerender.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { HELP, USAGE } from "./help.js";
import { Misuse } from "./misuse.js";

const text = /** @type {const} */ ({ type: "string" });
const texts = /** @type {const} */ ({ type: "string", multiple: true });
const flag = /** @type {const} */ ({ type: "boolean" });
const output = /** @type {const} */ ({ type: "string", short: "o" });
const help = /** @type {const} */ ({ type: "boolean", short: "h" });

const COLUMNS = { week: text, done: text, planned: text, title: text, group: text, link: text, date: text };
const COMMANDS = {
  render: {
    load: () => import("./render.js"),
    options: {
      output,
      help,
      card: flag,
      format: text,
      view: text,
      theme: text,
      lang: text,
      width: text,
      font: text,
      scale: text,
    },
  },
  init: { load: () => import("./init.js"), options: { help, "dry-run": flag } },
  check: { load: () => import("./check.js"), options: { help, lang: text } },
  import: {
    load: () => import("./import.js"),
    options: {
      output,
      help,
      name: text,
      unit: text,
      lang: text,
      encoding: text,
      from: text,
      yes: texts,
      no: texts,
      ...COLUMNS,
    },
  },
  prerender: {
    load: () => import("./prerender.js"),
    options: { help, check: flag, feeds: flag, "keep-going": flag, base: text, jobs: text },
  },
};

/** @param {string[]} args */
async function main([name, ...rest]) {
  if (name === "--version" || name === "-v") {
    console.log(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version);
    return 0;
  }
  const asked = name === "help" ? rest[0] : undefined;
  if (asked && Object.hasOwn(HELP, asked)) {
    console.log(HELP[asked]);
    return 0;
  }
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(USAGE);
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) throw new Misuse(`there is no command "${name}"; goalpost help lists them`);
  const { load, options } = COMMANDS[name];
  let given;
  try {
    given = parseArgs({ args: rest, options, allowPositionals: true });
  } catch (error) {
    throw new Misuse(`${error.message}; goalpost ${name} --help lists the options`);
  }
  const { help: isAsked, ...values } = given.values;
  if (isAsked) {
    console.log(HELP[name]);
    return 0;
  }
  const { run } = await load();
  return run(given.positionals, values, { self: new URL(import.meta.url) });
}

/** Runs the command. Exit code 2 is a wrong call, 1 a problem with a goal. */
async function start() {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!error.problems && !(error instanceof Misuse)) throw error;
    console.error(error.problems ? error.message : `goalpost: ${error.message}`);
    process.exitCode = error.problems ? 1 : 2;
  }
}

if (isMainThread) await start();
else (await import("./prerender/crew.js")).work();
