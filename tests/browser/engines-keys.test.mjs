// Keys and pointer in Firefox and WebKit. Their drivers support neither a held key (A7) nor fingers:
// keys.test.mjs and pointers.test.mjs test those.

import assert from "node:assert/strict";
import { english, said, weeks } from "./a11y.mjs";
import { boxes, focused, inEachEngine, put, shown } from "./engines.mjs";

inEachEngine((check) => {
  check("a goal is one tab stop and takes no focus (A5, A20)", async (browser) => {
    await browser.open("embeds/views/");
    assert.equal(await browser.run(focused), "body");
    await browser.tabTo("slider");
    for (let presses = 0; presses < 3; presses++) await browser.press("Tab");
    for (let presses = 0; presses < 3; presses++) await browser.press("Shift", "Tab");
    assert.equal(await browser.run(focused), "slider");
    await browser.press("Shift", "Tab");
    assert.ok(!["slider", "summary"].includes(await browser.run(focused)), "back out");
    await browser.tabTo("slider");
    const passed = [];
    for (let presses = 0; presses < 4; presses++) {
      await browser.press("Tab");
      passed.push(await browser.run(focused));
    }
    // The compact view has no weeks to step through and no table to open.
    assert.deepEqual(passed.slice(0, 3), ["summary", "slider", "summary"]);
    assert.ok(!["slider", "summary"].includes(passed[3]), `after the last goal: ${passed[3]}`);
  });

  check(
    "keys step through the weeks, announced once by the slider; all other keys are the page's (A6, A7)",
    async (browser) => {
      await browser.open(english);
      await browser.run(() => {
        window.told = [];
        window.cancelled = [];
        addEventListener("keydown", (event) => window.cancelled.push(event.defaultPrevented));
        const slider = document.querySelector("goal-post").shadowRoot.querySelector(".slider");
        new MutationObserver((changes) =>
          changes.forEach(() => window.told.push(slider.getAttribute("aria-valuetext"))),
        ).observe(slider, { attributeFilter: ["aria-valuetext"] });
      });
      const press = async (...keys) => {
        await browser.press(...keys);
        return browser.run(() => window.cancelled.at(-1));
      };
      await browser.tabTo("slider");
      assert.equal((await browser.run(shown)).text, said[0], "it begins at the first week");
      const told = [];
      for (const [key, week] of /** @type {const} */ ([
        ["ArrowRight", 1],
        ["ArrowRight", 2],
        ["ArrowLeft", 1],
        ["End", 4],
        ["Home", 0],
      ])) {
        assert.equal(await press(key), true, `${key} is used up`);
        told.push(said[week]);
        const { now, text, tip } = await browser.run(shown);
        assert.deepEqual([now, text], [week + 1, said[week]], key);
        assert.ok(tip, key);
      }
      assert.deepEqual(await browser.run(() => window.told), told);
      for (const keys of [["Control", "ArrowDown"], ["h"], ["Shift", "End"], ["Alt", "ArrowUp"]]) {
        assert.equal(await press(...keys), false, `${keys} is the page's`);
        assert.equal((await browser.run(shown)).text, said[0]);
      }
      assert.equal(await press("Escape"), true);
      assert.equal((await browser.run(shown)).tip, false);
      assert.equal(await press("Escape"), false, "the second one is the page's");
      assert.equal(await browser.run(focused), "slider", "the focus stays");
    },
  );

  check(
    "focus and hover show the same tooltip, which can be pointed at and disappears with Escape (A8)",
    async (browser) => {
      await browser.open(english);
      await browser.tabTo("slider");
      await browser.press("ArrowRight");
      const byKey = await browser.run(shown);
      assert.ok(byKey.tip && byKey.marker);
      await browser.press("Tab");
      assert.equal((await browser.run(shown)).tip, false, "it goes with the focus");
      const [plot] = await browser.run(boxes);
      await browser.move(plot.x + plot.width * 0.3, plot.y + plot.height / 2);
      const byMouse = await browser.run(shown);
      assert.deepEqual([byMouse.tip, byMouse.marker], [byKey.tip, byKey.marker]);
      const [, tip] = await browser.run(boxes);
      await browser.move(tip.x + tip.width / 2, tip.y + tip.height / 2);
      assert.equal((await browser.run(shown)).tip, byKey.tip, "on it");
      await browser.press("Escape");
      assert.equal((await browser.run(shown)).tip, false, "though the focus is elsewhere");
      await browser.move(plot.x + plot.width * 0.5, plot.y + plot.height / 2);
      assert.match((await browser.run(shown)).tip, /Week 3/);
      await browser.move(3, 3);
      assert.equal((await browser.run(shown)).tip, false, "it goes with the pointer");
    },
  );

  check(
    "the data are copied, the picture is saved as SVG, and each of many weeks is reached step by step",
    async (browser) => {
      await browser.open("embeds/element/");
      await browser.run(put, weeks(520));
      await browser.tabTo("slider");
      await browser.press("End");
      await browser.press("ArrowLeft");
      assert.match((await browser.run(shown)).text, /^Week 519,/);
      await browser.press("Tab");
      await browser.press("Enter");
      await browser.until(() => Boolean(document.querySelector("goal-post").shadowRoot.querySelector(".menu")));
      await browser.press("Tab");
      assert.equal(await browser.run(focused), "button");
      await browser.press("Enter");
      await browser.until(
        () => document.querySelector("goal-post").shadowRoot.querySelector("[role=status]").textContent === "Copied",
      );
      assert.equal(await browser.run(focused), "button", "the focus stays where it was");
      await browser.run(() => {
        HTMLAnchorElement.prototype.click = function () {
          window.saved = this;
        };
        document.querySelector("goal-post").shadowRoot.querySelectorAll(".menu button")[3].click();
      });
      await browser.until(() => Boolean(window.saved));
      const [file, wrong, texts] = await browser.run(async () => {
        const text = await (await fetch(window.saved.href)).text();
        const svg = new DOMParser().parseFromString(text, "application/xml");
        return [window.saved.download, svg.querySelectorAll("parsererror").length, svg.querySelectorAll("text").length];
      });
      assert.deepEqual([file, wrong, texts >= 10], ["A year.svg", 0, true]);
    },
  );
});
