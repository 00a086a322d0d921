// The playground's copies for each kind of site contain the original goal, whatever its values.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "parse5";
import { parse as parseYaml } from "yaml";
import { marked } from "marked";
import { COPIES } from "../../www/site/play/copies.js";
import { folderOf } from "./command.mjs";

const GOAL = {
  title: "on: {{ x }} {{< y >}} {% endraw %} </script> <!-- & ```\n# 목표",
  unit: "강",
  weeks: [
    { label: "1주차", date: "2019-09-29", planned: 6, done: 6, note: "no" },
    { label: "2", planned: 8, done: "5/6", status: "absent" },
  ],
};

const RELEASE = { version: "1.2.3", integrity: "sha384-abc" };

/** The text of the first element of a page with this name and class. */
function found(html, name, classes) {
  const walk = (node) => {
    const said = node.attrs?.find(({ name }) => name === (classes ? "class" : "type"))?.value;
    const isIt = node.tagName === name && said === (classes ?? "application/json");
    if (isIt) return node.childNodes.map(({ value }) => value).join("");
    return node.childNodes?.map(walk).find((text) => text !== undefined);
  };
  return walk(parse(html));
}

/** The goal in a copy. @type {Record<string, (files: [string, string][]) => unknown>} */
const READ = {
  jekyll: ([[, data]]) => parseYaml(data, { version: "1.1" }),
  fence: ([[, text]]) => JSON.parse(found(/** @type {string} */ (marked(text)), "code", "language-goalpost")),
  cdn: ([[, text]]) => {
    const tag = `integrity="${RELEASE.integrity}" crossorigin="anonymous"></script>`;
    assert.ok(text.includes(`/goalpost@${RELEASE.version}/goalpost.standalone.js"\n  ${tag}`), text);
    return JSON.parse(found(text, "script"));
  },
  html: ([[, text]]) => JSON.parse(found(text, "script")),
  hugo: ([[, text], [, script]]) => {
    const folder = folderOf({ "config.toml": "", "content/post.md": `---\ntitle: Mine\n---\n${text}` });
    mkdirSync(join(folder, "layouts/_default"), { recursive: true });
    writeFileSync(join(folder, "layouts/_default/single.html"), `{{ .Content }}${script}`);
    execFileSync("hugo", ["--quiet"], { cwd: folder });
    const file = join(folder, "public/post/index.html");
    assert.ok(existsSync(file));
    const page = readFileSync(file, "utf8");
    assert.match(page, /src="\/goalpost\/goalpost\.js"/);
    return JSON.parse(found(page, "code", "language-goalpost"));
  },
  hexo: ([[, text]]) => {
    assert.equal(text.split("{%").length, 3);
    const [, raw] = /^\{% raw %\}\n([^]*)\{% endraw %\}\n$/.exec(text);
    return JSON.parse(found(raw, "script"));
  },
  astro: ([[, text]]) => JSON.parse(/const goal = ([^]*?);\n---/.exec(text)[1]),
  npm: ([[, text]]) => JSON.parse(/element\.goal = ([^]*?);\ndocument/.exec(text)[1]),
};

test("every kind of copy is tested", () => assert.deepEqual(Object.keys(READ), Object.keys(COPIES)));

for (const [target, { name, files }] of Object.entries(COPIES)) {
  test(`the copy for ${name} contains the same goal`, () => assert.deepEqual(READ[target](files(GOAL, RELEASE)), GOAL));
}
