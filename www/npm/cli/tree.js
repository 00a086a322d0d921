// Parses Markdown and HTML into a tree for the checklist reader, with the interface of a page's nodes.

import { marked } from "marked";
import { select, treeOf } from "./html.js";

/** A node with the properties that the reader needs, and the line of the file on which it begins. */
class Node {
  /**
   * @param {any} given the node of parse5
   * @param {Node | null} parentNode
   * @param {Map<any, Node>} made the nodes so far, by their nodes of parse5
   */
  constructor(given, parentNode, made) {
    made.set(given, this);
    this.parentNode = parentNode;
    this.nodeType = given.tagName ? 1 : given.nodeName === "#text" ? 3 : given.nodeName === "#document" ? 9 : 8;
    this.localName = given.tagName;
    this.nodeValue = given.nodeName === "#text" ? given.value : null;
    this.line = given.sourceCodeLocation?.startLine;
    this.attributes = new Map(given.attrs?.map(({ name, value }) => [name, value]));
    // The contents of a template are no part of the page.
    this.childNodes = (given.childNodes ?? []).map((child) => new Node(child, this, made));
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  /** All text in the node. */
  get textContent() {
    return this.nodeValue ?? this.childNodes.map((child) => child.textContent).join("");
  }

  /** All elements in the node. */
  *all() {
    for (const child of this.childNodes) {
      if (child.nodeType === 1) yield child;
      yield* child.all();
    }
  }
}

/** The root of a tree. Headings may have ids that are not attributes. */
class Root extends Node {
  /** @param {any} given */
  constructor(given) {
    const made = new Map();
    super(given, null, made);
    this.select = (selector) => select(given.childNodes, selector).map((found) => made.get(found));
  }

  get documentElement() {
    return this.childNodes.find(({ localName }) => localName === "html");
  }

  getElementById(id) {
    const all = [...this.all()];
    return all.find((node) => node.getAttribute("id") === id) ?? all.find((node) => node.slugs?.includes(id)) ?? null;
  }

  querySelector(selector) {
    // css-select accepts a trailing combinator; browsers do not.
    if (/[>+~,]\s*$/.test(selector)) throw new SyntaxError(selector);
    return this.select(selector)[0] ?? null;
  }
}

/** A tree for the reader, from a parsed one. */
export const fromTree = (tree) => new Root(tree);

/** The tree of an HTML document or fragment. */
export const fromHtml = (html) => fromTree(treeOf(html));

const HEADING = /^h[1-6]$/;

/** The ids that site builders make from a heading's text: GitHub and most others, and kramdown. */
function slugsOf(text) {
  const lower = text.toLowerCase().trim();
  const github = lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replace(/ /g, "-");
  const squeezed = github.replace(/-+/g, "-").replace(/^-|-$/g, "");
  const kramdown = lower
    .replace(/^[^\p{L}]+/u, "")
    .replace(/[^\p{L}\p{M}\p{N} -]/gu, "")
    .replace(/ /g, "-");
  return [...new Set([github, squeezed, kramdown])].filter(Boolean);
}

/** Gives each heading without an id the ids that a site's builder would give it. */
function withSlugs(root) {
  const seen = new Map();
  for (const node of root.all()) {
    if (!HEADING.test(node.localName) || node.getAttribute("id")) continue;
    node.slugs = slugsOf(node.textContent).map((slug) => {
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count > 0 ? `${slug}-${count}` : slug;
    });
  }
  return root;
}

const ID = /^(\s{0,3}#{1,6}\s.*?)\s*\{:?\s*#([^\s}]+)[^}]*\}\s*$/;
/** kramdown's attributes, and links between Obsidian's notes. */
const IAL = /^\s*\{:[^}]*\}\s*$/;
const WIKI = /\[\[(?:[^\]|]*\|)?([^\]|#^]+)(?:[#^][^\]|]*)?\]\]/g;

/**
 * The tree of a Markdown text without its front matter. Headings have the ids that builders give them.
 * @param {string} text
 */
export function fromMarkdown(text) {
  let fence;
  const lines = text.split("\n").map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark) fence = fence ? (mark.startsWith(fence) ? undefined : fence) : mark;
    if (fence || mark) return line;
    if (IAL.test(line)) return "";
    const plain = line.replace(WIKI, "$1");
    const [, heading, id] = ID.exec(plain) ?? [];
    return heading ? `${heading} <a id="${id}"></a>` : plain;
  });
  return withSlugs(fromHtml(marked.parse(lines.join("\n"), { async: false, gfm: true })));
}
