#!/usr/bin/env node
// The command line: npx goalpost render, check or import.

import { readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { toHtml, toSvg } from "../index.js";
import { checkAll } from "./check.js";
import { goalOf } from "./notion.js";

const USAGE = `goalpost draws goals, and checks them.

  goalpost render GOAL.json [-o FILE.svg|.html|.png]   the picture, or a figure with picture, words and table
    --view weekly|burnup|compact   --theme auto|light|dark   --lang TAG   --width PX   --font "LIST"
    --scale N                      device px a CSS px in a PNG (2), which takes the package @resvg/resvg-js
  goalpost check FILE|FOLDER...    goals in JSON files, and in Markdown or HTML posts; a Jekyll blog's _posts as well
    --lang TAG                     the language of messages, where the goal names none
  goalpost import NOTION.csv [-o GOAL.json]            a table exported from Notion, a task a row
    --title TEXT  --unit TEXT      --lang TAG
  goalpost --version

"-" reads from standard input. It ends with 0 if all is well, 1 if a goal has problems, 2 if it was called in a wrong way.
`;

/** Of which each system has one; the first also writes Korean. */
const SANS_SERIF = "Noto Sans CJK KR, Apple SD Gothic Neo, Malgun Gothic, Noto Sans, Arial, Liberation Sans, DejaVu Sans, sans-serif";

/** What the caller did wrong. */
class Misuse extends Error {}

const text = { type: "string" };
const COMMANDS = {
  render: { run: render, options: { view: text, theme: text, lang: text, width: text, font: text, scale: text, output: { type: "string", short: "o" } } },
  check: { run: check, options: { lang: text } },
  import: { run: convert, options: { title: text, unit: text, lang: text, output: { type: "string", short: "o" } } },
};

function read(file) {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new Misuse(`${file}: ${error.code === "ENOENT" ? "there is no such file" : error.message}`);
  }
}

function write(file, content) {
  if (file && file !== "-") writeFileSync(file, content);
  else process.stdout.write(content);
}

function only(files, what) {
  if (files.length !== 1) throw new Misuse(`say which ${what}, and one only`);
  return files[0];
}

function number(name, written, least, most) {
  if (written == null) return undefined;
  const value = Number(written);
  if (!(value >= least && value <= most)) throw new Misuse(`--${name} takes a number from ${least} to ${most}, not "${written}"`);
  return value;
}

async function render(files, { output, scale, width, ...options }) {
  const goal = read(only(files, "goal"));
  options.width = number("width", width, 240, 1600);
  const finest = number("scale", scale, 1, 8) ?? 2;
  const kind = output && output !== "-" ? extname(output).toLowerCase() : ".svg";
  if (kind === ".svg") write(output, toSvg(goal, options));
  else if (kind === ".html") write(output, `${toHtml(goal, options)}\n`);
  else if (kind === ".png") write(output, await png(goal, options, finest));
  else throw new Misuse(`${output}: what is written ends in .svg, .html or .png`);
  return 0;
}

async function png(goal, options, scale) {
  const { Resvg } = await import("@resvg/resvg-js").catch(() => {
    throw new Misuse("a PNG takes a rasteriser; install it beside goalpost: npm install @resvg/resvg-js");
  });
  // A picture without a reader has no system to follow, and the rasteriser knows no font that stands for the system's own.
  const still = { theme: "light", font: SANS_SERIF, ...options };
  const picture = new Resvg(toSvg(goal, still), { fitTo: { mode: "zoom", value: scale } });
  return picture.render().asPng();
}

function check(paths, { lang }) {
  if (paths.length === 0) throw new Misuse("say which files or folders to check");
  const { missing, goals, broken } = checkAll(paths, { lang, read, say: (line) => console.log(line) });
  if (missing) throw new Misuse(missing);
  console.log(`${goals} ${goals === 1 ? "goal" : "goals"} checked, ${broken} with problems`);
  return broken > 0 ? 1 : 0;
}

function convert(files, { output, ...options }) {
  const { goal, problems } = goalOf(read(only(files, "CSV file")), options);
  for (const problem of problems) console.error(`${files[0]}:${problem}`);
  if (problems.length > 0) return 1;
  write(output, `${JSON.stringify(goal, null, 2)}\n`);
  return 0;
}

async function main([name, ...rest]) {
  if (name === "--version") {
    console.log(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version);
    return 0;
  }
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(USAGE);
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) throw new Misuse(`there is no command "${name}"; goalpost help lists them`);
  const { run, options } = COMMANDS[name];
  let given;
  try {
    given = parseArgs({ args: rest, options, allowPositionals: true });
  } catch (error) {
    throw new Misuse(error.message);
  }
  return run(given.positionals, given.values);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!error.problems && !(error instanceof Misuse)) throw error;
  console.error(error.problems ? error.message : `goalpost: ${error.message}`);
  process.exitCode = error.problems ? 1 : 2;
}
