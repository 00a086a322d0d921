// Server-rendered pages that a framework hydrates: their goals are drawn, and the framework finds every node as
// the server wrote it, at first and at each update.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "../../www/tools/browser.mjs";
import { report } from "../../www/tools/report.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { at, dist, open, project, run } from "./workshop.mjs";

let browser;
before(async () => {
  open();
  browser = await launch();
});
const found = [];
after(async () => {
  await browser?.close();
  report("hydration", {
    title: "Hydrated pages",
    columns: ["framework", "when the widget comes", "right"],
    rows: found,
  });
});

const modules = createRequire(at("package.json"));
const GOAL = { title: "Kubernetes", planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };

/** A page like those of Docusaurus, in React: the block is rendered anew once the page is hydrated. */
const REACT = `
import { createElement as h, useEffect, useState } from "react";

function Block({ goal }) {
  const [isBrowser, setBrowser] = useState(false);
  useEffect(() => setBrowser(true), []);
  const lines = JSON.stringify(goal, null, 1).split("\\n");
  return h("div", { className: "language-goalpost codeBlockContainer_a", key: String(isBrowser) },
    h("div", { className: "codeBlockContent_b" },
      h("pre", { className: "prism-code language-goalpost" },
        h("code", null, lines.map((line, at) => h("span", { className: "token-line", key: at }, line, h("br"))))),
      h("div", { className: "buttonGroup_c" }, h("button", { type: "button" }, isBrowser ? "Copy" : ""))));
}

function Script({ goal }) {
  const __html = JSON.stringify(goal).replace(/</g, "\\\\u003c");
  return h("script", { type: "application/json", "data-goalpost": "", dangerouslySetInnerHTML: { __html } });
}

export function App({ goal }) {
  const [state, setState] = useState({ page: "post", goal });
  useEffect(() => {
    globalThis.setState = setState;
    globalThis.isHydrated = true;
  }, []);
  if (state.page !== "post") return h("main", null, h("h1", null, "Another page"));
  return h("main", null, h("h1", null, "A post"), h("p", null, "Before."),
    h(Block, { goal: state.goal }), h("p", null, "Between."), h(Script, { goal: state.goal }), h("p", null, "After."));
}
`;

/** The same in Vue: its text is static, as VitePress compiles it. */
const VUE = `
import { createSSRApp, createStaticVNode, h, onMounted, ref } from "vue";

export const app = (goal) => createSSRApp({
  setup() {
    const state = ref({ page: "post", goal });
    onMounted(() => {
      globalThis.setState = (next) => (state.value = next);
      globalThis.isHydrated = true;
    });
    const fence = (goal) => '<div class="language-goalpost vp-adaptive-theme"><button title="Copy" class="copy"></button>'
      + '<span class="lang">goalpost</span><pre class="shiki"><code><span class="line">' + JSON.stringify(goal)
      + '</span></code></pre></div>';
    return () => state.value.page !== "post"
      ? h("main", [h("h1", "Another page")])
      : h("main", { key: JSON.stringify(state.value) }, [h("h1", "A post"),
          createStaticVNode("<p>Before.</p>" + fence(state.value.goal) + "<p>Between.</p>", 3),
          h("script", { type: "application/json", "data-goalpost": "", innerHTML: JSON.stringify(state.value.goal) }),
          h("p", "After.")]);
  },
});
`;

