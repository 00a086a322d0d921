// Printing goals that were never scrolled to.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toElement } from "../../dist/index.js";
import { report } from "../../www/tools/report.mjs";
import { blog } from "./blog.mjs";
import { GOAL, element, page, script } from "./field.mjs";

const FAR = `<h1>A post</h1>${"<p>Text.</p>".repeat(120)}`;
const WEEKS = {
  title: "쿠버네티스",
  weeks: [
    { label: "1주차", date: "2019-09-29", planned: 6, done: 6, note: "킥오프" },
    { label: "2주차", date: "2019-10-05", planned: 8, done: 6 },
  ],
};
const WIDE = {
  title: "Wide",
  unit: "kilometres",
  weeks: Array.from({ length: 4 }, (_, at) => ({
    label: `A label of some length, ${at + 1}`,
    date: `2026-09-0${at + 1}`,
    planned: 1_234_567.25,
    done: 1_000_000.5,
    dropped: 12_345,
    note: "https://example.org/an/address/that/does/not/break",
  })),
};
const pages = {
  "wide.html": page(element(WIDE) + toElement(WIDE).replace("goal-post>", "section>")),
  "script.html": page(FAR + script()),
  "element.html": page(FAR + element()),
  "fence.html": page(`${FAR}<pre><code class="language-goalpost">${JSON.stringify(GOAL)}</code></pre>`),
  "weeks.html": page(FAR + script(WEEKS)),
  "broken.html": page(`${FAR}<goal-post><script type="application/json">{ "planned": [6,</script></goal-post>`),
};
const site = blog({}, { name: "paper", pages });

const HEAD = ["label", "date", "planned", "done", "note"];
const SHORT = [
  HEAD,
  ["1", "", "6", "6", ""],
  ["2", "", "8", "6", ""],
  ["3", "", "6", "6", ""],
  ["4", "", "4", "2", ""],
];
const LONG = [HEAD, ["1주차", "2019-09-29", "6", "6", "킥오프"], ["2주차", "2019-10-05", "8", "6", ""]];

for (const [name, title, rows] of [
  ["script", "Kubernetes", SHORT],
  ["element", "Kubernetes", SHORT],
  ["fence", "Kubernetes", SHORT],
  ["weeks", "쿠버네티스", LONG],
]) {
  test(`A19: print shows the data of a goal that was never scrolled to, at once: ${name}`, async () => {
    const { page, said, close } = await site.open(`${name}.html`, { settled: null });
    await page.waitForSelector("goal-post", { state: "attached" });
    const before = site.requests.length;
    const printed = await page.evaluate(() => {
      // The page is printed in its state when this event returns.
      dispatchEvent(new Event("beforeprint"));
      const table = document.querySelector("goal-post").shadowRoot.querySelector("table");
      return {
        title: table.caption.textContent,
        rows: [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
        isSeen: table.getClientRects().length > 0,
      };
    });
    assert.deepEqual(printed, { title, rows, isSeen: true });
    // The next print includes the picture.
    await page.waitForFunction(() => document.querySelector("goal-post").dataset.state === "drawn");
    assert.equal(await page.evaluate(() => document.querySelector("goal-post").shadowRoot.children.length > 2), true);
    assert.ok(site.requests.length > before);
    assert.deepEqual(said, { errors: [], warnings: [], thrown: [] });
    await close();
  });
}

test("A19: once a page has print layout, every goal is drawn, with its table open", async () => {
  const { page, close } = await site.open("script.html", { settled: null });
  await page.emulateMedia({ media: "print" });
  await page.waitForFunction(() => document.querySelector("goal-post").dataset.state === "drawn");
  const rows = await page.evaluate(
    () => document.querySelector("goal-post").shadowRoot.querySelectorAll("tbody tr").length,
  );
  assert.equal(rows, 4);
  await close();
  report("paper", { title: "Paper", columns: ["case", "what", "right"], rows: [["20", "never scrolled to", true]] });
});

test("A19: no table is cut at the edge of the paper, whatever its size", async () => {
  const { page, close } = await site.open("wide.html");
  await page.evaluate(() => {
    for (const root of [document.querySelector("goal-post").shadowRoot, document]) {
      root.querySelector("details").setAttribute("open", "");
    }
  });
  await page.emulateMedia({ media: "print" });
  // Letter and A4 upright, A5, and what is left of that between wide margins.
  for (const width of [816, 718, 483, 380]) {
    await page.setViewportSize({ width, height: 900 });
    const cut = await page.evaluate(() =>
      [document.querySelector("goal-post").shadowRoot, document].map((root) => {
        const cells = [...root.querySelector("details").querySelectorAll("th, td")];
        const isCut = (box) => box.right > innerWidth || box.left < 0;
        const seen = cells.map((cell) => cell.getBoundingClientRect()).filter((box) => box.width);
        return [seen.length >= 10, seen.filter(isCut).length];
      }),
    );
    assert.deepEqual(
      cut,
      [
        [true, 0],
        [true, 0],
      ],
      `${width} px`,
    );
  }
  await close();
});

test("without WebAssembly a goal that has only its data shows them, on paper too", async () => {
  const prepare = (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  for (const name of ["script", "element", "weeks"]) {
    const { page, close } = await site.open(`${name}.html`, { settled: "error", prepare });
    for (const media of /** @type {const} */ (["screen", "print"])) {
      await page.emulateMedia({ media });
      const rows = await page.evaluate(() => {
        const table = document.querySelector("goal-post").shadowRoot.querySelector("table");
        return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent));
      });
      assert.deepEqual(rows, name === "weeks" ? LONG : SHORT);
      assert.ok(await page.locator("goal-post table").first().isVisible());
    }
    await close();
  }
});

test("unreadable data do not break printing", async () => {
  const { page, said, close } = await site.open("broken.html", { settled: null });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.waitForFunction(() => document.querySelector("goal-post").dataset.state === "error");
  assert.deepEqual(said.thrown, []);
  await close();
});
