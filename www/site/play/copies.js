// The text to copy into each kind of site. The tests build sites from these texts.

import { stringify } from "yaml";

/** Builders process `{{` and `{%`. In JSON, these occur only in strings, where an escape has the same meaning. */
const untouched = (json) => json.replace(/\{(?=[{%#])/g, "\\u007b");

/** JSON for a script element: nothing in it ends the script. @param {unknown} goal */
const inScript = (goal) =>
  untouched(JSON.stringify(goal, null, 1))
    .replace(/</g, "\\u003c")
    .replace(/>/g, "\\u003e");

/** An empty line would cut the block, and a fence in the data would end it. JSON on one line has neither. */
const fence = (goal) => `\`\`\`goalpost\n${untouched(JSON.stringify(goal))}\n\`\`\``;
/** The whole widget in one file of a CDN. Its hash lets the browser refuse any other file. @param {Release} release */
const fromCdn = ({ version, integrity }) =>
  `<script defer src="https://cdn.jsdelivr.net/npm/goalpost@${version}/goalpost.standalone.js"\n` +
  `  integrity="${integrity}" crossorigin="anonymous"></script>`;
const script = (path) => `<script type="module" src="${path}goalpost.js"></script>`;
const element = (goal) => `<goal-post>\n<script type="application/json">\n${inScript(goal)}\n</script>\n</goal-post>`;

/**
 * @typedef {{ version: string, integrity: string }} Release of the package, with the hash of its goalpost.standalone.js
 * @type {Record<string, { name: string, files: (goal: any, release: Release) => [string, string][] }>} files of each
 *   site
 */
export const COPIES = {
  jekyll: {
    name: "Jekyll",
    files: (goal) => [
      ["_data/goals/mine.yml", stringify(goal, { version: "1.1", lineWidth: 0, defaultStringType: "QUOTE_DOUBLE" })],
      ["_posts/….md", "{% include goalpost.html goal=site.data.goals.mine %}\n"],
    ],
  },
  fence: { name: "Markdown", files: (goal) => [["….md", `${fence(goal)}\n\n${script("/assets/goalpost/")}\n`]] },
  cdn: {
    name: "HTML, from a CDN",
    files: (goal, release) => [["….html", `${element(goal)}\n${fromCdn(release)}\n`]],
  },
  html: {
    name: "HTML, from your own site",
    files: (goal) => [["….html", `${element(goal)}\n${script("/assets/goalpost/")}\n`]],
  },
  hugo: {
    name: "Hugo",
    files: (goal) => [
      ["content/….md", `${fence(goal)}\n`],
      ["layouts/….html", '<script type="module" src="{{ "goalpost/goalpost.js" | relURL }}"></script>\n'],
    ],
  },
  hexo: {
    name: "Hexo",
    files: (goal) => [["source/_posts/….md", `{% raw %}\n${element(goal)}\n${script("/goalpost/")}\n{% endraw %}\n`]],
  },
  astro: {
    name: "Astro",
    files: (goal) => [
      [
        "src/components/MyGoal.astro",
        `---\nimport { toElement } from "goalpost";\n\nconst goal = ${JSON.stringify(goal, null, 2)};\n---\n` +
          '<Fragment set:html={toElement(goal)} />\n<script>\n  import "goalpost/auto";\n</script>\n',
      ],
    ],
  },
  npm: {
    name: "npm",
    files: (goal) => [
      [
        "….js",
        `import "goalpost/auto";\n\nconst element = document.createElement("goal-post");\n` +
          `element.goal = ${JSON.stringify(goal, null, 2)};\ndocument.body.append(element);\n`,
      ],
    ],
  },
};

/**
 * The files of a copy as one text; each has its path as a heading.
 * @param {string} target
 * @param {unknown} goal
 * @param {Release} release
 */
export function copyText(target, goal, release) {
  const files = COPIES[target].files(goal, release);
  return files.map(([path, text]) => (files.length > 1 ? `# ${path}\n${text}` : text)).join("\n");
}
