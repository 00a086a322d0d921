// The blogs that the tests read: each is built once, and again when something that it is made of has changed.
//
// A test file takes the blog that is there or builds it, so that it can be run by itself. Files that run at the same
// time wait for each other. `node tests/browser/sites.mjs` builds the demo blog ahead of all of them.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "../../www/tools/site.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const folder = path("../../target/sites");

/** A real post that is not ours to publish: there only where the project's own data are. */
const realPosts = path("../../../shared/data");

/** Whether the real post is there to be built into the blog. */
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
 * @param {{ name?: string, files?: Record<string, string> }} options `files` are laid over those of the demo blog; a
 *   blog that has some needs a name of its own
 */
export function site({ name = "demo", files = {} } = {}) {
  const out = join(folder, nameOf({ name, files }));
  if (!existsSync(out)) {
    mkdirSync(folder, { recursive: true });
    // The lock is the system's: it is given back whatever becomes of the process that has it.
    const command = [join(folder, "lock"), process.execPath, fileURLToPath(import.meta.url), "-"];
    // What Jekyll complains of is in the error's message.
    execFileSync("flock", command, { input: JSON.stringify({ name, files }), stdio: ["pipe", "inherit", "pipe"] });
  }
  return out;
}

/** Builds a blog, unless another process has done so in the meantime, and removes those of the same name before it. */
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
  // The argument is given by `site`, which holds the lock and writes down what is wanted.
  if (process.argv[2] === "-") build(JSON.parse(readFileSync(0, "utf8")));
  else console.log(`the demo blog: ${site()}`);
}
