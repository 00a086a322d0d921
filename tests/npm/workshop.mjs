// A folder with the tools that consumers build with, the packed package installed in it, and the recipes' files.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const folder = here("../../target/npm");
const recipes = here("../../www/recipes");

/** Where the built package is. */
export const dist = here("../../dist");
/** What a site copies of it. */
export const forSites = here("../../dist-site/goalpost");

/** A path in the workshop. */
export const at = (...path) => join(folder, ...path);

const same = (one, other) => existsSync(one) && existsSync(other) && readFileSync(one).equals(readFileSync(other));

/** Runs a command in a folder of the workshop; an error holds all that it said. */
export function run(command, args, { cwd = folder, env = {} } = {}) {
  const variables = { ...process.env, NO_COLOR: "1", CI: "1", ...env };
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: "pipe", env: variables });
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")} in ${cwd}\n${error.stdout}${error.stderr}`);
  }
}

/** Runs the command that an installed package brings. */
export const tool = (name, args, options) => run(at("node_modules/.bin", name), args, options);

/** Packs dist/ as npm would publish it. */
export function packed() {
  mkdirSync(folder, { recursive: true });
  const [{ filename, files }] = JSON.parse(run("npm", ["pack", dist, "--json", "--pack-destination", folder]));
  return { tarball: at(filename), files: files.map(({ path }) => path).sort() };
}

/** Installs the tools, unless they are there, and the package from its tarball. */
export function open() {
  const { tarball } = packed();
  if (!same(here("package-lock.json"), at("installed.json"))) {
    for (const file of ["package.json", "package-lock.json"]) cpSync(here(file), at(file));
    run("npm", ["ci", "--no-audit", "--no-fund"]);
    cpSync(at("package-lock.json"), at("installed.json"));
  }
  const installed = at("node_modules/goalpost");
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(installed);
  // It has no dependencies and no install script: to unpack it is to install it.
  run("tar", ["-xzf", tarball, "-C", installed, "--strip-components", "1"]);
}

/** A recipe's files: each stands in a code block below a line that is its name. */
export function filesOf(recipe) {
  const text = readFileSync(join(recipes, `${recipe}.md`), "utf8");
  const blocks = text.matchAll(/^`(?<name>[^`\n]+)`:\n\n(?<fence>`{3,})\w*\n(?<content>[\s\S]*?)^\k<fence>$/gm);
  return Object.fromEntries([...blocks].map(({ groups }) => [groups.name, groups.content]));
}

/** A new project of the recipe's files and further ones; returns its folder. */
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
