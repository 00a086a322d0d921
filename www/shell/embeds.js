// Turns every embed of the page into a <goal-post>, now and whenever one is added.

const SCRIPT = "script[data-goalpost]";
/** What kramdown, Rouge, Hugo and markdown-it make of a fenced code block. */
const FENCE = "code.language-goalpost, code[data-lang=goalpost], pre.language-goalpost, div.language-goalpost";
/** What they wrap around it. */
const WRAPPERS = "div.language-goalpost, div.highlight, figure.highlight, pre";
/** Attributes of the element that an embed may give as `data-…`. */
const OPTIONS = ["view", "theme", "lang", "title", "words", "menu", "load"];

/**
 * The embeds in a node, including the node itself.
 * @param {Document | Element} node
 * @returns {HTMLElement[]}
 */
function embeds(node) {
  const selector = `${SCRIPT}, ${FENCE}`;
  /** @type {HTMLElement[]} */
  const found = Array.from(node.querySelectorAll(selector));
  if (node instanceof HTMLElement && node.matches(selector)) found.unshift(node);
  return found;
}

/**
 * The embed with all of its wrappers.
 * @param {HTMLElement} embed
 */
function outermost(embed) {
  if (embed.matches(SCRIPT)) return embed;
  let outer = embed;
  for (let parent = embed.parentElement; parent?.matches(WRAPPERS); parent = parent.parentElement) outer = parent;
  return outer;
}

/** @param {HTMLElement} embed */
function wrap(embed) {
  if (embed.closest("goal-post") || embed.getRootNode() !== document) return;
  const content = outermost(embed);
  const post = document.createElement("goal-post");
  for (const name of OPTIONS) {
    if (embed.dataset[name]) post.setAttribute(name, embed.dataset[name]);
  }
  content.before(post);
  post.append(content);
}

/** Turns the embeds of the page into elements, and those that are added later. */
export function mount() {
  embeds(document).forEach(wrap);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node instanceof Element) embeds(node).forEach(wrap);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}
