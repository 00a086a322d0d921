// Follows a post's Liquid as far as needed to find the goals of its includes: names, assignments and loops.

import { at, each } from "./jekyll.js";

const TAG = /\{%-?\s*(?<name>\w+)\s*(?<rest>(?:"[^"]*"|'[^']*'|[^"'%]|%(?!\}))*?)\s*-?%\}/g;
const PART = /\.?(?<name>[\w-]+)|\[\s*(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)'|(?<number>\d+))\s*\]/gy;
const GOAL = /(?:^|\s)goal\s*=\s*(?:[^\s"']|"[^"]*"|'[^']*')+/;
const OPTION = (name) => new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);

const blank = (text) => text.replace(/[^\n]/g, " ");
const COMMENT = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g;
const RAW = /(\{%-?\s*raw\s*-?%\})([\s\S]*?)(\{%-?\s*endraw\s*-?%\})/g;

/** A text without Liquid comments. Its lines keep their places. */
export const withoutComments = (text) => text.replace(COMMENT, blank);
/** A text with the contents of `raw` … `endraw` blanked out. */
const withoutRaw = (text) => text.replace(RAW, blank);
/** A text after Liquid has removed its `raw` tags. */
export const withoutRawTags = (text) =>
  text.replace(RAW, (_, open, inside, close) => blank(open) + inside + blank(close));
/** Whether a text has Liquid tags or values. */
export const hasLiquid = (text) => /\{[{%]/.test(text);

/** The parts of a name such as `site.data.goals["k8s"]`; undefined if it is not a name. */
export function partsOf(expression) {
  const text = expression.trim();
  const parts = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const found = PART.exec(text);
    if (!found) return undefined;
    const { name, quoted, single, number } = found.groups ?? {};
    parts.push(number === undefined ? (name ?? quoted ?? single) : Number(number));
  }
  return parts.length > 0 ? parts : undefined;
}

/**
 * The value of a name, or why it has none.
 * @param {string} expression
 * @param {Map<string, import("./jekyll.js").Named | undefined>} names
 * @returns {{ named?: import("./jekyll.js").Named, missing?: string, unknown?: boolean }}
 */
export function lookUp(expression, names) {
  const parts = partsOf(expression);
  if (!parts) return { unknown: true };
  const [first, second] = parts;
  const isData = first === "site" && second === "data";
  const root = isData ? "site.data" : String(first);
  if (!names.has(root)) return { unknown: true };
  let named = names.get(root);
  for (const key of parts.slice(isData ? 2 : 1)) {
    named = named && at(named, key);
    if (!named) return { missing: expression };
  }
  return named ? { named } : { missing: expression };
}

/**
 * The goals that the includes of goalpost show, in the order of the text.
 * @param {string} text
 * @param {Map<string, import("./jekyll.js").Named | undefined>} given the outer names: `site.data`, `page`
 * @returns {{ index: number, expression: string, lang?: string, named?: import("./jekyll.js").Named, missing?: string,
 *   unknown?: boolean, odd?: boolean }[]} `odd` marks syntax that Jekyll accepts in no include
 */
export function included(text, given) {
  const found = [];
  /** Each iteration of a loop has its own scope. */
  let scopes = [new Map(given)];
  const around = [];
  for (const { index, groups } of withoutRaw(withoutComments(text)).matchAll(TAG)) {
    const { name, rest } = groups;
    if (name === "assign") {
      const [, variable, expression] = /^(\w+)\s*=\s*(.*)$/s.exec(rest) ?? [];
      for (const scope of scopes) {
        const { named, missing } = expression ? lookUp(expression, scope) : {};
        if (named || missing) scope.set(variable, named);
        else scope.delete(variable);
      }
    } else if (name === "for") {
      const [, variable, expression] = /^(\w+)\s+in\s+([^\s]+)/.exec(rest) ?? [];
      around.push(scopes);
      scopes = scopes.flatMap((scope) => {
        const { named } = variable ? lookUp(expression, scope) : {};
        const turns = named && each(named);
        return turns ? turns.map((turn) => new Map(scope).set(variable, turn)) : [new Map(scope)];
      });
    } else if (name === "endfor") {
      scopes = around.pop() ?? scopes;
    } else if (/^include(?:_cached|_relative)?$/.test(name) && /^(?:[\w./-]*\/)?goalpost\.html(?:\s|$)/.test(rest)) {
      const written = GOAL.exec(rest)?.[0].replace(/^\s*goal\s*=\s*/, "");
      if (!written) continue;
      const lang = OPTION("lang").exec(rest)?.slice(1).find(Boolean);
      const isTaken = /^(?:[\w.-]+|"[^"]*"|'[^']*')$/.test(written);
      for (const scope of scopes)
        found.push({ index, expression: written, lang, ...(isTaken ? lookUp(written, scope) : { odd: true }) });
    }
  }
  return found;
}
