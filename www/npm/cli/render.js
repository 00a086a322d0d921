// goalpost render: writes the pictures of goals, as SVG, HTML or PNG.

import { existsSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { check, toHtml, toSvg } from "../index.js";
import { cardOf } from "./card.js";
import { textOf, write } from "./files.js";
import { Misuse } from "./misuse.js";
import { placed } from "./place.js";
import { filesOf, goalsIn } from "./sources.js";

/** Every system has one of these. The first also covers Korean. */
const SANS_SERIF = [
  "Noto Sans CJK KR",
  "Apple SD Gothic Neo",
  "Malgun Gothic",
  "Noto Sans",
  "Arial",
  "Liberation Sans",
  "DejaVu Sans",
  "sans-serif",
].join(", ");

const FORMATS = ["svg", "html", "png"];

function number(name, written, least, most) {
  if (written == null) return undefined;
  const value = Number(written);
  if (!(value >= least && value <= most))
    throw new Misuse(`--${name} takes a number from ${least} to ${most}, not "${written}"`);
  return value;
}

async function png(svg, scale) {
  // @ts-ignore: it is installed only if a PNG is wanted
  const { Resvg } = await import("@resvg/resvg-js").catch(() => {
    throw new Misuse("a PNG takes a rasteriser; install it beside goalpost: npm install @resvg/resvg-js");
  });
  return new Resvg(svg, { fitTo: { mode: "zoom", value: scale } }).render().asPng();
}

const isFolder = (path) => /[\\/]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());

/** The format: that of `--format`, else of the file's extension, else SVG. */
function formatOf(output, format) {
  const kind =
    format ?? (output && output !== "-" && !isFolder(output) ? extname(output).slice(1).toLowerCase() : "svg");
  if (!FORMATS.includes(kind))
    throw new Misuse(`${format ? `--format ${format}` : output}: what is written is svg, html or png`);
  return kind;
}

/** Names output files after the goals' own, without collisions. */
function namer(folder, format) {
  const taken = new Set();
  return (file) => {
    const name = basename(file === "-" ? "goal" : file, extname(file));
    for (let number = 1; ; number++) {
      const path = join(folder, `${name}${number > 1 ? `-${number}` : ""}.${format}`);
      if (taken.has(path)) continue;
      taken.add(path);
      return path;
    }
  };
}

export async function run(paths, { output, format, card, scale, width, lang, ...options }) {
  if (paths.length === 0) throw new Misuse("say which files to render");
  for (const path of paths) if (path !== "-" && !existsSync(path)) throw new Misuse(`${path}: there is no such file`);
  options.width = number("width", width, 240, 1600);
  const finest = number("scale", scale, 1, 8) ?? (card ? 1 : 2);
  const kind = formatOf(output, format);
  if (card && kind === "html") throw new Misuse("--card is a picture, as SVG or PNG");
  if (card && width) throw new Misuse("--card has a width of its own, 1,200 px");
  const sources = paths.flatMap(filesOf).flatMap((file) => goalsIn(file, textOf));
  const into = output && isFolder(output) ? namer(output, kind) : undefined;
  if (sources.length === 0) console.error(`goalpost: no goal was found in ${paths.join(", ")}`);
  if (sources.length > 1 && !into) {
    throw new Misuse(`these are ${sources.length} goals; say into which folder: -o FOLDER/`);
  }
  let written = 0;
  for (const source of sources) {
    const { problems, warnings } = judged(source, lang);
    for (const problem of problems) console.error(placed(source, problem));
    for (const warning of warnings)
      console.error(placed(source, { ...warning, message: `warning: ${warning.message}` }));
    // A picture has the same name whether or not other goals are drawn.
    const file = into ? into(source.file) : output;
    if (problems.length > 0) continue;
    const how = { ...options, lang: lang ?? source.lang };
    const { goal } = source;
    /** @type {(goal: any, options: any) => string} */
    const draw = card ? cardOf : toSvg;
    // A file has no reader whose system it could follow, and the rasteriser does not know generic font families.
    const still = { theme: "light", font: SANS_SERIF, ...how };
    const content =
      kind === "svg"
        ? draw(goal, how)
        : kind === "html"
          ? `${toHtml(goal, how)}\n`
          : await png(draw(goal, still), finest);
    write(file, content);
    written++;
    if (into) console.log(file);
  }
  return written > 0 && written === sources.length ? 0 : 1;
}

/** The problems that keep a goal from being drawn, and the warnings of its list. */
function judged(source, lang) {
  const { unseen, problem, goal, warnings = [] } = source;
  if (problem) return { problems: [problem], warnings };
  if (unseen) return { problems: [{ path: "", message: `not drawn: ${unseen}` }], warnings };
  return { problems: check(goal, { lang: lang ?? source.lang }).problems, warnings };
}
