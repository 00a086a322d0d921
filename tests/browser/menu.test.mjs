// What readers can copy and save: the data as CSV, the picture as PNG and as SVG.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { english, focused, openTables, put, said, tabTo, tip, tree, weeks } from "./a11y.mjs";
import { blog } from "./blog.mjs";

const site = blog();

/** Presses one of the buttons below the table, and reads the saved file. */
async function saved(page, name) {
  await page.evaluate(() =>
    document.querySelector("goal-post").shadowRoot.querySelector("details").setAttribute("open", ""),
  );
  const button = page.getByRole("button", { name }).first();
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const counted = ["Planned", "Carried in", "To do", "Done"].map((header) => `${header} (lectures)`);
const csv = [
  ["Week", "Date", ...counted, "Completed", "Carried over (lectures)", "Note"].join(","),
  "Week 1,2019-09-29,6,0,6,6,1,0,Kick-off; every planned lecture done",
  "Week 2,2019-10-05,8,0,8,6,0.75,2,Left half an hour early",
  'Week 3,2019-10-12,6,2,8,6,0.75,2,"Other plans that day, a shorter goal"',
  'Week 4,2019-10-19,4,2,6,2,0.3333333333333333,4,"Absent · Not well, stayed at home"',
  "Week 5,2019-10-26,0,4,4,0,0,4,Talk · Overtime every day; the jam stayed",
  "",
].join("\r\n");

for (const secure of [true, false]) {
  test(`the data are copied as CSV ${secure ? "by the clipboard's interface" : "by a command"}`, async () => {
    const prepare = async (page) => {
      if (!secure)
        await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }));
    };
    const { page, close } = await site.open(english, { prepare, permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator(".goal summary").first().focus();
    await page.keyboard.press("Enter");
    await page.locator("goal-post .menu").first().waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "button");
    await page.keyboard.press("Enter");
    await page.locator("goal-post .menu span", { hasText: "Copied" }).first().waitFor();
    assert.equal(await focused(page), "button", "the focus stays where it was");
    const status = (await tree(page)).find(({ role }) => role === "status");
    assert.ok(status, "and that is said to those who do not see it");
    // Pasted by hand, because one of the cases removes the page's clipboard interface.
    await page.evaluate(() => {
      const area = document.createElement("textarea");
      document.body.prepend(area);
      area.focus();
    });
    await page.keyboard.press("Control+V");
    assert.equal(await page.locator("body > textarea").inputValue(), csv.replaceAll("\r\n", "\n"));
    await close();
  });
}

test("the weeks are copied as text, one short line each", async () => {
  const { page, close } = await site.open(english, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator(".goal summary").first().click();
  await page.getByRole("button", { name: "Copy as text" }).first().click();
  await page.locator("goal-post .menu span", { hasText: "Copied" }).first().waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^Kubernetes from the ground up: 83\.3%, 20 of 24 lectures\nW1 6\/6\nW2 6\/8, 2 carried over\n/);
  assert.equal(await focused(page), "button", "the focus is where it was put");
  await close();
});

test("the picture is saved as a PNG, on its own ground, at the device's resolution", async () => {
  const { page, close } = await site.open("embeds/dark/", { deviceScaleFactor: 2 });
  const { name, bytes } = await saved(page, "Save as PNG");
  assert.equal(name, "Kubernetes from the ground up.png");
  assert.equal(await page.locator("goal-post .menu span").first().textContent(), "Saved");
  const { width, height, data } = PNG.sync.read(bytes);
  const canvas = await page.evaluate(() => {
    const { width, height } = document.querySelector("goal-post").shadowRoot.querySelector("canvas");
    return [width, height];
  });
  assert.deepEqual([width, height], canvas);
  assert.deepEqual([...data.subarray(0, 4)], [0x16, 0x18, 0x1d, 255], "the page's ground");
  assert.ok(
    data.some((channel, index) => index % 4 === 0 && channel === 0x4a && data[index + 2] === 0xd8),
    "work done",
  );
  await close();
});

/** The pixels of an SVG file in a page, drawn at this size. */
async function rendered(page, text, { width, height }) {
  const address = await page.evaluate(
    async ([text, width, height]) => {
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, height];
      canvas.getContext("2d").drawImage(image, 0, 0, width, height);
      return canvas.toDataURL();
    },
    [text, width, height],
  );
  return PNG.sync.read(Buffer.from(address.split(",")[1], "base64"));
}

