// After any fault of the page or of the core, a reader has every goal: nine are drawn and answer keys, the tenth is drawn
// or shows its still. Nothing is uncaught, and nothing is tried without an end.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toElement } from "../../dist/index.js";
import { SCENARIOS, armable, readings, rest } from "./faults.mjs";
import { html, pages } from "./pages.mjs";

const goals = Array.from({ length: 10 }, (_, at) => ({ title: `Goal ${at}`, planned: [6, 8, 6, 4], done: [6, 6, at] }));
const ten = goals.map((goal) => `<div>${toElement(goal).replace("<goal-post", '<goal-post load="eager"')}</div>`);
// No goal moves where another one falls back to its still.
const head = `<style>
main > div { height: 700px; overflow: hidden }
.dark body { background: #111; color: #eee }
</style>`;
const site = pages("faults", { "ten.html": html(`<main style="width: 700px">${ten.join("\n")}</main>`, { head }) });

/** Crashes after which a page is loaded anew, before the core gives up. */
const MOST_CRASHES = 7;

/** Opens ten goals and lets them be drawn. */
async function open() {
  const opened = await site.open("ten.html", {
    prepare: (page) => page.addInitScript(armable),
    viewport: { width: 900, height: 7_200 },
  });
  await opened.page.evaluate(rest);
  return opened;
}

/** Runs in the page: lets a scenario happen, in which `name` throws at its call number `at`. */
async function happen({ scenario, rest, name, at, kind }) {
  const [start, settle] = [scenario, rest].map((code) => new Function(`return (${code})`)());
  const begin = start();
  window.faults.count(true);
  if (name) window.faults.arm(name, at, kind);
  let isOurs = false;
  try {
    begin();
  } catch {
    // The scenario's own call has thrown.
    isOurs = true;
  }
  await settle();
  return { counts: window.faults.count(false), hasThrown: window.faults.disarm() && !isOurs };
}

const run = (page, scenario, fault = {}) =>
  page.evaluate(happen, { scenario: String(SCENARIOS[scenario]), rest: String(rest), ...fault });

const look = (page) =>
  page.evaluate(() => `${document.documentElement.className} ${document.querySelector("main").style.width}`);

/** The pictures in every look, and what each scenario calls, from a page without a fault. */
async function reference() {
  const { page, said, close } = await open();
  const pictures = new Map();
  const keep = async () =>
    pictures.set(
      await look(page),
      (await page.evaluate(readings)).map(({ picture }) => picture),
    );
  await keep();
  for (const scenario of ["theme", "size", "theme", "size"]) {
    await run(page, scenario);
    await keep();
  }
  const calls = {};
  for (const scenario of Object.keys(SCENARIOS)) calls[scenario] = (await run(page, scenario)).counts;
  assert.deepEqual(said, { ours: [], others: [], thrown: [] });
  await close();
  return { pictures, calls };
}

/** What is not as it should be after a fault. */
function wrongs(found, expected) {
  const isRight = ({ state, answers, picture, isStill }, at) =>
    state === "drawn" ? answers && picture === expected[at] : state === "error" && isStill;
  const wrong = found.flatMap((reading, at) =>
    isRight(reading, at)
      ? []
      : [`goal ${at}: ${JSON.stringify({ ...reading, picture: reading.picture === expected[at] })}`],
  );
  const undrawn = found.filter(({ state }) => state !== "drawn").length;
  return undrawn > 1 ? [...wrong, `${undrawn} are not drawn`] : wrong;
}

/** Each second call takes half of the time. FAULTS=all takes all of them. */
const isAll = process.env.FAULTS === "all";

test("ten goals survive whatever throws, at the first, a middle and the last call", async () => {
  const { pictures, calls } = await reference();
  let { page, said, close } = await open();
  const failed = [];
  let cases = 0;
  /** What redraws calls much the same, whatever the reason. */
  const redrawn = new Set();
  for (const [scenario, counts] of Object.entries(calls)) {
    for (const [name, count] of Object.entries(counts).filter((_, at) => isAll || at % 2 === 0)) {
      if (["theme", "size", "pixels"].includes(scenario) && redrawn.has(name)) continue;
      redrawn.add(name);
      const at = cases % 3 === 0 ? 1 : cases % 3 === 1 ? Math.ceil(count / 2) : count;
      const before = await page.evaluate(() => window.instances);
      if (before > MOST_CRASHES) {
        await close();
        ({ page, said, close } = await open());
      }
      const { hasThrown } = await run(page, scenario, { name, at });
      if (!hasThrown) continue;
      cases++;
      const found = await page.evaluate(readings);
      const wrong = wrongs(found, pictures.get(await look(page)));
      if (said.thrown.length > 0) wrong.push(`uncaught: ${said.thrown.join()}`);
      if (said.others.length > 0) wrong.push(`console: ${said.others.join()}`);
      if (wrong.length > 0) {
        failed.push(`${scenario}: ${name} at ${at} of ${count}: ${wrong.join("; ")}`);
        await close();
        ({ page, said, close } = await open());
      } else if (found.some(({ state }) => state !== "drawn")) {
        await page.evaluate(() => document.querySelectorAll("[data-state=error]").forEach((post) => post.refresh()));
        await page.evaluate(rest);
      }
    }
  }
  await close();
  assert.deepEqual(failed, [], `of ${cases} cases`);
  assert.ok(cases > (isAll ? 120 : 60), `${cases} cases`);
});

test("what the page does while it is called meets nothing that is borrowed", async () => {
  const { page, said, close } = await open();
  const found = await page.evaluate(async (rest) => {
    const settle = new Function(`return (${rest})`)();
    const happen = () => {
      for (const type of ["resize", "pageshow", "beforeprint", "afterprint"]) dispatchEvent(new Event(type));
      document.dispatchEvent(new Event("visibilitychange"));
      document.fonts.dispatchEvent(new Event("loadingdone"));
    };
    let depth = 0;
    const again = (original) =>
      /** @this {any} */
      function (...given) {
        if (depth++ === 0) happen();
        depth--;
        return Reflect.apply(original, this, given);
      };
    const { prototype } = CanvasRenderingContext2D;
    for (const name of ["measureText", "fillText", "fillRect"]) prototype[name] = again(prototype[name]);
    globalThis.getComputedStyle = again(getComputedStyle);
    addEventListener("goalpost:drawn", happen);
    document.querySelectorAll("goal-post").forEach((post) => post.refresh());
    await settle();
    document.documentElement.className = "dark";
    await settle();
    return [document.querySelectorAll("[data-state=drawn]").length, window.instances];
  }, String(rest));
  assert.deepEqual(found, [10, 1]);
  assert.deepEqual(said, { ours: [], others: [], thrown: [] });
  await close();
});
