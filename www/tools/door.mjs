// Builds the site about goalpost: node www/tools/door.mjs [FOLDER] writes it to target/door, or to the folder.
//
// Jekyll writes the pages, esbuild bundles the playground, and the package itself draws the pictures. All links are
// relative, so that any host can serve the folder at any path.

import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";
import { pretty } from "../site/play/pretty.js";
import { noticeOf, packagesIn } from "./build/command.mjs";
import { release } from "./build/package.mjs";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** The test cases in the gallery, in this order. */
const SHOWN = ["real", "going", "ahead", "kinds", "percent", "year"];
/** The goals in the list, one line each. */
const LISTED = ["going", "ahead", "again"];

/** A goal as the fragment of the playground's address, as www/site/play/share.js reads it. */
const fragment = (text) => `#json=${deflateRawSync(text).toString("base64url")}`;

/** The goals on the pages: each as an element that is readable without a script, as text, and as a playground link. */
async function goals() {
  const { toElement } = await import("../../dist/index.js");
  const read = (path) => JSON.parse(readFileSync(join(top, "www/demo/_data", path), "utf8"));
  const cases = read("gallery.json");
  const shown = SHOWN.map((name) => ({ name, goal: cases.find((each) => each.name === name).goal }));
  const english = { name: "english", goal: read("goals/kubernetes-en.json") };
  const list = LISTED.map((name) => cases.find((each) => each.name === name).goal);
  const compact = list.map((goal) => toElement(goal, { view: "compact" }));
  return [
    ...[...shown, english].map(({ name, goal }) => {
      const text = pretty(goal);
      return { name, text, fragment: fragment(text), html: toElement(goal) };
    }),
    { name: "list", text: `[\n${list.map((goal) => JSON.stringify(goal)).join(",\n")}\n]`, html: compact.join("\n") },
  ];
}

/** Resolves the package to dist/, which has the compiled core. @type {import("esbuild").Plugin} */
const built = {
  name: "built",
  setup({ onResolve }) {
    onResolve({ filter: /\/npm\/index\.js$/ }, () => ({ path: join(top, "dist/index.js") }));
  },
};

/** The playground's scripts, with files of their own for code that is loaded later. */
async function bundlePlayground(outdir) {
  const { metafile } = await build({
    absWorkingDir: top,
    entryPoints: ["www/site/play/play.js"],
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: ["chrome111", "firefox113", "safari16.4"],
    charset: "utf8",
    metafile: true,
    legalComments: "none",
    plugins: [built],
    define: { RELEASE: JSON.stringify(release()) },
    chunkNames: "[name]-[hash]",
    // The readers of `goalpost import` are written for Node; these replace what browsers lack.
    alias: {
      "csv-parse/sync": "csv-parse/browser/esm/sync",
      "node:path": "./www/site/play/path.js",
    },
  });
  const notices = packagesIn(metafile).map(noticeOf);
  writeFileSync(join(outdir, "NOTICES.txt"), `# In the playground are\n\n${notices.join("\n")}`);
}

/**
 * Builds the site.
 * @param {string} out the folder, which is replaced
 */
export async function buildDoor(out = join(top, "target/door")) {
  const source = join(top, "target/door-src");
  for (const folder of [source, out]) rmSync(folder, { recursive: true, force: true });
  cpSync(join(top, "www/site"), source, { recursive: true });
  const assets = join(source, "assets");
  writeFileSync(join(source, "_data/goals.json"), JSON.stringify(await goals()));
  cpSync(join(top, "dist-site/goalpost"), join(assets, "goalpost"), { recursive: true });
  await bundlePlayground(join(assets, "play"));
  execFileSync("jekyll", ["build", "--quiet", "--source", source, "--destination", out], {
    stdio: "inherit",
    env: { ...process.env, LANG: "C.UTF-8" },
  });
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  await buildDoor(folder && resolve(folder));
}
