// Builds dist/ from the crate and the shell: node www/tools/build.mjs
//
// goalpost.js is the small script of a page; it fetches goalpost.core.js and goalpost.wasm when a goal comes near the
// viewport. goalpost.standalone.js is all of it in one classic script.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const top = fileURLToPath(new URL("../../", import.meta.url));
const at = (...path) => join(top, ...path);
const core = at("target/pkg");
const shell = (name) => at("www/shell", name);
const dist = (name) => at("dist", name);

/** Compiles the crate and makes its glue. wasm-opt comes with npm's binaryen, which wasm-pack finds on the PATH. */
function compile() {
  const PATH = [at("node_modules/.bin"), process.env.PATH].join(delimiter);
  const args = ["build", "--release", "--target", "web", "--out-dir", core, "--out-name", "core", "--no-pack", "--no-typescript"];
  execFileSync("wasm-pack", args, { cwd: top, stdio: "inherit", env: { ...process.env, PATH } });
}

/** Lets the one-file build import the glue and the bytes, which are built and so have no place in the shell. */
const inside = {
  name: "core inside",
  setup({ onResolve }) {
    onResolve({ filter: /^goalpost:core$/ }, () => ({ path: join(core, "core.js") }));
    onResolve({ filter: /^goalpost:wasm$/ }, () => ({ path: join(core, "core_bg.wasm") }));
    onResolve({ filter: /\/load\.js$/ }, () => ({ path: shell("load-inline.js") }));
  },
};

const common = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["chrome111", "firefox113", "safari16.4"],
  loader: { ".css": "text", ".wasm": "binary" },
  // The glue's own address of the wasm is never used: the loader hands it over.
  define: { "import.meta.url": "undefined" },
};

compile();
rmSync(at("dist"), { recursive: true, force: true });
mkdirSync(at("dist"));
cpSync(join(core, "core_bg.wasm"), dist("goalpost.wasm"));
await Promise.all([
  build({
    ...common,
    entryPoints: [shell("define.js")],
    outfile: dist("goalpost.js"),
    format: "esm",
    define: {},
    external: ["./goalpost.core.js"],
  }),
  build({ ...common, entryPoints: [shell("goalpost.css")], outfile: dist("goalpost.css"), loader: {} }),
  build({ ...common, entryPoints: [join(core, "core.js")], outfile: dist("goalpost.core.js"), format: "esm" }),
  build({ ...common, entryPoints: [shell("define.js")], outfile: dist("goalpost.standalone.js"), format: "iife", plugins: [inside] }),
]);
for (const name of ["goalpost.js", "goalpost.css", "goalpost.core.js", "goalpost.wasm", "goalpost.standalone.js"]) {
  console.log(`dist/${name}: ${readFileSync(dist(name)).length.toLocaleString("en")} bytes`);
}
