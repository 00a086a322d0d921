// Finds the goals that stand in a post, in Markdown or HTML, as the widget would find them in the page made of it.

import { parseFragment } from "parse5";
import { withoutComments } from "./liquid.js";

const FENCE = /^(?<indent>[ \t>]*)(?<mark>`{3,}|~{3,})[ \t]*(?<info>.*)$/;
const LANGUAGE = /^(?:\{?\s*\.?|language-)?goalpost(?![\w-])/;
/** kramdown's way to name the language of the block above. */
const NAMED_BELOW = /^[ \t>]*\{:[^}]*\.language-goalpost(?![\w-])/;
/** Blocks that are no fences: Jekyll's and Liquid's, Hexo's, Hugo's. */
const TAGS = [
  {
    open: /^(?<indent>[ \t>]*)\{%-?\s*highlight\s+(?<info>[\w-]+)[^%]*-?%\}[ \t]*$/,
    close: /\{%-?\s*endhighlight\s*-?%\}/,
  },
  {
    open: /^(?<indent>[ \t>]*)\{%-?\s*codeblock\s[^%]*?lang:(?<info>[\w-]+)[^%]*-?%\}[ \t]*$/,
    close: /\{%-?\s*endcodeblock\s*-?%\}/,
  },
  {
    open: /^(?<indent>[ \t>]*)\{\{[<%]\s*highlight\s+"?(?<info>[\w-]+)[^}]*[>%]\}\}[ \t]*$/,
    close: /\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/,
  },
];
const SCRIPT = /<script\b(?<attributes>[^>]*)>(?<body>[\s\S]*?)<\/script>/gi;
/** Of other scripts nothing is read, whatever stands in their texts. */
const DATA_SCRIPT = /application\/json|(?:^|\s)data-goalpost(?=[\s=]|$)/i;
const ELEMENT = /<goal-post\b(?<attributes>(?:"[^"]*"|'[^']*'|[^>"'])*)>(?<body>[\s\S]*?)<\/goal-post>/gi;
/** What highlighters make of a fence, by whichever of its elements comes first. */
const NAMES_IT = /\blanguage-goalpost(?![\w-])|\bdata-lang(?:uage)?\s*=\s*["']?goalpost(?![\w-])/;
const HIGHLIGHTED = new RegExp(`<(?:pre|code|div|figure)\\b[^>]*(?:${NAMES_IT.source})[^>]*>`, "gi");
/** Line numbers beside the code are no part of it. */
const BESIDE = /(?:^|\s)(?:rouge-gutter|gutter|lineno|linenos|lnt|ln|line-numbers-rows)(?:\s|$)/;

const lineOf = (text, index) => text.slice(0, index).split("\n").length;
const blank = (text) => text.replace(/[^\n]/g, " ");
const attribute = (attributes, name) =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i")
    .exec(attributes)
    ?.slice(1)
    .find((value) => value != null);

/**
 * A goal in a post: in line `line`, with its JSON, which begins in line `first`, or with what names it.
 * @typedef {{ line: number, first?: number, lang?: string, json?: string, src?: string, from?: string,
 *   isEmpty?: boolean }} Embed
 */

/**
 * The goals that stand in a post, in its order, and the text of the post without them and without what is no part of
 * the page: comments, other code, other scripts. Lines stay where they are.
 * @param {string} text
 * @param {{ isMarkdown?: boolean }} kind
 * @returns {{ goals: Embed[], outside: string }}
 */
export function embeds(text, { isMarkdown = true } = {}) {
  const plain = withoutComments(text.replace(/\r\n?/g, "\n"));
  const { goals, rest } = isMarkdown ? fences(plain) : { goals: /** @type {Embed[]} */ ([]), rest: plain };
  const shown = (isMarkdown ? withoutSpans(rest) : rest).replace(/<!--[\s\S]*?-->/g, blank);
  let outside = shown.replace(SCRIPT, (script, attributes) => (DATA_SCRIPT.test(attributes) ? script : blank(script)));
  const take = (index, whole) => {
    outside = outside.slice(0, index) + blank(whole) + outside.slice(index + whole.length);
  };

  for (const { 0: whole, index, groups } of outside.matchAll(ELEMENT)) {
    const body = index + whole.length - groups.body.length - "</goal-post>".length;
    const at = { line: lineOf(outside, index), lang: attribute(groups.attributes, "lang") };
    const [src, from] = ["src", "from"].map((name) => attribute(groups.attributes, name));
    const script = [...groups.body.matchAll(SCRIPT)].find(
      (found) => attribute(found.groups.attributes, "type") === "application/json",
    );
    const code = /<(?:code|pre)\b[^>]*>/i.exec(groups.body);
    if (src != null) goals.push({ ...at, src });
    else if (from != null) goals.push({ ...at, from });
    else if (script) goals.push({ ...at, ...inside(outside, body + script.index, script) });
    else if (code) goals.push({ ...at, ...highlighted(outside, body + code.index) });
    else if (!goals.some(({ line }) => line >= at.line && line <= lineOf(outside, index + whole.length)))
      goals.push({ ...at, isEmpty: true });
    take(index, whole);
  }
  for (const script of outside.matchAll(SCRIPT)) {
    const { attributes } = script.groups;
    if (/(?:^|\s)data-goalpost(?=[\s=]|$)/i.test(attributes)) {
      goals.push({
        line: lineOf(outside, script.index),
        lang: attribute(attributes, "data-lang"),
        ...inside(outside, script.index, script),
      });
    }
    take(script.index, script[0]);
  }
  let end = 0;
  for (const { index } of outside.matchAll(HIGHLIGHTED)) {
    if (index < end) continue;
    const code = highlighted(outside, index);
    end = index + code.length;
    goals.push({ line: lineOf(outside, index), first: code.first, json: code.json });
  }
  return { goals: goals.sort((one, other) => one.line - other.line), outside };
}

function inside(text, start, { 0: whole, groups }) {
  const body = start + whole.indexOf(">", groups.attributes.length) + 1;
  return { json: groups.body, first: lineOf(text, body) };
}

/** The text of the code that begins at `index`, without its colours and line numbers. */
function highlighted(text, index) {
  const [outer] = parseFragment(text.slice(index), { sourceCodeLocationInfo: true }).childNodes;
  const texts = textsOf(outer);
  const start = texts[0]?.sourceCodeLocation.startOffset ?? 0;
  const json = texts.map(({ value }) => value).join("");
  return { json, first: lineOf(text, index + start), length: outer.sourceCodeLocation?.endOffset ?? 0 };
}

/** The texts in a node, without those beside the code. */
function textsOf(node) {
  if ("value" in node) return [node];
  return isBeside(node) ? [] : (node.childNodes ?? []).flatMap(textsOf);
}

const isBeside = ({ attrs = [] }) => attrs.some(({ name, value }) => name === "class" && BESIDE.test(value));

/** A Markdown text without the code in its lines, which is no part of the page. Scripts have code of their own. */
function withoutSpans(text) {
  const spans = (part) => part.replace(/(?<!`)(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g, blank);
  let at = 0;
  let rest = "";
  for (const { 0: script, index } of text.matchAll(SCRIPT)) {
    rest += spans(text.slice(at, index)) + script;
    at = index + script.length;
  }
  return rest + spans(text.slice(at));
}

