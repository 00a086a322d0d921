// Measures goalpost and its peers side by side and writes the results: node tests/bench/run.mjs [--runs 7]
//
// Systems take turns, so that other load on the machine affects all alike. Figures are medians.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { arrive, crowd, redraw, remain, visit } from "./measure.mjs";
import * as own from "./own.mjs";
import { FAR } from "./pages.mjs";
import { report } from "./report.mjs";
import { systems, write } from "./site.mjs";

const { values } = parseArgs({ options: { runs: { type: "string", default: "7" } } });
const runs = Number(values.runs);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const median = (all) => all.slice().sort((one, other) => one - other)[Math.floor(all.length / 2)];

const site = path("../../target/bench/site");
write(site);
const server = await serve(site, { brotli: true });
const browser = await launch();

/** Calls `take` for each system in turn, `runs` times, and adds the medians of its results to each system. */
async function inTurn(title, take, over = systems) {
  const all = new Map(over.map((system) => [system, []]));
  for (let run = 0; run < runs; run++) {
    process.stdout.write(`\r${title}: ${run + 1} of ${runs} `);
    for (const system of over) all.get(system).push(await take(system, `${server.url}${system.id}/`));
  }
  process.stdout.write("\n");
  for (const [system, taken] of all) {
    const figures = (system.figures ??= {});
    for (const name of Object.keys(taken[0])) figures[name] = median(taken.map((figure) => figure[name]));
  }
}

// Compresses every file before the first measurement, and counts the bytes.
for (const system of systems) {
  const from = server.requests.length;
  await arrive(browser, `${server.url}${system.id}/post.html`);
  const asked = server.requests.slice(from + 1);
  system.figures = { bytes: own.bytes(server, asked), requests: asked.length };
}

// Both embeds of goalpost draw the same.
const [eager, ours] = systems;
const once = systems.filter((system) => system !== eager);
await inTurn("cold", async (_, base) => {
  const { drawn: cold, shift } = await arrive(browser, `${base}post.html`);
  return { cold, shift };
});
await inTurn("slow 4G, CPU / 4", async (_, base) => {
  const { drawn: slow, blocking } = await arrive(browser, `${base}post.html`, { slow: true });
  return { slow, blocking };
});
for (const [weeks, count] of [
  [5, 25],
  [520, 12],
]) {
  const take = async (_, base) => {
    const [first, ...times] = await redraw(browser, `${base}workshop.html`, { weeks, count });
    return { [`first${weeks}`]: first, [`draw${weeks}`]: median(times.slice(4)) };
  };
  await inTurn(`${weeks} weeks`, take, once);
}
const hundred = async (_, base) => {
  const { drawn, worked } = await crowd(browser, `${base}workshop.html`, { count: 100 });
  return { hundred: drawn, worked };
};
await inTurn("100 charts", hundred, once);
const blank = await remain(browser, `${server.url}blank.html`);
await inTurn("memory", async (_, base) => ({ heap: (await remain(browser, `${base}post.html`)) - blank }), once);

console.log("goalpost alone");
const { instances, frames, requests, foreign } = await own.sharing(browser, server, 100);
const scale = {};
for (const weeks of [260, 1040]) {
  const takes = [];
  for (let run = 0; run < runs; run++)
    takes.push(...(await redraw(browser, `${server.url}${ours.id}/workshop.html`, { weeks, count: 9 })).slice(4));
  scale[`draw${weeks}`] = median(takes);
}
const alone = {
  floor: median(
    await visit(browser, `${server.url}${ours.id}/workshop.html`, (page) => page.evaluate(() => floor(30))),
  ),
  loader: own.bytes(server, await own.requested(browser, server, FAR)),
  figure: (await own.figureAtFirstPaint(browser, server)) ? 0 : Infinity,
  instances,
  frames,
  foreign,
  wasmRequests: requests.filter((path) => path.endsWith(".wasm")).length,
  growth: await own.growth(browser, server),
  memory: await visit(
    browser,
    `${server.url}${ours.id}/post.html`,
    async (page) => {
      await page.evaluate(() => window.drawn);
      return page.evaluate(own.memoryPages);
    },
    { prepare: [own.spy] },
  ),
  ...scale,
  longest: await own.longestTask(browser, server, { cpu: 1 }),
  longestSlow: await own.longestTask(browser, server, { cpu: 4 }),
};
const text = report({ systems, own: alone, runs, browser: browser.version() });
await browser.close();
await server.close();
writeFileSync(path("RESULTS.md"), text);
console.log(`\n${text}`);
