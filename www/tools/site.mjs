// Builds the demo blog with Jekyll: node www/tools/site.mjs [--extra DIR] writes it to target/site.
//
// It builds a copy, so that the include and the script of the blog exist once in the repository.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** The path of the blog on its host, for a test and the demo. */
export const base = "/blog";

/**
 * Builds the blog from www/demo, the include and the files that sites copy.
 * @param {{ out?: string, extra?: string, files?: Record<string, string> }} options `extra` is a folder of further
 *   posts, each of which gets a goal at its end. `files` are further files of the blog, or replacements of its own:
 *   texts by path.
 * @returns {string} the folder of the built blog
 */
export function buildSite({ out = join(top, "target/site"), extra, files = {} } = {}) {
  const script = join(top, "dist-site/goalpost");
  if (!existsSync(script)) throw new Error("there is no dist-site/goalpost yet; run `make build` first");

  const source = `${out}-src`;
  rmSync(source, { recursive: true, force: true });
  cpSync(join(top, "www/demo"), source, { recursive: true });
  cpSync(join(top, "www/jekyll/_includes"), join(source, "_includes"), { recursive: true });
  cpSync(script, join(source, "assets/goalpost"), { recursive: true });
  cpSync(join(top, "dist/goalpost.standalone.js"), join(source, "assets/goalpost/goalpost.standalone.js"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  if (extra) {
    for (const name of readdirSync(extra).filter((name) => /^\d{4}-\d\d-\d\d-.*\.md$/.test(name))) {
      const post = readFileSync(join(extra, name), "utf8");
      const goal = "{% include goalpost.html goal=site.data.goals.kubernetes %}";
      writeFileSync(join(source, "_posts", name), `${post}\n${goal}\n`);
    }
  }
  execFileSync("jekyll", ["build", "--quiet", "--baseurl", base, "--source", source, "--destination", out], {
    stdio: "inherit",
    env: { ...process.env, LANG: "C.UTF-8" },
  });
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { extra: { type: "string" } } });
  buildSite(values);
}
