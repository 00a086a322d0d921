// The criteria of criteria.mjs in Firefox and WebKit, each with its own accessibility
// interface. engines-keys.test.mjs tests the interaction.
//
// Not tested here: the colours of A10 and A11, and the strings of A22 and A24, are the same bytes everywhere
// (colours.rs, a11y.test.mjs). WebDriver gives only the role and the name of an element, not the accessibility tree. A
// reader's preferences (A12, A13) are set only in Firefox, by preferences.test.mjs: WebKitGTK does not force colours
// or report a preference for less motion, and its driver cannot print (A19).

import assert from "node:assert/strict";
import { contrast, english, pagesOf, watchPaper } from "./a11y.mjs";
import { oracle } from "./blog.mjs";
import { inEachEngine, put, settle, shown } from "./engines.mjs";
import { showFrames, watchDrawings } from "./waits.mjs";

const title = "Kubernetes from the ground up";

inEachEngine((check, engine, blog) => {
  check(
    "every page of the blog: goals have the expected state, a name, sharp pixels, and fit a narrow window (A1, A15, A21)",
    async (browser) => {
      let goals = 0;
      for (const { address, settled } of pagesOf(blog.out).filter(({ settled }) => settled)) {
        const states = await browser.open(address);
        assert.ok(states.includes(settled), `${address}: ${states}`);
        goals += states.length;
        if (settled !== "drawn") continue;
        await browser.run(() => {
          const narrow = document.createElement("div");
          narrow.style.width = "320px";
          narrow.append(...document.querySelectorAll("goal-post[data-state=drawn]"));
          document.body.replaceChildren(narrow);
        });
        await browser.run(settle);
        const seen = await browser.run(() =>
          [...document.querySelectorAll("goal-post")].map((host) => {
            const root = host.shadowRoot;
            const canvas = root.querySelector("canvas");
            const small = new OffscreenCanvas(40, 20).getContext("2d");
            small.drawImage(canvas, 0, 0, 40, 20);
            const inked =
              [...small.getImageData(0, 0, 40, 20).data].filter((value, index) => index % 4 === 3 && value > 0).length /
              800;
            const sizes = [...root.querySelectorAll("*")].map((element) =>
              parseFloat(getComputedStyle(element).fontSize),
            );
            return {
              name: canvas.getAttribute("aria-label"),
              ratio: canvas.width / parseFloat(canvas.style.width),
              inside: host.scrollWidth <= host.clientWidth && canvas.getBoundingClientRect().width <= 320,
              smallest: Math.min(...sizes),
              inked,
              odd: root.querySelectorAll("[id], h1, h2, h3, h4, h5, h6").length,
            };
          }),
        );
        assert.ok(seen.length > 0, address);
        for (const { name, ratio, inside, smallest, inked, odd } of seen) {
          assert.match(name, /^\S.*: (chart|gauge|주별|계획|진행).*, .*(\p{Nd}%|not recorded|없습니다)/u, address);
          assert.ok(
            Math.abs(ratio - 2) < 0.01 && inside && smallest >= 12,
            `${address}: ratio ${ratio}, inside ${inside}, ${smallest} px`,
          );
          assert.ok(inked > 0.03, `${address}: ${inked} of the canvas is drawn on`);
          assert.equal(odd, 0, address);
        }
      }
      assert.ok(goals >= 30, `${goals} goals`);
    },
  );

  check(
    "roles and names are those of an image, a group, a slider, a table and its headers (A1, A2, A4)",
    async (browser) => {
      await browser.open(english);
      const is = async (part, role, label) => {
        const element = await browser.inside(part);
        assert.equal(await element.getAriaRole(), role, part);
        if (label !== undefined) assert.equal(await element.getAccessibleName(), label, part);
      };
      await is("canvas", "image", `${title}: chart of the progress week by week, 83.3%, 20 of 24 lectures`);
      await is(".goal", "group", title);
      await is(".slider", "slider", `Weeks of ${title}`);
      const isVisible = async (part) => browser.run((element) => element.checkVisibility(), await browser.inside(part));
      assert.equal(await isVisible("table"), false, "closed, it is left out");
      await browser.tabTo("slider");
      await browser.press("Tab");
      await browser.press("Enter");
      assert.equal(await isVisible("table"), true, "and opened by key");
      await browser.until(() => Boolean(document.querySelector("goal-post").shadowRoot.querySelector(".menu")));
      for (const [part, role] of [
        ["table", "table"],
        ["caption", "caption"],
        ["th[scope=col]", "columnheader"],
        ["th[scope=row]", "rowheader"],
        ["td", "cell"],
        [".menu span", "status"],
      ]) {
        await is(part, role);
      }
      await is(".menu button", "button", "Copy as CSV");
      const cells = await browser.run(() =>
        [...document.querySelector("goal-post").shadowRoot.querySelectorAll("tbody tr")].map((row) =>
          [...row.cells].map(({ textContent }) => textContent),
        ),
      );
      oracle.forEach(({ planned, carriedIn, load, done, carriedOut }, index) => {
        const [week, , ...row] = cells[index];
        assert.deepEqual(
          [week, row[0], row[1], row[2], row[3], row[5]],
          [`Week ${index + 1}`, ...[planned, carriedIn, load, done, carriedOut].map(String)],
        );
      });
    },
  );

  check("the summary is visible and has the numbers of the picture (A3)", async (browser) => {
    await browser.open(english);
    const summary = await browser.inside(".summary");
    assert.ok(
      await browser.run((element) => element.checkVisibility() && element.getBoundingClientRect().height > 10, summary),
    );
    const told = /^20 of 24 lectures done: 83\.3%\. Behind the plan since Week 2, by 4 lectures now\. /;
    assert.match(await browser.run((element) => element.textContent, summary), told);
  });

  check(
    "the focus ring and the marker's bar are wide and have contrast, also on a dark page that becomes light (A9, A14)",
    async (browser) => {
      await browser.open("embeds/dark/");
      const look = async () => {
        await browser.press("ArrowRight");
        return browser.run(() => {
          const root = document.querySelector("goal-post").shadowRoot;
          const ground = getComputedStyle(root.querySelector(".tip")).backgroundColor;
          const ring = getComputedStyle(root.querySelector(".slider"));
          const bar = getComputedStyle(root.querySelector(".marker"), "::after");
          return [
            { width: ring.outlineWidth, style: ring.outlineStyle, colour: ring.outlineColor, ground },
            { width: bar.borderTopWidth, style: bar.borderTopStyle, colour: bar.borderTopColor, ground },
          ];
        });
      };
      const pixels = () =>
        browser.run(() => document.querySelector("goal-post").shadowRoot.querySelector("canvas").toDataURL());
      await browser.tabTo("slider");
      const [dark, pixelsBefore] = [await look(), await pixels()];
      await browser.run(watchDrawings);
      const from = await browser.run(() => {
        document.documentElement.dataset.theme = "light";
        return performance.now();
      });
      await browser.until(() => window.drawings.length > 0);
      const took = (await browser.run(() => window.drawings[0])) - from;
      assert.ok(took <= 200, `${took} ms`);
      const light = await look();
      assert.notEqual(await pixels(), pixelsBefore);
      assert.notEqual(light[0].ground, dark[0].ground);
      for (const { width, style, colour, ground } of [...dark, ...light]) {
        assert.ok(parseFloat(width) >= 2 && style === "solid", `${width} ${style}`);
        assert.ok(contrast(colour, ground) >= 4.5, `${colour} on ${ground}`);
      }
    },
  );

  check("nothing moves once a goal is drawn (A13, A23)", async (browser) => {
    await browser.open(english);
    await browser.run(watchDrawings);
    await browser.run(() => {
      const request = window.requestAnimationFrame;
      [window.asked, window.marks] = [0, 0];
      window.requestAnimationFrame = (...given) => (window.asked++, request.apply(window, given));
      for (const name of ["fill", "fillText", "fillRect"]) {
        const original = CanvasRenderingContext2D.prototype[name];
        CanvasRenderingContext2D.prototype[name] = function (...given) {
          window.marks++;
          return original.apply(this, given);
        };
      }
    });
    // Half a second of frames that the test requests: anything that moves would use one of them.
    await browser.run(showFrames, 30);
    const seen = await browser.run(() => [window.asked, window.marks, document.getAnimations().length]);
    assert.deepEqual(seen, [0, 0, 0]);
    // The test would notice a drawing.
    await browser.run(() => {
      document.documentElement.style.colorScheme = "dark";
      document.querySelector("goal-post").style.color = "#123456";
    });
    await browser.until(() => window.marks > 0);
  });

  check(
    "at twice the text size nothing is cut off, and every control is at least 24 px wide and high (A16, A18)",
    async (browser) => {
      await browser.open("embeds/element/");
      await browser.run(put, {
        title: "Linked",
        weeks: [
          { planned: 2, done: 2, note: "a", link: "https://example.org/" },
          { planned: 2, done: 1 },
        ],
      });
      await browser.openTable();
      await browser.tabTo("slider");
      await browser.press("Home");
      const small = () =>
        browser.run(() => {
          const all = [
            ...document.querySelector("goal-post").shadowRoot.querySelectorAll("a, button, summary, [tabindex]"),
          ];
          const boxes = all.map((element) => ({ what: element.outerHTML, box: element.getBoundingClientRect() }));
          return [
            boxes.length,
            boxes
              .filter(({ box }) => box.width < 24 || box.height < 24)
              .map(({ what, box }) => `${what}: ${box.width}x${box.height}`),
          ];
        });
      const [count, found] = await small();
      assert.deepEqual([count >= 6, found], [true, []]);
      const size = () =>
        browser.run(() =>
          parseFloat(
            getComputedStyle(document.querySelector("goal-post").shadowRoot.querySelector(".summary")).fontSize,
          ),
        );
      const before = await size();
      await browser.run(() => {
        document.documentElement.style.fontSize = "200%";
        document.body.style.fontSize = "1rem";
      });
      await browser.run(showFrames);
      const cut = await browser.run(() => {
        const isCut = (element) =>
          element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== "visible";
        const root = document.querySelector("goal-post").shadowRoot;
        const all = [...root.querySelectorAll(".summary, .tip, .tip *, summary, td, th, button")];
        return all.filter(isCut).map((element) => element.outerHTML);
      });
      assert.deepEqual(cut, []);
      assert.ok((await size()) >= 1.5 * before, `${await size()} px, it was ${before}`);
      assert.deepEqual((await small())[1], []);
    },
  );

  check("words have their language, and a right-to-left page is mirrored (A17, A6)", async (browser) => {
    await browser.open("embeds/rtl/");
    await browser.openTable();
    const { langs, first, last } = await browser.run(() => {
      const root = document.querySelector("goal-post").shadowRoot;
      const cells = root.querySelectorAll("thead th");
      const [first, last] = [cells[0], cells[cells.length - 1]].map((cell) => cell.getBoundingClientRect().x);
      return {
        langs: [".summary", "caption", "th[scope=row]", "th[scope=col]"].map(
          (part) => root.querySelector(part).closest("[lang]").lang,
        ),
        first,
        last,
      };
    });
    assert.deepEqual(langs, ["en", "ar", "ar", "en"], "Arabic is not spoken");
    assert.ok(first > last, "its table is read from right to left");
    await browser.tabTo("slider");
    for (const [key, week] of /** @type {const} */ ([
      ["ArrowLeft", 2],
      ["ArrowLeft", 3],
      ["ArrowRight", 2],
    ])) {
      await browser.press(key);
      assert.equal((await browser.run(shown)).now, week, key);
    }
    await browser.open("2019/goal-jam/");
    assert.equal(
      await browser.run(
        () => document.querySelector("goal-post").shadowRoot.querySelector(".summary").closest("[lang]").lang,
      ),
      "ko",
    );
  });

  check("errors are shown in place, and a goal that cannot be drawn keeps the page's own table", async (browser) => {
    await browser.open("embeds/broken/");
    const notes = await browser.run(() =>
      [...document.querySelectorAll("goal-post")]
        .map(({ shadowRoot }) => shadowRoot.querySelector(".problems")?.textContent ?? "")
        .filter(Boolean),
    );
    assert.equal(notes.length, 5);
    assert.ok(
      notes.some((note) => /unknown field, did you mean "planned"\?/.test(note)),
      notes.join("\n"),
    );
    assert.ok(
      notes.some((note) => /not JSON: remove the comma/.test(note)),
      notes.join("\n"),
    );
    assert.deepEqual([...new Set(await browser.open("embeds/csp-no-wasm/"))], ["error"]);
    const height = await browser.run(
      () => document.querySelector("goal-post > figure table").getBoundingClientRect().height,
    );
    assert.ok(height > 100, `${height} px of table`);
  });

  if (engine.prints) {
    check("in print the table is open, and closes again afterwards (A19)", async (browser) => {
      await browser.open(english);
      await browser.run(watchPaper);
      assert.ok((await browser.print()).length > 10_000);
      const seen = await browser.run(() => window.seen);
      assert.deepEqual(seen[0], ["beforeprint", true, true]);
      assert.deepEqual(seen.at(-1).slice(0, 2), ["afterprint", false]);
    });
  }
});
