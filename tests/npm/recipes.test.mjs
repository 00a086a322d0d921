// The recipes, followed as written: real projects, built by their own tools with the packed package, run in Chromium.

import assert from "node:assert/strict";
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../www/tools/serve.mjs";
import { reader } from "./reader.mjs";
import { at, dist, filesOf, forSites, open, project, run, tool } from "./workshop.mjs";

before(open);
const { drawn, opened } = reader();

const modules = createRequire(at("package.json"));
const load = (name) => import(pathToFileURL(modules.resolve(name)).href);

const fraction = 20 / 24;

test("plain HTML, from a server and from a file", async () => {
  const root = project("html", filesOf("html"));
  cpSync(forSites, join(root, "goalpost"), { recursive: true });
  cpSync(join(dist, "goalpost.standalone.js"), join(root, "goalpost.standalone.js"));
  assert.equal((await opened(root))[0].overall, fraction);
  assert.equal((await drawn(pathToFileURL(join(root, "file.html")).href))[0].overall, fraction);
  const [checklist] = await opened(root, { path: "checklist.html" });
  assert.equal(checklist.title, "Kubernetes");
  assert.deepEqual(
    checklist.weeks.map(({ label, date, planned, done }) => ({ label, date, planned, done })),
    [
      { label: "Week 1", date: "2019-09-29", planned: 2, done: 2 },
      { label: "Week 2", date: "2019-10-05", planned: 2, done: 1 },
    ],
  );
});

test("Vite", async () => {
  const root = project("vite", filesOf("bundlers"));
  tool("vite", ["build", "--base", "./"], { cwd: root });
  assert.equal((await opened(join(root, "dist")))[0].overall, fraction);
});

test("webpack", async () => {
  const root = project("webpack", filesOf("bundlers"));
  const { default: webpack } = await load("webpack");
  const config = {
    mode: "production",
    context: root,
    entry: "./main.js",
    output: { path: join(root, "dist"), filename: "main.js" },
    performance: { hints: false },
  };
  const stats = await new Promise((resolve, reject) =>
    webpack(config, (error, stats) => (error ? reject(error) : resolve(stats))),
  );
  assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString());
  const page = readFileSync(join(root, "index.html"), "utf8").replace('type="module"', "defer");
  project("webpack/page", { "index.html": page });
  cpSync(join(root, "dist"), join(root, "page"), { recursive: true });
  assert.equal((await opened(join(root, "page")))[0].overall, fraction);
});

test("Parcel", async () => {
  const root = project("parcel", filesOf("bundlers"));
  tool("parcel", ["build", "index.html", "--public-url", "./", "--no-cache", "--no-source-maps"], { cwd: root });
  assert.equal((await opened(join(root, "dist")))[0].overall, fraction);
});

test("esbuild, with everything in one file", async () => {
  const root = project("esbuild", filesOf("bundlers"));
  const { build } = await load("esbuild");
  const { warnings } = await build({
    entryPoints: [join(root, "inline.js")],
    bundle: true,
    minify: true,
    outfile: join(root, "dist/main.js"),
  });
  assert.deepEqual(warnings, []);
  cpSync(join(root, "index.html"), join(root, "dist/index.html"));
  assert.equal((await opened(join(root, "dist")))[0].overall, fraction);
});

test("Rollup, with everything in one file", async () => {
  const root = project("rollup", filesOf("bundlers"));
  const [{ rollup }, { default: resolve }] = [await load("rollup"), await load("@rollup/plugin-node-resolve")];
  const warnings = [];
  const bundle = await rollup({
    input: join(root, "inline.js"),
    plugins: [resolve()],
    onwarn: ({ message }) => warnings.push(message),
  });
  await bundle.write({ file: join(root, "dist/main.js"), format: "es" });
  assert.deepEqual(warnings, []);
  cpSync(join(root, "index.html"), join(root, "dist/index.html"));
  assert.equal((await opened(join(root, "dist")))[0].overall, fraction);
});

test("the functions, in Node and in a bundle", async () => {
  const root = project("numbers", filesOf("bundlers"));
  const plain = run("node", ["numbers.js"], { cwd: root });
  assert.match(plain, /^0\.8333333333333334 \d{4,}\n$/);
  const { build } = await load("esbuild");
  await build({
    entryPoints: [join(root, "numbers.js")],
    bundle: true,
    format: "esm",
    outfile: join(root, "bundled.mjs"),
    logLevel: "silent",
  });
  assert.equal(run("node", ["bundled.mjs"], { cwd: root }), plain);
});

