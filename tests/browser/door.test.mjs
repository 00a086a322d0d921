// The site about goalpost: its links, and its playground in use.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../www/tools/browser.mjs";
import { buildDoor } from "../../www/tools/door.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { buildSite } from "../../www/tools/site.mjs";
import { findings } from "./a11y.mjs";
import { frames } from "./waits.mjs";

const top = fileURLToPath(new URL("../../", import.meta.url));
const TABLE = readFileSync(join(top, "tests/fixtures/authors/exports/notion-lectures.csv"), "utf8");

const held = /** @type {any} */ ({});
before(async () => {
  held.out = await buildDoor(join(top, "target/door-test"));
  // Served under an unusual path, because any path must work.
  held.server = await serve(held.out, { base: "/any/where" });
  held.browser = await launch();
});
after(async () => {
  await held.browser?.close();
  await held.server?.close();
});

/** Opens a page, and records its requests and its exceptions. */
async function open(address, options = {}) {
  const context = await held.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...options });
  const page = await context.newPage();
  const asked = [];
  const thrown = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => thrown.push(error.message));
  await page.goto(new URL(address, held.server.url).href);
  if (/play\/(#|$)/.test(address)) await page.locator("html[data-ready]").waitFor();
  return { page, asked, thrown, close: () => context.close() };
}

/** Waits for the picture. On a phone it is below the form, so it is scrolled into view first. */
async function drawn(page) {
  await page.locator("#shown goal-post").first().scrollIntoViewIfNeeded();
  await page.locator("#shown goal-post[data-state=drawn]").first().waitFor();
}

/** All pages, found by following links from the first one. */
async function pages() {
  const found = new Map();
  const next = [new URL(held.server.url)];
  while (next.length > 0) {
    const url = /** @type {URL} */ (next.pop());
    const address = url.origin + url.pathname;
    if (found.has(address)) continue;
    const answer = await fetch(address);
    assert.equal(answer.status, 200, `${address} is linked and is not there`);
    const isPage = /html/.test(answer.headers.get("content-type") ?? "");
    const text = isPage ? await answer.text() : "";
    found.set(address, text);
    for (const [, to] of text.matchAll(/(?:href|src|srcset)="([^"]*)"/g)) {
      const target = new URL(to.replaceAll("&amp;", "&"), address);
      if (target.protocol === "data:") continue;
      assert.equal(target.origin, url.origin, `${address} leads to ${to}`);
      next.push(target);
    }
  }
  return found;
}

test("every link and every fragment resolves, under any path of the site", async () => {
  const found = await pages();
  const html = [...found].filter(([, text]) => text);
  assert.ok(html.length >= 6, `${html.length} pages`);
  for (const [address, text] of html) {
    for (const [, to] of text.matchAll(/href="([^"]*#[^"=]+)"/g)) {
      const target = new URL(to, address);
      const id = decodeURIComponent(target.hash.slice(1));
      const there = found.get(target.origin + target.pathname);
      assert.ok(there?.includes(`id="${id}"`), `${address}: ${to}`);
    }
  }
});

test("every page passes axe, light and dark, does not scroll sideways on a phone, and contacts no other host", async () => {
  for (const [address, text] of await pages()) {
    if (!text) continue;
    const { page, asked, thrown, close } = await open(address, { viewport: { width: 360, height: 740 } });
    if (address.endsWith("/play/")) await drawn(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `${address} is ${width} px wide`);
    assert.deepEqual(await findings(page), [], address);
    await page.emulateMedia({ colorScheme: "dark" });
    await frames(page);
    assert.deepEqual(await findings(page, { colours: true }), [], `${address}, dark`);
    assert.deepEqual(thrown, [], address);
    const foreign = asked.filter((url) => !url.startsWith(held.server.url) && !/^(?:data|blob):/.test(url));
    assert.deepEqual(foreign, [], address);
    await close();
  }
});

