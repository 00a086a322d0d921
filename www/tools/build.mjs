// Builds dist/, the package, from the crate and the shell: node www/tools/build.mjs
//
// goalpost.js is the small script of a page. It fetches goalpost.core.js and goalpost.wasm once a goal comes near the
// viewport, and goalpost.tasks.js for a goal that is a task list in the page. goalpost.standalone.js is all of it in
// one classic script, goalpost.inline.js in one module. index.js draws without a page, from another build of the crate.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { bundle } from "./build/bundle.mjs";
import { bundleCommand } from "./build/command.mjs";
import { compile } from "./build/compile.mjs";
import { optimise } from "./build/optimise.mjs";
import { pack } from "./build/package.mjs";
import { at, dist } from "./build/paths.mjs";

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

for (const name of readdirSync(dist()).filter((name) => /\.(js|css|wasm)$/.test(name))) {
  console.log(`dist/${name}: ${readFileSync(dist(name)).length.toLocaleString("en")} bytes`);
}
