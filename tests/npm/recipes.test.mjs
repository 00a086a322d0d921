// The recipes, done as they say: real projects, built by their own tools from the packed package, opened in Chromium.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { at, dist, filesOf, open, project, run, tool } from "./workshop.mjs";

let browser;
before(async () => {
  open();
  browser = await launch();
});
after(() => browser?.close());

const modules = createRequire(at("package.json"));
const load = (name) => import(pathToFileURL(modules.resolve(name)).href);

/** Opens a page and waits until so many goals are drawn; returns their numbers, with what the page threw. */
async function drawn(url, count = 1) {
  const page = await browser.newPage();
  const thrown = [];
  page.on("pageerror", (error) => thrown.push(error.message));
  await page.addInitScript(() => {
    window.announced = [];
    for (const type of ["goalpost:drawn", "goalpost:error"])
      addEventListener(type, ({ detail }) => window.announced.push({ type, detail }));
  });
  try {
    await page.goto(url);
    await page.waitForFunction((count) => window.announced.length >= count, count, { timeout: 15_000 });
    const announced = await page.evaluate(() => window.announced);
    assert.deepEqual(thrown, []);
    assert.ok(
      announced.every(({ type }) => type === "goalpost:drawn"),
      JSON.stringify(announced),
    );
    return announced.map(({ detail }) => detail);
  } finally {
    await page.close();
  }
}

/**
 * The same for a built site: served under a path, as blogs are.
 * @param {string} folder
 * @param {{ path?: string, count?: number }} options
 */
async function opened(folder, { path = "", count } = {}) {
  const server = await serve(folder, { base: "/blog" });
  try {
    return await drawn(server.url + path, count);
  } finally {
    await server.close();
  }
}

const fraction = 20 / 24;

/** The files that a page loads, whichever of them it takes. */
const loadedFrom = (folder) => readdirSync(folder).filter((name) => /^goalpost\.(?:\w+\.)?(?:js|wasm|css)$/.test(name));

test("plain HTML, from a server and from a file", async () => {
  const root = project("html", filesOf("html"));
  for (const name of [
    "goalpost.js",
    "goalpost.core.js",
    "goalpost.tasks.js",
    "goalpost.wasm",
    "goalpost.standalone.js",
  ]) {
    cpSync(join(dist, name), join(root, name));
  }
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

test("esbuild, with everything inside", async () => {
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

test("Rollup, with everything inside", async () => {
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

test("a React app, whose types hold", async () => {
  const root = project("react", { ...filesOf("react"), "vite-env.d.ts": "", "tsconfig.json": JSON.stringify(TYPES) });
  tool("tsc", ["--project", root]);
  tool("vite", ["build", "--base", "./"], { cwd: root });
  const [numbers] = await opened(join(root, "dist"));
  assert.deepEqual([numbers.title, numbers.overall], ["Kubernetes", fraction]);
});

const TYPES = {
  compilerOptions: {
    strict: true,
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

test("Eleventy", async () => {
  const root = project("eleventy", filesOf("eleventy"));
  // Its files are named from the project's folder, where the package would be installed.
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
});

test("Astro", async () => {
  const root = project("astro", filesOf("astro"));
  tool("astro", ["build"], { cwd: root, env: { ASTRO_TELEMETRY_DISABLED: "1" } });
  const page = readFileSync(join(root, "dist/index.html"), "utf8");
  assert.match(page, /(?=[\s\S]*<svg)(?=[\s\S]*83\.3%)[\s\S]*<table/, "it reads without any script");
  const server = await serve(join(root, "dist"));
  try {
    assert.equal((await drawn(server.url))[0].overall, fraction);
  } finally {
    await server.close();
  }
});

const hasHugo = !spawnSync("hugo", ["version"]).error;
test("Hugo, whose pages and feed get stills", { skip: !hasHugo && "hugo is not installed" }, async () => {
  const goal = '{ "planned": [6, 8, 6, 4], "done": [6, 6, 6, 2] }';
  const recipe = filesOf("hugo");
  const root = project("hugo", {
    "config.toml":
      'baseURL = "https://me.example/blog/"\nlanguageCode = "ko"\ndisableKinds = ["taxonomy", "term"]\n[markup.goldmark.renderer]\nunsafe = true\n',
    "layouts/shortcodes/goalpost.html": recipe["layouts/shortcodes/goalpost.html"],
    "layouts/_default/single.html":
      '<!doctype html><html lang="ko"><meta charset="utf-8"><title>A</title><main>{{ .Content }}</main>\n' +
      '<script type="module" src="{{ "goalpost/goalpost.js" | relURL }}"></script></html>\n',
    "layouts/_default/rss.xml":
      '<rss version="2.0"><channel><title>A</title><link>{{ .Permalink }}</link><language>ko</language>' +
      "{{ range site.RegularPages }}<item><link>{{ .Permalink }}</link>" +
      "<description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>\n",
    "data/goals/kubernetes.json": goal,
    "static/goal.json": goal,
    "content/post.md":
      `# A goal\n\n\`\`\`goalpost\n${goal}\n\`\`\`\n\n{{< goalpost goal="kubernetes" view="burnup" >}}\n\n` +
      '<goal-post src="../goal.json"></goal-post>\n\nThe end.\n',
  });
  for (const name of loadedFrom(dist)) cpSync(join(dist, name), join(root, "static/goalpost", name));
  run("hugo", ["--quiet"], { cwd: root });
  const prerender = () =>
    run("node", [at("node_modules/goalpost/cli/main.js"), "prerender", "public", "--feeds", "--base", "/blog/"], {
      cwd: root,
    });
  assert.match(prerender(), /^6 goals in 2 of \d+ files, 2 written\n$/);
  assert.match(prerender(), /^3 goals in 1 of \d+ files, 0 written\n$/, "of a feed, figures alone are left");
  const stills = readFileSync(join(root, "public/post/index.html"), "utf8").match(
    /<figure class="goalpost-still" lang="ko"/g,
  );
  assert.equal(stills.length, 3);
  // The third is not yet near what is seen.
  for (const { overall, lang } of await opened(join(root, "public"), { path: "post/", count: 2 }))
    assert.deepEqual([overall, lang], [fraction, "ko"]);
});

test("what Hugo and MkDocs make of a fenced block", async () => {
  const goal = '{ "planned": [6, 8, 6, 4], "done": [6, 6, 6, 2] }';
  const blocks = [
    // Hugo's Goldmark, and Python-Markdown with pymdownx.superfences.
    `<pre tabindex="0"><code class="language-goalpost" data-lang="goalpost">${goal}\n</code></pre>`,
    `<div class="language-goalpost highlight"><pre><span></span><code><span id="__span-0-1">${goal}\n</span></code></pre></div>`,
  ];
  const page = `<!doctype html><meta charset="utf-8"><title>Fences</title>${blocks.join("\n")}<script type="module" src="goalpost.js"></script>`;
  const root = project("fences", { "index.html": page });
  for (const name of ["goalpost.js", "goalpost.core.js", "goalpost.wasm"]) cpSync(join(dist, name), join(root, name));
  assert.deepEqual(
    (await opened(root, { count: 2 })).map(({ overall }) => overall),
    [fraction, fraction],
  );
});
