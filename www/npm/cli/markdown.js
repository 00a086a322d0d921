// Finds the goals in a post, in Markdown or HTML, as the widget would find them in the built page.

import { embedsIn } from "./embeds.js";
import { attribute, isElement, nodesIn, placeOf, treeOf } from "./html.js";
import { withoutComments } from "./liquid.js";

const FENCE = /^(?<indent>[ \t>]*)(?<mark>`{3,}|~{3,})[ \t]*(?<info>.*)$/;
const LANGUAGE = /^(?:\{?\s*\.?|language-)?goalpost(?![\w-])/;
/** kramdown's syntax for the language of the block above. */
const NAMED_BELOW = /^[ \t>]*\{:[^}]*\.language-goalpost(?![\w-])/;
/** Code blocks other than fences, of Jekyll and Liquid, Hexo and Hugo. */
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
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/gi;

const blank = (text) => text.replace(/[^\n]/g, " ");

/**
 * A goal in a post, on line `line`: with its JSON, which begins on line `first`, or with the name of its source.
 * @typedef {{ line: number, first?: number, lang?: string, json?: string, src?: string, from?: string,
 *   isEmpty?: boolean }} Embed
 */

/**
 * The goals in a post, in order, and the text of the post without them and without everything that is no part of
 * the page: comments, other code, other scripts. Lines keep their places.
 * @param {string} text
 * @param {{ isMarkdown?: boolean }} kind
 * @returns {{ goals: Embed[], outside: string }}
 */
export function embeds(text, { isMarkdown = true } = {}) {
  const plain = withoutComments(text.replace(/\r\n?/g, "\n"));
  const { goals, rest } = isMarkdown ? fences(plain) : { goals: /** @type {Embed[]} */ ([]), rest: plain };
  const shown = isMarkdown ? withoutSpans(rest) : rest;
  const tree = treeOf(shown);
  let outside = shown;
  const take = ({ startOffset, endOffset }) => {
    outside = outside.slice(0, startOffset) + blank(outside.slice(startOffset, endOffset)) + outside.slice(endOffset);
  };
  for (const node of nodesIn(tree)) if (isNoPart(node)) take(placeOf(node));

  const fenced = goals.map(({ line }) => line);
  for (const { node, carrier, texts, json, ...embed } of embedsIn(tree)) {
    const { startLine, startTag, endLine } = placeOf(node);
    const at = { line: startLine, lang: embed.options.lang || embed.lang || undefined };
    const first = texts.length > 0 ? placeOf(texts[0]).startLine : startTag?.endLine;
    if (embed.src !== undefined) goals.push({ ...at, src: embed.src });
    else if (embed.from !== undefined) goals.push({ ...at, from: embed.from });
    else if (carrier) goals.push({ ...at, first, json });
    else if (!fenced.some((line) => line >= startLine && line <= endLine)) goals.push({ ...at, isEmpty: true });
    take(placeOf(node));
  }
  return { goals: goals.sort((one, other) => one.line - other.line), outside };
}

/** Whether a node is a comment or a script without data. Nothing inside these is read. */
const isNoPart = (node) =>
  node.nodeName === "#comment"
    ? Boolean(placeOf(node))
    : isElement(node) &&
      node.tagName === "script" &&
      !/^application\/json$/i.test(attribute(node, "type") ?? "") &&
      attribute(node, "data-goalpost") === undefined;

/** A Markdown text without inline code, which is no part of the page. Scripts keep their code. */
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

/** The goals in fenced code, and the text without any fenced code, because other fences only show code. */
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
  // An unclosed fence reaches to the end.
  if (open) end();
  return { goals, rest: rest.join("\n") };
}
