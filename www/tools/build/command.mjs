// Bundles the command line into one file, with the notices of the packages in it.

import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { at, dist, top } from "./paths.mjs";

/** @import { Metafile, Plugin } from "esbuild" */

/** Keeps the core, which is beside the command, out of its bundle. @type {Plugin} */
const beside = {
  name: "beside",
  setup({ onResolve }) {
    onResolve({ filter: /^(?:\.\.\/)+index\.js$/ }, () => ({ path: "../index.js", external: true }));
  },
};

/**
 * The folders of the packages in a bundle.
 * @param {Metafile} metafile
 */
export function packagesIn({ inputs }) {
  const folders = Object.keys(inputs).map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/**
 * A package's name, version and licence text, which the licences require.
 * @param {string} folder
 */
export function noticeOf(folder) {
  const read = (name) => readFileSync(at(folder, name), "utf8");
  const { name, version, license } = JSON.parse(read("package.json"));
  const file = readdirSync(at(folder)).find((file) => /^licen[cs]e(?:\.\w+)?$/i.test(file));
  // Licences that packages lack are kept here, copied from their repositories.
  const kept = at(`www/tools/build/licences/${name}.txt`);
  if (!file && !existsSync(kept)) throw new Error(`${name} has no licence file that its notice could quote`);
  const text = file ? read(file) : readFileSync(kept, "utf8");
  return `## ${name} ${version} (${license})\n\n${text.trim()}\n`;
}

/** Writes `cli/main.js` and `cli/NOTICES.md` into the folder of the package. */
export async function bundleCommand() {
  const outfile = dist("cli/main.js");
  const { metafile } = await build({
    absWorkingDir: top,
    entryPoints: ["www/npm/cli/main.js"],
    outfile,
    bundle: true,
    minify: true,
    // An error in Node prints the line of its origin.
    lineLimit: 120,
    metafile: true,
    charset: "utf8",
    legalComments: "none",
    // Packages offer ES modules only outside of Node, and those make a smaller bundle.
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "node20",
    format: "esm",
    external: ["@resvg/resvg-js", "node:*"],
    plugins: [beside],
  });
  chmodSync(outfile, 0o755);
  const notices = packagesIn(metafile).map(noticeOf);
  writeFileSync(dist("cli/NOTICES.md"), `# In the command line are\n\n${notices.join("\n")}`);
}
