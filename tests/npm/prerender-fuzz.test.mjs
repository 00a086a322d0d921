// goalpost prerender on pages that nobody would write: only the goals change, and a second run changes
// nothing, whatever surrounds the goals.

import assert from "node:assert/strict";
import { test } from "node:test";
import { prerendered } from "../../www/npm/cli/prerender/page.js";
import { Markup } from "../../www/npm/cli/prerender/markup.js";
import { edited } from "../../www/npm/cli/prerender/edits.js";

/** Numbers that look random, the same in every run. */
function random(seed) {
  let state = seed;
  return (most) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
  };
}

const STILL =
  '<figure class="goalpost-still">\n<svg><text>6</text></svg><p>words</p><table><tr><td><a href="/x">a</a></table></figure>';
const draw = (goal) => ({ still: STILL, data: `<script type="application/json">${goal}</script>` });
const read = () => ({ file: "k8s.json", text: "{}" });

const EMBEDS = [
  '<script type="application/json" data-goalpost data-view="burnup">{ "n": 1 }</script>',
  "<SCRIPT data-goalpost='' type=application/json>{}</SCRIPT>",
  '<goal-post src="k8s.json"></goal-post>',
  '<goal-post>\n<script type="application/json">{}</script>\r\n</goal-post>',
  "<goal-post theme=dark><pre><code class=language-goalpost>{}</code></pre></goal-post>",
  '<div class="highlight"><pre><code class="language-goalpost">{ &quot;n&quot;: 1 }</code></pre></div>',
  '<pre class="language-goalpost"><code class="language-goalpost">{<b>}</b></code></pre>',
  "<goal-post></goal-post>",
  "<goal-post src=k8s.json>my own words</goal-post>",
  '<code class="language-goalpost">{}</code>',
];
const AROUND = [
  ...[
    "<p>",
    "</p>",
    "<p id=a class='b'>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=x>",
    "</a>",
    "<div>",
    "</div>",
    "<br>",
  ],
  ...["<table>", "<tr>", "<td>", "</td>", "</table>", "<ul><li>", "</ul>", "<select>", "</select>", "<svg>", "</svg>"],
  ...["<template>", "</template>", "<noscript>", "</noscript>", "<!--", "-->", "<textarea>", "</textarea>", "<button>"],
  ...["</button>", "<h2>", "</h2>", "<pre>", "</pre>", "<body class=x>", "</body>", "<head>", "</head>", "<title>"],
  ...["</title>", "&amp;", "&notin", "\r\n", "\n", "\0", "é", "한국", "😀", "<", "< a", "</", "<3", "<!doctype html>"],
  ...["<main>", "</main>", "<frameset>", "<object>", "</object>", "<form>", "</form>", "<math><mi>", "</math>", "<hr>"],
  ...[
    "<nobr>",
    "<option>",
    "<caption>",
    "<figure>",
    "</figure>",
    "<details><summary>",
    "</details>",
    "<goal-post>",
    "</goal-post>",
  ],
];

/** A page of random parts, and the places of its goals. */
function page(next) {
  let html = next(3) ? "<!doctype html><html><head><title>a</title></head><body>" : "";
  const places = [];
  for (let parts = 1 + next(30); parts > 0; parts--) {
    if (next(4) > 0) html += AROUND[next(AROUND.length)];
    else {
      const embed = EMBEDS[next(EMBEDS.length)];
      places.push([html.length, html.length + embed.length]);
      html += embed;
    }
  }
  return { html, places };
}

test("3,000 pages of arbitrary markup: only goals change, and they change once", () => {
  const next = random(16);
  const count = { changed: 0, stills: 0, left: 0 };
  for (let turn = 0; turn < 3_000; turn++) {
    const { html, places } = page(next);
    const { html: made, edits, goals, notes } = prerendered(html, { draw, read });
    // A stray <goal-post> may contain what follows, up to a stray end tag.
    if (!/<goal-post>(?!\n<script)|<\/goal-post><\/goal-post>/.test(html.replace("<goal-post></goal-post>", ""))) {
      for (const { start, end } of edits)
        assert.ok(
          places.some(([from, to]) => from <= start && end <= to),
          `${start}–${end} of ${html}`,
        );
    }
    assert.equal(edited(html, edits), made);
    const again = prerendered(made, { draw, read });
    assert.equal(again.html, made, `a second run changes ${html}`);
    assert.equal(again.goals, goals, `the parser moves a still of ${html}`);
    count.stills += goals;
    count.left += notes.length;
    if (made !== html) count.changed++;
  }
  assert.ok(count.changed > 500 && count.stills > 1_000 && count.left > 500, JSON.stringify(count));
});

test("2,000 texts of feeds, escaped and in CDATA: each character is found at its place", () => {
  const next = random(38);
  const parts = ["<p>", "a", "한", "😀", "&", "]]>", "]]", "\r\n", '"', "<b>x</b>", "&lt;", "&#x41;"];
  const written = {
    text: (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&#62;"),
    cdata: (text) => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`,
  };
  for (let turn = 0; turn < 2_000; turn++) {
    let plain = "";
    let xml = "<d>";
    for (let count = next(6); count > 0; count--) {
      const text = Array.from({ length: 1 + next(4) }, () => parts[next(parts.length)]).join("");
      plain += text;
      xml += written[next(2) ? "text" : "cdata"](text) + (next(5) ? "" : "<!-- c -->");
    }
    xml += "</d>";
    const markup = new Markup(xml, 3, xml.length - 4);
    assert.equal(markup.text, plain, xml);
    // Any change results in exactly that change of the text, without effect on its surroundings.
    const characters = [...plain];
    const from = next(characters.length + 1);
    const [start, size] = [characters.slice(0, from).join("").length, next(characters.length - from + 1)];
    const end = start + characters.slice(from, from + size).join("").length;
    const made = edited(xml, markup.edits([{ start, end, text: "<i>]]>&</i>" }]));
    const again = new Markup(made, 3, made.length - 4);
    assert.equal(again.text, `${plain.slice(0, start)}<i>]]>&</i>${plain.slice(end)}`, `${xml}\n${made}`);
  }
});
