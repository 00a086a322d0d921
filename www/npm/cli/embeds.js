// Finds the goals in a post, in Markdown or HTML, as the widget would find them in the page made of it.

const FENCE = /^(?<indent>[ \t>]*)(?<mark>`{3,}|~{3,})[ \t]*(?<info>.*)$/;
const LANGUAGE = /^(?:\{?\s*\.?|language-)?goalpost\b/;
const SCRIPT = /<script\b(?<attributes>[^>]*)>(?<body>[\s\S]*?)<\/script>/gi;
const ELEMENT = /<goal-post\b(?<attributes>[^>]*)>(?<body>[\s\S]*?)<\/goal-post>/gi;
const INCLUDE = /\{%-?\s*include\s+goalpost\.html\s+(?<attributes>[^%]*)-?%\}/g;

const lineOf = (text, index) => text.slice(0, index).split("\n").length;
const attribute = (attributes, name) =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(attributes)?.slice(1).find((value) => value != null);

/**
 * The goals of a post, in its order. Each has its `line`, and either its `json`, which begins in line `first`, or what
 * names it: the address `src`, or the Liquid variable `data`.
 * @returns {{ line: number, first?: number, json?: string, src?: string, data?: string, lang?: string }[]}
 */
export function embeds(text) {
  const { goals, rest } = fences(text.replace(/\r\n?/g, "\n"));
  // What stands in a comment is not there; lines stay where they are.
  const shown = rest.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, " "));
  let outside = shown;
  for (const { 0: whole, index, groups } of shown.matchAll(ELEMENT)) {
    outside = outside.slice(0, index) + whole.replace(/[^\n]/g, " ") + outside.slice(index + whole.length);
    const at = { line: lineOf(shown, index), lang: attribute(groups.attributes, "lang") };
    const src = attribute(groups.attributes, "src");
    const script = [...groups.body.matchAll(SCRIPT)].find(({ groups }) => attribute(groups.attributes, "type") === "application/json");
    if (src != null) goals.push({ ...at, src });
    else if (script) goals.push({ ...at, ...inside(shown, index + whole.indexOf(groups.body, groups.attributes.length) + script.index, script) });
  }
  for (const script of outside.matchAll(SCRIPT)) {
    const { attributes } = script.groups;
    if (!/(?:^|\s)data-goalpost(?=[\s=]|$)/i.test(attributes)) continue;
    goals.push({ line: lineOf(outside, script.index), lang: attribute(attributes, "data-lang"), ...inside(outside, script.index, script) });
  }
  for (const { index, groups } of outside.matchAll(INCLUDE)) {
    const data = attribute(groups.attributes, "goal");
    if (data) goals.push({ line: lineOf(outside, index), data, lang: attribute(groups.attributes, "lang") });
  }
  return goals.sort((one, other) => one.line - other.line);
}

function inside(text, start, { 0: whole, groups }) {
  const body = start + whole.indexOf(">", groups.attributes.length) + 1;
  return { json: groups.body, first: lineOf(text, body) };
}

/** The goals in fenced code, and the text without any fenced code: what other fences show is no part of the page. */
function fences(text) {
  const goals = [];
  const rest = [];
  let open;
  for (const [at, line] of text.split("\n").entries()) {
    const fence = FENCE.exec(line)?.groups;
    if (open) {
      rest.push("");
      if (fence && fence.info.trim() === "" && fence.mark.startsWith(open.mark)) {
        if (open.lines) goals.push({ line: open.line, first: open.line + 1, json: open.lines.join("\n") });
        open = undefined;
      } else {
        open.lines?.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line.trimStart());
      }
    } else if (fence && !(fence.mark[0] === "`" && fence.info.includes("`"))) {
      rest.push("");
      open = { ...fence, line: at + 1, lines: LANGUAGE.test(fence.info) ? [] : undefined };
    } else {
      rest.push(line);
    }
  }
  // A fence that nobody closes reaches to the end.
  if (open?.lines) goals.push({ line: open.line, first: open.line + 1, json: open.lines.join("\n") });
  return { goals, rest: rest.join("\n") };
}
