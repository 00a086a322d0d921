// Collects the goals of a post: those inside it, and those that it names.

import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { readChecklist } from "../../shell/checklist/read.js";
import { goalsOf, json, yaml } from "./data.js";
import { configOf, siteData, siteOf } from "./jekyll.js";
import { hasLiquid, included, lookUp, withoutRawTags } from "./liquid.js";
import { embeds } from "./markdown.js";
import { fromHtml, fromMarkdown } from "./tree.js";

/** @typedef {import("./sources.js").Source} Source */

const MATTER = /^---[ \t]*\n(?<yaml>[\s\S]*?\n)?---[ \t]*(?:\n|$)/;
/** Layouts and includes are part of many pages, so their values are checked there. */
const PART = /(^|[\\/])_(?:layouts|includes)[\\/]/;
const OF_THE_PAGE = /^(?:page|include|layout|post)\b/;
/** Folders whose files site builders copy unchanged. */
const ROOTS = ["", "static", "public", "source", "src"];

/** An address in Liquid, if Liquid only adds the site's own address before it. */
function addressOf(src) {
  const [, quoted] = /^\{\{-?\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url)\s*-?\}\}$/.exec(src) ?? [];
  if (quoted) return quoted.startsWith("/") ? quoted : `/${quoted}`;
  return src.replace(/^(?:\{\{-?\s*site\.(?:url|baseurl)\s*-?\}\})+/, "");
}

const plainOf = (text) => text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");

/** The front matter of a text, and the rest. */
export function matterOf(text) {
  const plain = plainOf(text);
  const found = MATTER.exec(plain);
  const data = yaml(found?.groups?.yaml ?? "");
  const page = /** @type {Record<string, any>} */ (data.value && typeof data.value === "object" ? data.value : {});
  const body = plain.slice(found?.[0].length ?? 0);
  return {
    isThere: Boolean(found),
    data,
    page,
    body,
    lines: plain.slice(0, plain.length - body.length).split("\n").length - 1,
  };
}

