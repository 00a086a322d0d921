// goalpost prerender on a whole site: the files it changes, the errors that end the run, and that no file ever breaks.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { folderOf } from "./command.mjs";

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** Runs the command in an existing folder. @param {string} cwd @param {string[]} args */
function prerender(cwd, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "prerender", ...args], {
    cwd,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const GOOD = '{ "planned": [6, 8], "done": [6, 5] }';
const element = (goal = GOOD) => `<goal-post><script type="application/json">${goal}</script></goal-post>`;
const page = (body = element()) =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head><body>${body}</body></html>\n`;
const BROKEN = page(element('{ "dne": [1] }'));
const read = (folder, name) => readFileSync(join(folder, name), "utf8");
const isDone = (html) => html.includes('<figure class="goalpost-still"');
/** The files that a run might leave beside those of the site. */
const leftovers = (folder) => readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(".tmp"));

test("--check writes nothing, lists the files that would change, and exits with 1 if there are any", () => {
  const folder = folderOf({ "a.html": page(), "b/index.html": page(), "c.html": page("<p>no goal-post</p>") });
  const first = prerender(folder, ".", "--check");
  assert.deepEqual(first, {
    status: 1,
    stdout: "2 goals in 2 of 3 files, 2 would change\n",
    stderr: `a.html: would change\n${join("b", "index.html")}: would change\n`,
  });
  assert.equal(read(folder, "a.html"), page());
  assert.equal(prerender(folder, ".").status, 0);
  assert.deepEqual(prerender(folder, ".", "--check"), {
    status: 0,
    stdout: "2 goals in 2 of 3 files, 0 would change\n",
    stderr: "",
  });
});

test("a broken goal ends the run, or with --keep-going only sets the exit code", () => {
  const files = { "a.html": page(), "b.html": BROKEN, "c.html": page(), "d.html": page(element() + element("[]")) };
  const stopped = folderOf(files);
  const { status, stdout, stderr } = prerender(stopped, ".");
  assert.deepEqual([status, stdout], [1, "1 goal in 1 of 4 files, 1 written, 1 file with problems\n"]);
  assert.match(stderr, /^b\.html:2:\d+: dne: .*\nstopped after 2 of 4 files; --keep-going goes on\n$/);
  assert.deepEqual(
    ["a", "b", "c"].map((name) => isDone(read(stopped, `${name}.html`))),
    [true, false, false],
  );

  const whole = folderOf(files);
  const kept = prerender(whole, ".", "--keep-going");
  assert.deepEqual([kept.status, kept.stdout], [1, "2 goals in 2 of 4 files, 2 written, 2 files with problems\n"]);
  assert.match(kept.stderr, /^b\.html:2:\d+: dne: .*\nd\.html:2:\d+: /);
  assert.deepEqual(
    ["a", "c"].map((name) => isDone(read(whole, `${name}.html`))),
    [true, true],
  );
  assert.deepEqual([read(whole, "b.html"), read(whole, "d.html")], [files["b.html"], files["d.html"]]);
  assert.equal(prerender(whole, ".", "--check", "--keep-going").status, 1, "nothing would change, and two are broken");
});

test("a file is replaced in one step and keeps its mode, and no temporary file is left", () => {
  const folder = folderOf({ "a.html": page(), "b.html": page("<p>goalpost</p>") });
  chmodSync(join(folder, "a.html"), 0o640);
  const [before, other] = ["a.html", "b.html"].map((name) => statSync(join(folder, name)));
  assert.equal(prerender(folder, ".").status, 0);
  const after = statSync(join(folder, "a.html"));
  assert.notEqual(after.ino, before.ino, "another file took its name");
  assert.equal(after.mode, before.mode);
  const untouched = statSync(join(folder, "b.html"));
  assert.deepEqual([untouched.ino, untouched.mtimeMs], [other.ino, other.mtimeMs]);
  assert.deepEqual(leftovers(folder), []);
});

test("a read-only file is reported and stays", () => {
  const folder = folderOf({ "a.html": page(), "b.html": page() });
  chmodSync(join(folder, "a.html"), 0o444);
  const { status, stderr } = prerender(folder, ".", "--keep-going");
  assert.deepEqual([status, stderr], [1, "a.html: it is read-only, and was left as it is\n"]);
  assert.deepEqual([read(folder, "a.html"), isDone(read(folder, "b.html"))], [page(), true]);
});

test("files of a killed run are removed, those of a running one are not", () => {
  const [old, live] = [".goalpost-999999999-0.tmp", `.goalpost-${process.pid}-0.tmp`];
  const folder = folderOf({ "a/a.html": page(), [`a/${old}`]: "half", [`a/${live}`]: "half" });
  prerender(folder, ".", "--check");
  assert.ok(existsSync(join(folder, "a", old)), "--check touches nothing");
  prerender(folder, ".");
  assert.deepEqual(
    [old, live].map((name) => existsSync(join(folder, "a", name))),
    [false, true],
  );
});

test("links are not followed, and folders that are no part of the site are not entered", () => {
  const outside = folderOf({ "other/x.html": page() });
  const folder = folderOf({
    "a.html": page(),
    "node_modules/x/a.html": page(),
    ".git/a.html": page(),
    "a.txt": page(),
    "sub/B.HTM": page(),
  });
  symlinkSync(join(outside, "other/x.html"), join(folder, "x.html"));
  symlinkSync(join(outside, "other"), join(folder, "other"));
  symlinkSync(folder, join(folder, "sub/loop"));
  symlinkSync(folder, join(outside, "site"));
  const { status, stdout } = prerender(outside, "site");
  assert.deepEqual([status, stdout], [0, "2 goals in 2 of 2 files, 2 written\n"]);
  assert.ok(lstatSync(join(folder, "x.html")).isSymbolicLink());
  for (const [root, name] of [
    [outside, "other/x.html"],
    [folder, "node_modules/x/a.html"],
    [folder, ".git/a.html"],
    [folder, "a.txt"],
  ])
    assert.equal(read(root, name), page(), name);
});

const many = (count) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `posts/${at}/index.html`,
      page(element(`{ "title": "${at}", "planned": [${at + 1}] }`)),
    ]),
  );
const shown = (folder, count) => Array.from({ length: count }, (_, at) => read(folder, `posts/${at}/index.html`));

test("the output does not depend on the number of threads", () => {
  const [one, three] = [folderOf(many(150)), folderOf(many(150))];
  assert.deepEqual(prerender(one, ".", "--jobs", "1"), prerender(three, ".", "--jobs", "3"));
  assert.deepEqual(shown(one, 150), shown(three, 150));
  assert.ok(shown(three, 150).every((html, at) => isDone(html) && html.includes(`"title": "${at}"`)));
});

test("a killed run leaves no broken page, and the next run completes", async () => {
  const count = 600;
  const files = many(count);
  const folder = folderOf(files);
  const child = spawn(process.execPath, [main, "prerender", "."], { cwd: folder });
  const ended = new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)));
  const before = Object.values(files);
  const isBegun = () => shown(folder, count).filter(isDone).length > 20;
  while (!isBegun()) await new Promise((resolve) => setImmediate(resolve));
  child.kill("SIGKILL");
  assert.equal(await ended, "SIGKILL");

  const half = shown(folder, count);
  assert.equal(prerender(folder, ".").status, 0);
  const whole = shown(folder, count);
  const done = half.filter(isDone).length;
  assert.ok(done > 20 && done < count, `${done} of ${count} were done`);
  for (const [at, html] of half.entries()) assert.ok(html === before[at] || html === whole[at], `page ${at} is whole`);
  assert.ok(whole.every(isDone));
  assert.deepEqual(leftovers(folder), []);
});

test("a page of 5 MB is prerendered, and only its goal changes", () => {
  const prose = "<p>One list a week, <b>ticked</b> off on Sundays.</p>\n".repeat(100_000);
  const html = page(prose + element() + prose.slice(0, 1_000));
  const folder = folderOf({ "index.html": html });
  assert.equal(prerender(folder, ".").status, 0);
  const made = read(folder, "index.html");
  assert.ok(isDone(made));
  assert.equal(made.replace(/<figure class="goalpost-still"[\s\S]*?<\/figure>/, ""), html);
});

test("it prints its usage, and the error of a wrong call", () => {
  const folder = folderOf({ "a.html": page() });
  assert.match(prerender(folder, "--help").stdout, /^goalpost prerender DIR\n[\s\S]*--feeds[\s\S]*--keep-going/);
  /** @type {[string[], RegExp][]} */
  const calls = [
    [[], /say in which folder/],
    [["gone"], /gone: there is no such folder/],
    [["a.html"], /a\.html: there is no such folder/],
    [[".", "."], /one folder/],
    [[".", "--jobs", "0"], /--jobs takes a number from 1 to 64, not "0"/],
    [[".", "--color"], /Unknown option/],
  ];
  for (const [args, message] of calls) {
    const { status, stderr } = prerender(folder, ...args);
    assert.equal(status, 2);
    assert.match(stderr, message);
  }
});

test(
  "on a terminal it says how far it is",
  { skip: spawnSync("script", ["--version"]).error && "there is no script(1)" },
  () => {
    const folder = folderOf(many(1_500));
    const command = [process.execPath, main, "prerender", "."].map((part) => `'${part}'`).join(" ");
    const { stdout, status } = spawnSync("script", ["-qec", command, "/dev/null"], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0);
    assert.match(stdout, /\r\d+ of 1500 files[\s\S]*\r\x1b\[K1500 goals in 1500 of 1500 files, 1500 written/);
    assert.deepEqual(prerender(folder, "."), {
      status: 0,
      stdout: "1500 goals in 1500 of 1500 files, 0 written\n",
      stderr: "",
    });
  },
);
