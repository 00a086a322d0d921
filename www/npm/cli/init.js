// goalpost init: copies the files that a blog needs, and writes an example goal. Existing files stay as they are.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Misuse } from "./misuse.js";

/** The package that contains this command. */
const home = fileURLToPath(new URL("../", import.meta.url));

const GOAL = `{
  "title": "Kubernetes",
  "unit": "lecture|lectures",
  "planned": [6, 8, 6, 4],
  "done": [6, 6, 6, 2]
}
`;
/** What pages fetch: not the builds for bundles and for pages without a server. */
export const FETCHED = /^goalpost\.(?!standalone|inline)(?:\w+\.)?(?:js|css|wasm)$/;

const SHORTCODE = `<goal-post {{- with .Get "view" }} view="{{ . }}"{{ end }}>
  <script type="application/json">{{ index site.Data.goals (.Get "goal") | jsonify | safeJS }}</script>
</goal-post>
<script type="module" src="{{ "goalpost/goalpost.js" | relURL }}"></script>
`;

/** Hexo turns a fenced block into a listing, so the goal is in an element. */
const DRAFT = `---
title: A goal
---
{% raw %}
<goal-post>
<script type="application/json">
${GOAL.trim()}
</script>
</goal-post>
<script type="module" src="/goalpost/goalpost.js"></script>
{% endraw %}
`;

const ELEVENTY = `
  eleventyConfig.addPassthroughCopy("goalpost");

to the function in the site's configuration, and to a Markdown page

  <goal-post>
  <script type="application/json">{{ goals.example | json | replace: "<", "\\\\u003c" }}</script>
  </goal-post>
  <script type="module" src="/goalpost/goalpost.js"></script>`;

/**
 * @typedef {object} Builder
 * @property {string} name
 * @property {(site: Site) => boolean} fits
 * @property {string} scripts the folder for the scripts
 * @property {boolean} [includes] whether it uses the Jekyll includes
 * @property {Record<string, string>} texts
 * @property {string} next what the author has to write next
 *
 * @typedef {{ has: (...names: string[]) => boolean, uses: (name: string) => boolean }} Site
 */

/** The most specific first: Hexo has a `_config.yml` as well. @type {Builder[]} */
const BUILDERS = [
  {
    name: "Hexo",
    fits: ({ has, uses }) => uses("hexo") || has("scaffolds"),
    scripts: "source/goalpost",
    texts: { "source/_drafts/goal.md": DRAFT },
    next: "See the draft with `hexo server --draft`, and publish it with `hexo publish goal`.",
  },
  {
    name: "Eleventy",
    fits: ({ has, uses }) =>
      uses("@11ty/eleventy") ||
      has(".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts"),
    scripts: "goalpost",
    texts: { "_data/goals/example.json": GOAL },
    next: `Add\n${ELEVENTY}`,
  },
  {
    name: "Hugo",
    fits: ({ has }) =>
      has("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default", "archetypes") ||
      (has("content") && has("config.toml", "config.yaml", "config.yml", "config.json")),
    scripts: "static/goalpost",
    texts: { "data/goals/example.json": GOAL, "layouts/shortcodes/goalpost.html": SHORTCODE },
    next: 'Write into a post:\n\n  {{< goalpost goal="example" >}}',
  },
  {
    name: "Jekyll",
    fits: ({ has }) => has("_config.yml", "_config.yaml", "_config.toml"),
    scripts: "assets/goalpost",
    includes: true,
    texts: { "_data/goals/example.json": GOAL },
    next: "Write into a post:\n\n  {% include goalpost.html goal=site.data.goals.example %}",
  },
];

/** The features of a folder by which builders are detected. @param {string} folder @returns {Site} */
function siteIn(folder) {
  const has = (...names) => names.some((name) => existsSync(join(folder, name)));
  const file = join(folder, "package.json");
  let wanted = {};
  try {
    const { dependencies, devDependencies } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    wanted = { ...dependencies, ...devDependencies };
  } catch {
    throw new Misuse(`${file}: this is not JSON`);
  }
  return { has, uses: (name) => Object.hasOwn(wanted, name) };
}

/** Every file that a builder needs, as its path and its content. @param {Builder} builder */
function filesFor({ scripts, includes, texts }) {
  const fetched = readdirSync(home).filter((name) => FETCHED.test(name));
  const copied = fetched.map((name) => [join(scripts, name), join(home, name)]);
  if (includes) {
    copied.push([join(scripts, "schema.json"), join(home, "schema.json")]);
    const from = join(home, "jekyll");
    const all = readdirSync(from, { recursive: true, withFileTypes: true, encoding: "utf8" });
    for (const entry of all.filter((entry) => entry.isFile())) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      copied.push([join("_includes", path.slice(from.length)), path]);
    }
  }
  const files = copied.map(([path, source]) => ({ path, bytes: readFileSync(source), source }));
  const written = Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text), source: undefined }));
  return [...files, ...written];
}

/**
 * @param {string[]} folders
 * @param {{ "dry-run"?: boolean }} options
 */
export function run(folders, { "dry-run": isDry = false }) {
  if (folders.length > 1) throw new Misuse("say one folder only");
  const [folder = "."] = folders;
  if (!existsSync(folder)) throw new Misuse(`${folder}: there is no such folder`);
  const site = siteIn(folder);
  const builder = BUILDERS.find(({ fits }) => fits(site));
  if (!builder) {
    throw new Misuse(
      `${folder}: this is no folder of a Jekyll, Hugo, Hexo or Eleventy site; go to the one with its configuration`,
    );
  }
  console.log(`This is a site of ${builder.name}.`);
  let differing = 0;
  for (const { path, bytes, source } of filesFor(builder)) {
    const target = join(folder, path);
    if (existsSync(target)) {
      const isSame = readFileSync(target).equals(bytes);
      if (!isSame) differing++;
      console.log(`${isSame ? "is there" : "left as it is"}: ${path}`);
      continue;
    }
    console.log(`${isDry ? "would write" : "written"}: ${path}`);
    if (isDry) continue;
    mkdirSync(dirname(target), { recursive: true });
    if (source) cpSync(source, target, { force: false, errorOnExist: true });
    else writeFileSync(target, bytes, { flag: "wx" });
  }
  if (differing > 0) {
    console.log("What was left differs from this version of goalpost. To upgrade, remove it and call this again.");
  }
  console.log(isDry ? "Nothing was written." : builder.next);
  return 0;
}
