// goalpost prerender: writes the still of each goal into the pages of a built site.

import { rmSync, statSync } from "node:fs";
import { Misuse } from "./misuse.js";
import { share } from "./prerender/crew.js";
import { filesIn } from "./prerender/site.js";
import { reporter } from "./reporter.js";

const MOST_JOBS = 64;

function jobsOf(written) {
  if (written === undefined) return undefined;
  const jobs = Number(written);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new Misuse(`--jobs takes a number from 1 to ${MOST_JOBS}, not "${written}"`);
}

const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/**
 * @param {string[]} paths
 * @param {{ feeds?: boolean, base?: string, check?: boolean, "keep-going"?: boolean, jobs?: string }} options
 * @param {{ self: URL }} command
 */
export async function run(paths, { feeds, base, check = false, "keep-going": keepsGoing = false, jobs }, { self }) {
  const [root, ...others] = paths;
  if (root === undefined) throw new Misuse("say in which folder the built site is");
  if (others.length > 0) throw new Misuse("one folder is prerendered at a time");
  const threads = jobsOf(jobs);
  const stat = statSync(root, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) throw new Misuse(`${root}: there is no such folder`);
  if (base !== undefined && !/^\/|^https?:\/\//.test(base))
    throw new Misuse(`--base takes /PATH/ or an address, not "${base}"`);
  const { files, leftovers } = filesIn(root, { feeds });
  if (!check) for (const file of leftovers) rmSync(file, { force: true });

  // Only a terminal shows the progress; a log would fill up with it.
  const report = process.stderr.isTTY ? reporter(files.length, process.stderr) : () => {};
  const count = { goals: 0, holding: 0, changed: 0, broken: 0, seen: 0 };
  const done = (file, { goals, isChanged, problems, notes }) => {
    count.goals += goals;
    if (goals > 0) count.holding++;
    if (isChanged) count.changed++;
    if (problems.length > 0) count.broken++;
    const lines = [...problems, ...notes];
    if (check && isChanged) lines.push(`${file}: would change`);
    // They replace the progress line.
    if (lines.length > 0) console.error(`${process.stderr.isTTY ? "\r\x1b[K" : ""}${lines.join("\n")}`);
    report(++count.seen);
    return keepsGoing || problems.length === 0;
  };
  await share(files, { root, base, check }, { self, jobs: threads, done });
  report(files.length);

  const { goals, holding, changed, broken, seen } = count;
  const what = `${counted(goals, "goal")} in ${holding} of ${counted(files.length, "file")}`;
  const rest = broken > 0 ? `, ${counted(broken, "file")} with problems` : "";
  console.log(`${what}, ${changed} ${check ? "would change" : "written"}${rest}`);
  if (seen < files.length)
    console.error(`stopped after ${seen} of ${counted(files.length, "file")}; --keep-going goes on`);
  return broken > 0 || (check && changed > 0) ? 1 : 0;
}
