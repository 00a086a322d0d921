// goalpost prerender: the goals of a built page that get a still, the changes of the page, and the messages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toElement } from "../../dist/index.js";
import { folderOf, goalpost } from "./command.mjs";

const GOOD = '{ "planned": [6, 8], "done": [6, 5] }';

/** The contents of a <goal-post> after its data. */
export const stillOf = (goal, options) => {
  const markup = toElement(goal, options);
  return markup.slice(markup.indexOf("</script>") + "</script>".length, -"</goal-post>".length).trim();
};
const STILL = stillOf(GOOD);
const data = (goal) => `<script type="application/json">${goal}</script>`;
const page = (body, lang = "en") =>
  `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>A post</title></head>\n<body>\n${body}\n</body></html>\n`;

/** Prerenders one page. A second run must change nothing. */
function prerendered(html, files = {}, args = []) {
  const site = { "index.html": html, ...files };
  const first = goalpost(["prerender", ".", ...args], site);
  const made = first.bytes("index.html");
  const second = goalpost(["prerender", ".", ...args], { ...site, "index.html": made });
  assert.ok(made.equals(second.bytes("index.html")), "a second run changes nothing");
  assert.match(second.stdout, /, 0 written/);
  return { ...first, html: made.toString("utf8") };
}

const post = (inner, attributes = "") => `<goal-post${attributes}>${inner}</goal-post>`;

/** @type {Record<string, [string, string]>} the markup in the page, before and after */
const embeds = {
  "a script": [
    `<script type="application/json" data-goalpost>${GOOD}</script>`,
    post(`<script type="application/json" data-goalpost>${GOOD}</script>${STILL}`),
  ],
  "a script with options": [
    `<script type="application/json" data-goalpost data-view="compact" data-theme="dark">${GOOD}</script>`,
    post(
      `<script type="application/json" data-goalpost data-view="compact" data-theme="dark">${GOOD}</script>` +
        stillOf(GOOD, { view: "compact", theme: "dark" }),
      ' view="compact" theme="dark"',
    ),
  ],
  "Hugo's fence": [
    `<div class="highlight"><pre tabindex="0"><code class="language-goalpost" data-lang="goalpost">${GOOD}</code></pre></div>`,
    post(data(GOOD) + STILL),
  ],
  "kramdown's and Rouge's fence": [
    `<div class="language-goalpost highlighter-rouge"><div class="highlight"><pre class="highlight"><code>${GOOD}\n</code></pre></div></div>`,
    post(data(GOOD) + STILL),
  ],
  "markdown-it's fence": [
    `<pre><code class="language-goalpost">${GOOD.replace(/"/g, "&quot;")}\n</code></pre>`,
    post(data(GOOD) + STILL),
  ],
  "Material's fence": [
    `<div class="language-goalpost highlight"><pre><span></span><code><span id="__span-0-1">${GOOD}\n</span></code></pre></div>`,
    post(data(GOOD) + STILL),
  ],
  "Rouge's line numbers": [
    `<figure class="highlight"><pre><code class="language-goalpost" data-lang="goalpost"><table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n</pre></td><td class="rouge-code"><pre>${GOOD}\n</pre></td></tr></tbody></table></code></pre></figure>`,
    post(data(GOOD) + STILL),
  ],
  "an element with its data": [
    `<goal-post view="burnup">\n  ${data(GOOD)}\n</goal-post>`,
    `<goal-post view="burnup">\n  ${data(GOOD)}${stillOf(GOOD, { view: "burnup" })}\n</goal-post>`,
  ],
  "an element around a fence": [
    `<goal-post view="burnup">\n<pre><code class="language-goalpost">${GOOD}</code></pre>\n</goal-post>`,
    `<goal-post view="burnup">\n${data(GOOD)}${stillOf(GOOD, { view: "burnup" })}\n</goal-post>`,
  ],
  "an element with a file": [post("", ' src="data/k8s.json?v=2"'), post(STILL, ' src="data/k8s.json?v=2"')],
  "a file from the site's root": [post("", " src='/data/k8s.json'"), post(STILL, " src='/data/k8s.json'")],
  "upper case": [`<GOAL-POST>${data(GOOD)}</GOAL-POST>`, `<GOAL-POST>${data(GOOD)}${STILL}</GOAL-POST>`],
  "an older still, of another core": [
    post(`${data(GOOD)}<figure class="goalpost-still"><p>older</p></figure>`),
    post(data(GOOD) + STILL),
  ],
};

for (const [name, [before, after]] of Object.entries(embeds)) {
  test(`${name} gets its still, and nothing around it changes`, () => {
    const { html, status, stdout, stderr } = prerendered(page(`<p>a</p>\n${before}\n<p>b</p>`), {
      "data/k8s.json": GOOD,
    });
    assert.equal(html, page(`<p>a</p>\n${after}\n<p>b</p>`));
    assert.deepEqual([status, stderr, stdout], [0, "", "1 goal in 1 of 1 file, 1 written\n"]);
  });
}

