// Bundles the command line into one file, with the notices of the packages that are in it.

import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { at, dist, top } from "./paths.mjs";

/** @import { Metafile, Plugin } from "esbuild" */

/** The package's own core stands beside the command, and is not in it twice. @type {Plugin} */
const beside = {
  name: "beside",
  setup({ onResolve }) {
    onResolve({ filter: /^(?:\.\.\/)+index\.js$/ }, () => ({ path: "../index.js", external: true }));
  },
};

/**
 * The folder of each package of which something is in a bundle.
 * @param {Metafile} metafile
 */
export function packagesIn({ inputs }) {
  const folders = Object.keys(inputs).map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/**
 * A package's name, version and licence, in full as the licence asks.
 * @param {string} folder
 */
export function noticeOf(folder) {
  const read = (name) => readFileSync(at(folder, name), "utf8");
  const { name, version, license } = JSON.parse(read("package.json"));
  const file = readdirSync(at(folder)).find((file) => /^licen[cs]e(?:\.\w+)?$/i.test(file));
  // What a package does not bring along is kept here, from its repository.
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
    // An error in Node shows the line that it comes from.
    lineLimit: 120,
    metafile: true,
    charset: "utf8",
    legalComments: "none",
    // Packages give ES modules to what is no Node, and they shrink.
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
