// Shrinks a compiled module with binaryen, and shortens the names between it and its glue.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shorten } from "./glue.mjs";
import { at } from "./paths.mjs";

/** Listed one by one: with all features, binaryen emits instructions that browsers refuse. */
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

/** These give the fewest bytes after compression, not before it: repeated code costs little. */
const PASSES = [
  "--one-caller-inline-max-function-size=20",
  "--skip-pass=local-cse",
  "--flatten",
  "--rereloop",
  "-Os",
  "-Os",
  "--strip-debug",
  "--strip-producers",
  // The names end in a hash, which does not compress.
  "--minify-imports-and-exports-and-modules",
];

/**
 * Optimises the module in a folder, and rewrites its glue.
 * @param {string} folder
 */
export function optimise(folder) {
  const [module, script] = [join(folder, "core_bg.wasm"), join(folder, "core.js")];
  const args = [...FEATURES.map((name) => `--enable-${name}`), ...PASSES, module, "-o", module];
  const renamed = JSON.parse(execFileSync(at("node_modules/.bin/wasm-opt"), args, { encoding: "utf8" }));
  const optimised = new WebAssembly.Module(readFileSync(module));
  const { glue, counts } = shorten(readFileSync(script, "utf8"), renamed, optimised);
  writeFileSync(script, glue);
  const { imports, unused, exports, uses } = counts;
  console.log(
    `glue: renamed ${imports} imports and ${exports} exports in ${uses} uses, dropped ${unused} unused functions`,
  );
}
