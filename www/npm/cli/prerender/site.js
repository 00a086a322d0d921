// The folder of a built site: its pages and feeds, and the files that addresses in them refer to.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, relative, resolve, sep } from "node:path";
import { isLeftover } from "./replace.js";

const PAGES = new Set([".html", ".htm", ".xhtml"]);
const FEEDS = new Set([".xml", ".atom", ".rss"]);
/** The stand-in for an unknown origin of the site. */
const SOMEWHERE = "http://site.invalid/";
/** Larger files are not read: they are far above the limit of a goal. */
const MOST_BYTES = 1024 * 1024;

export const isFeed = (file) => FEEDS.has(extname(file).toLowerCase());

/**
 * The pages in a folder, sorted by name, with its feeds if they are wanted; and what killed runs have left.
 * Symbolic links are not followed: their targets are other pages of the folder, or outside of it.
 * @param {string} root
 * @param {{ feeds?: boolean }} options
 */
export function filesIn(root, { feeds = false } = {}) {
  const files = [];
  const leftovers = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules" && !entry.name.startsWith(".")) folders.push(file);
      } else if (!entry.isFile()) continue;
      else if (isLeftover(file)) leftovers.push(file);
      else if (PAGES.has(extname(entry.name).toLowerCase()) || (feeds && isFeed(entry.name))) files.push(file);
    }
  }
  return { files: files.sort(), leftovers };
}

const decoded = (path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

export class Site {
  /**
   * @param {string} root its folder
   * @param {string} base its address, or the path in it under which the folder is served
   */
  constructor(root, base = "/") {
    this.root = resolve(root);
    this.base = new URL(base.endsWith("/") ? base : `${base}/`, SOMEWHERE);
  }

  /** The address of a page. @param {string} file */
  addressOf(file) {
    const path = relative(this.root, resolve(file)).split(sep).map(encodeURIComponent).join("/");
    return new URL(path, this.base).href;
  }

  /**
   * The text at an address.
   * @param {string} address as written in the page
   * @param {string} page the page that it is relative to
   * @param {string[]} origins further origins of this site
   * @returns {{ file?: string, text?: string, problem?: string, unseen?: string }}
   */
  read(address, page, origins = []) {
    if (!URL.canParse(address, page)) return { problem: `"${address}" is no address` };
    const { origin, pathname } = new URL(address, page);
    if (origin !== this.base.origin && !origins.includes(origin))
      return { unseen: `${address} is not on this machine` };
    const hint =
      this.base.pathname === "/" ? "; if the site stands in a folder of its server, --base says in which" : "";
    const missing = { problem: `there is no file "${address}"${address.startsWith("/") ? hint : ""}` };
    if (!pathname.startsWith(this.base.pathname)) return missing;
    const file = resolve(this.root, decoded(pathname.slice(this.base.pathname.length)));
    const stat = file.startsWith(this.root + sep) ? statSync(file, { throwIfNoEntry: false }) : undefined;
    if (!stat?.isFile()) return missing;
    if (stat.size > MOST_BYTES) return { problem: `"${address}" is too long: ${stat.size.toLocaleString("en")} bytes` };
    return { file: relative("", file), text: readFileSync(file, "utf8").replace(/^\ufeff/, "") };
  }
}
