// Puts stills into the posts of an Atom or RSS feed. Only the goals change.

import { SaxesParser } from "saxes";
import { edited } from "./edits.js";
import { figureOf } from "./feed-figure.js";
import { Markup, unescaped } from "./markup.js";
import { prerendered } from "./page.js";

/** @import { Page, Told } from "./page.js" */
/** @import { Site } from "./site.js" */

/**
 * An entry, or an element around all entries.
 * @typedef {{ link?: string, lang?: string, around?: Entry }} Entry
 */
/**
 * An element whose content is HTML: as text, or as XML elements.
 * @typedef {{ start: number, end: number, isXml: boolean, base?: string, lang?: string, entry: Entry }} Content
 */

const FEED = /^(?:\w+:)?(?:feed|rss|RDF)$/;
const ENTRY = /^(?:\w+:)?(?:entry|item)$/;
const OUTER = /^(?:\w+:)?(?:feed|channel)$/;
const HTML = /^(?:text\/)?html$/i;

/** The form of HTML in an element, if there is any. @param {string} name @param {Record<string, string>} attributes */
function kindOf(name, { type = "", src }) {
  if (/^(?:description|(?:\w+:)?encoded)$/.test(name)) return "text";
  if (!/^(?:atom:)?(?:content|summary)$/.test(name) || src !== undefined) return undefined;
  return type.toLowerCase() === "xhtml" ? "xml" : HTML.test(type) ? "text" : undefined;
}

/**
 * The contents of a feed, or nothing if it is not a feed or not XML.
 * @param {string} xml
 * @returns {{ contents?: Content[], fault?: string }}
 */
function contentsOf(xml) {
  const parser = new SaxesParser({ position: true });
  /** @type {Content[]} */
  const contents = [];
  const open = [];
  let isFeed = false;
  let text = "";
  /** @type {string | undefined} */
  let fault;
  parser.on("error", (error) => {
    fault ??= error.message;
  });
  parser.on("text", (more) => {
    text += more;
  });
  parser.on("cdata", (more) => {
    text += more;
  });
  parser.on("opentag", ({ name, attributes: given }) => {
    const attributes = /** @type {Record<string, string>} */ (given);
    const outer = open.at(-1);
    if (!outer) isFeed = FEED.test(name);
    /** @type {Entry} */
    const entry = ENTRY.test(name) || OUTER.test(name) ? { around: outer?.entry } : outer?.entry;
    const [lang, base] = ["xml:lang", "xml:base"].map((key, at) => attributes[key] ?? outer?.[at ? "base" : "lang"]);
    const isAlternate = (attributes.rel ?? "alternate") === "alternate";
    if (/^(?:atom:)?link$/.test(name) && attributes.href && isAlternate && entry) entry.link ??= attributes.href;
    open.push({
      name,
      entry,
      lang,
      base,
      start: parser.position,
      kind: outer?.kind ? undefined : kindOf(name, attributes),
    });
    text = "";
  });
  parser.on("closetag", () => {
    const { name, entry, lang, base, start, kind } = open.pop();
    const end = xml.lastIndexOf("</", parser.position);
    if (name === "link" && entry && text.trim()) entry.link ??= text.trim();
    if (name === "language" && entry) entry.lang ??= text.trim();
    // An empty-element tag has no end tag.
    if (kind && entry?.around && end >= start) contents.push({ start, end, isXml: kind === "xml", base, lang, entry });
    text = "";
  });
  parser.write(xml).close();
  return fault ? { fault } : { contents: isFeed ? contents : [] };
}

/** The value of an entry, else of one around it. @param {Entry | undefined} entry @param {"link" | "lang"} key */
const said = (entry, key) => entry?.[key] ?? entry?.around?.[key] ?? entry?.around?.around?.[key];

/** The origin of an address, if it is one. @param {string | undefined} address */
const originsOf = (address = "") => (URL.canParse(address) ? [new URL(address).origin] : []);

/**
 * The feed with the stills of its goals.
 * @param {string} xml without a byte order mark
 * @param {{ site: Site, file: string, draw: import("./page.js").Options["draw"] }} options
 * @returns {Page}
 */
export function inFeed(xml, { site, file, draw }) {
  /** @type {Page} */
  const feed = { html: xml, edits: [], goals: 0, problems: [], notes: [] };
  const { contents = [], fault } = contentsOf(xml);
  if (fault) return { ...feed, notes: [{ offset: 0, message: `left as it is: this is not XML: ${fault}` }] };
  const edits = [];
  for (const { start, end, isXml, base, lang, entry } of contents) {
    if (!/goal-?post/i.test(xml.slice(start, end))) continue;
    const markup = isXml ? new Verbatim(xml, start, end) : new Markup(xml, start, end);
    const [own, given] = [site.addressOf(file), base ?? said(entry, "link") ?? ""];
    const home = URL.canParse(given, own) ? new URL(given, own).href : own;
    const page = prerendered(markup.text, {
      isFeed: true,
      lang: lang ?? said(entry, "lang"),
      read: (address, from) => site.read(address, new URL(from ?? "", home).href, originsOf(said(entry, "link"))),
      draw: (goal, embed) => {
        const written = isXml && typeof goal === "string" && embed.carrier ? unescaped(goal) : goal;
        const drawn = draw(written, embed);
        return { ...drawn, still: figureOf(drawn.still) };
      },
    });
    const placed = (told) => ({ ...told, offset: markup.placeOf(told.offset).place });
    feed.problems.push(...page.problems.map(placed));
    feed.notes.push(...page.notes.map(placed));
    feed.goals += page.goals;
    edits.push(...markup.edits(page.edits));
  }
  if (feed.problems.length > 0) return { ...feed, goals: 0 };
  const made = edited(xml, edits);
  const broken = edits.length > 0 ? contentsOf(made).fault : undefined;
  if (!broken) return { ...feed, html: made };
  const message = `left as it is: with its goals it would be no XML: ${broken}`;
  return { ...feed, goals: 0, notes: [...feed.notes, { offset: edits[0].start, message }] };
}

/** Content that is XML itself: its text is the file's. */
class Verbatim {
  /** @param {string} xml @param {number} start @param {number} end */
  constructor(xml, start, end) {
    this.start = start;
    this.text = xml.slice(start, end);
  }

  /** @param {number} offset */
  placeOf(offset) {
    return { place: this.start + offset };
  }

  /** @param {import("./edits.js").Edit[]} edits */
  edits(edits) {
    return edits.map(({ start, end, text }) => ({ start: start + this.start, end: end + this.start, text }));
  }
}
