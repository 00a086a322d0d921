// goalpost init and the social card: the written files can be built, and no existing file is overwritten.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { check } from "../../dist/index.js";
import { folderOf, goalpost } from "./command.mjs";
import { forSites } from "./workshop.mjs";

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const GOAL = { title: "Kubernetes", unit: "lecture|lectures", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };

/** Calls init in a folder. */
function init(folder, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "init", folder, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const filesIn = (folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

test("a Jekyll site is drawn with the line that init names", () => {
  const folder = folderOf({ "_config.yml": "title: Mine\n", "index.md": "---\n---\n# Mine\n" });
  const { status, stdout } = init(folder);
  assert.equal(status, 0);
  assert.match(stdout, /This is a site of Jekyll/);
  const [line] = /\{% include .* %\}/.exec(stdout);
  writeFileSync(join(folder, "index.md"), `---\n---\n${line}\n`);
  execFileSync("jekyll", ["build", "--quiet"], { cwd: folder, env: { ...process.env, LANG: "C.UTF-8" } });
  const page = readFileSync(join(folder, "_site/index.html"), "utf8");
  assert.match(page, /20 of 24 lectures/);
  const [, script] = /src="\/(assets\/goalpost\/goalpost\.js)"/.exec(page);
  assert.ok(existsSync(join(folder, "_site", script)));
  for (const name of ["goalpost.core.js", "goalpost.wasm", "goalpost.css"])
    assert.ok(existsSync(join(folder, "_site/assets/goalpost", name)), name);
});

test("a Hugo site is drawn with the line that init names", () => {
  const folder = folderOf({ "config.toml": 'baseURL = "https://example.com/blog/"\n', "content/post.md": "# Mine\n" });
  const { stdout } = init(folder);
  assert.match(stdout, /This is a site of Hugo/);
  const [line] = /\{\{< goalpost .* >\}\}/.exec(stdout);
  writeFileSync(join(folder, "content/post.md"), `---\ntitle: Mine\n---\n${line}\n`);
  mkdirSync(join(folder, "layouts/_default"), { recursive: true });
  writeFileSync(join(folder, "layouts/_default/single.html"), "<html><body>{{ .Content }}</body></html>");
  execFileSync("hugo", ["--quiet"], { cwd: folder });
  const page = readFileSync(join(folder, "public/post/index.html"), "utf8");
  const [, data] = /<goal-post>\s*<script type="application\/json">(.*?)<\/script>/s.exec(page);
  assert.deepEqual(JSON.parse(data), GOAL);
  assert.match(page, /src="\/blog\/goalpost\/goalpost\.js"/);
  assert.ok(existsSync(join(folder, "public/goalpost/goalpost.wasm")));
});

/** @type {[string, Record<string, string>, string][]} */
const SITES = [
  ["Hexo", { "_config.yml": "", "package.json": '{ "dependencies": { "hexo": "7" } }' }, "source/_drafts/goal.md"],
  ["Eleventy", { "eleventy.config.js": "" }, "_data/goals/example.json"],
];
for (const [name, files, example] of SITES) {
  test(`a site of ${name} is recognised, and gets the scripts and an example that can be drawn`, () => {
    const folder = folderOf(files);
    const { status, stdout } = init(folder);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`This is a site of ${name}`));
    const text = readFileSync(join(folder, example), "utf8");
    const [json] = /\{\s*"title"[^]*?\n\}/.exec(text);
    assert.deepEqual(check(json), { problems: [], warnings: [] });
    const scripts = filesIn(folder).filter((path) => /goalpost\/goalpost\.[\w.]+$/.test(path));
    assert.deepEqual(scripts.map((path) => basename(path)).sort(), readdirSync(forSites).sort());
  });
}

test("nothing is overwritten, and a second call changes nothing", () => {
  const own = '{ "planned": [1] }\n';
  const folder = folderOf({ "_config.yml": "", "_data/goals/example.json": own });
  assert.match(init(folder).stdout, /left as it is: _data.goals.example\.json/);
  assert.equal(readFileSync(join(folder, "_data/goals/example.json"), "utf8"), own);
  const before = filesIn(folder);
  const { stdout } = init(folder);
  assert.doesNotMatch(stdout, /^written/m);
  assert.deepEqual(filesIn(folder), before);
});

test("--dry-run names the same files and writes none", () => {
  const folder = folderOf({ "_config.yml": "" });
  const { stdout } = init(folder, "--dry-run");
  assert.deepEqual(filesIn(folder), ["_config.yml"]);
  const named = (text, word) => [...text.matchAll(new RegExp(`^${word}: (.*)$`, "gm"))].map(([, path]) => path);
  assert.deepEqual(named(stdout, "would write"), named(init(folder).stdout, "written"));
});

test("a folder without a site, and an invalid package.json, are a wrong call", () => {
  assert.equal(init(folderOf({ "readme.txt": "" })).status, 2);
  const broken = init(folderOf({ "package.json": "{" }));
  assert.deepEqual([broken.status, /this is not JSON/.test(broken.stderr)], [2, true]);
});

test("a card is 1,200 × 630 px, and the picture lies within it, with its title", () => {
  for (const view of ["weekly", "burnup", "compact"]) {
    const { status, stdout } = goalpost(["render", "goal.json", "--card", "--view", view], {
      "goal.json": JSON.stringify(GOAL),
    });
    assert.equal(status, 0);
    assert.match(stdout, /^<svg [^>]*width="1200" height="630" viewBox="0 0 1200 630">/);
    assert.match(stdout, /<title>Kubernetes/);
    const inner = /^<svg[^>]*>\s*<rect[^>]*>(<svg[^>]*>)/.exec(stdout)[1];
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
      Number(new RegExp(` ${name}="([\\d.]+)"`).exec(inner)[1]),
    );
    assert.ok(x >= 40 && y >= 40 && x + width <= 1160 && y + height <= 590, inner);
    assert.ok(width > 900 || height > 500, `the picture is small: ${inner}`);
  }
});

test("a card has neither HTML nor another width", () => {
  const files = { "goal.json": JSON.stringify(GOAL) };
  assert.equal(goalpost(["render", "goal.json", "--card", "--format", "html"], files).status, 2);
  assert.equal(goalpost(["render", "goal.json", "--card", "--width", "640"], files).status, 2);
});
