// A fenced block in the markup of many builders and highlighters: found, drawn, and hidden beside the goal.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { report } from "../../www/tools/report.mjs";
import { blog } from "./blog.mjs";
import { LINES, escaped, page } from "./field.mjs";

const CODE = LINES.map(escaped);
const text = CODE.join("\n");
const spans = (line, numbered = "") =>
  CODE.map((code, at) => `<span class="${line}">${numbered.replace("N", String(at + 1))}<span>${code}</span></span>`);
const gutter = (tag) => CODE.map((_, at) => `<span class="${tag}">${at + 1}</span>`).join("<br>");

/** Case, the builder, and its markup. */
const FENCES = [
  ["-", "kramdown without a highlighter", `<pre><code class="language-goalpost">${text}\n</code></pre>`],
  [
    "-",
    "Rouge",
    `<div class="language-goalpost highlighter-rouge"><div class="highlight"><pre class="highlight"><code>${text}
</code></pre></div></div>`,
  ],
  [
    "28",
    "Jekyll's highlight tag",
    `<figure class="highlight"><pre><code class="language-goalpost" data-lang="goalpost">${text}</code></pre></figure>`,
  ],
  [
    "28",
    "Jekyll's highlight tag with linenos",
    `<figure class="highlight"><pre><code class="language-goalpost" data-lang="goalpost"><table class="rouge-table">
<tbody><tr><td class="gutter gl"><pre class="lineno">1\n2\n3\n</pre></td><td class="code"><pre>${text}\n</pre></td></tr>
</tbody></table></code></pre></figure>`,
  ],
  [
    "28",
    "Rouge in a theme with a header and line numbers (Chirpy)",
    `<div class="language-goalpost highlighter-rouge"><div class="code-header"><span data-label-text="Goalpost"><i></i>
</span><button aria-label="copy"><i></i></button></div><div class="highlight"><code><table class="rouge-table"><tbody><tr>
<td class="rouge-gutter gl"><pre class="lineno">1\n2\n3\n</pre></td><td class="rouge-code"><pre>${text}
</pre></td></tr></tbody></table></code></div></div>`,
  ],
  ["17", "superfences, its custom fence", `<pre class="goalpost"><code>${text}</code></pre>`],
  ["17", "superfences, its custom fence as a div", `<div class="goalpost">${text}</div>`],
  [
    "17",
    "superfences with the language's class and anchored line numbers",
    `<div class="language-goalpost highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv">
<pre><span></span><span class="normal"><a href="#l-1">1</a></span>\n<span class="normal">2</span>\n<span>3</span></pre></div>
</td><td class="code"><div><pre><span></span><code><a id="l-1" name="l-1"></a>${text}\n</code></pre></div></td></tr></table>
</div>`,
  ],
  ["17b", "Goldmark", `<pre tabindex="0"><code class="language-goalpost" data-lang="goalpost">${text}\n</code></pre>`],
  [
    "17b",
    "Chroma with line numbers in a table",
    `<div class="highlight"><div class="chroma"><table class="lntable"><tr><td class="lntd"><pre class="chroma"><code>
${gutter("lnt")}</code></pre></td><td class="lntd"><pre class="chroma"><code class="language-goalpost"
data-lang="goalpost">${spans("line").join("\n")}</code></pre></td></tr></table></div></div>`,
  ],
  [
    "17f",
    "Hexo's own, with hljs: true",
    `<figure class="highlight plaintext"><table><tr><td class="gutter"><pre>${gutter("line")}</pre></td><td class="code"><pre>
<code class="hljs goalpost">${CODE.join("<br>")}<br></code></pre></td></tr></table></figure>`,
  ],
  [
    "17f",
    "Hexo, the name excluded from its highlighter",
    `<pre><code class="highlight goalpost">${text.replace(/{/g, "&#123;")}</code></pre>`,
  ],
  [
    "17b",
    "Chroma with line numbers in the lines",
    `<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-goalpost" data-lang="goalpost">${spans(
      "line",
      '<span class="ln">N</span>',
    ).join("\n")}</code></pre></div>`,
  ],
  [
    "17d",
    "Astro's Shiki",
    `<pre class="astro-code github-dark" style="background-color:#24292e;color:#e1e4e8" tabindex="0"
data-language="goalpost"><code>${spans("line").join("\n")}</code></pre>`,
  ],
  [
    "17d",
    "rehype-pretty-code",
    `<figure data-rehype-pretty-code-figure=""><pre tabindex="0" data-language="goalpost" data-theme="night"><code
data-language="goalpost" style="display:grid">${CODE.map((line) => `<span data-line="">${line}</span>`).join("\n")}</code>
</pre></figure>`,
  ],
  [
    "17d",
    "Expressive Code with line numbers",
    `<div class="expressive-code"><figure class="frame not-content"><figcaption class="header"></figcaption><pre
data-language="goalpost"><code>${CODE.map(
      (line, at) => `<div class="ec-line"><div class="gutter"><div class="ln" aria-hidden="true">${at + 1}</div></div>
<div class="code"><span>${line}</span></div></div>`,
    ).join("")}</code></pre><div class="copy"><button title="Copy"><div></div></button></div></figure></div>`,
  ],
  ["17g", "highlight.js, on the server", `<pre><code class="hljs goalpost">${text}</code></pre>`],
  [
    "17g",
    "highlight.js, in the page",
    `<pre><code class="language-goalpost hljs" data-highlighted="yes">${text}</code></pre>`,
  ],
  [
    "17g",
    "highlight.js with line numbers",
    `<pre><code class="hljs language-goalpost"><table class="hljs-ln"><tbody>${CODE.map(
      (line, at) =>
        `<tr><td class="hljs-ln-line hljs-ln-numbers" data-line-number="${at + 1}"><div class="hljs-ln-n">${
          at + 1
        }</div></td><td class="hljs-ln-line hljs-ln-code">${line}</td></tr>`,
    ).join("")}</tbody></table></code></pre>`,
  ],
  [
    "17f",
    "Hexo with Prism",
    `<pre class="line-numbers language-goalpost" data-language="goalpost"><code class="language-goalpost">${text}<span
aria-hidden="true" class="line-numbers-rows"><span></span><span></span><span></span></span></code></pre>`,
  ],
  [
    "17f",
    "Hexo's own, where it knows the name",
    `<figure class="highlight goalpost"><table><tr><td class="gutter"><pre>${gutter("line")}<br></pre>
</td><td class="code"><pre>${CODE.map((line) => `<span class="line">${line}</span><br>`).join("")}</pre></td></tr></table>
</figure>`,
  ],
  [
    "21",
    "Prism with its toolbar",
    `<div class="code-toolbar"><pre class="language-goalpost line-numbers" tabindex="0"><code class="language-goalpost">${text}
<span aria-hidden="true" class="line-numbers-rows"><span></span><span></span><span></span></span></code></pre>
<div class="toolbar"><div class="toolbar-item"><span>Goalpost</span></div><div class="toolbar-item"><button
class="copy-to-clipboard-button" type="button"><span>Copy</span></button></div></div></div>`,
  ],
  [
    "21",
    "gatsby-remark-prismjs",
    `<div class="gatsby-highlight" data-language="goalpost"><pre class="language-goalpost"><code
class="language-goalpost">${text}</code></pre></div>`,
  ],
  [
    "21",
    "VitePress with line numbers",
    `<div class="language-goalpost vp-adaptive-theme line-numbers-mode"><button title="Copy Code" class="copy"></button><span
class="lang">goalpost</span><pre class="shiki" v-pre><code>${spans("line").join("\n")}</code></pre><div
class="line-numbers-wrapper" aria-hidden="true"><span class="line-number">1</span><br><span class="line-number">2</span>
</div></div>`,
  ],
  [
    "21",
    "Docusaurus",
    `<div class="language-goalpost codeBlockContainer_a theme-code-block"><div class="codeBlockContent_b"><pre tabindex="0"
class="prism-code language-goalpost codeBlock_c"><code class="codeBlockLines_d">${CODE.map(
      (line) => `<span class="token-line"><span class="token plain">${line}</span><br></span>`,
    ).join(
      "",
    )}</code></pre><div class="buttonGroup_e"><button type="button" aria-label="Copy"></button></div></div></div>`,
  ],
  [
    "-",
    "Sphinx and MyST",
    `<div class="highlight-goalpost notranslate"><div class="highlight"><pre><span></span>${CODE.map(
      (line, at) => `<span class="linenos">${at + 1}</span>${line}`,
    ).join("\n")}\n</pre></div></div>`,
  ],
  [
    "-",
    "Zola with line numbers",
    `<pre data-linenos data-lang="goalpost" class="language-goalpost"><code class="language-goalpost" data-lang="goalpost">
<table><tbody>${CODE.map((line, at) => `<tr><td>${at + 1}</td><td>${line}</td></tr>`).join("")}</tbody></table></code></pre>`,
  ],
  ["-", "Pandoc", `<pre class="goalpost"><code>${text}</code></pre>`],
  ["-", "commonmarker", `<pre lang="goalpost"><code>${text}</code></pre>`],
  ["-", "marked", `<pre v-pre data-lang="goalpost"><code class="lang-goalpost">${text}</code></pre>`],
  [
    "-",
    "Asciidoctor",
    `<div class="listingblock"><div class="content"><pre class="highlight"><code class="language-goalpost"
data-lang="goalpost">${text}</code></pre></div></div>`,
  ],
];

