// The recipes for builders that are not on npm, followed as written: Hugo, MkDocs, Material, Sphinx.

import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../www/tools/browser.mjs";
import { report } from "../../www/tools/report.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { dist, filesOf, forSites, project, run } from "./workshop.mjs";

const python = (command) => fileURLToPath(new URL(`../../.tools/python/bin/${command}`, import.meta.url));
const GOAL = '{ "title": "Kubernetes", "planned": [6, 8, 6, 4],\n  "done": [6, 6, 6, 2] }';
const FENCE = `\`\`\`goalpost\n${GOAL}\n\`\`\`\n`;

let browser;
before(async () => {
  browser = await launch();
});
const found = [];
after(async () => {
  await browser?.close();
  report("builders", {
    title: "Builders",
    columns: ["builder", "configuration", "drawn", "as light and dark"],
    rows: found,
  });
});

/** Opens a page of a built site, at both widths and in both schemes: the goal is drawn, and its fence is hidden. */
async function assertDrawn(name, how, folder, path = "", dark = undefined) {
  const row = [name, how, false, ""];
  found.push(row);
  const server = await serve(folder, { base: "/blog" });
  const page = await browser.newPage();
  const thrown = [];
  page.on("pageerror", ({ message }) => thrown.push(message));
  // A theme of MkDocs loads highlight.js from another host, which the tests must not contact.
  await page.addInitScript(() => (window.hljs = { highlightAll() {}, initHighlightingOnLoad() {} }));
  try {
    await page.goto(server.url + path);
    await page.waitForFunction(() => document.querySelector("goal-post")?.dataset.state === "drawn", undefined, {
      timeout: 15_000,
    });
    const title = await page.evaluate(() =>
      document.querySelector("goal-post").shadowRoot.querySelector("canvas").getAttribute("aria-label"),
    );
    assert.match(title, /Kubernetes/);
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll("pre, code")]
        .filter((code) => code.getClientRects().length > 0)
        .map((code) => code.textContent),
    );
    assert.deepEqual(texts, []);
    if (dark) {
      const pixel = () =>
        page.evaluate(() => {
          const canvas = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
          return canvas.toDataURL();
        });
      const before = await pixel();
      const from = await page.evaluate((dark) => (new Function(dark)(), performance.now()), dark);
      await page.waitForFunction(
        (before) => document.querySelector("goal-post").shadowRoot.querySelector("canvas").toDataURL() !== before,
        before,
      );
      row[3] = (await page.evaluate((from) => performance.now() - from, from)) < 1_000 ? "follows" : "late";
      assert.equal(row[3], "follows");
    }
    assert.deepEqual(thrown, []);
    row[2] = true;
  } finally {
    await page.close();
    await server.close();
  }
}

const prerender = (site, ...options) => run("node", [join(dist, "cli/main.js"), "prerender", site, ...options]);

/** Prerenders a built site: each page has a still for its goal, a second run changes nothing, and the widget draws. */
async function assertPrerendered(name, how, folder, paths) {
  const goals = paths.length;
  assert.match(prerender(folder), new RegExp(`^${goals} goals? in ${goals} of \\d+ files?, ${goals} written\\n$`));
  assert.match(prerender(folder), /, 0 written\n$/);
  for (const path of paths) {
    const file = join(folder, path.endsWith(".html") ? path : `${path}index.html`);
    assert.match(readFileSync(file, "utf8"), /<\/script><figure class="goalpost-still"[\s\S]*83\.3%[\s\S]*<\/figure>/);
    await assertDrawn(name, `${how}, prerendered: ${path || "/"}`, folder, path);
  }
}

const HUGO = `baseURL = "/blog/"\ntitle = "Blog"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home"]\n`;
const LAYOUT = `<!doctype html><html lang="en"><head><link rel="stylesheet" href="/blog/goalpost/goalpost.css"></head><body>
{{ .Content }}
<script type="module" src="{{ "goalpost/goalpost.js" | relURL }}"></script></body></html>`;
const HIGHLIGHTS = {
  "as it comes": "",
  "line numbers": "[markup.highlight]\nlineNos = true\n",
  guessSyntax: "[markup.highlight]\nguessSyntax = true\nlineNos = true\nlineNumbersInTable = true\n",
  "no code fences": "[markup.highlight]\ncodeFences = false\n",
};

