// goalpost prerender --feeds: stills in Atom and RSS, and the parts that a feed reader's sanitizer keeps.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { SaxesParser } from "saxes";
import { figureOf } from "../../www/npm/cli/prerender/feed-figure.js";
import { goalpost } from "./command.mjs";
import { at, open } from "./workshop.mjs";

let sanitize;
before(async () => {
  open();
  const modules = createRequire(at("package.json"));
  ({ default: sanitize } = await import(pathToFileURL(modules.resolve("sanitize-html")).href));
});

const GOOD = '{ "title": "Pods & more", "unit": "lectures", "planned": [6, 8], "done": [6, 5] }';
const SCRIPT = `<script type="application/json" data-goalpost>${GOOD}</script>`;
const FENCE = `<div class="highlight"><pre><code class="language-goalpost">${GOOD.replace(/"/g, "&quot;").replace("& ", "&amp; ")}</code></pre></div>`;
const escaped = (html) => html.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const rss = (items, channel = "<language>en</language>") => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>A blog about &lt;goal-post&gt;</title><link>https://me.example/</link>${channel}<description>goalpost</description>
${items.map((item) => `<item><title>A</title><link>https://me.example/posts/a/</link>${item}</item>`).join("\n")}
</channel></rss>
`;
const atom = (content, attributes = "") => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko"><title>A</title><link rel="self" href="/atom.xml"/>
<entry${attributes}><title>A</title><link href="/posts/a/"/>${content}</entry></feed>
`;

/** The texts of the elements of a name in XML, which must be well-formed. */
function contents(xml, name) {
  const found = [];
  let open = false;
  const parser = new SaxesParser();
  parser.on("error", (error) => assert.fail(error));
  parser.on("opentag", (tag) => {
    if (tag.name === name) found.push("");
    open = tag.name === name;
  });
  const take = (text) => {
    if (open) found[found.length - 1] += text;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", () => {
    open = false;
  });
  parser.write(xml).close();
  return found;
}

/** Prerenders one feed. A second run must change nothing. */
function prerendered(xml, files = {}, name = "feed.xml") {
  const first = goalpost(["prerender", ".", "--feeds"], { [name]: xml, ...files });
  const made = first.read(name);
  const second = goalpost(["prerender", ".", "--feeds"], { [name]: made, ...files });
  assert.equal(second.read(name), made);
  return { ...first, xml: made };
}

const FIGURE = /<figure class="goalpost-still" lang="(\w\w)">[\s\S]*?<\/figure>/g;
const figures = (html) => [...html.matchAll(FIGURE)].map(([, lang]) => lang);

test("RSS: figures replace scripts and fences, escaped or in CDATA, and nothing else changes", () => {
  const html = `<p>a</p>\n${SCRIPT}\n<p>b ]] &amp; c</p>${FENCE}<p>d</p>`;
  const xml = rss([
    `<description>${escaped(html)}</description>`,
    `<description>short</description><content:encoded><![CDATA[${html}]]></content:encoded>`,
  ]);
  const { status, stdout, stderr, xml: made } = prerendered(xml);
  assert.deepEqual([status, stdout, stderr], [0, "4 goals in 1 of 1 file, 1 written\n", ""]);
  const [, description, short] = contents(made, "description");
  const [encoded] = contents(made, "content:encoded");
  assert.equal(short, "short");
  for (const content of [description, encoded]) {
    assert.deepEqual(figures(content), ["en", "en"]);
    assert.equal(content.replace(FIGURE, "X"), "<p>a</p>\nX\n<p>b ]] &amp; c</p>X<p>d</p>");
  }
  assert.doesNotMatch(encoded, /<script|<goal-post|<svg|<style/);
  const bare = (text) => text.replace(/<figure[\s\S]*?<\/figure>|&lt;figure[\s\S]*?&lt;\/figure&gt;/g, "X");
  const source = xml
    .replaceAll(SCRIPT, "X")
    .replaceAll(FENCE, "X")
    .replace(escaped(SCRIPT), "X")
    .replace(escaped(FENCE), "X");
  assert.equal(bare(made), source);
});

test("without --feeds no feed is touched, and other XML never is", () => {
  const files = { "feed.xml": rss([`<description>${escaped(SCRIPT)}</description>`]) };
  assert.equal(goalpost(["prerender", "."], files).read("feed.xml"), files["feed.xml"]);
  const map = `<urlset><description>${escaped(SCRIPT)}</description></urlset>`;
  assert.equal(prerendered(map).xml, map);
});