const page = (root, html, slow) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title>
<link rel="stylesheet" href="g/goalpost.css"><body><div id="${root}">${html}</div>
<script type="module" src="g/goalpost.js"></script>
${
  slow
    ? `<script type="module">addEventListener("click", () => import("./client.js"), { once: true })</script>`
    : `<script type="module" src="client.js"></script>`
}</body></html>`;

const FRAMEWORKS = {
  React: {
    files: {
      "app.js": REACT,
      "client.js": `import { hydrateRoot } from "react-dom/client"; import { createElement } from "react";
        import { App } from "./app.js";
        hydrateRoot(document.querySelector("body > div"), createElement(App, { goal: ${JSON.stringify(GOAL)} }), {
          onRecoverableError: (error) => console.error("recovered: " + error.message) });`,
      "server.js": `import { renderToString } from "react-dom/server"; import { createElement } from "react";
        import { App } from "./app.js";
        console.log(renderToString(createElement(App, { goal: ${JSON.stringify(GOAL)} })));`,
    },
    roots: ["__docusaurus", "___gatsby", "__next"],
  },
  Vue: {
    files: {
      "app.js": VUE,
      "client.js": `import { app } from "./app.js"; app(${JSON.stringify(GOAL)}).mount("body > div");`,
      "server.js": `import { renderToString } from "vue/server-renderer"; import { app } from "./app.js";
        renderToString(app(${JSON.stringify(GOAL)})).then(console.log);`,
    },
    roots: ["app", "__nuxt"],
  },
};

/** Builds the client of a framework and has its server write the pages; returns their folder. */
async function built(name) {
  const { files, roots } = FRAMEWORKS[name];
  const root = project(`hydration-${name}`, files);
  const html = run("node", ["server.js"], { cwd: root, env: { NODE_ENV: "production" } }).trim();
  const site = join(root, "site");
  mkdirSync(join(site, "g"), { recursive: true });
  for (const id of roots) {
    writeFileSync(join(site, `${id}.html`), page(id, html, false));
    writeFileSync(join(site, `${id}-slow.html`), page(id, html, true));
  }
  const { build } = await import(pathToFileURL(modules.resolve("esbuild")).href);
  const define = {
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "true",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
  };
  const options = { entryPoints: [join(root, "client.js")], outfile: join(site, "client.js") };
  await build({ ...options, define, bundle: true, format: "esm" });
  for (const file of readdirSync(dist).filter((file) => /^goalpost\..*(js|css|wasm)$/.test(file))) {
    cpSync(join(dist, file), join(site, "g", file));
  }
  return site;
}

/** Runs in the page: its visible contents, with a goal as its state. */
const seen = () =>
  [...document.querySelectorAll("main > *")]
    .filter((node) => node.getClientRects().length > 0)
    .map((node) => (node.localName === "goal-post" ? node.dataset.state : node.textContent));

for (const [name, { roots }] of Object.entries(FRAMEWORKS)) {
  test(`${name} takes over a page with goals, changes them, and leaves it`, async () => {
    const server = await serve(await built(name));
    try {
      for (const root of roots) for (const slow of [false, true]) await follow(server.url, name, root, slow);
    } finally {
      await server.close();
    }
  });
}

async function follow(url, name, root, slow) {
  const row = [`${name}, #${root}`, slow ? "long before the framework" : "with the framework", false];
  found.push(row);
  const page = await browser.newPage();
  const said = [];
  page.on("pageerror", ({ message }) => said.push(message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !/404/.test(message.text())) said.push(message.text());
  });
  await page.goto(`${url}${root}${slow ? "-slow" : ""}.html`);
  if (slow) {
    await page.waitForFunction(() => customElements.get("goal-post"));
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    assert.equal(await page.locator("goal-post").count(), 0, "the page is as the server wrote it");
    await page.click("h1");
  }
  const isDrawn = (title) =>
    page.waitForFunction(
      (title) => {
        const posts = [...document.querySelectorAll("goal-post[data-state=drawn]")];
        const labels = posts.map(({ shadowRoot }) => shadowRoot.querySelector("canvas").getAttribute("aria-label"));
        return labels.length === 2 && labels.every((label) => label.includes(title));
      },
      title,
      { timeout: 15_000 },
    );
  await isDrawn("Kubernetes");
  assert.ok(await page.evaluate(() => window.isHydrated));
  const blocks = ["A post", "Before.", "drawn", "Between.", "drawn", "After."];
  assert.deepEqual(await page.evaluate(seen), blocks);
  await page.evaluate((goal) => window.setState({ page: "post", goal }), { ...GOAL, title: "Changed" });
  await isDrawn("Changed");
  assert.deepEqual(await page.evaluate(seen), blocks);
  await page.evaluate(() => window.setState({ page: "other" }));
  await page.waitForFunction(() => document.querySelector("h1").textContent === "Another page");
  await page.waitForFunction(() => !document.querySelector("goal-post"));
  assert.deepEqual(await page.evaluate(seen), ["Another page"]);
  assert.deepEqual(said, []);
  row[2] = true;
  await page.close();
}
