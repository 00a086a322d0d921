// Shows the demo blog: node www/tools/demo.mjs serves it until Ctrl-C; demo.mjs out.png takes a picture of the drawn
// widget's post, prints the numbers that the widget announced, and ends. demo.mjs out.png gallery/ takes one of another
// page, or of what is marked as its picture there.

import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./serve.mjs";
import { base } from "./site.mjs";

const POST = "2019/goal-jam/";
const PATIENCE = 30_000;

const percent = (fraction) => (fraction == null ? "–" : `${Number((fraction * 100).toFixed(1))}%`);

/** What the widget announced, in a few lines. */
function tell({ title, unit, overall, planned, done, remaining, weeks }) {
  const lines = weeks.map(
    (week) => `  ${week.label}: ${week.done ?? "?"} of ${week.load} done, ${percent(week.ofLoad)}, ${week.carriedOut ?? "?"} carried over`,
  );
  return [`${title}: ${percent(overall)}, ${done} of ${planned} ${unit ?? ""}, ${remaining} left`, ...lines].join("\n");
}

/** Writes a picture of the post at `url` to `file` once its widget is drawn. */
async function picture(url, file) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 900, height: 1000 }, deviceScaleFactor: 2 });
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => console.error(`page: ${error}`));
    await page.addInitScript(() => {
      for (const type of ["goalpost:drawn", "goalpost:error"]) {
        addEventListener(type, ({ detail }) => (globalThis.announced ??= { type, detail }));
      }
    });
    await page.goto(url);
    await page.locator("goal-post").first().scrollIntoViewIfNeeded();
    const announced = await page.waitForFunction(() => globalThis.announced);
    const { type, detail } = await announced.jsonValue();
    if (type !== "goalpost:drawn") throw new Error(JSON.stringify(detail));
    console.log(tell(detail));
    const marked = page.locator("#picture");
    if (await marked.count()) {
      // Wide enough for two pictures side by side, and all of them near the viewport.
      await page.setViewportSize({ width: 1320, height: 3000 });
      const drawn = () => [...document.querySelectorAll("#picture goal-post")].every(({ dataset }) => dataset.state === "drawn");
      await page.waitForFunction(drawn);
      await marked.screenshot({ path: file, scale: "css" });
    } else {
      await page.screenshot({ path: file, fullPage: true });
    }
    console.log(`written: ${file}`);
  } finally {
    await browser.close();
  }
}

const server = await serve(fileURLToPath(new URL("../../target/site", import.meta.url)), { base });
const [file, address = POST] = process.argv.slice(2);
if (file) {
  await picture(server.url + address, file)
    .catch((error) => {
      console.error(`nothing was drawn: ${error.message}`);
      process.exitCode = 1;
    })
    .finally(server.close);
} else {
  console.log(`the demo blog: ${server.url} (Ctrl-C ends it)`);
}