test("Atom: HTML as text and as XHTML, in the feed's language or the entry's", () => {
  const text = prerendered(atom(`<content type="html">${escaped(SCRIPT)}</content>`)).xml;
  assert.deepEqual(figures(contents(text, "content")[0]), ["ko"]);
  const inner = `<div xmlns="http://www.w3.org/1999/xhtml"><p>a<br/></p><goal-post view="burnup"><script type="application/json">${escaped(GOOD)}</script></goal-post></div>`;
  const made = prerendered(atom(`<content type="xhtml">${inner}</content>`, ' xml:lang="en"')).xml;
  assert.deepEqual(figures(made), ["en"]);
  assert.match(
    made,
    /<p>a<br\/><\/p><figure class="goalpost-still" lang="en">[\s\S]*Pods &amp; more[\s\S]*<\/figure><\/div><\/content>/,
  );
  const plain = atom(`<content type="text">${escaped(SCRIPT)}</content>`);
  assert.equal(prerendered(plain).xml, plain);
});

test("a file is found relative to the entry's page, wherever the feed is, also by its full address", () => {
  const post = (src) => escaped(`<p><goal-post src="${src}"></goal-post></p>`);
  const files = { "posts/a/k8s.json": GOOD };
  for (const src of ["k8s.json", "/posts/a/k8s.json", "https://me.example/posts/a/k8s.json"]) {
    const { xml } = prerendered(rss([`<description>${post(src)}</description>`]), files);
    assert.equal(figures(contents(xml, "description")[1]).length, 1, src);
  }
  const other = prerendered(rss([`<description>${post("https://other.example/k8s.json")}</description>`]), files);
  assert.match(
    other.stderr,
    /^feed\.xml:4:\d+: left as it is: https:\/\/other\.example\/k8s\.json is not on this machine/,
  );
  assert.equal(
    figures(
      prerendered(atom(`<content type="html">${post("k8s.json")}</content>`), files)
        .xml.replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">"),
    ).length,
    1,
  );
});

test("a broken goal is reported with its place in the feed, which stays unchanged", () => {
  const bad = escaped(
    '<p>a</p>\n<goal-post><script type="application/json">{ "planned": [1],\n "dne": [1] }</script></goal-post>',
  );
  const xml = rss([`<description>${bad}</description>`]);
  const { status, stderr, xml: made } = prerendered(xml);
  assert.deepEqual([status, made], [1, xml]);
  assert.match(stderr, /^feed\.xml:6:9: dne: unknown field, did you mean "done"\?/);
  const torn = xml.replace("</channel>", "");
  assert.match(prerendered(torn).stderr, /^feed\.xml:1:1: left as it is: this is not XML: /);
});

test("case 38: a reader's sanitizer leaves the words and the table, and no letters of the picture", () => {
  const goal = readFileSync(new URL("../fixtures/goals/kubernetes.json", import.meta.url), "utf8");
  const post = `<p>a</p><goal-post><script type="application/json">${goal}</script></goal-post><p>b</p>`;
  const { xml } = prerendered(rss([`<description>${escaped(post)}</description>`]));
  const content = contents(xml, "description")[1];
  assert.match(content, /<img alt="" width="\d+"(?: height="\d+")? src="data:image\/svg\+xml,/);
  const clean = sanitize(content);
  assert.match(clean, /^<p>a<\/p><figure><figcaption>/);
  assert.match(clean, /83\.3%/);
  assert.equal(clean.match(/<tr>/g).length, 6, "a head, and five weeks");
  const outside = clean.replace(/<table>[\s\S]*<\/table>/, "").replace(/<[^>]*>/g, "");
  // Values such as 6/8 are only in the picture, not in any sentence.
  assert.doesNotMatch(outside, /\d\/\d/);
  const words = content.replace(/<table[\s\S]*<\/table>/, "").replace(/<[^>]*>/g, "");
  assert.equal(outside.replace(/\s+/g, " "), words.replace(/\s+/g, " "), "nothing but the words of the figure");
});

test("each drawing of a still becomes an image of its own, with what it needs outside of a page", () => {
  const chart =
    '<svg width="100%" height="300" class="a"><svg viewBox="0 0 1 1"><text>6/8 & 50%</text></svg></svg>'.replace(
      "&",
      "&amp;",
    );
  const gauge = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="180"><path d="M0 0"/></svg>';
  const figure = figureOf(`<figure><style>svg{}</style>${chart}${gauge}<p>words</p></figure>`);
  const images = [
    ...figure.matchAll(/<img alt="" width="(\d+)" height="(\d+)" src="data:image\/svg\+xml,([^" ]*)"\/>/g),
  ];
  assert.equal(figure.replace(/<img[^>]*>/g, "X"), "<figure>XX<p>words</p></figure>");
  assert.deepEqual(
    images.map(([, width, height]) => [width, height]),
    [
      ["640", "300"],
      ["200", "180"],
    ],
  );
  const [first, second] = images.map(([, , , address]) => decodeURIComponent(address));
  assert.deepEqual(contents(first, "text"), ["6/8 & 50%"]);
  for (const svg of [first, second]) {
    assert.match(svg, /^<svg [^>]*color="#1f2328"[^>]*><rect width="100%" height="100%" fill="#ffffff"\/>/);
    assert.equal(svg.match(/xmlns="http:\/\/www\.w3\.org\/2000\/svg"/g).length, 1);
  }
});
