// Checks the goals of files and folders, and says where what is wrong.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { check } from "../index.js";
import { embeds } from "./embeds.js";
import { reporter } from "./reporter.js";

const POSTS = new Set([".html", ".htm", ".markdown", ".md", ".mdx", ".qmd"]);

/** The files that are meant: of a folder, all posts in it. */
function files(path) {
  if (path === "-" || !statSync(path).isDirectory()) return [path];
  const inside = readdirSync(path, { recursive: true, withFileTypes: true });
  return inside
    .filter((entry) => entry.isFile() && POSTS.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/(^|[\\/])(node_modules|\.git|_site)[\\/]/.test(file))
    .sort();
}

/** The folder of a Jekyll blog that a post is part of. */
function blogOf(file) {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "_config.yml")) || existsSync(join(folder, "_data"))) return relative("", folder);
    if (folder === dirname(folder)) return undefined;
  }
}

/** The file that an embed names, if it is there. A post may be built into a folder of its own, as pages/post/. */
function fileOf(post, { src, data }) {
  const candidates = [];
  if (src != null && !/^[a-z][a-z0-9+.-]*:|^\/|\{[{%]/i.test(src)) {
    const plain = src.replace(/[?#].*$/, "");
    candidates.push(join(dirname(post), plain), join(dirname(post), "post", plain));
  }
  const path = /^site\.data\.([\w.-]+)$/.exec(data ?? "")?.[1];
  const blog = path ? blogOf(post) : undefined;
  if (blog != null) candidates.push(join(blog, "_data", `${path.replaceAll(".", "/")}.json`));
  return candidates.find((file) => existsSync(file));
}

/** All goals of a file: their place and their JSON, or why they cannot be looked at here. */
function goals(file, read) {
  const text = read(file);
  if (!POSTS.has(extname(file).toLowerCase())) return [{ file, first: 1, json: text }];
  return embeds(text).map((embed) => {
    if (embed.json != null && !/\{[{%]/.test(embed.json)) return { file, ...embed };
    const other = fileOf(file, embed);
    if (other) return { file: other, lang: embed.lang, first: 1, json: readFileSync(other, "utf8") };
    const named = embed.src ?? embed.data;
    const why = named ? `${named} is looked at only as a JSON file beside the post or in _data` : "Liquid writes this goal";
    return { file, ...embed, unseen: `not looked at: ${why}` };
  });
}

/** The language that a post's front matter names. */
function langOf(file, read) {
  if (!POSTS.has(extname(file).toLowerCase())) return undefined;
  const matter = /^---\n([\s\S]*?)\n---/.exec(read(file).replace(/\r\n?/g, "\n"))?.[1] ?? "";
  return /^lang:\s*["']?([\w-]+)/m.exec(matter)?.[1];
}

/** A message with the place in the file that it is about. */
function placed({ file, first }, { path, message }) {
  const [, line, column] = /^line (\d+), column (\d+)$/.exec(path) ?? [];
  if (line) return `${file}:${Number(line) + first - 1}:${column}: ${message}`;
  return `${file}:${first}: ${path ? `${path}: ` : ""}${message}`;
}

/**
 * Checks all goals in the files and folders.
 * @param {string[]} paths
 * @param {{ lang?: string, read: (file: string) => string, say: (line: string) => void }} how
 */
export function checkAll(paths, { lang, read, say }) {
  const missing = paths.find((path) => path !== "-" && !existsSync(path));
  if (missing) return { missing: `${missing}: there is no such file or folder` };
  const all = paths.flatMap(files);
  const report = reporter(all.length, process.stderr);
  const seen = new Set();
  let broken = 0;
  let count = 0;
  for (const [done, file] of all.entries()) {
    report(done);
    const spoken = lang ?? langOf(file, read);
    for (const goal of goals(file, read)) {
      if (goal.unseen) {
        say(`${goal.file}:${goal.line}: ${goal.unseen}`);
        continue;
      }
      const place = `${goal.file}:${goal.first}`;
      // Several posts may name one file.
      if (seen.has(place)) continue;
      seen.add(place);
      count++;
      const { problems, warnings } = check(goal.json, { lang: goal.lang ?? spoken });
      if (problems.length > 0) broken++;
      for (const problem of problems) say(placed(goal, problem));
      for (const warning of warnings) say(placed(goal, { ...warning, message: `warning: ${warning.message}` }));
    }
  }
  report(all.length);
  return { goals: count, broken };
}