test("a table from Notion becomes a drawn goal, and the copied Jekyll snippet builds", async () => {
  const { page, thrown, close } = await open("ko/play/");
  await page.evaluate((text) => navigator.clipboard.writeText(text), TABLE);
  await page.locator("#paste").focus();
  await page.keyboard.press("Control+V");
  await page.locator("#counted:not([hidden])").waitFor();
  await page.locator("#title").fill("쿠버네티스: <b>기초</b>");
  await drawn(page);
  await page.locator("#copy").click();
  await page.getByText("복사했습니다.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [, data, post] = /^# _data\/goals\/mine\.yml\n([^]*)\n# _posts\/….md\n([^]*)$/.exec(copied) ?? [];
  const out = buildSite({
    out: join(top, "target/door-jekyll"),
    files: {
      "_data/goals/mine.yml": data,
      "mine.md": `---\nlayout: post\ntitle: Mine\npermalink: /mine/\n---\n${post}`,
    },
  });
  const built = readFileSync(join(out, "mine/index.html"), "utf8");
  assert.match(built, /<goal-post/);
  assert.match(built, /10강? 중|10 중/);
  assert.doesNotMatch(built, /<b>기초<\/b>/);
  await page.locator("#count").click();
  assert.equal(await page.getByLabel("주 4, 계획").inputValue(), "2");
  assert.deepEqual(thrown, []);
  await close();
});

test("the form works by keyboard alone, including undo", async () => {
  const { page, thrown, close } = await open("play/");
  const focus = () =>
    page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id);
  while ((await focus()) !== "title") await page.keyboard.press("Tab");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Rust");
  while ((await focus()) !== "Week 4, Planned") await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focus(), "Week 3, Planned");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  assert.equal(await focus(), "Week 5, Planned");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("7");
  await page.keyboard.press("Tab");
  await page.keyboard.type("3");
  const text = () => page.locator(".cm-content").innerText();
  assert.match(await text(), /"title": *"Rust"[^]*\{"planned":7,"done":3\}/);
  await drawn(page);
  await page.keyboard.press("Control+Z");
  assert.doesNotMatch(await text(), /"planned":7,"done":3/);
  assert.match(await text(), /"planned":7/);
  await page.keyboard.press("Control+Shift+Z");
  assert.match(await text(), /"planned":7,"done":3/);
  for (let steps = 0; steps < 4; steps++) await page.keyboard.press("Control+Z");
  assert.match(await text(), /"title": *"Kubernetes"/);
  assert.deepEqual(thrown, []);
  await close();
});

test("the editor completes keys, and shows the widget's message on its line", async () => {
  const { page, close } = await open("play/");
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type('{ "weeks": [\n{ "planned": 6, "mil');
  await page.getByRole("option", { name: /milestone/ }).waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText('{\n"title": "Mine",\n"weeks": [\n{ "planned": "six" }\n]}');
  await page.getByText(/line 4: .*six/).waitFor();
  await page.locator(".cm-gutterElement .cm-lint-marker-error").waitFor();
  assert.equal(await page.locator("#copy").isDisabled(), true);
  await close();
});

test("the address keeps the goal over a reload, and a broken address shows an error", async () => {
  const { page, close } = await open("play/");
  await page.locator("#title").fill("Kept");
  await page.locator("#kind").selectOption("yaml");
  await page.waitForFunction(() => location.hash.startsWith("#yaml="));
  const kept = await page.evaluate(() => location.hash);
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  assert.equal(await page.locator("#title").inputValue(), "Kept");
  assert.match(await page.locator(".cm-content").innerText(), /^title: Kept/);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("title: Broken\nplanned: [six]\n");
  await page.getByText(/line 2: .*six/).waitFor();
  await page.waitForFunction((before) => location.hash !== before, kept);
  await page.reload();
  await page.getByText(/line 2: .*six/).waitFor();
  await page.locator("#shown goal-post").scrollIntoViewIfNeeded();
  await page.locator("#shown goal-post[data-state=error]").waitFor();
  assert.match(await page.locator("#shown goal-post .problems, #shown goal-post li").first().innerText(), /six/);
  const broken = await page.evaluate(() => location.hash);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("title: [");
  await page
    .locator("#shown")
    .getByText(/this is not YAML/)
    .waitFor();
  // What was typed is kept a moment later, and would take the place of a link that is opened before.
  await page.waitForFunction((before) => location.hash !== before, broken);
  await page.evaluate(() => (location.hash = "#json=%%%"));
  await page.getByText("The link is damaged").waitFor();
  await drawn(page);
  await close();
});

test("a goal of the gallery opens in the playground, and is saved as SVG and PNG", async () => {
  const { page, close } = await open("gallery/");
  await page.getByRole("link", { name: /A real goal/ }).click();
  await drawn(page);
  assert.equal(await page.locator("#title").inputValue(), "쿠버네티스 기초 정복");
  for (const [id, begin] of [
    ["svg", "<svg"],
    ["png", "\x89PNG"],
  ]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`#${id}`).click()]);
    assert.equal(readFileSync(await download.path(), "latin1").slice(0, 4), begin);
  }
  for (const view of ["weekly", "burnup", "compact"]) {
    await page.locator("#view").selectOption(view);
    await page.locator("#theme").selectOption("light dark");
    await page.locator("#width").selectOption("phone");
    await page.waitForFunction(
      (view) => document.querySelectorAll(`#shown goal-post[view=${view}][data-state=drawn]`).length === 2,
      view,
    );
  }
  await close();
});
