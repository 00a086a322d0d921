// The package as npm would publish it: its contents, its resolution, its types, and its silence.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { at, open, packed, project, run, tool } from "./workshop.mjs";

before(open);

const installed = (name) => at("node_modules/goalpost", name);
const manifest = () => JSON.parse(readFileSync(installed("package.json"), "utf8"));

test("it contains the expected files, and no others", () => {
  assert.deepEqual(packed().files, [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "attributes.d.ts",
    "auto/package.json",
    "cli/NOTICES.md",
    "cli/main.js",
    "custom-elements.json",
    "element.d.ts",
    "goalpost.core.js",
    "goalpost.css",
    "goalpost.hear.js",
    "goalpost.inline.js",
    "goalpost.js",
    "goalpost.place.js",
    "goalpost.room.js",
    "goalpost.standalone.js",
    "goalpost.tasks.js",
    "goalpost.tools.js",
    "goalpost.wasm",
    "index.d.ts",
    "index.js",
    "inline/package.json",
    "jekyll/goalpost-list.html",
    "jekyll/goalpost.html",
    "jekyll/goalpost/amount.html",
    "jekyll/goalpost/approx.html",
    "jekyll/goalpost/dates.html",
    "jekyll/goalpost/day.html",
    "jekyll/goalpost/deadline.html",
    "jekyll/goalpost/done.html",
    "jekyll/goalpost/event.html",
    "jekyll/goalpost/events.html",
    "jekyll/goalpost/finish.html",
    "jekyll/goalpost/forms.html",
    "jekyll/goalpost/given.html",
    "jekyll/goalpost/label.html",
    "jekyll/goalpost/number.html",
    "jekyll/goalpost/numbers.html",
    "jekyll/goalpost/particle.html",
    "jekyll/goalpost/percent.html",
    "jekyll/goalpost/picture.html",
    "jekyll/goalpost/picture/arc.html",
    "jekyll/goalpost/picture/axis.html",
    "jekyll/goalpost/picture/band.html",
    "jekyll/goalpost/picture/bar.html",
    "jekyll/goalpost/picture/burnup.html",
    "jekyll/goalpost/picture/caption.html",
    "jekyll/goalpost/picture/columns.html",
    "jekyll/goalpost/picture/dates.html",
    "jekyll/goalpost/picture/exact.html",
    "jekyll/goalpost/picture/marks.html",
    "jekyll/goalpost/picture/merged.html",
    "jekyll/goalpost/picture/numbers.html",
    "jekyll/goalpost/picture/range.html",
    "jekyll/goalpost/picture/value.html",
    "jekyll/goalpost/picture/values.html",
    "jekyll/goalpost/picture/wedge.html",
    "jekyll/goalpost/picture/wide.html",
    "jekyll/goalpost/picture/work.html",
    "jekyll/goalpost/picture/year.html",
    "jekyll/goalpost/read.html",
    "jekyll/goalpost/recovery.html",
    "jekyll/goalpost/remarks.html",
    "jekyll/goalpost/standing.html",
    "jekyll/goalpost/summary.html",
    "jekyll/goalpost/table.html",
    "jekyll/goalpost/value.html",
    "jekyll/goalpost/weeks.html",
    "jekyll/goalpost/words/en.html",
    "jekyll/goalpost/words/ko.html",
    "package.json",
    "react.d.ts",
    "react.js",
    "schema.json",
    "svelte.d.ts",
    "svelte.js",
    "vue.d.ts",
    "vue.js",
  ]);
});

test("its manifest depends on nothing, runs nothing, and has the crate's version", () => {
  const { dependencies, scripts, version, type } = manifest();
  const crate = /^version = "(.*)"$/m.exec(readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8"))[1];
  assert.deepEqual(
    { dependencies, scripts, version, type },
    { dependencies: undefined, scripts: undefined, version: crate, type: "module" },
  );
});

test("publint reports nothing", () => {
  assert.match(tool("publint", [installed(""), "--strict"]), /All good!/);
});

test("its README's line from a CDN has its version, and the hash of its file", () => {
  const [, block] = readFileSync(installed("README.md"), "utf8").match(/```html\n(<script defer [^`]*)```/);
  const hash = createHash("sha384")
    .update(readFileSync(installed("goalpost.standalone.js")))
    .digest("base64");
  assert.match(block, new RegExp(`/goalpost@${manifest().version.replaceAll(".", "\\.")}/goalpost\\.standalone\\.js"`));
  assert.equal(block.match(/integrity="([^"]*)"/)[1], `sha384-${hash}`);
});

