// Random documents through the page's own entry: each is drawn or refused in words, in a time that nobody notices.
//
// A few thousand in every run; a hundred thousand by
//   DOCUMENTS=100000 node --test tests/browser/documents.test.mjs

import assert from "node:assert/strict";
import { test } from "node:test";
import { report } from "../../www/tools/report.mjs";
import { generated } from "./generated.mjs";
import { html, pages, post } from "./pages.mjs";

const COUNT = Number(process.env.DOCUMENTS ?? 3_000);
/** Another seed for each hundred thousand. */
const SEED = Number(process.env.SEED ?? 21);
/** Milliseconds of CPU that a document may take. */
const MOST = 50;
const CHUNK = 500;

const OWN = { title: "Own", planned: [4, 4], done: [4, 2] };
const site = pages("documents", { "one.html": html(post(OWN, 'load="eager"')) });

/** Pseudo-random whole numbers below a bound, always the same ones: a linear congruential generator. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What is put into a document, or in the place of a part of it. */
const PARTS = [
  ...['"', "{", "}", "[", "]", ",", ":", "\\", "null", "true", "1e308", "-1e-308", "1e999", "-0", "NaN", "0.1", "01"],
  ...['"\\ud800"', "\u0000", "\ufeff", "\u202e", "😀", "ﷺ", '"__proto__":{"a":1},', '"weeks":[', '"done":', "[[[[[[[["],
  ...["9007199254740993", '"99999999999999999999/3"', '"5/0"', '"-100%"', '"2024-02-30"', '"0000-00-00"', "<script>"],
];
const MOST_REPEATS = 4_000;

/** Documents: goals as authors write them, a third of them whole, the others with one to four things gone wrong. */
function documents(count, seed) {
  const random = numbers(seed);
  const one = (list) => list[random(list.length)];
  const goals = generated(count, seed).map((goal) => JSON.stringify(goal));
  const wrong = [
    (text, at) => text.slice(0, at) + text.slice(at + 1 + random(8)),
    (text, at) => text.slice(0, at) + one(PARTS) + text.slice(at),
    (text, at) => text.slice(0, at) + one(PARTS) + text.slice(at + 1 + random(12)),
    (text, at) => text.slice(0, at) + String.fromCodePoint(random(0xd7ff)) + text.slice(at + 1),
    (text, at) => text.slice(0, at) + text.slice(at, at + 30).repeat(1 + random(30)) + text.slice(at),
    (text) => text.replace(/\d+/, () => String(random(2) * 10 ** random(20))),
    (text) => text.replace(/"[^"]*"/, (word) => one([word.slice(0, -2) + '"', '""', word.toUpperCase(), "7"])),
    (text, at) => text.slice(0, at),
    (text, at) => text.slice(0, at) + one(goals).slice(at),
    // Rarely, because it is large: up to a hundred thousand characters.
    (text, at) =>
      random(40) > 0 ? text : text.slice(0, at) + one(PARTS).repeat(random(MOST_REPEATS)) + text.slice(at),
  ];
  return goals.map((goal) => {
    let text = goal;
    for (let left = Math.max(0, random(7) - 2); left > 0; left--) text = one(wrong)(text, random(text.length + 1));
    return text;
  });
}

/** Runs in the page: reads documents one after the other. Returns how many were drawn, and what each took at least. */
async function readAll(texts, most) {
  const element = document.querySelector("goal-post");
  const script = element.querySelector("script");
  /** Resolves to the event, and the ms that it took. */
  const read = (text) =>
    new Promise((resolve) => {
      let from = 0;
      const done = (event) => {
        for (const type of ["goalpost:drawn", "goalpost:error"]) element.removeEventListener(type, done);
        resolve({ event, took: performance.now() - from });
      };
      for (const type of ["goalpost:drawn", "goalpost:error"]) element.addEventListener(type, done);
      script.textContent = text;
      from = performance.now();
      // An empty text in the place of an empty one is no change.
      element.refresh();
    });
  const found = { drawn: 0, refused: 0, slow: [], wrong: [], longest: 0 };
  for (const text of texts) {
    let { event, took } = await read(text);
    // On a busy machine others take time as well: what is slow by itself is slow again.
    for (let again = 0; took > most && again < 5; again++) took = Math.min(took, (await read(text)).took);
    found.longest = Math.max(found.longest, took);
    if (took > most) found.slow.push([Math.round(took), text.slice(0, 300)]);
    if (event.type === "goalpost:drawn") found.drawn++;
    else found.refused++;
    const isFault = event.detail.problems?.some(({ message }) => message.startsWith("the widget could not start"));
    const isShown = event.type === "goalpost:error" || element.shadowRoot.querySelector("canvas")?.width > 0;
    if (isFault || !isShown) found.wrong.push(text.slice(0, 300));
  }
  window.events.length = 0;
  return found;
}

test(`${COUNT} random documents: none traps, none is uncaught, none takes more than ${MOST} ms of CPU`, async () => {
  const count = (page) =>
    page.addInitScript(() => {
      window.instances = 0;
      for (const name of ["instantiate", "instantiateStreaming"]) {
        const original = WebAssembly[name];
        WebAssembly[name] = (...given) => {
          window.instances++;
          return original.apply(WebAssembly, given);
        };
      }
      // A problem is said on the console, and here nobody reads it.
      console.error = console.warn = () => {};
    });
  const { page, said, close } = await site.open("one.html", { prepare: count });
  await page.waitForFunction(() => window.events.length === 1);
  const all = { drawn: 0, refused: 0, slow: [], wrong: [], longest: 0 };
  for (let at = 0; at < COUNT; at += CHUNK) {
    const texts = documents(Math.min(CHUNK, COUNT - at), SEED + at);
    const found = await page.evaluate(({ texts, most, code }) => new Function(`return (${code})`)()(texts, most), {
      texts,
      most: MOST,
      code: String(readAll),
    });
    all.longest = Math.max(all.longest, found.longest);
    for (const key of ["drawn", "refused"]) all[key] += found[key];
    for (const key of ["slow", "wrong"]) all[key].push(...found[key]);
  }
  assert.deepEqual([all.slow, all.wrong], [[], []]);
  assert.equal(await page.evaluate(() => window.instances), 1, "no instance has crashed");
  assert.deepEqual(said, { ours: [], others: [], thrown: [] });
  assert.equal(all.drawn + all.refused, COUNT);
  assert.ok(Math.min(all.drawn, all.refused) > COUNT / 5, JSON.stringify(all));
  report("documents", {
    title: "Random documents",
    columns: ["documents", "drawn", "refused", "traps", "uncaught", "longest, ms"],
    rows: [[COUNT, all.drawn, all.refused, 0, 0, Math.round(all.longest)]],
  });
  await close();
});