const pages = Object.fromEntries(
  FENCES.map(([, , fence], at) => [`${at}.html`, page(`<p id="before">Before.</p>${fence}<p id="after">After.</p>`)]),
);
pages["none.html"] = page(
  `<div class="goalpost"><p>A box of the page's own.</p></div><pre><code class="language-json">{}</code></pre>
   <p>Write <code>goalpost</code> after the fence.</p><div class="code-notes"><p>Notes</p><pre
   class="language-goalpost"><code class="language-goalpost">${text}</code></pre></div>`,
);
pages["highlighted.html"] = page(`<pre><code class="language-goalpost">${text}</code></pre>`);
const site = blog({}, { name: "fences", pages });

const found = [];
after(() => report("fences", { title: "Fences", columns: ["case", "made by", "drawn"], rows: found }));

for (const [at, [name, builder]] of FENCES.entries()) {
  test(`a fence is drawn, and its wrappers are hidden: ${builder}`, async () => {
    const row = [name, builder, false];
    found.push(row);
    const { page, said, announced, close } = await site.open(`${at}.html`);
    const [{ detail }, ...others] = await announced();
    assert.deepEqual([detail.title, detail.unit, detail.overall, others], ["Kubernetes", "lectures", 20 / 24, []]);
    assert.deepEqual(said, { errors: [], warnings: [], thrown: [] });
    const seen = await page.evaluate(() =>
      [...document.body.children]
        .filter((node) => node.getClientRects().length > 0)
        .map((node) => node.localName + (node.id && `#${node.id}`)),
    );
    assert.deepEqual(seen, ["p#before", "goal-post", "p#after"]);
    row[2] = true;
    await close();
  });
}