test("a checklist of the page, by any selector, becomes the still of its element", () => {
  const list =
    '<h2>Plan</h2><ul class="plan"><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>';
  const { html, status } = prerendered(page(`${list}\n<goal-post from="ul.plan"></goal-post>`));
  assert.equal(status, 0);
  assert.match(
    html,
    /<goal-post from="ul\.plan"><figure class="goalpost-still"[\s\S]*1 of 2[\s\S]*<\/figure><\/goal-post>/,
  );
  assert.ok(html.includes(list));
});

test("where Markdown put the element into a paragraph, the paragraph ends before it and goes on after it", () => {
  const { html } = prerendered(
    page('<p class="lead" id="x">So far: <goal-post src="k8s.json"></goal-post> More.</p>'),
    {
      "k8s.json": GOOD,
    },
  );
  const made = `<p class="lead" id="x">So far: </p>${post(STILL, ' src="k8s.json"')}<p class="lead"> More.</p>`;
  assert.equal(html, page(made));
});

test("the language is the element's, else the goal's, else that of the page around it", () => {
  const inside = (lang, goal, attributes = "") =>
    /<figure class="goalpost-still" lang="(..)"/.exec(prerendered(page(post(data(goal), attributes), lang)).html)[1];
  assert.equal(inside("ko", GOOD), "ko");
  assert.equal(inside("en", '{ "planned": [1], "title": "쿠버네티스" }'), "ko");
  assert.equal(inside("ko", '{ "planned": [1], "lang": "en" }'), "en");
  assert.equal(inside("ko", '{ "planned": [1], "lang": "ko" }', ' lang="en"'), "en");
  const fence = `<div lang="ko"><pre><code class="language-goalpost" data-lang="goalpost">${GOOD}</code></pre></div>`;
  assert.match(
    prerendered(page(fence)).html,
    /<goal-post><script[^>]*>.*<\/script><figure class="goalpost-still" lang="ko"/,
  );
});

test("parts that are not in the page stay unchanged", () => {
  const html = page(
    [
      `<!-- ${post(data(GOOD))} -->`,
      `<template>${post(data(GOOD))}</template>`,
      `<noscript>${post(data(GOOD))}</noscript>`,
      `<textarea>${post(data(GOOD))}</textarea>`,
      `<script>const text = '<goal-post src="k8s.json"><\\/goal-post>';</script>`,
      `<script type="application/json">${GOOD}</script>`,
      "<pre><code>&lt;goal-post&gt;&lt;/goal-post&gt;</code></pre>",
      `<pre><code class="language-goalposts">${GOOD}</code></pre>`,
    ].join("\n"),
  );
  const { html: made, stdout, stderr, status } = prerendered(html);
  assert.equal(made, html);
  assert.deepEqual([status, stderr, stdout], [0, "", "0 goals in 0 of 1 file, 0 written\n"]);
});

/** @type {Record<string, [string, RegExp]>} */
const left = {
  "content of its own": [post(`${data(GOOD)}<p>My own words</p>`), /it has content of its own/],
  "an element that a script will fill": [post(""), /a script may give it one/],
  "an element that is never closed": ['<goal-post src="k8s.json" />', /<goal-post> is never closed/],
  "a file of another site": [
    post("", ' src="https://example.com/x.json"'),
    /example\.com\/x\.json is not on this machine/,
  ],
  "an inline element in a paragraph": [
    `<p>a <em>${post("", " src=k8s.json")}</em></p>`,
    /it stands in <em> in a paragraph/,
  ],
  "a table outside of its cells": [
    `<table>${post(data(GOOD))}<tr><td>a</td></tr></table>`,
    /in a table outside of its cells/,
  ],
};

for (const [name, [body, message]] of Object.entries(left)) {
  test(`${name}: the goal is skipped with a note`, () => {
    const html = page(`<p>a</p>\n${body}`);
    const { html: made, stderr, status } = prerendered(html, { "k8s.json": GOOD });
    assert.equal(made, html);
    assert.equal(status, 0);
    assert.match(stderr, /^index\.html:\d+:\d+: /);
    assert.match(stderr, message);
  });
}

test("a goal in the head of a page without another place is skipped", () => {
  const html = `<!doctype html><title>x</title><script type="application/json" data-goalpost>${GOOD}</script><p>a`;
  const { html: made, stderr } = prerendered(html);
  assert.equal(made, html);
  assert.match(stderr, /^index\.html:1:32: left as it is: it stands where nothing is shown/);
});

test("Windows line ends and a byte order mark stay, also in the inserted markup", () => {
  const goal = '{\r\n  "planned": [6, 8],\r\n  "done": [6, 5]\r\n}';
  const html = page(`<pre><code class="language-goalpost">${goal}</code></pre>`).replace(/\r?\n/g, "\r\n");
  const { html: made } = prerendered(`\ufeff${html}`);
  assert.ok(made.startsWith("\ufeff<!doctype html>\r\n<html"));
  assert.doesNotMatch(made, /[^\r]\n/);
  assert.equal(
    made.replace(/<goal-post>[\s\S]*<\/goal-post>/, "X"),
    `\ufeff${html.replace(/<pre>[\s\S]*<\/pre>/, "X")}`,
  );
});

