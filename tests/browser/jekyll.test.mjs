// The include in blogs with common configurations: under a baseurl, with fences, in layouts that compress.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../../www/tools/browser.mjs";
import { report } from "../../www/tools/report.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { base } from "../../www/tools/site.mjs";
import { site } from "./sites.mjs";

const page = (name, body) => `---\npermalink: /${name}/\nlayout: bare\n---\n${body}\n`;
const FENCE = '```goalpost\n{ "title": "Kubernetes", "planned": [6, 8, 6, 4], "done": [6, 6, 6, 2] }\n```\n';
const HIGHLIGHT = `{% highlight goalpost OPTIONS %}\n{ "title": "Tag", "planned": [6, 8],\n "done": [6, 7] }\n{% endhighlight %}\n`;
const files = {
  "script-alone.md": page(
    "script-alone",
    `${FENCE}\n{% include goalpost.html %}\n\nText.\n\n{% include goalpost.html %}`,
  ),
  "script-elsewhere.md": page(
    "script-elsewhere",
    `${FENCE}\n{% include goalpost.html src="/blog/assets/goalpost/goalpost.js" %}`,
  ),
  "script-after.md": page(
    "script-after",
    `{% include goalpost.html goal=site.data.goals.kubernetes %}\n\n${FENCE}\n{% include goalpost.html %}`,
  ),
  "typo.md": page("typo", "{% include goalpost.html goal=site.data.goals.kubernets %}"),
  "tags.md": page(
    "tags",
    `${HIGHLIGHT.replace("OPTIONS", "")}\nText.\n\n${HIGHLIGHT.replace("OPTIONS", "linenos")}\n{% include goalpost.html %}`,
  ),
  "figure.md": page("figure", "{% include goalpost.html goal=site.data.goals.kubernetes-en %}"),
};

/** Files as they are pushed to GitHub, without front matter, and the plugins that GitHub Pages always has. */
const PUSHED = {
  "_config.yml": `${readFileSync(new URL("../../www/demo/_config.yml", import.meta.url), "utf8")}
  - jekyll-default-layout
  - jekyll-gist
  - jekyll-optional-front-matter
  - jekyll-paginate
  - jekyll-readme-index
  - jekyll-relative-links
  - jekyll-titles-from-headings
`,
  "study/README.md": `# Study\n\n${FENCE}\n{% include goalpost.html %}\n\n[The plan](plan.md)\n`,
  "study/plan.md": "# The plan\n\n{% include goalpost.html goal=site.data.goals.kubernetes-en %}\n",
};

let server, browser, folder;
before(async () => {
  folder = site({ name: "field", files });
  server = await serve(folder, { base });
  browser = await launch();
});
const found = [];
after(async () => {
  await browser?.close();
  await server?.close();
  report("jekyll", { title: "Jekyll in the field", columns: ["what", "right"], rows: found });
});

const html = (name) => readFileSync(join(folder, name, "index.html"), "utf8");
const scripts = (text) => [...text.matchAll(/<script type="module" src="([^"]*)"><\/script>/g)].map(([, src]) => src);

/** The goals that a page draws. */
async function titles(name, count, { url } = server) {
  const page = await browser.newPage({ viewport: { width: 900, height: 4_000 } });
  try {
    await page.goto(`${url}${name}`);
    await page.waitForFunction(
      (count) => document.querySelectorAll("goal-post[data-state=drawn]").length === count,
      count,
      { timeout: 15_000 },
    );
    return await page.evaluate(() =>
      [...document.querySelectorAll("goal-post")].map(({ shadowRoot }) => shadowRoot.querySelector(".goal").ariaLabel),
    );
  } finally {
    await page.close();
  }
}

const OURS = `${base}/assets/goalpost/goalpost.js`;

