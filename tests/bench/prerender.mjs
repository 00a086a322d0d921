// Measures goalpost prerender on a large blog, compared with the builders of its pages, and writes the results:
// node tests/bench/prerender.mjs [--posts 10000] [--threads 2]
//
// All posts are alike: prose with three goals, in two fenced blocks and a script. Eleventy always builds
// them, Hugo if it is installed.

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const { values } = parseArgs({
  options: { posts: { type: "string", default: "10000" }, threads: { type: "string", default: "2" } },
});
const posts = Number(values.posts);
const GOALS = 3;
/** The design's budget for 10,000 posts on two threads. */
const BUDGET = { must: 60, aim: 25, memory: 400 };
/** The interval for reading a process's memory; the system records its peak. */
const LOOK_MS = 50;

const root = path("../../target/bench/prerender");
const goalpost = path("../../dist/cli/main.js");
const eleventy = path("node_modules/@11ty/eleventy/cmd.cjs");

/** A goal of five weeks, as people write them. */
function goal(post, number) {
  const dates = ["2019-09-29", "2019-10-05", "2019-10-12", "2019-10-19", "2019-10-26"];
  const weeks = [6, 8, 6, 4, 0].map((planned, at) => ({
    label: `Week ${at + 1}`,
    date: dates[at],
    planned,
    done: (planned * (post + number + at)) % 8,
    note: at === 3 ? "Away for most of the week" : undefined,
  }));
  return JSON.stringify({ title: `Goal ${number} of post ${post}`, unit: "lectures", weeks });
}

const sentence = "One list a week, *ticked* off on [Sundays](/list/), and what was left went onto the next list. ";
const prose = `${sentence.repeat(8)}\n\n`;
const fence = (json) => `\`\`\`goalpost\n${json}\n\`\`\`\n\n`;
const text = (post) =>
  `---\ntitle: Post ${post}\nlayout: post\n---\n\n${prose}${fence(goal(post, 1))}${prose}${prose}` +
  `<script type="application/json" data-goalpost>${goal(post, 2)}</script>\n\n${prose}${fence(goal(post, 3))}${prose}`;
const layout = (title, content) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/goalpost.css"></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/about/">About</a></li></ul></nav></header>
<main><article><h1>${title}</h1>
${content}
</article></main>
<script type="module" src="/goalpost.js"></script></body></html>
`;

/** Writes the same posts for both builders. */
function write() {
  rmSync(root, { recursive: true, force: true });
  const put = (name, content) => {
    mkdirSync(join(root, name, ".."), { recursive: true });
    writeFileSync(join(root, name), content);
  };
  put("eleventy/_includes/post.html", layout("{{ title }}", "{{ content }}"));
  put("eleventy/eleventy.config.cjs", "module.exports = () => ({ markdownTemplateEngine: false });\n");
  put("hugo/layouts/_default/single.html", layout("{{ .Title }}", "{{ .Content }}"));
  put(
    "hugo/config.toml",
    'disableKinds = ["home", "RSS", "section", "sitemap", "taxonomy", "term", "404"]\n' +
      "[markup.goldmark.renderer]\nunsafe = true\n",
  );
  for (let post = 0; post < posts; post++) {
    put(`eleventy/posts/${post}.md`, text(post));
    put(`hugo/content/posts/${post}.md`, text(post));
  }
}

/** The peak memory of a process so far, in MB; undefined if the system does not report it. */
function peakOf(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes && Number(kilobytes) / 1000;
  } catch {
    return undefined;
  }
}

/** Runs a command to its end. @param {string} command @param {string[]} args @param {string} [cwd] */
async function timed(command, args, cwd = root) {
  const from = performance.now();
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (data) => (said += data));
  let peak;
  const look = setInterval(() => (peak = peakOf(child.pid) ?? peak), LOOK_MS);
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}\n${said}`);
  return { seconds: (performance.now() - from) / 1000, peak, said: said.trim() };
}

const builders = [
  {
    name: "Eleventy",
    command: process.execPath,
    args: [eleventy, "--quiet", "--output=_site"],
    folder: "eleventy",
    out: "_site",
  },
  { name: "Hugo", command: "hugo", args: ["--quiet"], folder: "hugo", out: "public" },
].filter(({ command }) => !spawnSync(command, [command === "hugo" ? "version" : "--version"]).error);

const number = (value, digits = 1) => (value === undefined ? "–" : value.toFixed(digits));
const verdict = ({ seconds, peak = 0 }) =>
  peak > BUDGET.memory || seconds > BUDGET.must ? "missed" : seconds > BUDGET.aim ? "must met" : "aim met";

write();
const rows = [];
for (const { name, command, args, folder, out } of builders) {
  console.log(`${name} builds ${posts} posts`);
  const built = await timed(command, args, join(root, folder));
  const site = join(root, folder, out);
  const options = ["--jobs", values.threads];
  console.log("goalpost prerenders them");
  const first = await timed(process.execPath, [goalpost, "prerender", site, ...options]);
  console.log(first.said);
  if (!first.said.startsWith(`${posts * GOALS} goals in ${posts} of ${posts} files, ${posts} written`))
    throw new Error(`not every goal was found: ${first.said}`);
  // It ends with an error if a second run would change a byte.
  const again = await timed(process.execPath, [goalpost, "prerender", site, "--check", ...options]);
  rows.push([
    name,
    number(built.seconds),
    number(first.seconds),
    number((posts * GOALS) / first.seconds, 0),
    number(first.peak, 0),
    number(again.seconds),
    posts === 10_000 ? verdict(first) : "–",
  ]);
}

const [{ model }, { length: cores }] = [cpus()[0], cpus()];
const line = (cells) => `| ${cells.join(" | ")} |`;
const report = `# ${posts.toLocaleString("en")} posts, prerendered

Written by \`make bench\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, ${cores} cores (${model.trim()}), ${values.threads} threads; one run.
${posts.toLocaleString("en")} posts of ${GOALS} goals of 5 weeks, built by each builder from the same Markdown, then \`goalpost prerender\` over what it built.
The budget is ${BUDGET.must} s (aim ${BUDGET.aim} s) and ${BUDGET.memory} MB.

${line(["builder", "its own build, s", "prerender, s", "goals a second", "peak memory, MB", "again with --check, s", "verdict"])}
${line(["---", "---:", "---:", "---:", "---:", "---:", "---"])}
${rows.map(line).join("\n")}

Peak memory is the resident set of the whole process, all threads included. The second run reads every page, draws every
goal and changes nothing. That a run which is killed breaks no page is a test: \`tests/npm/prerender-run.test.mjs\`.
`;
writeFileSync(path("PRERENDER.md"), report);
console.log(`\n${report}`);