test("blocks that only look like a fence stay, and so does the prose around a fence", async () => {
  const { page, announced, close } = await site.open("none.html");
  assert.equal((await announced()).length, 1);
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll("div, pre, p")]
      .filter((node) => !node.closest("goal-post"))
      .map((node) => [node.localName, node.getClientRects().length > 0]),
  );
  const hidden = seen.filter(([, isSeen]) => !isSeen);
  assert.deepEqual(hidden, [["pre", false]], JSON.stringify(seen));
  assert.equal(await page.locator(".code-notes > goal-post").count(), 1);
  await close();
});

test("a highlighter that runs after the widget changes only its own block", async () => {
  const { page, said, close } = await site.open("highlighted.html");
  const title = await page.evaluate(async () => {
    const drawn = new Promise((resolve) => addEventListener("goalpost:drawn", resolve, { once: true }));
    const code = document.querySelector("pre:not(goal-post *) code");
    const words = code.textContent.split(" ").map((word) => `<i class="token">${word.replace("<", "&lt;")}</i>`);
    code.innerHTML = words.join(" ") + '<span class="line-numbers-rows"><b>1</b></span>';
    const { detail } = /** @type {CustomEvent} */ (await drawn);
    return [detail.title, detail.overall, document.querySelectorAll("goal-post").length];
  });
  assert.deepEqual(title, ["Kubernetes", 20 / 24, 1]);
  assert.deepEqual(said, { errors: [], warnings: [], thrown: [] });
  await close();
});
