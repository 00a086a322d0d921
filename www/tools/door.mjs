// Builds the site that shows goalpost: node www/tools/door.mjs [FOLDER] puts it into target/door, or into the folder.
//
// Jekyll writes the pages, esbuild bundles the playground, and the package itself draws the pictures. All links are
// relative, so that the folder may lie anywhere on any host.

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

/** What the gallery shows of the cases that the tests hold to the pixel, in this order. */
const SHOWN = ["real", "going", "ahead", "kinds", "percent", "year"];
/** What stands in the list of goals, one line each. */
const LISTED = ["going", "ahead", "again"];

/** A goal as the fragment of the playground's address, as www/site/play/share.js reads it. */
const fragment = (text) => `#json=${deflateRawSync(text).toString("base64url")}`;

/** The goals that pages show: each as an element that can be read before any script, as text, and in the playground. */
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

/** The package is the one in dist/, with the compiled core in it. @type {import("esbuild").Plugin} */
const built = {
  name: "built",
  setup({ onResolve }) {
    onResolve({ filter: /\/npm\/index\.js$/ }, () => ({ path: join(top, "dist/index.js") }));
  },
};

/** The playground's scripts; what is not needed at once is in files of its own. */
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
    // The readers of `goalpost import` are written for Node; these stand in for what a browser has not.
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