test("a React app, whose types compile", async () => {
  const root = project("react", { ...filesOf("react"), "vite-env.d.ts": "", "tsconfig.json": JSON.stringify(TYPES) });
  tool("tsc", ["--project", root]);
  tool("vite", ["build", "--base", "./"], { cwd: root });
  const [numbers] = await opened(join(root, "dist"));
  assert.deepEqual([numbers.title, numbers.overall], ["Kubernetes", fraction]);
});

const TYPES = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    jsx: "react-jsx",
    module: "nodenext",
    target: "es2023",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
  },
};

test("a Vue app", async () => {
  const root = project("vue", filesOf("vue"));
  tool("vite", ["build", "--base", "./"], { cwd: root });
  const [numbers] = await opened(join(root, "dist"));
  assert.deepEqual([numbers.title, numbers.overall], ["Kubernetes", fraction]);
});

for (const type of ["module", "commonjs"]) test(`Eleventy, in a project of the type ${type}`, () => eleventy(type));

/** @param {string} type of the project's scripts */
async function eleventy(type) {
  const root = project("eleventy", { ...filesOf("eleventy"), "package.json": JSON.stringify({ type, private: true }) });
  // Its files are named relative to the project's folder, in which the package would be installed.
  project("eleventy/node_modules/goalpost", {});
  cpSync(at("node_modules/goalpost"), join(root, "node_modules/goalpost"), { recursive: true });
  tool("eleventy", ["--quiet"], { cwd: root });
  const page = readFileSync(join(root, "_site/index.html"), "utf8");
  assert.match(
    page,
    /<goal-post>\n<script type="application\/json">.*(?=[\s\S]*<svg)(?=[\s\S]*83\.3%)[\s\S]*<table/,
    "it reads without any script",
  );
  const prerendered = run("node", [at("node_modules/goalpost/cli/main.js"), "prerender", "_site", "--feeds"], {
    cwd: root,
  });
  assert.equal(prerendered, "2 goals in 1 of 1 file, 1 written\n", "the fenced block has its still as well");
  assert.deepEqual((await opened(join(root, "_site"), { count: 2 })).map(({ overall }) => overall).sort(), [
    4 / 6,
    fraction,
  ]);
  assert.deepEqual(readdirSync(join(root, "_site/goalpost")).sort(), readdirSync(forSites).sort());
}

test("Eleventy, with what init writes", async () => {
  const root = project("eleventy-init", { "eleventy.config.js": "" });
  const main = at("node_modules/goalpost/cli/main.js");
  const said = run("node", [main, "init"], { cwd: root });
  const [, config, page] = /^Add\n\n([^]*?)\n\nto the function.*and to a Markdown page\n\n([^]*?)\n\n?$/m.exec(said);
  writeFileSync(join(root, "eleventy.config.js"), `export default function (eleventyConfig) {\n${config}\n}\n`);
  writeFileSync(join(root, "index.md"), `<!doctype html>\n<meta charset="utf-8">\n\n${page.replace(/^  /gm, "")}\n`);
  // Nothing in the data may end the script.
  const example = join(root, "_data/goals/example.json");
  writeFileSync(example, readFileSync(example, "utf8").replace("Kubernetes", "</script>"));
  tool("eleventy", ["--quiet"], { cwd: root });
  assert.deepEqual(
    (await opened(join(root, "_site"), { base: "" })).map(({ overall }) => overall),
    [fraction],
  );
});

test("Astro", async () => {
  const root = project("astro", filesOf("astro"));
  tool("astro", ["build"], { cwd: root, env: { ASTRO_TELEMETRY_DISABLED: "1" } });
  const page = readFileSync(join(root, "dist/index.html"), "utf8");
  assert.match(page, /(?=[\s\S]*<svg)(?=[\s\S]*83\.3%)[\s\S]*<table/, "it reads without any script");
  const server = await serve(join(root, "dist"));
  try {
    assert.equal((await drawn(server.url))[0].overall, fraction);
    assert.equal((await drawn(`${server.url}post/`))[0].overall, fraction);
  } finally {
    await server.close();
  }
});
