// Printing goals that were never scrolled to.

import assert from "node:assert/strict";
import { test } from "node:test";
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
const pages = {
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

test("unreadable data do not break printing", async () => {
  const { page, said, close } = await site.open("broken.html", { settled: null });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.waitForFunction(() => document.querySelector("goal-post").dataset.state === "error");
  assert.deepEqual(said.thrown, []);
  await close();
});
