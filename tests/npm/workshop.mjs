// A folder with the build tools of consumers, the packed package installed in it, and the recipes' files.
//
// A test file opens it, so that each file can run alone. Files that run at the same time wait for each other.
// `node tests/npm/workshop.mjs` opens it before all of them.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const folder = here("../../target/npm");
const recipes = here("../../www/recipes");

/** The folder of the built package. */
export const dist = here("../../dist");
/** The folder of its files for sites. */
export const forSites = here("../../dist-site/goalpost");

/** A path in the workshop. */
export const at = (...path) => join(folder, ...path);

const same = (one, other) => existsSync(one) && existsSync(other) && readFileSync(one).equals(readFileSync(other));

/** Runs a command in a folder of the workshop; an error contains its whole output. */
export function run(command, args, { cwd = folder, env = {} } = {}) {
  const variables = { ...process.env, NO_COLOR: "1", CI: "1", ...env };
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: "pipe", env: variables });
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")} in ${cwd}\n${error.stdout}${error.stderr}`);
  }
}

/** Runs a command of an installed package. */
export const tool = (name, args, options) => run(at("node_modules/.bin", name), args, options);

/** Packs dist/ as npm would publish it; returns the names of the tarball and of the files in it. */
function pack() {
  const [{ filename, files }] = JSON.parse(run("npm", ["pack", dist, "--json", "--pack-destination", folder]));
  return { tarball: filename, files: files.map(({ path }) => path).sort() };
}

/** A hash of the workshop's sources: the tools and the contents of dist/. */
function content() {
  const hash = createHash("sha256").update(readFileSync(here("package-lock.json")));
  for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" }).sort()) {
    const file = join(dist, name);
    if (statSync(file).isFile()) hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** The installed state: a hash of its sources, the package's tarball, and the files in it. */
export const packed = () => (existsSync(at("packed.json")) ? JSON.parse(readFileSync(at("packed.json"), "utf8")) : {});

/** Opens the workshop: the tools are installed, and the package is that of dist/. */
export function open() {
  if (packed().of === content()) return;
  mkdirSync(folder, { recursive: true });
  // The operating system holds the lock, and releases it however the process ends.
  run("flock", [at("lock"), process.execPath, fileURLToPath(import.meta.url)]);
}

/** Installs the tools, unless they are there, and the package from its tarball. */
function install() {
  const of = content();
  if (packed().of === of) return;
  rmSync(at("packed.json"), { force: true });
  const { tarball, files } = pack();
  if (!same(here("package-lock.json"), at("installed.json"))) {
    for (const file of ["package.json", "package-lock.json"]) cpSync(here(file), at(file));
    run("npm", ["ci", "--no-audit", "--no-fund"]);
    cpSync(at("package-lock.json"), at("installed.json"));
  }
  const place = at("node_modules/goalpost");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  // It has no dependencies and no install script, so unpacking it installs it.
  run("tar", ["-xzf", at(tarball), "-C", place, "--strip-components", "1"]);
  // Written last, so that an interrupted installation starts again.
  writeFileSync(at("packed.json"), JSON.stringify({ of, tarball, files }));
}

/** A recipe's files: each is a code block below a line with its name. */
export function filesOf(recipe) {
  const text = readFileSync(join(recipes, `${recipe}.md`), "utf8");
  const blocks = text.matchAll(/^`(?<name>[^`\n]+)`:\n\n(?<fence>`{3,})\w*\n(?<content>[\s\S]*?)^\k<fence>$/gm);
  return Object.fromEntries([...blocks].map(({ groups }) => [groups.name, groups.content]));
}

/** A new project with the recipe's files and more; returns its folder. */
export function project(name, files) {
  const root = at("projects", name);
  rmSync(root, { recursive: true, force: true });
  for (const [path, content] of Object.entries({
    "package.json": '{ "type": "module", "private": true }\n',
    ...files,
  })) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

// At the end, when everything that it calls is defined.
if (process.argv[1] === fileURLToPath(import.meta.url)) install();