/** The contents of an SVG file, read as XML; throws if it is not well-formed. */
const spoken = (page, text) =>
  page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "application/xml");
    const wrong = document.querySelector("parsererror");
    if (wrong) throw new Error(wrong.textContent);
    const [name, words] = ["title", "desc"].map((tag) => document.querySelector(tag).textContent);
    const { documentElement: svg } = document;
    return {
      name,
      words,
      lang: svg.getAttribute("lang"),
      viewBox: svg.getAttribute("viewBox"),
      texts: [...document.querySelectorAll("text")].map(({ textContent }) => textContent),
    };
  }, text);

for (const [address, options] of /** @type {const} */ ([
  [english, {}],
  ["embeds/dark/", { deviceScaleFactor: 2 }],
  ["embeds/rtl/", { viewport: { width: 400, height: 900 } }],
  ["embeds/views/", { count: 3 }],
])) {
  test(`the SVG looks like the PNG and has the words of the page: ${address}`, async (context) => {
    const { page, said, close } = await site.open(address, options);
    const png = PNG.sync.read((await saved(page, "Save as PNG")).bytes);
    const look = () =>
      page
        .locator("goal-post")
        .first()
        .evaluate((host) => host.shadowRoot.querySelector("canvas").toDataURL());
    const pixels = await look();
    const { name, bytes } = await saved(page, "Save as SVG");
    assert.equal(await look(), pixels, "the canvas stays as it is");
    const shown = await page.evaluate(() => {
      const root = document.querySelector("goal-post").shadowRoot;
      const canvas = root.querySelector("canvas");
      const size = [canvas.style.width, canvas.style.height].map(parseFloat);
      return {
        title: root.querySelector(".goal").ariaLabel,
        name: canvas.ariaLabel,
        words: root.querySelector(".summary").textContent,
        lang: root.querySelector(".goal").lang,
        viewBox: `0 0 ${size.join(" ")}`,
      };
    });
    assert.equal(name, `${shown.title}.svg`);
    const { texts, ...words } = await spoken(page, bytes.toString());
    assert.deepEqual(words, { name: shown.name, words: shown.words, lang: shown.lang, viewBox: shown.viewBox });
    assert.ok(texts.length >= 10 && texts.some((text) => text.includes("%")), texts.join("|"));
    const image = await rendered(page, bytes.toString(), png);
    const different = pixelmatch(png.data, image.data, null, png.width, png.height, { threshold: 0.1 });
    context.diagnostic(`${((100 * different) / (png.width * png.height)).toFixed(3)}% of the pixels differ`);
    assert.ok(different / (png.width * png.height) <= 0.005, `${different} of ${png.width * png.height} pixels differ`);
    assert.deepEqual([said.thrown, said.errors], [[], []]);
    await close();
  });
}

test("after a change the SVG has the new goal, and hostile texts stay texts", async () => {
  const { page, close } = await site.open("embeds/element/");
  const title = "</svg><script>alert(1)</script> & \u0001 ]]>";
  await put(page, { title, planned: [2, 3], done: [2, 1] });
  const { bytes } = await saved(page, "Save as SVG");
  const { name } = await spoken(page, bytes.toString());
  assert.match(name, /^<\/svg><script>alert\(1\)<\/script> & +\]\]>: chart/);
  await close();
});

test("the classic file saves an SVG as well, from a folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  cpSync(
    fileURLToPath(new URL("../../dist/goalpost.standalone.js", import.meta.url)),
    join(folder, "goalpost.standalone.js"),
  );
  writeFileSync(
    join(folder, "post.html"),
    `<!doctype html><goal-post><script type="application/json">{ "planned": [4], "done": [2] }</script></goal-post>
    <script defer src="goalpost.standalone.js"></script>`,
  );
  const { page, close } = await site.open(pathToFileURL(join(folder, "post.html")).href);
  const { bytes } = await saved(page, "Save as SVG");
  assert.ok((await spoken(page, bytes.toString())).texts.includes("50%"));
  await close();
  rmSync(folder, { recursive: true });
});

