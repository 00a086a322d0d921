// Serves the demo blog, and beside it the site about goalpost.
//
//   node www/tools/demo.mjs                   serves it until Ctrl-C
//   node www/tools/demo.mjs out.png           takes a picture of a post, and prints the numbers of its goal
//   node www/tools/demo.mjs out.png gallery/  takes a picture of another page

import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./serve.mjs";
import { base } from "./site.mjs";

const POST = "2019/goal-jam/";
const PATIENCE = 30_000;

const percent = (fraction) => (fraction == null ? "–" : `${Number((fraction * 100).toFixed(1))}%`);

/** The numbers of a goal, in a few lines. */
function describe({ title, unit, overall, planned, done, remaining, weeks }) {
  const lines = weeks.map(
    ({ label, done, load, ofLoad, carriedOut }) =>
      `  ${label}: ${done ?? "?"} of ${load} done, ${percent(ofLoad)}, ${carriedOut ?? "?"} carried over`,
  );
  return [`${title}: ${percent(overall)}, ${done} of ${planned} ${unit ?? ""}, ${remaining} left`, ...lines].join("\n");
}

/** Writes a picture of the page at `url` to `file` once its first goal is drawn. */
async function picture(url, file) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 900, height: 1000 }, deviceScaleFactor: 2 });
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => console.error(`page: ${error}`));
    await page.addInitScript(() => {
      /** @param {any} event */
      const keep = ({ type, detail }) => (globalThis.announced ??= { type, detail });
      for (const type of ["goalpost:drawn", "goalpost:error"]) addEventListener(type, keep);
    });
    await page.goto(url);
    await page.locator("goal-post").first().scrollIntoViewIfNeeded();
    const announced = await page.waitForFunction(() => globalThis.announced);
    const { type, detail } = await announced.jsonValue();
    if (type !== "goalpost:drawn") throw new Error(JSON.stringify(detail));
    console.log(describe(detail));
    await page.screenshot({ path: file, fullPage: true });
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
  console.log(`the demo blog: ${server.url}, and the site beside it: ${server.url}door/ (Ctrl-C ends both)`);
}
