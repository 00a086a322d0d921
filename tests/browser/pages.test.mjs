// Every page of the demo, in both colour schemes: what holds for any goal that somebody may write.

import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { openTables, pagesOf, tree } from "./a11y.mjs";
import { blog } from "./blog.mjs";
import { widthsFollow } from "./waits.mjs";

const site = blog();

/** Everything that the shadow roots of a page say in words. */
const texts = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("goal-post")].flatMap(({ shadowRoot }) => [
      ...[...shadowRoot.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label")),
      ...[...shadowRoot.querySelectorAll("[aria-valuetext]")].map((element) => element.getAttribute("aria-valuetext")),
      ...[...shadowRoot.querySelectorAll(".summary, th, td, .problems")].map((element) => element.textContent),
    ]),
  );

/** What axe-core finds with all of its rules, experimental and best practice included, as one line a finding. */
async function findings(page) {
  const violations = await page.evaluate(async () => {
    const rules = Object.fromEntries(window.axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    return (await window.axe.run(document, { rules, resultTypes: ["violations"] })).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)}: ${failureSummary}`),
  );
}

/** A1, A2: each canvas is an image whose name says the goal, what is drawn, and how far it is. */
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

/** A22: no date of machines and no endless decimals in any word. */
async function assertSpoken(page, address) {
  const all = await texts(page);
  assert.ok(all.length > 0, address);
  for (const text of all) assert.doesNotMatch(text, /\d{4}-\d\d-\d\d|\d\.\d{3}|NaN|undefined|Infinity/, address);
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`every page passes axe, names its goals and fits, ${colorScheme} (A1, A2, A15, A22)`, async () => {
    let goals = 0;
    for (const { address, settled } of pagesOf(site.out)) {
      const prepare = (page) => page.addInitScript({ content: axe.source });
      const { page, close } = await site.open(address, {
        settled,
        prepare,
        colorScheme,
        deviceScaleFactor: 2,
        viewport: { width: 700, height: 900 },
      });
      await page.evaluate(
        (theme) => document.documentElement.dataset.theme && (document.documentElement.dataset.theme = theme),
        colorScheme,
      );
      await openTables(page);
      await page.evaluate(() => document.querySelector("goal-post")?.shadowRoot.querySelector(".slider")?.focus());
      if (settled === "drawn") await page.keyboard.press("ArrowRight");
      goals += await page.locator("goal-post").count();
      assert.deepEqual(await findings(page), [], address);
      await assertNamed(page, address);
      if (settled === "drawn") await assertSpoken(page, address);
      if (colorScheme === "light") await assertFits(page, address);
      await close();
    }
    assert.ok(goals >= 30, `${goals} goals`);
  });
}
