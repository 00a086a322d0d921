// Builds dist/, the package, and dist-site/, the files that a site needs, from the crate and the shell:
// node www/tools/build.mjs
//
// goalpost.js is the small script of a page. It loads goalpost.core.js and goalpost.wasm once a goal comes near the
// viewport, goalpost.tasks.js for a goal that is a task list in the page, goalpost.place.js for a fence or a framework,
// goalpost.tools.js for a table that is opened, goalpost.hear.js for a reader who wants to hear the weeks, and
// goalpost.room.js if the page does not link the style sheet. goalpost.standalone.js contains everything in one
// classic script, goalpost.inline.js in one module. index.js draws without a page, from another build of the crate.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createHash } from "node:crypto";
import { bundle } from "./build/bundle.mjs";
import { bundleCommand } from "./build/command.mjs";
import { compile } from "./build/compile.mjs";
import { optimise } from "./build/optimise.mjs";
import { pack } from "./build/package.mjs";
import { at, dist } from "./build/paths.mjs";
import { writeSite } from "./build/site.mjs";

const page = at("target/pkg");
const node = at("target/pkg-static");

compile(page);
compile(node, { features: ["static"] });
optimise(page);
optimise(node);

rmSync(dist(), { recursive: true, force: true });
mkdirSync(dist());
cpSync(at("target/pkg/core_bg.wasm"), dist("goalpost.wasm"));
await bundle({ page, node });
pack();
await bundleCommand();
writeSite();

for (const name of readdirSync(dist()).filter((name) => /\.(js|css|wasm)$/.test(name))) {
  console.log(`dist/${name}: ${readFileSync(dist(name)).length.toLocaleString("en")} bytes`);
}

// The integrity of goalpost.js covers the module, because it contains its hash, but not the scripts that it imports.
const scripts = readdirSync(dist()).filter((name) => /^goalpost\.(core|hear|place|room|tasks|tools)\.js$/.test(name));
const hash = (name) =>
  `sha384-${createHash("sha384")
    .update(readFileSync(dist(name)))
    .digest("base64")}`;
const integrity = Object.fromEntries(scripts.map((name) => [`/assets/goalpost/${name}`, hash(name)]));
console.log(`\nTo let a page check what goalpost.js (${hash("goalpost.js")}) imports, put this before its scripts:`);
console.log(`<script type="importmap">\n${JSON.stringify({ integrity }, null, 2)}\n</script>`);
