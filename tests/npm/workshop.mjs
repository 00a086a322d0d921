// Folders with the build tools of consumers, the packed package installed in them, and the recipes' files.
//
// A test file opens its workshop, so that each file can run alone. Files that run at the same time wait for each other.
// `node tests/npm/workshop.mjs NAME` opens one before all of them.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const recipes = here("../../www/recipes");

/** The folder of the built package. */
export const dist = here("../../dist");
/** The folder of its files for sites. */
export const forSites = here("../../dist-site/goalpost");

const same = (one, other) => existsSync(one) && existsSync(other) && readFileSync(one).equals(readFileSync(other));

/**
 * The workshop of a folder in tests/, whose package.json and lock file name the tools.
 * @param {string} name of the folder
 */
export function workshop(name) {
  const manifests = here(`../${name}`);
  /** A path in the workshop. */
  const at = (...path) => join(here("../../target"), name, ...path);

  /** Runs a command in a folder of the workshop; an error contains its whole output. */
  function run(command, args, { cwd = at(), env = {} } = {}) {
    const variables = { ...process.env, NO_COLOR: "1", CI: "1", ...env };
    try {
      return execFileSync(command, args, { cwd, encoding: "utf8", stdio: "pipe", env: variables });
    } catch (error) {
      throw new Error(`${command} ${args.join(" ")} in ${cwd}\n${error.stdout}${error.stderr}`);
    }
  }

  /** Runs a command of an installed package. */
  const tool = (command, args, options) => run(at("node_modules/.bin", command), args, options);

  /** Packs dist/ as npm would publish it; returns the names of the tarball and of the files in it. */
  function pack() {
    const [{ filename, files }] = JSON.parse(run("npm", ["pack", dist, "--json", "--pack-destination", at()]));
    return { tarball: filename, files: files.map(({ path }) => path).sort() };
  }

  /** A hash of the workshop's sources: the tools and the contents of dist/. */
  function content() {
    const hash = createHash("sha256").update(readFileSync(join(manifests, "package-lock.json")));
    for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" }).sort()) {
      const file = join(dist, name);
      if (statSync(file).isFile()) hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
    }
    return hash.digest("hex");
  }

  /** The installed state: a hash of its sources, the package's tarball, and the files in it. */
  const packed = () => (existsSync(at("packed.json")) ? JSON.parse(readFileSync(at("packed.json"), "utf8")) : {});

  /** Opens the workshop: the tools are installed, and the package is that of dist/. */
  function open() {
    if (packed().of === content()) return;
    mkdirSync(at(), { recursive: true });
    // The operating system holds the lock, and releases it however the process ends.
    run("flock", [at("lock"), process.execPath, fileURLToPath(import.meta.url), name]);
  }

  /** Installs the tools, unless they are there, and the package from its tarball. */
  function install() {
    const of = content();
    if (packed().of === of) return;
    mkdirSync(at(), { recursive: true });
    rmSync(at("packed.json"), { force: true });
    const { tarball, files } = pack();
    if (!same(join(manifests, "package-lock.json"), at("installed.json"))) {
      for (const file of ["package.json", "package-lock.json"]) cpSync(join(manifests, file), at(file));
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

  /** A new project with the recipe's files and more; returns its folder. */
  function project(name, files) {
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

  return { at, install, open, packed, project, run, tool };
}

export const { at, open, packed, project, run, tool } = workshop("npm");

/** A recipe's files: each is a code block below a line with its name. */
export function filesOf(recipe) {
  const text = readFileSync(join(recipes, `${recipe}.md`), "utf8");
  const blocks = text.matchAll(/^`(?<name>[^`\n]+)`:\n\n(?<fence>`{3,})\w*\n(?<content>[\s\S]*?)^\k<fence>$/gm);
  return Object.fromEntries([...blocks].map(({ groups }) => [groups.name, groups.content]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  workshop(process.argv[2] ?? "npm").install();
}
