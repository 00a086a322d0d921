// Turns every embed of the page into a <goal-post>, also those that are added later.

const SCRIPT = "script[data-goalpost]";
// Whatever wrapper kramdown, Rouge, Hugo or markdown-it put around a fenced block.
const FENCE = "code.language-goalpost, code[data-lang=goalpost], pre.language-goalpost, div.language-goalpost";
const WRAPPERS = "div.language-goalpost, div.highlight, figure.highlight, pre";
const OPTIONS = ["view", "theme", "lang", "menu"];

/** Finds the embeds below a node, itself included. */
function embeds(node) {
  const found = [...node.querySelectorAll(`${SCRIPT}, ${FENCE}`)];
  if (node.matches?.(`${SCRIPT}, ${FENCE}`)) found.unshift(node);
  return found;
}

/** The outermost wrapper of a fenced block; of a script, the script. */
function whole(embed) {
  if (embed.matches(SCRIPT)) return embed;
  let outer = embed;
  for (let parent = embed.parentElement; parent?.matches(WRAPPERS); parent = parent.parentElement) outer = parent;
  return outer;
}

function wrap(embed) {
  if (embed.closest("goal-post") || embed.getRootNode() !== document) return;
  const content = whole(embed);
  const post = document.createElement("goal-post");
  for (const name of OPTIONS) {
    if (embed.dataset[name]) post.setAttribute(name, embed.dataset[name]);
  }
  content.before(post);
  post.append(content);
}

/** Turns what is there into elements, and what comes later as well. */
export function mount() {
  embeds(document).forEach(wrap);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) embeds(node).forEach(wrap);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}
