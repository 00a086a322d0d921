// Builds dist/ from the crate and the shell: node www/tools/build.mjs
//
// goalpost.js is the small script of a page; it fetches goalpost.core.js and goalpost.wasm when a goal comes near the
// viewport. goalpost.standalone.js is all of it in one classic script, goalpost.inline.js in one module. index.js is what
// draws without a page, from a build of the same crate. The rest of the package stands in www/npm.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { bundleCommand } from "./cli.mjs";

const top = fileURLToPath(new URL("../../", import.meta.url));
const at = (...path) => join(top, ...path);
const core = at("target/pkg");
const outlet = at("target/pkg-static");
const shell = (name) => at("www/shell", name);
const npm = (name) => at("www/npm", name);
const dist = (name) => at("dist", name);

/**
 * The standard library is built anew for size, and a panic ends the instance without a text: a fifth less to download.
 * That takes its source and flags that are not stable yet; without the source the library is taken as it comes.
 */
function forSize() {
  const sysroot = execFileSync("rustc", ["--print", "sysroot"], { encoding: "utf8" }).trim();
  if (!existsSync(join(sysroot, "lib/rustlib/src/rust/library/std/Cargo.toml"))) {
    console.log("The module is built with the standard library as it comes: install rust-src for a smaller one.");
    return { args: [], env: { CARGO_TARGET_DIR: at("target/stable") } };
  }
  return {
    args: ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
    env: {
      RUSTC_BOOTSTRAP: "1",
      RUSTFLAGS: "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
      CARGO_TARGET_DIR: at("target/small"),
    },
  };
}

/** A quarter of what is usual: nothing in the core calls itself deeply, and every page would keep the rest free for it. */
const STACK = "-Clink-arg=-zstack-size=262144";

/** Compiles the crate and makes its glue in `out`. */
function compile({ features = [], out }) {
  const PATH = [at("node_modules/.bin"), process.env.PATH].join(delimiter);
  const small = forSize();
  const RUSTFLAGS = [small.env.RUSTFLAGS, STACK].filter(Boolean).join(" ");
  const env = { ...process.env, ...small.env, RUSTFLAGS, PATH };
  const args = ["build", ".", "--release", "--target", "web", "--out-dir", out, "--out-name", "core", "--no-pack", "--no-typescript", "--"];
  if (features.length > 0) args.push("--features", features.join(","));
  execFileSync("wasm-pack", [...args, ...small.args], { cwd: top, stdio: "inherit", env });
  optimise(out, env);
}

/** For fewer bytes after compression, which are not the fewest before it: what repeats costs little. */
const OPTIMISED = ["--one-caller-inline-max-function-size=20", "--skip-pass=local-cse", "--flatten", "--rereloop", "-Os", "-Os", "--strip-debug", "--strip-producers"];
// By name: with all of them, binaryen emits instructions that browsers refuse.
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/**
 * Optimises the module, and lets it and its glue call each other by names of a letter or two: theirs are long and end
 * in a hash, which no compression shortens.
 */
