// <goal-post> as an element: its properties, its class, and its reaction to changes, moves and errors of the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { frames } from "./waits.mjs";

const dist = (name = "") => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

const OWN = { title: "Own", planned: [4, 4], done: [4, 2] };
const GIVEN = { title: "Given", planned: [10], done: [5] };
const POST = `<goal-post><script type="application/json">${JSON.stringify(OWN)}</script></goal-post>`;

let browser;
let server;
before(async () => {
  server = await serve(dist());
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page that records announcements and exceptions; `script` is its module. */
async function open(body = POST, { script = 'import "./goalpost.js";', prepare = async (_page) => {} } = {}) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  const thrown = [];
  page.on("pageerror", (error) => thrown.push(error.message));
  await page.addInitScript(() => {
    globalThis.announced = [];
    globalThis.instances = 0;
    /** @param {any} event */
    const keep = ({ type, detail }) => globalThis.announced.push([type, detail.title ?? detail.problems[0].message]);
    for (const type of ["goalpost:drawn", "goalpost:error"]) addEventListener(type, keep);
    const { instantiateStreaming } = WebAssembly;
    const counting = (source, imports) => {
      globalThis.instances++;
      return instantiateStreaming(source, imports);
    };
    Object.assign(WebAssembly, { instantiateStreaming: counting });
  });
  await prepare(page);
  const html = `<!doctype html><meta charset="utf-8"><title>Element</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="goalpost.css"><body>${body}<script type="module">${script}</script>`;
  await page.route("**/page.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(`${server.url}page.html`);
  return { page, thrown };
}

/** Waits until a number of goals are announced; returns all that are. */
async function announced(page, count) {
  await page.waitForFunction((count) => globalThis.announced.length >= count, count, { timeout: 15_000 });
  // Waits for anything else to arrive: a frame, its observers, and the tasks after it.
  await frames(page);
  return page.evaluate(() => globalThis.announced);
}

test("properties reflect attributes, limited to known values", async () => {
  const { page } = await open("<goal-post src=a.json view=burnup theme=sepia menu=off></goal-post>");
  await page.waitForFunction(() => customElements.get("goal-post"));
  const seen = await page.evaluate(() => {
    const post = document.querySelector("goal-post");
    const seen = [[post.src, post.from, post.view, post.theme, post.menu, post.goal]];
    Object.assign(post, { src: "b.json", from: "#list", view: "compact", theme: "dark", menu: "on" });
    seen.push(post.getAttributeNames().map((name) => `${name}=${post.getAttribute(name)}`));
    Object.assign(post, { src: null, from: undefined, view: null, theme: undefined, menu: null });
    seen.push(post.getAttributeNames());
    post.setAttribute("view", "pie");
    post.setAttribute("menu", "none");
    seen.push([post.src, post.from, post.view, post.theme, post.menu]);
    return seen;
  });
  const withoutState = (names) => names.filter((name) => !/^(?:data-state|aria-busy)/.test(name)).sort();
  assert.deepEqual(seen[0], ["a.json", "", "burnup", "", "off", null]);
  assert.deepEqual(withoutState(seen[1]), ["from=#list", "menu=on", "src=b.json", "theme=dark", "view=compact"]);
  assert.deepEqual(withoutState(seen[2]), []);
  assert.deepEqual(seen[3], ["", "", "", "", "on"]);
  await page.close();
});

test("the known values match the schema, and the members match custom-elements.json", async () => {
  const { properties } = json("../../www/schema/goal.schema.json");
  const values = (name) => properties[name].enum.filter((value) => value);
  const { page } = await open();
  await page.waitForFunction(() => customElements.get("goal-post"));
  const taken = await page.evaluate(
    (known) => {
      const post = document.createElement("goal-post");
      return known.map(([name, values]) => values.map((value) => Object.assign(post, { [name]: value })[name]));
    },
    [
      ["view", values("view")],
      ["theme", values("theme")],
    ],
  );
  assert.deepEqual(taken, [values("view"), values("theme")]);

  const members = await page.evaluate(() => {
    const own = customElements.get("goal-post");
    const isPublic = (name) => !/Callback$|^constructor$|^observedAttributes$/.test(name);
    const names = [...Object.getOwnPropertyNames(own.prototype), ...Object.getOwnPropertyNames(own)];
    return names.filter((name) => isPublic(name) && !["length", "name", "prototype"].includes(name)).sort();
  });
  const [{ members: described }] = json("../../www/npm/custom-elements.json").modules[0].declarations;
  assert.deepEqual(members, described.map(({ name }) => name).sort());
  await page.close();
});

test("a goal given as an object replaces the element's data until it is removed", async () => {
  const { page, thrown } = await open();
  assert.deepEqual(await announced(page, 1), [["goalpost:drawn", "Own"]]);
  await page.evaluate((goal) => (document.querySelector("goal-post").goal = goal), GIVEN);
  assert.deepEqual((await announced(page, 2)).slice(1), [["goalpost:drawn", "Given"]]);
  assert.equal(await page.locator("goal-post caption").textContent(), "Given");
  assert.deepEqual(await page.evaluate(() => document.querySelector("goal-post").goal), GIVEN);

  await page.evaluate(() => {
    const post = document.querySelector("goal-post");
    post.goal.title = "Changed inside";
    post.refresh();
  });
  assert.deepEqual((await announced(page, 3)).slice(2), [["goalpost:drawn", "Changed inside"]]);
  await page.evaluate(() => Object.assign(document.querySelector("goal-post"), { goal: { planned: "six" } }));
  assert.match((await announced(page, 4))[3].join(), /^goalpost:error,.*list/);
  await page.evaluate(() => (document.querySelector("goal-post").goal = null));
  assert.deepEqual((await announced(page, 5)).slice(4), [["goalpost:drawn", "Own"]]);
  assert.equal(await page.evaluate(() => document.querySelector("goal-post").goal), null);
  assert.deepEqual(thrown, []);
  await page.close();
});

test("properties set before the element is defined count, and a given goal wins over src", async () => {
  const body = `<goal-post src="nowhere.json"></goal-post><script>
    Object.assign(document.querySelector("goal-post"), { goal: ${JSON.stringify(GIVEN)}, view: "compact" });
    const detached = document.createElement("goal-post");
    detached.goal = { title: "Detached", planned: [1], done: [1] };
    globalThis.detached = detached;
  </script>`;
  const { page } = await open(body);
  assert.deepEqual(await announced(page, 1), [["goalpost:drawn", "Given"]]);
  const post = page.locator("goal-post");
  assert.deepEqual(await post.evaluate((post) => [post.getAttribute("view"), Object.keys(post)]), ["compact", []]);
  assert.equal((await post.locator("canvas").boundingBox()).height, 64);
  await page.evaluate(() => document.body.append(globalThis.detached));
  assert.deepEqual((await announced(page, 2)).slice(1), [["goalpost:drawn", "Detached"]]);
  await page.close();
});

test("all changes of one task cause one reading", async () => {
  const { page } = await open();
  await announced(page, 1);
  await page.evaluate((goal) => {
    const post = document.querySelector("goal-post");
    globalThis.states = 0;
    const count = (changes) => (globalThis.states += changes.length);
    new MutationObserver(count).observe(post, { attributeFilter: ["data-state"] });
    post.setAttribute("view", "burnup");
    post.theme = "dark";
    post.lang = "ko";
    post.goal = goal;
    post.refresh();
  }, GIVEN);
  assert.deepEqual((await announced(page, 2)).slice(1), [["goalpost:drawn", "Given"]]);
  const drawn = await page.locator("goal-post").evaluate(({ shadowRoot }) => shadowRoot.querySelector(".goal").lang);
  assert.equal(drawn, "ko", "with all of them");
  assert.equal(await page.evaluate(() => globalThis.states), 2, "loading, drawn");

  await page.evaluate(() => {
    const post = document.createElement("goal-post");
    document.body.append(post);
    post.view = "compact";
    post.goal = { title: "New", planned: [1], done: [1] };
  });
  assert.deepEqual((await announced(page, 3)).slice(2), [["goalpost:drawn", "New"]]);
  await page.evaluate(() => document.querySelector("goal-post").setAttribute("view", "burnup"));
  assert.equal((await announced(page, 3)).length, 3, "an attribute that is set to what it is changes nothing");
  await page.close();
});

test("a moved element keeps its picture and table; one that returns later is read again", async () => {
  const { page } = await open(`<div id="narrow" style="width: 400px"></div>${POST}`);
  await announced(page, 1);
  const post = page.locator("goal-post");
  await post.evaluate((post) => {
    globalThis.canvas = post.shadowRoot.querySelector("canvas");
    post.shadowRoot.querySelector("details").open = true;
    document.querySelector("#narrow").append(post);
  });
  await page.waitForFunction(() => globalThis.canvas.style.width === "400px");
  const kept = await post.evaluate(({ shadowRoot }) => [
    shadowRoot.querySelector("canvas") === globalThis.canvas,
    shadowRoot.querySelector("details").open,
  ]);
  assert.deepEqual(kept, [true, true]);
  assert.equal((await announced(page, 1)).length, 1, "it is not read again");

  await page.evaluate(async () => {
    const post = document.querySelector("goal-post");
    post.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(post);
  });
  assert.deepEqual((await announced(page, 2)).slice(1), [["goalpost:drawn", "Own"]]);
  await page.close();
});

test("the class defines the element under other names and in other registries, and never twice", async () => {
  const script = `
    import { GoalPostElement } from "./goalpost.js";
    globalThis.GoalPostElement = GoalPostElement;`;
  const { page, thrown } = await open(`${POST}<my-goal></my-goal>`, { script });
  await announced(page, 1);
  const seen = await page.evaluate((goal) => {
    const { GoalPostElement } = window;
    const again = GoalPostElement.define();
    const mine = GoalPostElement.define("my-goal");
    Object.assign(document.querySelector("my-goal"), { goal });

    const defined = new Map();
    const registry = { get: (name) => defined.get(name), define: (name, own) => defined.set(name, own) };
    const [first, second] = [GoalPostElement.define("goal-post", registry), GoalPostElement.define("other", registry)];
    GoalPostElement.define("other", registry);
    return {
      own: customElements.get("goal-post") === GoalPostElement && again === GoalPostElement,
      mine: customElements.get("my-goal") === mine && mine.prototype instanceof GoalPostElement,
      double: [[...defined.keys()], first === GoalPostElement, second.prototype instanceof GoalPostElement],
    };
  }, GIVEN);
  assert.deepEqual(seen, { own: true, mine: true, double: [["goal-post", "other"], true, true] });
  assert.deepEqual((await announced(page, 2)).slice(1), [["goalpost:drawn", "Given"]]);
  assert.ok(await page.locator("my-goal canvas").isVisible());

  await page.addScriptTag({ type: "module", url: "goalpost.js?again" });
  await page.addScriptTag({ type: "module", url: "goalpost.inline.js" });
  await page.addScriptTag({ url: "goalpost.standalone.js" });
  assert.equal((await announced(page, 2)).length, 2, "the script does no harm when it is loaded again");
  assert.deepEqual(thrown, []);
  await page.close();
});

/** A module with one function, which traps. */
const TRAP = [
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
  ...[7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11],
];

test("a trap of another module on the page changes nothing", async () => {
  const { page, thrown } = await open();
  await announced(page, 1);
  await page.locator(".goal summary").click();
  await page.locator("goal-post .menu").waitFor();
  await page.keyboard.press("Tab");
  const state = () =>
    page.locator("goal-post").evaluate(({ shadowRoot }) => {
      globalThis.canvas ??= shadowRoot.querySelector("canvas");
      return {
        canvas: shadowRoot.querySelector("canvas") === globalThis.canvas,
        open: shadowRoot.querySelector("details").open,
        focus: shadowRoot.activeElement?.localName,
        instances: globalThis.instances,
      };
    });
  const before = await state();
  assert.deepEqual(before, { canvas: true, open: true, focus: "button", instances: 1 });
  await page.evaluate((bytes) => {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
    setTimeout(/** @type {() => void} */ (exports.trap));
  }, TRAP);
  await page.waitForEvent("pageerror");
  assert.equal((await announced(page, 1)).length, 1);
  assert.deepEqual(thrown, ["unreachable"]);
  assert.deepEqual(await state(), before);
  await page.close();
});

test("an exception in a listener that the core calls changes nothing either", async () => {
  const throwing = (page) =>
    page.addInitScript(() => {
      addEventListener("goalpost:drawn", () => {
        throw new Error("a listener's own");
      });
    });
  const { page, thrown } = await open(POST.repeat(3), { prepare: throwing });
  assert.equal((await announced(page, 3)).length, 3);
  assert.deepEqual(thrown, Array(3).fill("a listener's own"));
  assert.equal(await page.evaluate(() => globalThis.instances), 1);
  await page.close();
});

/** Makes the next drawing throw through the core, which ends the instance. */
function crash(page) {
  return page.evaluate(() => {
    const { prototype } = CanvasRenderingContext2D;
    const { fillRect } = prototype;
    prototype.fillRect = () => {
      prototype.fillRect = fillRect;
      throw new Error("a crash");
    };
    // A page that becomes visible has lost its pixels.
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

for (const build of ["goalpost.js", "goalpost.inline.js"]) {
  test(`after a crash of the core a fresh instance takes over, ten times at most: ${build}`, async () => {
    const { page, thrown } = await open(POST, { script: `import "./${build}";` });
    await announced(page, 1);
    for (let crashes = 1; crashes <= 10; crashes++) {
      await crash(page);
      assert.equal((await announced(page, crashes + 1)).length, crashes + 1, "it is read again, once");
    }
    await crash(page);
    const all = await announced(page, 12);
    assert.deepEqual(all.slice(11), [["goalpost:error", "the widget could not start: it has crashed too often"]]);
    assert.deepEqual(thrown, []);
    const rows = await page.locator("goal-post table tr").allTextContents();
    assert.equal(rows.length, 3, "a table of the data stands in its place");
    await page.close();
  });
}

test("the module is fetched from the address of setWasmUrl", async () => {
  const script = `
    import { GoalPostElement } from "./goalpost.js";
    GoalPostElement.setWasmUrl("elsewhere/core.wasm");`;
  const elsewhere = (page) =>
    page.route("**/elsewhere/core.wasm", (route) => route.fulfill({ path: dist("goalpost.wasm") }));
  const from = server.requests.length;
  const { page } = await open(POST, { script, prepare: elsewhere });
  assert.deepEqual(await announced(page, 1), [["goalpost:drawn", "Own"]]);
  assert.deepEqual(
    server.requests.slice(from).filter((path) => path.endsWith(".wasm")),
    [],
  );
  await page.close();
});

test("the build in one file exports the class as well, and fetches nothing", async () => {
  const script = `
    import { GoalPostElement } from "./goalpost.inline.js";
    GoalPostElement.setWasmUrl("nowhere.wasm");
    globalThis.isDefined = customElements.get("goal-post") === GoalPostElement;`;
  const from = server.requests.length;
  const { page } = await open(POST, { script });
  assert.deepEqual(await announced(page, 1), [["goalpost:drawn", "Own"]]);
  assert.equal(await page.evaluate(() => globalThis.isDefined), true);
  assert.deepEqual(
    server.requests.slice(from).filter((path) => /core|wasm/.test(path)),
    [],
  );
  await page.close();
});