for (const [how, highlight] of Object.entries(HIGHLIGHTS)) {
  test(`Hugo, ${how}`, async () => {
    const recipe = filesOf("hugo");
    const root = project("hugo", {
      ...recipe,
      "config.toml": HUGO + highlight,
      "layouts/_default/single.html": LAYOUT,
      "data/goals/kubernetes.json": GOAL,
      "content/fence.md": `---\ntitle: A goal\n---\n${FENCE}`,
      "content/shortcode.md": '---\ntitle: A goal\n---\n{{< goalpost goal="kubernetes" view="burnup" >}}\n',
    });
    cpSync(forSites, join(root, "static/goalpost"), { recursive: true });
    run("hugo", ["--quiet"], { cwd: root });
    await assertDrawn("Hugo", `${how}: fence`, join(root, "public"), "fence/");
    await assertDrawn("Hugo", `${how}: shortcode`, join(root, "public"), "shortcode/");
    await assertPrerendered("Hugo", how, join(root, "public"), ["fence/", "shortcode/"]);
  });
}

test("Hugo, its feed, and a file that a page names", () => {
  const rss = `<rss version="2.0"><channel><title>A</title><link>{{ .Permalink }}</link><language>ko</language>{{ range site.RegularPages }}
<item><link>{{ .Permalink }}</link><description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>`;
  const root = project("hugo-feed", {
    "config.toml": `${HUGO.replace('"RSS", ', "").replace(', "home"', "")}[markup.goldmark.renderer]\nunsafe = true\n`,
    "layouts/_default/single.html": LAYOUT,
    "layouts/index.html": LAYOUT,
    "layouts/_default/rss.xml": rss,
    "static/goal.json": GOAL,
    "content/post.md": `${FENCE}\n<goal-post src="../goal.json"></goal-post>\n\nThe end.\n`,
  });
  run("hugo", ["--quiet", "--baseURL", "https://me.example/blog/"], { cwd: root });
  const site = join(root, "public");
  assert.match(prerender(site, "--feeds", "--base", "/blog/"), /^4 goals in 2 of \d+ files, 2 written\n$/);
  const page = readFileSync(join(site, "post/index.html"), "utf8");
  assert.equal(page.match(/<figure class="goalpost-still" lang="en"/g).length, 2);
  const feed = readFileSync(join(site, "index.xml"), "utf8");
  assert.equal(feed.match(/&lt;figure class="goalpost-still" lang="ko"/g).length, 2);
  assert.match(
    prerender(site, "--feeds", "--base", "/blog/"),
    /^2 goals in 1 of \d+ files, 0 written\n$/,
    "a feed has figures alone",
  );
});

/** Material's own toggle, and a click on it. */
const PALETTE = `  font: false
  palette:
    - scheme: default
      toggle: { icon: material/brightness-7, name: dark }
    - scheme: slate
      toggle: { icon: material/brightness-4, name: light }
`;
const TOGGLE = `document.querySelector("label[for=__palette_1]").click()`;

for (const [how, config, dark] of [
  ["as it comes", "mkdocs.yml"],
  ["Material, superfences", "material.yml", TOGGLE],
  ["codehilite", "codehilite.yml"],
]) {
  test(`MkDocs, ${how}`, async () => {
    const recipe = filesOf("mkdocs");
    const root = project("mkdocs", {
      ...recipe,
      "material.yml": recipe["material.yml"].replace("  font: false\n", PALETTE),
    });
    cpSync(forSites, join(root, "docs/goalpost"), { recursive: true });
    const env = { PATH: `${python("")}:${process.env.PATH}`, NO_MKDOCS_2_WARNING: "1" };
    run(python("mkdocs"), ["build", "--quiet", "--config-file", config, "--site-dir", "site"], { cwd: root, env });
    await assertDrawn("MkDocs", how, join(root, "site"), "", dark);
    await assertPrerendered("MkDocs", how, join(root, "site"), [""]);
  });
}

test("Sphinx with MyST", async () => {
  const root = project("sphinx", filesOf("sphinx"));
  cpSync(forSites, join(root, "_static/goalpost"), { recursive: true });
  run(python("sphinx-build"), ["-q", "-W", "-b", "html", ".", "site"], { cwd: root });
  assert.match(readFileSync(join(root, "site/index.html"), "utf8"), /highlight-goalpost/);
  await assertDrawn("Sphinx", "MyST", join(root, "site"), "index.html");
  await assertPrerendered("Sphinx", "MyST", join(root, "site"), ["index.html"]);
});
