// Finds what `from` names: an element, or a heading with all that follows it up to the next of its rank.

import { attribute, elements, isElement, lines, rankOf } from "./tree.js";
import { read } from "./entries.js";

/** The element of a selector. An id may be any text: no CSS identifier, or as it stands in an address. */
function named(selector, scope, fail) {
  const id = /^#(.+)/s.exec(selector)?.[1];
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const found = id && (scope.getElementById(id) ?? scope.getElementById(decoded(id)));
  if (found) return found;
  try {
    return scope.querySelector(selector);
  } catch {
    // Of an id that is not there, its form is not what is wrong.
    if (!id) fail("notSelector", selector);
  }
  return undefined;
}

const following = (node) => {
  const siblings = node.parentNode ? [...node.parentNode.childNodes] : [];
  return siblings.slice(siblings.indexOf(node) + 1);
};

/** The heading that an element without entries stands for: around it, in it, or the next one behind an anchor. */
function headingOf(element) {
  for (let at = element; at && isElement(at); at = at.parentNode) if (rankOf(at)) return at;
  const inside = [...elements(element)].find(rankOf);
  if (inside || lines(element).length > 0) return inside;
  for (let at = element; at; at = at.parentNode) {
    for (const next of following(at).filter(isElement)) {
      const heading = [next, ...elements(next)].find(rankOf);
      if (heading) return heading;
    }
  }
  return undefined;
}

/**
 * What is under a heading. Themes put headings into wrappers of their own: where nothing is found beside the heading,
 * it is looked for beside the wrapper, as far as the article reaches.
 */
function under(heading) {
  const roots = [heading];
  let found = read(roots);
  for (
    let at = heading;
    at && found.entries.length === 0 && !/^(main|article|body)$/.test(at.localName);
    at = at.parentNode
  ) {
    roots.push(...following(at).filter(isElement));
    found = read(roots, { until: rankOf(heading), from: heading });
  }
  return found;
}

/**
 * The element that a selector names, and the entries and names in it; without a selector, of all that there is.
 * @param {string | undefined} selector
 * @param {any} scope a document, or the root of a shadow tree
 * @param {(message: string, ...details: string[]) => never} fail
 */
export function section(selector, scope, fail) {
  const start =
    selector === undefined ? scope.documentElement : (named(selector, scope, fail) ?? fail("nothing", selector));
  const inside = rankOf(start) ? undefined : read([start]);
  if (inside && inside.entries.length > 0) return { start, ...inside };
  const heading = rankOf(start) ? start : headingOf(start);
  const found = heading && under(heading);
  if (!found || found.entries.length === 0) return fail("empty", selector ?? "");
  return { start, ...found };
}

/** The nearest language of an element, of its shadow tree's host at the last. */
export function langOf(node) {
  for (let at = node; at; at = at.parentNode ?? at.host) {
    const lang = isElement(at) ? attribute(at, "lang") : undefined;
    if (lang) return lang;
  }
  return "";
}