/** The goals in fenced code, and the text without any fenced code: what other fences show is no part of the page. */
function fences(text) {
  /** @type {Embed[]} */
  const goals = [];
  const rest = [];
  let open;
  let closed;
  const end = () => {
    const goal = { line: open.line, first: open.line + 1, json: open.lines.join("\n") };
    if (open.isGoal) goals.push(goal);
    closed = open.isGoal ? undefined : goal;
    open = undefined;
  };
  for (const [at, line] of text.split("\n").entries()) {
    const fence = FENCE.exec(line)?.groups;
    if (open) {
      rest.push("");
      const closes = open.close
        ? open.close.test(line)
        : fence && fence.info.trim() === "" && fence.mark.startsWith(open.mark);
      if (closes) end();
      else open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line.trimStart());
      continue;
    }
    const tag = TAGS.map(({ open, close }) => ({ found: open.exec(line)?.groups, close })).find(({ found }) => found);
    /** @type {Record<string, any> | undefined} */
    const begins = tag ? { ...tag.found, close: tag.close } : fence;
    if (begins && !(fence?.mark[0] === "`" && fence.info.includes("`"))) {
      open = { ...begins, line: at + 1, lines: [], isGoal: LANGUAGE.test(begins.info) };
      rest.push("");
    } else {
      if (closed && NAMED_BELOW.test(line)) goals.push(closed);
      rest.push(line);
    }
    closed = undefined;
  }
  // A fence that nobody closes reaches to the end.
  if (open) end();
  return { goals, rest: rest.join("\n") };
}