test("a page in an encoding other than UTF-8 is reported and skipped", () => {
  const html = page(post(data(GOOD))).replace('charset="utf-8"', 'charset="euc-kr"');
  assert.match(prerendered(html).stderr, /^index\.html:1:1: left as it is: it is in euc-kr, and only UTF-8 is read\n$/);
  const latin = Buffer.from(page(`<p>caf\xe9</p>${post(data(GOOD))}`).replace('<meta charset="utf-8">', ""), "latin1");
  assert.match(prerendered(latin).stderr, /it is in another encoding/);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page(post(data(GOOD))), "utf16le")]);
  assert.match(prerendered(wide).stderr, /it is in UTF-16/);
});

test("--base finds the files of a site in a folder of its server", () => {
  const html = page(post("", ' src="/blog/data/k8s.json"'));
  const files = { "data/k8s.json": GOOD };
  const without = prerendered(html, files);
  assert.equal(without.status, 1);
  assert.match(
    without.stderr,
    /src: there is no file "\/blog\/data\/k8s\.json"; if the site stands in a folder .* --base/,
  );
  assert.equal(prerendered(html, files, ["--base", "/blog/"]).html, page(post(STILL, ' src="/blog/data/k8s.json"')));
  const whole = page(post("", ' src="https://me.example/blog/data/k8s.json"'));
  assert.match(prerendered(whole, files, ["--base", "https://me.example/blog"]).html, /<figure class="goalpost-still"/);
  const based = page(post("", ' src="k8s.json"')).replace("<title>", '<base href="/blog/data/"><title>');
  assert.match(prerendered(based, files, ["--base", "/blog"]).html, /<figure class="goalpost-still"/);
  assert.equal(goalpost(["prerender", ".", "--base", "blog"]).status, 2);
});

test("no address leads out of the site", () => {
  const outside = folderOf({ "secret.json": GOOD, "site/index.html": page(post("", ' src="..%2fsecret.json"')) });
  const { status, stderr } = goalpost(["prerender", `${outside}/site`]);
  assert.equal(status, 1);
  assert.match(stderr, /there is no file "\.\.%2fsecret\.json"/);
});

test("a broken goal is reported with file, line and column, and the page stays unchanged", () => {
  const html = page(
    `${post(data(GOOD))}\n<p>a</p><goal-post><script type="application/json">{ "planned": [6, 8],\n  "dne": [6, 9] }</script></goal-post>`,
  );
  const script = prerendered(html);
  assert.deepEqual(
    [script.status, script.html, script.stdout],
    [1, html, "0 goals in 0 of 1 file, 0 written, 1 file with problems\n"],
  );
  assert.match(script.stderr, /^index\.html:6:10: dne: unknown field, did you mean "done"\?/);

  const fence = page('<p>a</p> <pre><code class="language-goalpost">{ &quot;planned&quot;: [6,] }</code></pre>', "ko");
  const syntax = prerendered(fence);
  const column = fence.split("\n")[3].indexOf(",] }") + 1;
  assert.equal(syntax.html, fence);
  assert.match(syntax.stderr, new RegExp(`^index\\.html:4:${column}: JSON이 아닙니다`), "in the page's language");

  const file = prerendered(page(post("", " src=k8s.json")), { "k8s.json": '{\n "planned": [1],\n "done": ["x"] }' });
  assert.match(file.stderr, /^k8s\.json:3:11: done\[0\]: .* \(shown by index\.html:4:1\)/);

  const list = prerendered(page(post("", ' from="#gone"')));
  assert.match(list.stderr, /^index\.html:4:1: from: nothing in the page is "#gone"/);
  const option = prerendered(page(post(data(GOOD), " view=pie")));
  assert.match(option.stderr, /^index\.html:4:\d+: view: /);
  const plain = prerendered(page(`<script data-goalpost>${GOOD}</script>`));
  assert.match(plain.stderr, /it needs type="application\/json"/);
  assert.deepEqual([file.status, list.status, option.status, plain.status], [1, 1, 1, 1]);
});

test("data over the limits are refused as the widget refuses them", () => {
  const endless = `{ "title": "${"x".repeat(300 * 1024)}", "planned": [1] }`;
  assert.match(
    prerendered(page(post(data(endless)))).stderr,
    /^index\.html:\d+:\d+: .* bytes of JSON, the most is 262,144/,
  );
  assert.match(
    prerendered(page(post("", " src=x.json")), { "x.json": endless }).stderr,
    /^x\.json:\d+:\d+: .* bytes of JSON, the most is 262,144/,
  );
  const huge = prerendered(page(post("", " src=x.json")), { "x.json": `{ "title": "${"x".repeat(2 ** 20)}" }` });
  assert.match(huge.stderr, /^index\.html:4:1: src: "x\.json" is too long: 1,048,\d+ bytes\n/);
  const weeks = JSON.stringify({ planned: Array(1041).fill(1) });
  assert.match(prerendered(page(post(data(weeks)))).stderr, /1,?040/);
});