function optimise(out, env) {
  const [module, script] = [join(out, "core_bg.wasm"), join(out, "core.js")];
  const features = FEATURES.map((name) => `--enable-${name}`);
  const args = [...features, ...OPTIMISED, "--minify-imports-and-exports-and-modules", module, "-o", module];
  const { imports, exports } = JSON.parse(execFileSync("wasm-opt", args, { env, encoding: "utf8" }));
  const short = new Map([...imports.map(([, long, name]) => [long, name]), ...exports]);
  // The keys of the object of imports, what is used of the instance's exports, and what comes from the shell as it is.
  const ofShell = imports.filter(([from]) => from !== "./core_bg.js").map(([, long, name]) => `${name}: import1.${long}`);
  const glue = readFileSync(script, "utf8")
    .replace(/(?<=\bwasm\.|^ {8})\w+(?=:|\b)/gm, (name) => short.get(name) ?? name)
    .replace(/"\.\/core_bg\.js": import0,?(\s*"[^"]*": import1,?)?/, ["a: { ...import0", ...ofShell].join(", ") + " },");
  writeFileSync(script, glue);
}

/** Lets a file import the glue and the bytes of a build, which have no place in the sources. */
const built = (out) => ({
  name: "built",
  setup({ onResolve }) {
    onResolve({ filter: /^goalpost:core$/ }, () => ({ path: join(out, "core.js") }));
    onResolve({ filter: /^goalpost:wasm$/ }, () => ({ path: join(out, "core_bg.wasm") }));
  },
});

/** Puts into one file what is otherwise fetched when it is needed. */
const oneFile = {
  name: "one file",
  setup({ onResolve }) {
    onResolve({ filter: /\/start\.js$/ }, () => ({ path: shell("start-inline.js") }));
    onResolve({ filter: /\/goalpost\.(svg|tasks)\.js$/ }, ({ path }) => ({ path: shell(path.replace("./goalpost.", "")) }));
  },
};

/** Style sheets that scripts bring along, without their comments and spaces. */
const sheets = {
  name: "sheets",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: common.target });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const common = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["chrome111", "firefox113", "safari16.4"],
  loader: { ".wasm": "binary" },
  plugins: [sheets],
  // The glue's own address of the wasm is never used: the loader hands it over.
  define: { "import.meta.url": "undefined" },
};

/** Everything of the package that is not compiled, and the command line. */
async function pack() {
  const made = [npm("index.js"), npm("cli")];
  cpSync(at("www/npm"), at("dist"), { recursive: true, filter: (source) => !made.includes(source) });
  await bundleCommand(at("dist"));
  const version = /^version = "(.*)"$/m.exec(readFileSync(at("Cargo.toml"), "utf8"))[1];
  const manifest = JSON.parse(readFileSync(npm("package.json"), "utf8"));
  writeFileSync(dist("package.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(at(name), dist(name));
  cpSync(at("www/schema/goal.schema.json"), dist("schema.json"));
  mkdirSync(dist("jekyll"));
  cpSync(at("www/jekyll/_includes/goalpost.html"), dist("jekyll/goalpost.html"));
}

compile({ out: core });
compile({ features: ["static"], out: outlet });
rmSync(at("dist"), { recursive: true, force: true });
mkdirSync(at("dist"));
cpSync(join(core, "core_bg.wasm"), dist("goalpost.wasm"));
const whole = { ...common, entryPoints: [shell("define.js")], plugins: [sheets, oneFile, built(core)] };
await Promise.all([
  build({
    ...common,
    entryPoints: [shell("define.js")],
    outfile: dist("goalpost.js"),
    format: "esm",
    define: {},
    external: ["./goalpost.core.js", "./goalpost.svg.js", "./goalpost.tasks.js"],
  }),
  build({ ...common, entryPoints: [shell("goalpost.css")], outfile: dist("goalpost.css"), plugins: [] }),
  build({
    ...common,
    entryPoints: [shell("core.js")],
    outfile: dist("goalpost.core.js"),
    format: "esm",
    plugins: [sheets, built(core)],
    // Lets engines that know it compile the glue while it arrives, not function by function while the first goal is drawn.
    banner: { js: "//# allFunctionsCalledOnLoad" },
  }),
  ...["svg", "tasks"].map((name) => build({ ...common, entryPoints: [shell(`${name}.js`)], outfile: dist(`goalpost.${name}.js`), format: "esm" })),
  build({ ...whole, outfile: dist("goalpost.standalone.js"), format: "iife" }),
  build({ ...whole, outfile: dist("goalpost.inline.js"), format: "esm" }),
  build({
    ...common,
    entryPoints: [npm("index.js")],
    outfile: dist("index.js"),
    format: "esm",
    plugins: [built(outlet)],
    loader: { ".wasm": "base64" },
  }),
]);
await pack();
for (const name of readdirSync(at("dist")).filter((name) => /\.(js|css|wasm)$/.test(name))) {
  console.log(`dist/${name}: ${readFileSync(dist(name)).length.toLocaleString("en")} bytes`);
}
