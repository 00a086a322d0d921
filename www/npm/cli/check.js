// goalpost check: reports what is wrong with goals in files and folders, and where.

import { existsSync } from "node:fs";
import { check } from "../index.js";
import { textOf } from "./files.js";
import { Misuse } from "./misuse.js";
import { placed } from "./place.js";
import { reporter } from "./reporter.js";
import { filesOf, goalsIn } from "./sources.js";

/**
 * The identity of a goal that several posts may name, so that its problems are printed once.
 * @param {import("./sources.js").Source} source
 */
const placeOf = ({ file, line, path, goal }) => (goal === undefined ? undefined : JSON.stringify([file, line, path]));

export function run(paths, { lang }) {
  if (paths.length === 0) throw new Misuse("say which files or folders to check");
  const missing = paths.find((path) => path !== "-" && !existsSync(path));
  if (missing) throw new Misuse(`${missing}: there is no such file or folder`);
  const say = (line) => console.log(line);
  const files = paths.flatMap(filesOf);
  const report = reporter(files.length, process.stderr);
  const seen = new Set();
  const count = { goals: 0, broken: 0, unseen: 0 };
  for (const [done, file] of files.entries()) {
    report(done);
    for (const source of goalsIn(file, textOf)) {
      const place = placeOf(source);
      if (place && seen.has(place)) continue;
      seen.add(place);
      if (source.unseen) {
        count.unseen++;
        say(`${source.file}:${source.line}: not looked at: ${source.unseen}`);
        continue;
      }
      count.goals++;
      if (tell(source, lang, say)) count.broken++;
    }
  }
  report(files.length);
  const { goals, broken, unseen } = count;
  const rest = unseen > 0 ? `, ${unseen} not looked at` : "";
  say(`${goals} ${goals === 1 ? "goal" : "goals"} checked, ${broken} with problems${rest}`);
  if (goals + unseen === 0) say(`no goal was found in ${paths.join(", ")}`);
  return goals === 0 || broken + unseen > 0 ? 1 : 0;
}

/** Prints the errors and warnings of one goal, and returns whether there are errors. */
function tell(source, lang, say) {
  const { problem, goal } = source;
  const { problems, warnings } = problem
    ? { problems: [problem], warnings: [] }
    : check(goal, { lang: lang ?? source.lang });
  for (const problem of problems) say(placed(source, problem));
  for (const warning of [...(source.warnings ?? []), ...warnings]) {
    say(placed(source, { ...warning, message: `warning: ${warning.message}` }));
  }
  return problems.length > 0;
}