test("every entry's types are found by every resolution that modules have", () => {
  const { tarball } = packed();
  // It ends with an error if an entry has a problem.
  const said = tool("attw", [
    tarball,
    "--profile",
    "esm-only",
    "--exclude-entrypoints",
    "./goalpost.wasm",
    "./goalpost.css",
    "--no-emoji",
    "--format",
    "ascii",
  ]);
  const code = Object.keys(manifest().exports).filter((name) => !/\.(css|json|wasm)$/.test(name));
  assert.equal(said.match(/^node16 \(from ESM\): OK \(ESM\)$/gm)?.length, code.length, said);
  assert.equal(said.match(/^bundler: OK/gm)?.length, said.match(/^"goalpost/gm).length, said);
});

test("importing any entry in Node is safe and silent", () => {
  const root = project("silent", {});
  for (const entry of Object.keys(manifest().exports).filter((name) => !/\.(css|json|wasm)$/.test(name))) {
    const name = join("goalpost", entry);
    const said = run(
      "node",
      [
        "-e",
        `import(${JSON.stringify(name)}).then(() => {}, (error) => { console.log(error) }); process.on("warning", console.log)`,
      ],
      { cwd: root },
    );
    assert.equal(said, "", name);
  }
});

test("the types compile, with the libraries' own checked as well", () => {
  const root = project("types", {
    "use.ts": `
      import { check, progress, toElement, toHtml, toSvg, type Goal, type Progress } from "goalpost";
      import schema from "goalpost/schema.json" with { type: "json" };
      const goal: Goal = { title: "Kubernetes", planned: [6, 8], done: [6, "75%"], weeks: [{ date: "2019-09-29" }, { status: "absent" }] };
      const numbers: Progress = progress(goal);
      const share: number | null = numbers.weeks[0]!.ofLoad;
      const texts: string[] = [toSvg(goal, { width: 360, theme: "dark", measureText: (text, { size }) => text.length * size }), toHtml("{}"), toElement(goal)];
      // @ts-expect-error: there is no such view
      toSvg(goal, { view: "pie" });
      // @ts-expect-error: it may not be known
      const overall: number = numbers.overall;
      console.log(share, texts, overall, check(goal).problems.length, schema.$id);
    `,
    "page.ts": `
      import { GoalPostElement } from "goalpost/auto";
      import type {} from "goalpost/inline";
      const element = document.createElement("goal-post");
      element.goal = { planned: [6, 8], done: [6] };
      element.view = element.view === "burnup" ? null : "compact";
      // @ts-expect-error: there is no such view
      element.view = "pie";
      GoalPostElement.setWasmUrl(new URL("goalpost.wasm", location.href));
      console.log(element instanceof GoalPostElement, GoalPostElement.define("my-goal"), element.goal?.title);
      element.addEventListener("goalpost:drawn", ({ detail }) => console.log(detail.weeks.length, detail.jam?.depth));
      document.addEventListener("goalpost:error", ({ detail }) => console.log(detail.problems[0]?.message));
      element.refresh();
    `,
    "svelte.ts": `
      import "goalpost/svelte";
      import type { SvelteHTMLElements } from "svelte/elements";
      const attributes: SvelteHTMLElements["goal-post"] = { src: "goal.json", view: "burnup", "ongoalpost:drawn": ({ detail }) => console.log(detail.overall) };
      // @ts-expect-error: there is no such view
      const odd: SvelteHTMLElements["goal-post"] = { view: "pie" };
      console.log(attributes, odd);
    `,
    "vue.ts": `
      import "goalpost/vue";
      import type { GlobalComponents } from "vue";
      type Props = InstanceType<GlobalComponents["goal-post"]>["$props"];
      const props: Props = { src: "goal.json", view: "burnup" };
      // @ts-expect-error: there is no such view
      const odd: Props = { view: "pie" };
      console.log(props, odd);
    `,
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        module: "nodenext",
        target: "es2023",
        lib: ["es2023", "dom", "dom.iterable"],
        types: [],
        resolveJsonModule: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: true,
      },
    }),
    "own.json": JSON.stringify({
      extends: "./tsconfig.json",
      compilerOptions: { skipLibCheck: false },
      files: [
        "../../node_modules/goalpost/index.d.ts",
        "../../node_modules/goalpost/element.d.ts",
        "../../node_modules/goalpost/react.d.ts",
      ],
    }),
  });
  tool("tsc", ["--project", root]);
  tool("tsc", ["--project", join(root, "own.json")]);
});

test("the types document every field", () => {
  for (const name of ["index.d.ts", "attributes.d.ts", "element.d.ts"]) {
    const lines = readFileSync(installed(name), "utf8").split("\n");
    const bare = lines.filter(
      (line, at) =>
        /^ {2}\$?\w+\??(: |\(\))/.test(line) &&
        !/\*\/$/.test(lines[at - 1]) &&
        !/^ {2}(type|options|listener)/.test(line),
    );
    assert.deepEqual(bare, [], name);
  }
});

test("custom-elements.json matches the element", async () => {
  const { modules } = JSON.parse(readFileSync(installed("custom-elements.json"), "utf8"));
  const [{ tagName, attributes, events, cssProperties }] = modules[0].declarations;
  const shell = (name) => readFileSync(new URL(`../../www/shell/${name}`, import.meta.url), "utf8");
  const { GoalPostElement } = await import("../../www/shell/element.js");
  const properties = [...new Set(shell("style.css").match(/--goalpost-[a-z]+/g))];
  assert.equal(tagName, "goal-post");
  assert.deepEqual(
    attributes
      .map(({ name }) => name)
      .filter((name) => name !== "data-state")
      .sort(),
    GoalPostElement.observedAttributes.toSorted(),
  );
  assert.deepEqual(
    events.map(({ name }) => name),
    ["goalpost:drawn", "goalpost:error"],
  );
  assert.deepEqual(cssProperties.map(({ name }) => name).sort(), properties.sort());
});

test("the schema is the one that is tested", () => {
  const own = readFileSync(new URL("../../www/schema/goal.schema.json", import.meta.url), "utf8");
  assert.equal(readFileSync(installed("schema.json"), "utf8"), own);
});