test('menu="off" hides the buttons and nothing else', async () => {
  const { page, close } = await site.open("embeds/element/");
  await openTables(page);
  await page.locator("goal-post .menu").waitFor();
  assert.equal(await page.locator("goal-post button").count(), 5);
  await put(page, weeks(4), { menu: "off" });
  assert.equal(await page.locator("goal-post button").count(), 0);
  await tabTo(page);
  await page.keyboard.press("ArrowRight");
  assert.ok(await tip(page).isVisible());
  await close();
});

test("the same for the Jekyll include with that option, and no other on its page", async () => {
  const { page, close } = await site.open("embeds/views/", { count: 3 });
  await openTables(page);
  await page.locator("goal-post .menu").nth(1).waitFor();
  const buttons = await page
    .locator("goal-post")
    .evaluateAll((all) => all.map(({ shadowRoot }) => shadowRoot.querySelectorAll("button").length));
  assert.deepEqual(buttons, [5, 5, 0]);
  await close();
});

test("the weeks are heard on wish alone: two voices a week, its sentence after them, and Escape ends it", async () => {
  const asked = [];
  const prepare = async (page) => {
    page.on("request", (request) => asked.push(request.url().replace(/.*\//, "")));
    await page.addInitScript(listen);
    await page.clock.install();
  };
  const { page, close } = await site.open(english, { prepare });
  assert.ok(!asked.includes("goalpost.tools.js"), "nothing of it comes before");
  await page.locator(".goal summary").first().click();
  const button = page.getByRole("button", { name: "Hear the weeks" }).first();
  const status = page.locator("goal-post .menu span").first();
  await button.waitFor();
  assert.ok(!asked.includes("goalpost.hear.js"));
  assert.deepEqual(await page.evaluate(() => window.heard), []);

  // From here on, the test moves the clock.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 100));
  await button.click();
  const begun = page.locator("goal-post .menu span", { hasText: /^Left: done/ });
  await begun.waitFor();
  assert.match(await status.textContent(), /^Left: done\. Right: carried over\./);
  const sentences = [];
  for (let second = 0; sentences.length < said.length && second < 60; second++) {
    await page.clock.runFor(1_000);
    const text = await status.textContent();
    if (text.startsWith("Week") && text !== sentences.at(-1)) sentences.push(text);
  }
  assert.deepEqual(sentences, said);
  // Of six, six, six, two and nothing done, and two, two, four and four carried over: the most is the highest.
  const heard = await page.evaluate(() => window.heard);
  const pitches = (pan) => heard.filter((voice) => Math.sign(voice.pan) === pan).map(({ pitch }) => Math.round(pitch));
  assert.deepEqual(pitches(-1), [880, 880, 880, 349, 220]);
  assert.deepEqual(pitches(1), [349, 349, 554, 554]);

  // Until the last sentence has been read.
  await page.clock.runFor(10_000);
  await button.press("Enter");
  await begun.waitFor();
  assert.equal(await page.evaluate(() => window.playing), 1);
  await page.keyboard.press("Escape");
  assert.deepEqual(
    await page.evaluate(() => [window.playing, window.left]),
    [0, false],
    "it stops, and nothing else does",
  );
  assert.equal(await status.textContent(), "");
  await page.clock.runFor(60_000);
  assert.equal((await page.evaluate(() => window.heard)).length, heard.length);
  await close();
});

/** Runs in the page before anything else does: keeps what would be heard, and whether an Escape is left to the page. */
function listen() {
  Object.assign(window, { heard: [], playing: 0, left: false });
  const node = (properties) => ({ connect: (next) => ((properties.next = next), next), ...properties });
  class Context {
    currentTime = 0;
    destination = {};
    constructor() {
      window.playing++;
    }
    close() {
      window.playing--;
    }
  }
  Object.assign(window, {
    AudioContext: Context,
    GainNode: function () {
      return node({ gain: { setTargetAtTime() {} } });
    },
    StereoPannerNode: function (_, { pan }) {
      window.heard.at(-1).pan = pan;
      return node({});
    },
    OscillatorNode: function (_, { frequency }) {
      window.heard.push({ pitch: frequency });
      return node({ start() {}, stop() {} });
    },
  });
  addEventListener("keydown", (event) => (window.left ||= event.key === "Escape" && !event.defaultPrevented));
}