for (const [name, sources, goals] of [
  ["script-alone", [OURS], ["Kubernetes"]],
  ["script-elsewhere", ["/blog/assets/goalpost/goalpost.js"], ["Kubernetes"]],
  ["script-after", [OURS], ["쿠버네티스 기초 정복", "Kubernetes"]],
  ["tags", [OURS], ["Tag", "Tag"]],
]) {
  test(`the include writes the script once, under the blog's baseurl: ${name}`, async () => {
    assert.deepEqual(scripts(html(name)), sources);
    assert.deepEqual(await titles(`${name}/`, goals.length), goals);
    found.push([name, true]);
  });
}

test("a misspelt goal is reported in its place", () => {
  assert.match(html("typo"), /no goal was given/);
  assert.deepEqual(scripts(html("typo")), []);
  found.push(["a misspelt goal", true]);
});

test("under GitHub Pages' default plugins, files without front matter have their goals, and no page is ours", async () => {
  const out = site({ name: "github-pages", files: PUSHED });
  const pushed = await serve(out, { base });
  try {
    assert.deepEqual(await titles("study/", 1, pushed), ["Kubernetes"]);
    const readme = readFileSync(join(out, "study/index.html"), "utf8");
    assert.match(readme, /href="\/blog\/study\/plan\/"/);
    assert.match(readme, /<title>Study \| goalpost<\/title>/);
    assert.deepEqual(await titles("study/plan/", 1, pushed), ["Kubernetes from the ground up"]);
    assert.doesNotMatch(readFileSync(join(out, "sitemap.xml"), "utf8"), /assets\/goalpost/);
  } finally {
    await pushed.close();
  }
  found.push(["GitHub Pages' default plugins", true]);
});

/** The output of a compressing layout for a page under each of its settings, written by us. */
const COMPRESSED = {
  clippings: (text) =>
    text
      .replace(/\s+/g, " ")
      .replace(
        / ?(<\/?(?:html|head|body|link|meta|title|h\d|div|figure|table|thead|tbody|tr|td|th|p|ul|li)\b[^>]*>) ?/g,
        "$1",
      ),
  comments: (text) => text.replace(/<!--[\s\S]*?-->/g, ""),
  endings: (text) =>
    text.replace(
      /<\/(?:html|head|body|li|dt|dd|p|rt|rp|optgroup|option|colgroup|caption|thead|tbody|tfoot|tr|td|th)>/g,
      "",
    ),
  blanklines: (text) => text.replace(/^\s*\n/gm, ""),
};
COMPRESSED.everything = (text) =>
  ["comments", "endings", "blanklines", "clippings"].reduce((text, setting) => COMPRESSED[setting](text), text);

/** The words and the table of the figure, as a reader without scripts gets them. */
const figure = (page) =>
  page.evaluate(() => ({
    parents: [...document.querySelectorAll("goal-post")].map(({ parentElement }) => parentElement.localName),
    rows: [...document.querySelectorAll("goal-post > figure tr")].map((row) =>
      [...row.cells].map((cell) => cell.textContent.trim()),
    ),
    caption: document.querySelector("goal-post > figure caption").textContent.trim(),
    words: document.querySelector("goal-post > figure").textContent.replace(/\s+/g, ""),
    data: JSON.parse(document.querySelector("goal-post > script").textContent),
  }));

for (const [setting, compress] of Object.entries(COMPRESSED)) {
  test(`a layout that compresses leaves the figure whole: ${setting}: all`, async () => {
    const name = `compressed-${setting}`;
    writeFileSync(join(folder, "figure", `${name}.html`), compress(html("figure")));
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${server.url}figure/`);
    const whole = await figure(plain);
    await plain.goto(`${server.url}figure/${name}.html`);
    assert.equal(whole.rows.length, 6);
    assert.deepEqual(await figure(plain), whole);
    await plain.close();
    const page = await browser.newPage();
    await page.goto(`${server.url}figure/${name}.html`);
    await page.waitForFunction(() => document.querySelector("goal-post").dataset.state === "drawn");
    await page.close();
    found.push([`${setting}: all`, true]);
  });
}
