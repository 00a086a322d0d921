// The recipes of the larger frameworks, done as they say: real projects, built by their own tools from the packed package,
// opened in Chromium. Their packages take 900 MB, hence they have a target of their own: make frameworks.

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { reader } from "../npm/reader.mjs";
import { filesOf, forSites, workshop } from "../npm/workshop.mjs";

const { at, open, project, run, tool } = workshop("frameworks");
before(open);
const { opened } = reader();

const fraction = 20 / 24;
/** The fraction of a page's first goal, and of whatever others it has. */
const fractions = async (folder, options) => (await opened(folder, options)).map(({ overall }) => overall);

test("Hexo", async () => {
  const { "_config.yml": config, ...files } = filesOf("hexo");
  const root = project("hexo", {
    ...files,
    "_config.yml": `url: http://127.0.0.1/blog\nroot: /blog/\ntheme: plain\npermalink: :title/\n${config}`,
    "package.json":
      '{ "private": true, "hexo": {}, "dependencies": { "hexo-renderer-ejs": "*", "hexo-renderer-marked": "*" } }',
    "themes/plain/layout/post.ejs": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Goals</title>
<body><%- page.content %>
<%- css("goalpost/goalpost.css") %>
<script type="module" src="<%- url_for("goalpost/goalpost.js") %>"></script>`,
  });
  cpSync(forSites, join(root, "source/goalpost"), { recursive: true });
  tool("hexo", ["generate"], { cwd: root });
  assert.deepEqual(await fractions(join(root, "public"), { path: "goal/" }), [fraction]);
});

test("Hexo, with what init writes", async () => {
  const root = project("hexo-init", {
    "_config.yml": "theme: plain\npermalink: :title/\n",
    "package.json": JSON.stringify({
      private: true,
      hexo: {},
      dependencies: { hexo: "*", "hexo-renderer-ejs": "*", "hexo-renderer-marked": "*" },
    }),
    "themes/plain/layout/post.ejs": '<!doctype html><html lang="en"><meta charset="utf-8"><%- page.content %>',
  });
  run("node", [at("node_modules/goalpost/cli/main.js"), "init"], { cwd: root });
  tool("hexo", ["publish", "goal"], { cwd: root });
  tool("hexo", ["generate"], { cwd: root });
  assert.deepEqual(await fractions(join(root, "public"), { path: "goal/", base: "" }), [fraction]);
});

test("VitePress", async () => {
  const root = project("vitepress", filesOf("vitepress"));
  tool("vitepress", ["build", "--base", "/blog/"], { cwd: root });
  assert.deepEqual(await fractions(join(root, ".vitepress/dist")), [fraction]);
});

test("Docusaurus, in Markdown and in MDX", async () => {
  // What Docusaurus writes for itself are scripts that are no modules.
  const root = project("docusaurus", { ...filesOf("docusaurus"), "package.json": '{ "private": true }' });
  tool("docusaurus", ["build"], { cwd: root, env: { DOCUSAURUS_DISABLE_TELEMETRY: "1" } });
  assert.deepEqual(await fractions(join(root, "build"), { count: 2 }), [fraction, fraction]);
});

test("Next, in the App Router", async () => {
  const root = project("next", filesOf("next"));
  tool("next", ["build"], { cwd: root, env: { NEXT_TELEMETRY_DISABLED: "1" } });
  assert.deepEqual(await fractions(join(root, "out")), [fraction]);
});

test("Svelte", async () => {
  const root = project("svelte", filesOf("svelte"));
  tool("vite", ["build", "--base", "./"], { cwd: root });
  assert.deepEqual(await fractions(join(root, "dist")), [fraction]);
});

test("Bun, with everything inside", async () => {
  const root = project("bun", filesOf("bundlers"));
  tool("bun", ["build", "./inline.js", "--outfile", "dist/main.js", "--minify"], { cwd: root });
  cpSync(join(root, "index.html"), join(root, "dist/index.html"));
  assert.deepEqual(await fractions(join(root, "dist")), [fraction]);
});

test("the types of a Vue component hold", () => {
  const { "vite.config.js": _config, ...files } = filesOf("vue");
  const compilerOptions = { strict: true, module: "esnext", moduleResolution: "bundler", target: "es2023", types: [] };
  tool("vue-tsc", [
    "--noEmit",
    "--project",
    project("vue", { ...files, "tsconfig.json": JSON.stringify({ compilerOptions, include: ["*.vue"] }) }),
  ]);
});
