// Resolves the names in a Jekyll site's Liquid: the site's data, and the front matter of a post.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, extname, join, parse, relative, resolve } from "node:path";
import { DATA, dataOf, yaml } from "./data.js";

/**
 * A value that Liquid can name, with its place; or a data folder; or a list to loop over.
 * @typedef {object} Named
 * @property {string} file the file or folder
 * @property {import("./data.js").Data} [data] of the whole file
 * @property {(string | number)[]} path of the value in the file
 * @property {unknown} [value]
 * @property {Named[]} [pair] the key and the value, as a loop over a map yields them
 * @property {number} first the line of the file on which the data begin
 */

/** The folder of the site that contains a post. */
export function siteOf(file) {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (["_config.yml", "_config.yaml", "_data"].some((name) => existsSync(join(folder, name)))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** @typedef {{ lang?: string, baseurl?: string, data_dir?: string }} Config */

/** @type {Map<string, Config>} */
const configs = new Map();

/** The parts of a site's configuration that concern goals. Each file is read once. */
export function configOf(site) {
  if (!configs.has(site)) {
    const file = ["_config.yml", "_config.yaml"].map((name) => join(site, name)).find((file) => existsSync(file));
    const value = file ? yaml(readFileSync(file, "utf8")).value : undefined;
    configs.set(site, /** @type {Config} */ (value ?? {}));
  }
  return configs.get(site) ?? {};
}

/** The name that Jekyll gives a data file. */
const nameOf = (file) =>
  parse(file)
    .name.replace(/[^\w\s-]+/g, "")
    .trim()
    .replace(/\s+/g, "_");

/** The data of a folder, or of a file inside it. */
function folderOf(folder, name) {
  const inside = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).sort() : [];
  const found = inside.filter((entry) => {
    const isFolder = statSync(join(folder, entry)).isDirectory();
    return name === undefined || (isFolder ? entry === name : nameOf(entry) === name);
  });
  return found
    .map((entry) => join(folder, entry))
    .filter((path) => statSync(path).isDirectory() || DATA.has(extname(path).toLowerCase()));
}

/**
 * A data file, or a folder of them.
 * @param {string} path
 * @returns {Named}
 */
function open(path) {
  const file = relative("", path) || path;
  if (statSync(path).isDirectory()) return { file, path: [], first: 1 };
  const data = dataOf(path, readFileSync(path, "utf8"));
  return { file, data, path: [], value: data.value, first: 1 };
}

/**
 * The value at a key of a named value.
 * @param {Named} named
 * @param {string | number} key
 * @returns {Named | undefined}
 */
export function at(named, key) {
  if (named.pair) return named.pair[Number(key)];
  if (!named.data) {
    const [path] = folderOf(named.file, String(key));
    return path ? open(path) : undefined;
  }
  // A file that does not parse has no keys; the problem is about the whole file.
  if (named.data.value === undefined) return named;
  if (Array.isArray(named.value) && /^(?:first|last)$/.test(String(key)))
    return at(named, key === "first" ? 0 : named.value.length - 1);
  const value =
    typeof named.value === "object" && named.value !== null && Object.hasOwn(named.value, key)
      ? named.value[key]
      : undefined;
  return value === undefined ? undefined : { ...named, value, path: [...named.path, key] };
}

/**
 * The items of a loop over a named value.
 * @param {Named} named
 * @returns {Named[] | undefined}
 */
export function each(named) {
  const pairOf = (key, value) => ({
    file: value.file,
    path: value.path,
    first: value.first,
    pair: [{ ...value, value: key }, value],
  });
  if (!named.data) return folderOf(named.file).map((path) => pairOf(nameOf(path), open(path)));
  const { value } = named;
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return value.flatMap((_, index) => at(named, index) ?? []);
  return Object.keys(value).map((key) => pairOf(key, at(named, key)));
}

/** The data of a site, `site.data`. */
export function siteData(site) {
  return { file: join(site, configOf(site).data_dir ?? "_data"), path: [], first: 1 };
}
