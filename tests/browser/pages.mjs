// A test's own pages, with dist/ beside them, served on this machine, and a Chromium to open them.

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** A goal as an element. `attributes` is its attributes' source. */
export const post = (goal, attributes = "") =>
  `<goal-post ${attributes}><script type="application/json">${JSON.stringify(goal)}</script></goal-post>`;

/** A page around some markup. */
export const html = (body, { head = "", policy = "" } = {}) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
${policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`}
<title>Goals</title>
<link rel="icon" href="data:,">
<script src="/watch.js"></script>
${head}
<link rel="stylesheet" href="/goalpost/goalpost.css">
<body>
${body}
<script type="module" src="/goalpost/goalpost.js"></script>
`;

/** The code that records a page's events for the tests, from the start. */
const WATCH = `
  window.violations = [];
  window.events = [];
  window.thrown = [];
  addEventListener("error", ({ message }) => thrown.push(message));
  addEventListener("unhandledrejection", ({ reason }) => thrown.push(String(reason)));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    violations.push(violatedDirective + " " + blockedURI));
  for (const type of ["goalpost:drawn", "goalpost:error"])
    addEventListener(type, ({ detail }) => events.push({ type, detail }));
`;

/**
 * Writes pages for a test file and serves them. The texts, by path, may be created once dist/ exists.
 * @param {string} name of the folder
 * @param {Record<string, string>} files
 */
export function served(name, files) {
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    const root = path(`../../target/pages/${name}`);
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root, { recursive: true });
    cpSync(path("../../dist"), join(root, "goalpost"), { recursive: true });
    for (const [file, text] of Object.entries({ "watch.js": WATCH, ...files })) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    server = await serve(root);
  });
  after(() => server?.close());
  return {
    get url() {
      return server.url;
    },
    get requests() {
      return server.requests;
    },
  };
}

/**
 * Serves pages for a test file, and opens them in Chromium.
 * @param {string} name @param {Record<string, string>} files
 */
export function pages(name, files) {
  const site = served(name, files);
  /** @type {import("playwright-core").Browser} */
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  return {
    get url() {
      return site.url;
    },
    /**
     * Opens a page, and records its console, its exceptions and its requests. `prepare` gets the page before it
     * loads; `until` is Playwright's `waitUntil`.
     * @param {string} address
     * @param {{ prepare?: (page: import("playwright-core").Page) => unknown,
     *   until?: "commit" | "domcontentloaded" | "load" } & import("playwright-core").BrowserContextOptions} options
     */
    async open(address, { prepare = () => {}, until = "load", ...context } = {}) {
      const page = await (await browser.newContext({ viewport: { width: 800, height: 700 }, ...context })).newPage();
      const said = { ours: [], others: [], thrown: [] };
      page.on("console", (message) => {
        if (!["error", "warning"].includes(message.type())) return;
        (message.text().startsWith("goalpost: ") ? said.ours : said.others).push(message.text());
      });
      page.on("pageerror", (error) => said.thrown.push(error.message));
      const asked = [];
      page.on("request", (request) => asked.push(request.url().replace(site.url, "")));
      await prepare(page);
      await page.goto(site.url + address, { waitUntil: until });
      return { page, said, asked, close: () => page.context().close() };
    },
  };
}

/** Waits until a goal of the page has a state. */
export const state = (page, state, at = 0) =>
  page.waitForFunction(
    ([state, at]) => document.querySelectorAll("goal-post")[at]?.dataset.state === state,
    [state, at],
  );