class Post {
  constructor(file, text, { isMarkdown }) {
    this.file = file;
    this.isMarkdown = isMarkdown;
    this.matter = matterOf(text);
    this.site = file === "-" ? undefined : siteOf(file);
    this.config = this.site ? configOf(this.site) : {};
    this.isPart = PART.test(file);
    const { body, page, data } = this.matter;
    this.lang = page.lang ?? /<html\b[^>]*\slang\s*=\s*["']?([\w-]+)/i.exec(body)?.[1] ?? this.config.lang;
    /** @type {Map<string, import("./jekyll.js").Named>} */
    this.names = new Map([["page", { file, data, path: [], value: page, first: 2 }]]);
    if (this.site) this.names.set("site.data", siteData(this.site));
  }

  /** @returns {Source[]} */
  sources() {
    const { goals, outside } = embeds(this.matter.body, { isMarkdown: this.isMarkdown });
    const all = [...this.broken(), ...goals.map((embed) => this.embedded(embed)), ...this.included(outside)].filter(
      Boolean,
    );
    const sources = [...all, ...this.inMatter(all)];
    return sources.sort((one, other) => (one.file === other.file ? one.line - other.line : 0));
  }

  /** The problem of front matter that is not valid YAML. */
  broken() {
    const { problem } = this.matter.data;
    if (!problem) return [];
    const message = `the front matter is not read: ${problem.message}`;
    return [{ file: this.file, line: problem.line + 1, first: 2, problem: { path: "", message } }];
  }

  /** A goal inside the post, or one that an element names. */
  embedded({ line, first = line, lang = this.lang, ...embed }) {
    const { lines } = this.matter;
    const at = { file: this.file, line: line + lines, first: first + lines, lang };
    if (embed.isEmpty) return problemAt(at, "there is no goal in this element, and none is named");
    if (embed.from !== undefined) return { ...at, ...this.listed(embed.from, lang) };
    if (embed.src !== undefined) return this.linked(addressOf(embed.src), at);
    const text = withoutRawTags(embed.json);
    if (!hasLiquid(text)) return { ...at, goal: text, lineOf: json(text).lineOf };
    const [, expression] = /^\s*\{\{-?\s*([^\s|]+)\s*\|\s*jsonify\s*-?\}\}\s*$/.exec(text) ?? [];
    if (expression) return this.named({ expression, ...lookUp(expression, this.names) }, at);
    return this.isPart ? undefined : { ...at, unseen: "Liquid writes this goal" };
  }

  /** The goals of includes. Liquid processes files with front matter, and the files that they include. */
  included(outside) {
    if (!this.matter.isThere && !this.isPart) return [];
    return included(outside, this.names).map(({ index, lang = this.lang, ...found }) => {
      const line = outside.slice(0, index).split("\n").length + this.matter.lines;
      return this.named(found, { file: this.file, line, first: line, lang });
    });
  }

  /**
   * The goal that a Liquid name refers to.
   * @param {{ expression: string, named?: import("./jekyll.js").Named, missing?: string, unknown?: boolean,
   *   odd?: boolean }} found
   * @param {{ file: string, line: number, first: number, lang?: string }} at
   * @returns {Source | undefined}
   */
  named({ expression, named, missing, unknown, odd }, at) {
    if (this.isPart && OF_THE_PAGE.test(expression)) return undefined;
    if (odd) {
      const instead = `{% assign it = ${expression} %} before it, and goal=it`;
      return problemAt(at, `Jekyll takes no brackets and no filters in an include: write ${instead}`);
    }
    if (missing) return problemAt(at, `there is no ${missing}${/^page\b/.test(missing) ? " in the front matter" : ""}`);
    if (unknown || !named?.data) return { ...at, unseen: `${expression} is not known before the site is built` };
    const { file, data, path, first, value } = named;
    const place = { ...at, file, first, path, lineOf: (inner) => data.lineOf([...path, ...inner]) };
    if (data.problem) return { ...place, line: data.problem.line + first - 1, problem: { path: "", ...data.problem } };
    const goal = data.value === undefined ? data.json : /** @type {object} */ (value);
    return { ...place, line: data.lineOf(path) + first - 1, goal };
  }

  /** A goal in the front matter that nothing in the post shows: a layout shows it. */
  inMatter(shown) {
    const { data, page } = this.matter;
    const all = goalsOf(page).map(({ path, value }) => {
      const lineOf = (inner) => data.lineOf([...path, ...inner]);
      return { file: this.file, line: lineOf([]) + 1, first: 2, path, lang: this.lang, goal: value, lineOf };
    });
    return all.filter(({ line }) => !shown.some((source) => source.file === this.file && source.line === line));
  }

  /** The goal of a checklist in the post. */
  listed(selector, lang) {
    const tree = this.isMarkdown ? fromMarkdown(this.matter.body) : fromHtml(this.matter.body);
    try {
      const { goal, warnings } = readChecklist(selector, tree, { lang });
      return { goal, warnings };
    } catch (error) {
      if (error.path !== "from") throw error;
      return { problem: { path: error.path, message: error.message } };
    }
  }

  /** The goal of a file that an element names. The widget accepts only JSON, with one goal. */
  linked(address, at) {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return { ...at, unseen: `${address} is not on this machine` };
    if (hasLiquid(address)) return { ...at, unseen: `Liquid writes the address ${address}` };
    const file = this.fileOf(address);
    if (!file) return problemAt(at, `there is no file "${address}"`, "src");
    const text = readFileSync(file, "utf8");
    return { ...at, file, line: 1, first: 1, goal: text, lineOf: json(text).lineOf };
  }

  /** The file of an address, if it exists. A post may be built into a folder of its own, as pages/post/. */
  fileOf(address) {
    const plain = address.replace(/[?#].*$/, "");
    const { baseurl } = this.config;
    const local = baseurl && plain.startsWith(`${baseurl}/`) ? plain.slice(baseurl.length) : plain;
    const folder = dirname(this.file);
    const beside = [join(folder, plain), join(folder, "post", plain)];
    const candidates = local.startsWith("/") ? ROOTS.map((root) => join(this.site ?? ".", root, local)) : beside;
    const file = candidates.find((file) => existsSync(file) && statSync(file).isFile());
    return file && (relative("", file) || file);
  }
}

const problemAt = (at, message, path = "") => ({ ...at, problem: { path, message } });

/**
 * All goals of a post.
 * @param {string} file
 * @param {string} text
 * @param {{ isMarkdown: boolean }} kind
 * @returns {Source[]}
 */
export const inPost = (file, text, kind) => new Post(file, text, kind).sources();
