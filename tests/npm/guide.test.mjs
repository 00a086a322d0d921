// The guide: each of its code blocks is run or parsed exactly as written.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { check } from "../../dist/index.js";
import { folderOf, goalpost } from "./command.mjs";

const top = fileURLToPath(new URL("../../", import.meta.url));
const main = join(top, "dist/cli/main.js");
const TABLE = readFileSync(join(top, "tests/fixtures/authors/exports/notion-lectures.csv"), "utf8");

/** What the shell blocks copy from. */
const BUILT = ["dist", "dist-site", "www"];
const GOAL = { title: "Kubernetes", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };

/** The file of an entry of the package: "/auto", or undefined for the main one. */
function entryOf(entry) {
  const { exports } = JSON.parse(readFileSync(join(top, "dist/package.json"), "utf8"));
  const found = exports[entry ? `.${entry}` : "."];
  return join(top, "dist", typeof found === "string" ? found : found.default);
}

/** The blocks of a page: their language, their text, and the heading above them. */
function blocksOf(file) {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^```(\w*)\n([^]*?)\n```$/gm)].map(({ 1: language, 2: code, index }) => {
    const heading = [...text.slice(0, index).matchAll(/^## (.*)$/gm)].at(-1)?.[1];
    return { language, code, heading };
  });
}

/** Runs commands as a reader would, with local builds instead of registry packages. */
function shell(code, cwd) {
  const lines = code.replace(/^make build$/m, ":").replaceAll("npx goalpost", `"${process.execPath}" "${main}"`);
  return execFileSync("sh", ["-e"], { cwd, input: lines, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
}

/** The check for the blocks of each language. A block of any other language fails. */
const CHECKS = {
  json: ({ code }) => assert.deepEqual(check(code), { problems: [], warnings: [] }),
  css: async ({ code }) => assert.deepEqual((await transform(code, { loader: "css" })).warnings, []),
  sh({ code }) {
    const cwd = folderOf({ "notion.csv": TABLE, "_posts/one.md": '```goalpost\n{ "planned": [1] }\n```\n' });
    for (const name of BUILT) symlinkSync(join(top, name), join(cwd, name));
    shell(code, cwd);
  },
  markdown({ code }, blocks) {
    const { code: element } = blocks.find(({ language }) => language === "html");
    const { status, stderr } = goalpost(["check", "post.md"], { "post.md": `${element}\n\n${code}\n` });
    assert.equal(status, 0, stderr);
    const imported = goalpost(["import", "list.md"], { "list.md": code });
    const { weeks, tasks } = JSON.parse(imported.stdout);
    assert.deepEqual([weeks.length, tasks.length, tasks.filter(({ done }) => done).length], [2, 4, 3]);
  },
  html({ code }, blocks) {
    const [, id] = /from="#(.*?)"/.exec(code) ?? [];
    const list = blocks.find(({ language }) => language === "markdown")?.code;
    if (id) assert.match(list.toLowerCase(), new RegExp(`^## ${id}$`, "m"));
    for (const [, name] of code.matchAll(/(?:href|src)="[^"]*?(goalpost\.[^"/]*)"/g)) {
      assert.ok(existsSync(join(top, "dist", name)), name);
    }
    for (const [, json] of code.matchAll(/<script type="application\/json"[^>]*>([^]*?)<\/script>/g)) {
      assert.deepEqual(check(json), { problems: [], warnings: [] });
    }
    assert.match(code, /goal-?post/);
  },
  js({ code }) {
    const local = code.replaceAll(/"goalpost(\/\w+)?"/g, (_, entry) => JSON.stringify(entryOf(entry)));
    execFileSync(process.execPath, ["--input-type=module", "--eval", local], { stdio: "pipe" });
  },
  liquid({ code }) {
    const goal = JSON.stringify(GOAL);
    const folder = folderOf({
      "_config.yml": "",
      "_data/goals/kubernetes.json": goal,
      "index.md": `---\ngoal: ${goal}\n---\n${code}\n`,
    });
    symlinkSync(join(top, "www/jekyll/_includes"), join(folder, "_includes"));
    execFileSync("jekyll", ["build", "--quiet"], { cwd: folder, env: { ...process.env, LANG: "C.UTF-8" } });
    assert.match(readFileSync(join(folder, "_site/index.html"), "utf8"), /<goal-post[^]*83\.3%[^]*<table/);
  },
  text({ code, heading }, _, lang) {
    if (code.startsWith("script-src")) {
      const demo = readFileSync(join(top, "www/demo/embeds/csp.md"), "utf8");
      for (const directive of code.split("; ")) assert.ok(demo.includes(directive), directive);
      return;
    }
    const [{ path, message }] = check(code, { lang }).problems;
    assert.equal(heading, `\`${path ? `${path}: ` : ""}${message}\``);
  },
};

const pages = ["guide", "ko/guide"].flatMap((folder) =>
  readdirSync(join(top, "www/site", folder)).map((name) => ({ name: `${folder}/${name}`, file: name })),
);

for (const { name } of pages) {
  test(`${name}: every block is valid`, async () => {
    const blocks = blocksOf(join(top, "www/site", name));
    const lang = name.startsWith("ko/") ? "ko" : "en";
    for (const block of blocks) {
      assert.ok(Object.hasOwn(CHECKS, block.language), `nothing is known of ${block.language}`);
      await CHECKS[block.language](block, blocks, lang);
    }
  });
}

test("both languages have the same pages, with as many blocks", () => {
  const counts = (folder) =>
    readdirSync(join(top, "www/site", folder))
      .sort()
      .map((name) => [name, blocksOf(join(top, "www/site", folder, name)).map(({ language }) => language)]);
  assert.deepEqual(counts("guide"), counts("ko/guide"));
  assert.equal(counts("guide").length, 12);
});

for (const folder of ["guide", "ko/guide"]) {
  test(`${folder}/start.md, followed step by step, puts the goal on a page`, () => {
    const blocks = blocksOf(join(top, "www/site", folder, "start.md"));
    const code = (wanted) => blocks.find(({ language }) => language === wanted).code;
    const cwd = folderOf({ "blog/_config.yml": "title: Mine\n" });
    for (const name of BUILT) symlinkSync(join(top, name), join(cwd, name));
    shell(code("sh"), cwd);
    writeFileSync(join(cwd, "blog/_data/goals/kubernetes.json"), code("json"));
    mkdirSync(join(cwd, "blog/_posts"), { recursive: true });
    writeFileSync(join(cwd, "blog/_posts/2024-01-01-goal.md"), `---\npermalink: /goal/\n---\n${code("liquid")}\n`);
    execFileSync("jekyll", ["build", "--quiet"], { cwd: join(cwd, "blog"), env: { ...process.env, LANG: "C.UTF-8" } });
    const page = readFileSync(join(cwd, "blog/_site/goal/index.html"), "utf8");
    assert.match(page, /20 of 24 lectures/);
    assert.match(page, /assets\/goalpost\/goalpost\.js/);
  });
}

test("the README's page draws its goal, its commands are there, and its links lead somewhere", async () => {
  const text = readFileSync(join(top, "README.md"), "utf8");
  const blocks = blocksOf(join(top, "README.md"));
  const code = (wanted) => blocks.find(({ language }) => language === wanted).code;
  await CHECKS.html({ code: code("html") }, blocks);
  const targets = readFileSync(join(top, "Makefile"), "utf8");
  for (const [, target] of code("sh").matchAll(/^make (\w+)/gm)) assert.match(targets, new RegExp(`^${target}:`, "m"));
  for (const [, to] of text.matchAll(/\]\(([^)#]+)\)/g)) assert.ok(existsSync(join(top, to)), to);
});
