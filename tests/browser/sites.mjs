// The blogs of the tests: each is built once, and again when one of its sources has changed.
//
// A test file uses the existing blog or builds it, so that each file can run alone. Files that run at the same
// time wait for each other. `node tests/browser/sites.mjs` builds the demo blog before all of them.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "../../www/tools/site.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const folder = path("../../target/sites");

/** A real post that we may not publish: present only beside the project's own data. */
const realPosts = path("../../../shared/data");

/** Whether the real post is available. */
export const hasRealPost = existsSync(join(realPosts, "2019-09-29-retrospective.md"));
const extra = hasRealPost ? realPosts : undefined;

const inputs = [path("../../www/demo"), path("../../www/jekyll"), path("../../www/tools/site.mjs"), path("../../dist")];

/** Adds a file to a hash, or all files of a folder, by name and content. */
function add(hash, file) {
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) add(hash, join(file, name));
  } else {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
}

function nameOf({ name, files }) {
  const hash = createHash("sha256").update(JSON.stringify(files));
  for (const input of [...inputs, extra].filter((input) => input && existsSync(input))) add(hash, input);
  return `${name}-${hash.digest("hex").slice(0, 16)}`;
}

/**
 * The folder of a built blog.
 * @param {{ name?: string, files?: Record<string, string> }} options `files` replace or add to the demo blog's; a
 *   blog with such files needs a name of its own
 */
export function site({ name = "demo", files = {} } = {}) {
  const out = join(folder, nameOf({ name, files }));
  if (!existsSync(out)) {
    mkdirSync(folder, { recursive: true });
    // The operating system holds the lock, and releases it however the process ends.
    const command = [join(folder, "lock"), process.execPath, fileURLToPath(import.meta.url), "-"];
    // The error's message contains Jekyll's complaints.
    execFileSync("flock", command, { input: JSON.stringify({ name, files }), stdio: ["pipe", "inherit", "pipe"] });
  }
  return out;
}

/** Builds a blog, unless another process has done so in the meantime, and removes older ones of the same name. */
function build(options) {
  const made = nameOf(options);
  if (existsSync(join(folder, made))) return;
  const unfinished = join(folder, "unfinished");
  rmSync(unfinished, { recursive: true, force: true });
  buildSite({ out: unfinished, extra, files: options.files });
  rmSync(`${unfinished}-src`, { recursive: true });
  const earlier = new RegExp(`^${options.name}-[0-9a-f]{16}$`);
  for (const name of readdirSync(folder).filter((name) => earlier.test(name))) {
    rmSync(join(folder, name), { recursive: true });
  }
  renameSync(unfinished, join(folder, made));
  console.log(`built target/sites/${made}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // `site` passes the argument; it holds the lock and writes the options to standard input.
  if (process.argv[2] === "-") build(JSON.parse(readFileSync(0, "utf8")));
  else console.log(`the demo blog: ${site()}`);
}
