// The rest of a post around a goal: excerpts and feeds of the post, and many goals on one page.
//
// Real Jekyll, with GitHub Pages' default theme and plugins, builds blogs and their feeds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { site } from "./sites.mjs";

const INCLUDE = "{% include goalpost.html goal=page.goal %}";
const post = (title, goal, body, more = "") => `---
layout: post
title: ${title}
goal: ${goal}
${more}---
${body}

The second paragraph.
`;
const KOREAN = '{ title: "쿠버네티스", unit: 강, planned: [6, 8], done: [6, 6] }';
const ENGLISH = '{ unit: "run|runs", planned: [3, 3, 3], done: [3, 1] }';
const HOSTILE = '{ title: "<b>Run</b> & \\"fly\\"", planned: [3, 3], done: [3] }';
const BAD = '{ title: "Typo", plannd: [3] }';

const files = {
  "_posts/2026-01-01-first.md": post("First", KOREAN, INCLUDE),
  "_posts/2026-01-02-english.md": post("English", ENGLISH, INCLUDE, "lang: en\n"),
  "_posts/2026-01-03-hostile.md": post("Hostile", HOSTILE, INCLUDE),
  "_posts/2026-01-04-inside.md": post("Inside", ENGLISH, `See ${INCLUDE} there.`),
  "_posts/2026-01-05-own.md": post("Own", ENGLISH, INCLUDE, "excerpt: What I say of it.\n"),
  "_posts/2026-01-06-whole.md": post("Whole", ENGLISH, INCLUDE, 'excerpt_separator: ""\n'),
  "_posts/2026-01-07-bad.md": post("Bad", BAD, INCLUDE),
  "excerpts.html":
    "---\npermalink: /excerpts/\n---\n{% for post in site.posts %}<article>{{ post.title }}|" +
    "{{ post.excerpt | strip_html | normalize_whitespace }}</article>\n{% endfor %}",
  "_data/several/b.json": JSON.stringify({ title: "B", planned: [2], done: [1] }),
  "_data/several/a.yml": "title: A\nplanned: [4]\ndone: [1]\n",
  "_data/one-file.json": JSON.stringify([{ planned: [1] }, { planned: [5], done: [5] }, { planned: [9], done: [3] }]),
  "list.html": "---\npermalink: /list/\n---\n{% include goalpost-list.html goals=site.data.several %}",
  "list-file.html":
    "---\npermalink: /list-file/\n---\n" +
    '{% include goalpost-list.html goals=site.data.one-file view="burnup" words="off" theme="dark" %}',
};

let out;
const read = (path) => readFileSync(join(out, path), "utf8");
before(() => (out = site({ name: "posts", files })));

const SENTENCES = {
  First: "쿠버네티스: 14강 중 12강을 마쳤습니다(85.7%). 2주차부터 밀린 일이 있고, 지금 2강이 밀려 있습니다.",
  English: "4 of 9 runs done: 44.4%.",
  Hostile: '<b>Run</b> & "fly": 3 of 6 done: 50%.',
};
const unescaped = (text) =>
  [
    ["&lt;", "<"],
    ["&gt;", ">"],
    ["&quot;", '"'],
    ["&#39;", "'"],
    ["&amp;", "&"],
  ].reduce((text, [from, to]) => text.replaceAll(from, to), text);
const excerpt = (title) =>
  unescaped(new RegExp(`<article>${title}\\|(.*?)</article>`).exec(read("excerpts/index.html"))[1]);

test("an excerpt that is a goal has its sentences, and neither table nor data", () => {
  for (const [title, said] of Object.entries(SENTENCES)) {
    assert.ok(excerpt(title).startsWith(said), excerpt(title));
    assert.doesNotMatch(excerpt(title), /"planned"|표와 데이터|Table and data|Date/, title);
  }
  assert.match(excerpt("Inside"), /^See 4 of 9 runs done: 44\.4%\..* there\.$/);
  assert.equal(excerpt("Own"), "What I say of it.");
  assert.match(excerpt("Bad"), /^goalpost cannot draw this goal yet: plannd$/);
});

test("the post itself has the whole goal, whether there is an excerpt or not", () => {
  for (const name of ["first", "english", "inside", "own", "whole"]) {
    const html = read(`2026/${name}/index.html`);
    assert.equal(html.match(/<goal-post/g).length, 1, name);
    assert.equal(html.match(/<script type="application\/json">/g).length, 1, name);
    assert.match(html, /<figure class="goalpost-still"/, name);
  }
});

test("a preview of a link and the summary in the feed are the sentences", () => {
  const described = /<meta property="og:description" content="(.*?)"/.exec(read("2026/first/index.html"))[1];
  assert.ok(described.startsWith(SENTENCES.First), described);
  const feed = read("feed.xml");
  const summaries = [...feed.matchAll(/<title type="html">(\w+)<\/title>.*?<summary type="html">(.*?)<\/summary>/gs)];
  const summary = Object.fromEntries(summaries.map(([, title, text]) => [title, text.replace("<![CDATA[", "")]));
  assert.ok(summary.First.startsWith(SENTENCES.First), summary.First);
  assert.ok(unescaped(summary.English).startsWith(SENTENCES.English), summary.English);
});

test("a list shows every goal of a folder and of a file, with the given options", () => {
  const list = read("list/index.html");
  assert.deepEqual(
    [...list.matchAll(/<goal-post view="(\w+)"[^>]*>\n<figure[^>]*><figcaption><b>(.*?)<\/b>/g)].map((found) =>
      found.slice(1),
    ),
    [
      ["compact", "A"],
      ["compact", "B"],
    ],
  );
  assert.equal(list.match(/<script type="module"/g).length, 1);
  const file = read("list-file/index.html");
  assert.equal(file.match(/<goal-post view="burnup" theme="dark" words="off"/g).length, 3);
});
