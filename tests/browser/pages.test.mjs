// Every page of the demo, in both colour schemes: checks that apply to any goal.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, openTables, pagesOf, tree } from "./a11y.mjs";
import { blog } from "./blog.mjs";
import { frames, widthsFollow } from "./waits.mjs";

const site = blog();

/** All text in the shadow roots of a page. */
const texts = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("goal-post")].flatMap(({ shadowRoot }) => [
      ...[...shadowRoot.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label")),
      ...[...shadowRoot.querySelectorAll("[aria-valuetext]")].map((element) => element.getAttribute("aria-valuetext")),
      ...[...shadowRoot.querySelectorAll(".summary, th, td, .problems")].map((element) => element.textContent),
    ]),
  );

/** A1, A2: each canvas is an image whose name has the goal, the kind of picture, and the share done. */
async function assertNamed(page, address) {
  const named = (await tree(page)).filter(({ role }) => role === "image").map(({ name }) => name);
  const given = await page
    .locator("goal-post canvas")
    .evaluateAll((all) => all.map((canvas) => canvas.getAttribute("aria-label")));
  for (const name of given) {
    assert.ok(named.includes(name), `${address}: ${name}`);
    assert.match(name, /^\S.*: (chart|gauge|주별|계획|진행).*, .*(\d%|not recorded|없습니다)/, address);
  }
}

/** A15: no goal is wider than its place, its canvas is as sharp as the screen, and its words are large enough. */
async function assertFits(page, address) {
  await page.setViewportSize({ width: 320, height: 640 });
  await widthsFollow(page);
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll("goal-post[data-state=drawn]")].map((host) => {
      const canvas = host.shadowRoot.querySelector("canvas");
      const sizes = [...host.shadowRoot.querySelectorAll("*")].map((element) =>
        parseFloat(getComputedStyle(element).fontSize),
      );
      return {
        sharp: canvas.width === Math.round(2 * parseFloat(canvas.style.width)),
        inside: host.getBoundingClientRect().right <= innerWidth && host.scrollWidth <= host.clientWidth,
        smallest: Math.min(...sizes),
      };
    }),
  );
  for (const { sharp, smallest, inside } of seen) {
    assert.ok(sharp && inside, `${address}: sharp ${sharp}, inside ${inside}`);
    assert.ok(smallest >= 12, `${address}: text of ${smallest} px`);
  }
}

/** A22: no word has an ISO date or endless decimals. */
async function assertSpoken(page, address) {
  const all = await texts(page);
  assert.ok(all.length > 0, address);
  for (const text of all) assert.doesNotMatch(text, /\d{4}-\d\d-\d\d|\d\.\d{3}|NaN|undefined|Infinity/, address);
}

/** Makes the page dark, by the system's setting or the page's own button, and waits until its goals have followed. */
async function darken(page) {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(
    () => document.documentElement.dataset.theme && (document.documentElement.dataset.theme = "dark"),
  );
  const drawings = () => page.evaluate(() => window.drawings.length);
  // They follow within 200 ms, which are twelve frames.
  for (let before = -1; before !== (await drawings()); await frames(page, 13)) before = await drawings();
}

/** Lets axe look at every fourth goal of a page with hundreds, which all have the same structure. */
const leaveOut = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("goal-post")];
    if (all.length > 100) all.filter((_, at) => at % 4).forEach((host) => host.setAttribute("data-axe", "off"));
  });

test("every page passes axe, light and dark, names its goals and fits (A1, A2, A15, A22)", async () => {
  let goals = 0;
  for (const { address, settled } of pagesOf(site.out)) {
    const { page, close } = await site.open(address, {
      settled,
      deviceScaleFactor: 2,
      viewport: { width: 700, height: 900 },
    });
    await openTables(page);
    await leaveOut(page);
    await page.evaluate(() => document.querySelector("goal-post")?.shadowRoot.querySelector(".slider")?.focus());
    if (settled === "drawn") await page.keyboard.press("ArrowRight");
    goals += await page.locator("goal-post").count();
    assert.deepEqual(await findings(page, { strict: true }), [], address);
    await darken(page);
    assert.deepEqual(await findings(page, { strict: true, colours: true }), [], `${address}, dark`);
    await assertNamed(page, address);
    if (settled === "drawn") await assertSpoken(page, address);
    await assertFits(page, address);
    await close();
  }
  assert.ok(goals >= 30, `${goals} goals`);
});
