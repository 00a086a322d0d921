// Bundles the shell and the compiled core into the scripts of the package.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build as bundleOne, transform } from "esbuild";
import { makeInstantiable } from "./glue.mjs";
import { at, dist } from "./paths.mjs";

/** @import { BuildOptions, Plugin } from "esbuild" */

const shell = (name) => at("www/shell", name);

/** The oldest browsers with all features that the widget needs. */
const TARGET = ["chrome111", "firefox113", "safari16.4"];

/** @type {BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: TARGET,
  loader: { ".wasm": "binary" },
  // The glue could fetch the module itself, from beside the script. It never does: the loader passes it the module.
  define: { "import.meta.url": "undefined" },
};

/** The functions of the glue that the shell uses, by their names there. The shell fetches and compiles the module. */
const INSTANCE = {
  returned: {
    imports: "__wbg_get_imports",
    finish: "__wbg_finalize_init",
    Widget: "Widget",
    faulted: "faulted",
  },
  dropped: ["__wbg_init", "__wbg_init_once", "__wbg_load", "initSync"],
  closures: "makeClosure",
};

/** Lets scripts import a style sheet as text, without its comments and spaces. @type {Plugin} */
const styles = {
  name: "styles",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: TARGET });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Scripts that are loaded on demand get files of their own, `goalpost.NAME.js`. @type {Plugin} */
const ownFiles = {
  name: "own files",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/\w+\.js$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: path.replace("./", "./goalpost."), external: true } : undefined,
    );
  },
};

/** Builds in one file contain the module as well, and the scripts that the core loads. @type {Plugin} */
const moduleInside = {
  name: "module inside",
  setup({ onResolve }) {
    onResolve({ filter: /\/loader-fetch\.js$/ }, () => ({ path: shell("loader-inline.js") }));
    onResolve({ filter: /\/(hear|tools)\.js$/ }, ({ path }) => ({ path: at("www/core", path) }));
  },
};

/**
 * Lets scripts import compiled code: the glue as `goalpost:NAME`, the module as `goalpost:NAME.wasm`.
 * @param {string} name
 * @param {string} folder with both
 * @param {(glue: string) => string} [rewrite]
 * @returns {Plugin}
 */
const compiled = (name, folder, rewrite = (glue) => glue) => ({
  name: "compiled",
  setup({ onLoad, onResolve }) {
    const glue = join(folder, "core.js");
    onResolve({ filter: new RegExp(`^goalpost:${name}$`) }, () => ({ path: glue, namespace: "glue" }));
    onResolve({ filter: new RegExp(`^goalpost:${name}\\.wasm$`) }, () => ({ path: join(folder, "core_bg.wasm") }));
    onLoad({ filter: /./, namespace: "glue" }, async ({ path }) => {
      return { contents: rewrite(await readFile(path, "utf8")), resolveDir: folder };
    });
  },
});

/**
 * Writes all scripts and the style sheet.
 * @param {{ page: string, node: string }} folders of the core compiled for pages and for Node
 */
export async function bundle({ page, node }) {
  const module = createHash("sha256")
    .update(await readFile(join(page, "core_bg.wasm")))
    .digest("base64");
  /** Shared by the loader, the script of the core and the module of one build. */
  const build = { INTEGRITY: JSON.stringify(`sha256-${module}`) };
  const core = compiled("core", page, (glue) => makeInstantiable(glue, INSTANCE));
  /** @type {BuildOptions} */
  const oneFile = {
    ...common,
    define: { ...common.define, ...build },
    entryPoints: [shell("define.js")],
    plugins: [moduleInside, styles, core],
  };
  /** @type {BuildOptions[]} */
  const files = [
    {
      ...common,
      entryPoints: [shell("define.js")],
      outfile: dist("goalpost.js"),
      format: "esm",
      plugins: [ownFiles, styles],
      define: build,
    },
    {
      ...common,
      entryPoints: [shell("core.js")],
      outfile: dist("goalpost.core.js"),
      format: "esm",
      plugins: [ownFiles, styles, core],
      define: { ...common.define, ...build },
      // Engines that know this comment compile the glue while it loads, not piece by piece at the first drawing.
      banner: { js: "//# allFunctionsCalledOnLoad" },
    },
    { ...common, entryPoints: [shell("tasks.js")], outfile: dist("goalpost.tasks.js"), format: "esm" },
    {
      ...common,
      entryPoints: [at("www/core/tools.js")],
      outfile: dist("goalpost.tools.js"),
      format: "esm",
      plugins: [ownFiles, styles],
    },
    { ...common, entryPoints: [at("www/core/hear.js")], outfile: dist("goalpost.hear.js"), format: "esm" },
    { ...common, entryPoints: [shell("place.js")], outfile: dist("goalpost.place.js"), format: "esm" },
    { ...common, entryPoints: [shell("room.js")], outfile: dist("goalpost.room.js"), format: "esm", plugins: [styles] },
    { ...common, entryPoints: [shell("goalpost.css")], outfile: dist("goalpost.css") },
    // A classic script has the encoding of its page, whatever that is, unless it begins with a byte order mark.
    { ...oneFile, outfile: dist("goalpost.standalone.js"), format: "iife", banner: { js: "\ufeff" } },
    { ...oneFile, outfile: dist("goalpost.inline.js"), format: "esm" },
    {
      ...common,
      entryPoints: [at("www/npm/index.js")],
      outfile: dist("index.js"),
      format: "esm",
      plugins: [compiled("node", node)],
      loader: { ".wasm": "base64" },
    },
  ];
  await Promise.all(files.map((options) => bundleOne(options)));
}
