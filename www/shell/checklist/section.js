// Finds the section that `from` names: an element, or a heading and everything up to the next heading of its rank.

import { attribute, elements, isElement, lines, rankOf } from "./tree.js";
import { read } from "./entries.js";

/** The element of a selector. An id may be any text, URL-encoded or not, and need not be a CSS identifier. */
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
    // If an id is merely missing, the error must not be about its syntax.
    if (!id) fail("notSelector", selector);
  }
  return undefined;
}

const following = (node) => {
  const siblings = node.parentNode ? [...node.parentNode.childNodes] : [];
  return siblings.slice(siblings.indexOf(node) + 1);
};

/** The heading for an element without entries: around it, in it, or the next one after an anchor. */
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
 * The section under a heading. Themes wrap headings: if nothing follows the heading itself, the search goes on after
 * its wrapper, up to the edge of the article.
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
 * The element of a selector, with the entries and names in it; without a selector, those of the whole scope.
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

/** The nearest language of an element; the search ends at the host of its shadow tree. */
export function langOf(node) {
  for (let at = node; at; at = at.parentNode ?? at.host) {
    const lang = isElement(at) ? attribute(at, "lang") : undefined;
    if (lang) return lang;
  }
  return "";
}
