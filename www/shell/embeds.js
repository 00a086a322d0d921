// Draws every embed of the page, now and whenever one is added or changed: it inserts a <goal-post> with a copy after
// the embed, and hides the embed itself.
//
// An embed is never moved: a framework may own it, and would fail at its next update of the page.

import { all, create } from "./dom.js";

// The command line finds embeds by the same selectors.
export const SCRIPT = "script[data-goalpost]";
/** The forms of a fenced code block: builders and highlighters name the language in one of these ways. */
export const FENCE =
  ":is(pre,code,div,figure):is(.goalpost,.lang-goalpost,.language-goalpost,.highlight-goalpost," +
  "[data-lang=goalpost],[data-language=goalpost],[lang=goalpost])";
/** Attributes of the element that a script may set as `data-…`. Those of a fence belong to its highlighter. */
export const OPTIONS = ["view", "theme", "lang", "title", "words", "menu", "load"];
/** Roots that frameworks hydrate: pages of Docusaurus, Gatsby, Next, Nuxt and VitePress, and islands of Astro. */
export const HYDRATED = "#__docusaurus,#___gatsby,#__next,#__nuxt,#app,astro-island[ssr]";

/** The element that draws each embed, and its parent. @type {Map<HTMLElement, [Element, ParentNode | null]>} */
const posts = new Map();

/**
 * Draws the embeds in a node, and the node itself if it is one.
 * @param {Document | Element} node
 */
function drawIn(node) {
  const selector = `${SCRIPT},${FENCE}`;
  if (node instanceof Element && node.matches(selector)) draw(/** @type {HTMLElement} */ (node));
  /** @type {NodeListOf<any>} */ (node === document ? all(selector) : node.querySelectorAll(selector)).forEach(draw);
}

/** @param {HTMLElement} embed */
async function draw(embed) {
  const isScript = embed.matches(SCRIPT);
  const root = embed.closest(HYDRATED) ?? ("__next_f" in globalThis ? document : undefined);
  const isWhole = document.readyState !== "loading";
  const more = isScript && !root && isWhole ? undefined : await import("./place.js");
  await more?.settled(embed, root);
  if (embed.getRootNode() !== document || embed.closest("goal-post")) return;
  // A block may name its language twice, in nested elements.
  if ([...posts.keys()].some((other) => other.contains(embed))) return;
  const place = isScript ? embed : more?.placeOf(embed);
  if (!place) return;
  // A copied part of a page contains the element already.
  const next = place.nextElementSibling;
  if (isHidden(place) && next?.localName === "goal-post") next.remove();
  place.style.display = "";
  // A script is not copied as one: policies may forbid that texts become scripts, of whatever type.
  const copy = isScript ? create("code") : /** @type {HTMLElement} */ (place.cloneNode(true));
  if (isScript) copy.textContent = embed.textContent;
  copy.hidden = isScript;
  place.style.setProperty("display", "none", "important");
  const post = create("goal-post");
  for (const name of OPTIONS) {
    if (isScript && embed.dataset[name]) post.setAttribute(name, embed.dataset[name]);
  }
  post.append(copy);
  place.after(post);
  posts.set(place, [post, post.parentNode]);
}

/** @param {HTMLElement} place */
const isHidden = (place) => place.style.display === "none";

/** @param {MutationRecord[]} changes */
function follow(changes) {
  for (const [place, [post, parent]] of [...posts]) {
    // A library that morphs the page removes the element and shows the embed again.
    const isChanged = !isHidden(place) || changes.some(({ target }) => place.contains(target));
    if (place.isConnected && post.isConnected && !isChanged) continue;
    posts.delete(place);
    // If it was moved, the page owns it now.
    if (post.parentNode === parent) post.remove();
    if (isChanged) drawIn(place);
  }
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node instanceof Element) drawIn(node);
    }
  }
}

/** Draws the embeds of the page, and those that are added later. */
export function mount() {
  drawIn(document);
  const everything = { childList: true, characterData: true, subtree: true };
  new MutationObserver(follow).observe(document, everything);
}
