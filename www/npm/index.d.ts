/**
 * A goal: planned and done work, week by week. It is written as lists, as `weeks` or as `tasks`. If several are
 * given, they must agree.
 */
export interface Goal {
  /** The address of the schema, for editors. */
  $schema?: string | null;
  /** The title of the goal. */
  title?: string | number | null;
  /** The language of labels and messages, as a BCP 47 tag; Korean for `ko`, English for all others. */
  lang?: string | null;
  /** The unit of all amounts, in the plural: `lectures`, `강`, `km`. */
  unit?: string | number | null;
  /** The day of the first week, `2019-09-29`; weeks without a date of their own follow in steps of seven days. */
  start?: string | null;
  /** The day by which all work must be done, `2019-10-26`. */
  deadline?: string | null;
  /** Work left over from before the first week, in the goal's unit. */
  carried?: Amount;
  /** The end of the record: the number of a week, from 1, or a date. Default: the last week with work done. */
  asOf?: number | string | null;
  /** The overall percent that the author states, 0 to 100. If it differs from the computed one, it is shown instead. */
  stated?: Amount;
  /** The weeks, in your own order. They need not be calendar weeks. At most 1,040. */
  weeks?: GoalWeek[] | null;
  /** The short form: the planned work of each week, in the goal's unit. */
  planned?: Amount[] | null;
  /** The short form: the work done in each week, null if it is not known. Future weeks may be left out. */
  done?: Done[] | null;
  /** A checklist. The plan and the work are counted from it. At most 5,000 tasks. */
  tasks?: GoalTask[] | null;
  /** The picture. Default: `weekly`. */
  view?: View | null;
  /** The colours. Default: `auto`. */
  theme?: Theme | null;
}

/** One of the author's rounds. It may last any number of days. */
export interface GoalWeek {
  /** The label of the week. Default: "Week 1" and so on. */
  label?: string | number | null;
  /** The day on which the week begins, or on which you meet: `2019-09-29`. */
  date?: string | null;
  /** Newly planned work, without the work carried over, in the goal's unit. */
  planned?: Amount;
  /** Work done: an amount, a percent of the week's plan, or a fraction. Null if it is not known. */
  done?: Done;
  /** Work that was taken out of the plan in this week, in the goal's unit. */
  dropped?: Amount;
  /** The share of the week's plan that was done, 0 to 100, if only a percent is known. */
  percent?: Amount;
  /** Whether `done` is only approximate. */
  approx?: boolean | string | null;
  /** `absent`: you were away, and the work slips. `skipped`: an announced break, which takes out the plan. */
  status?: "absent" | "skipped" | "" | null;
  /** A note about the week. */
  note?: string | number | null;
  /** The target of a link: a web address, or a path on the site. */
  link?: string | null;
  /** An event, such as a presentation. A week with a milestone and without a plan does not count as a week of work. */
  milestone?: string | number | null;
}

/** One entry of a checklist. */
export interface GoalTask {
  /** The title of the task. */
  title?: string | number | null;
  /** The number of the week for which it is planned, from 1. */
  week: number | string;
  /** Whether it is done, or the share that is done: 0 to 1, `"80%"`, `"5/6"`. */
  done?: boolean | number | string | null;
  /** The number of the week in which it was finished, if not in `week`. */
  finished?: number | string | null;
  /** The name of its group. */
  group?: string | number | null;
  /** The target of a link. */
  link?: string | null;
}

/** An amount, as a number or as text, which YAML and CSV give. Empty or null if there is none. */
export type Amount = number | string | null;

/** An amount, a percent of the plan (`"80%"`), a fraction (`"5/6"`), or null if it is not known. */
export type Done = number | string | null;

/** Week columns, a burn-up chart, or one line. */
export type View = "weekly" | "burnup" | "compact";

/** At once, near the viewport, or once the reader shows interest. */
export type Load = "eager" | "near" | "interest";

/** Like the page around it, light, or dark. */
export type Theme = "auto" | "light" | "dark";

/**
 * All numbers of a goal. Amounts are in the goal's unit. Ratios are unrounded fractions (0.8333…). Weeks count
 * from 1. Null is a quantity that is undefined or unknown.
 */
export interface Progress {
  /** The title of the goal. */
  title: string;
  /** The language of labels and messages, as a BCP 47 tag; empty if none was named. */
  lang: string;
  /** The unit of all amounts, in the plural; may be empty. */
  unit: string;
  /** The share of the whole plan that is done, a fraction. Null if only percents are known. */
  overall: number | null;
  /** The share that the author states, a fraction, if `overall` differs from it or is not known. Else null. */
  stated: number | null;
  /** The share of the plan up to `asOf` that is done, a fraction. Null if nothing was planned by then. */
  toDate: number | null;
  /** The share of the whole plan that was due by `asOf`, a fraction. Null if there is no plan. */
  expected: number | null;
  /** What is left of the whole plan. Null if only percents are known, as are `planned` and `done`. */
  remaining: number | null;
  /** Work done beyond the whole plan. */
  beyond: number;
  /** The whole plan: carried at the start, plus planned, minus dropped. */
  planned: number | null;
  /** All work done. */
  done: number | null;
  /** The number of the last week of the record; 0 if there is none. */
  asOf: number;
  /** The number of weeks up to `asOf` without a record. Their plan counts; their work does not. */
  unrecorded: number;
  /** The work done up to `asOf` beyond the plan. */
  ahead: number;
  /** Whole weeks by which the work is ahead of the plan; negative if it is behind. Null if unknown. */
  buffer: number | null;
  /** The median of the work done in a finished week. Null before the first finished week. */
  pace: number | null;
  /** The work that each remaining week needs to finish the plan. Null if no week is left. */
  needed: number | null;
  /** The day by which all work must be done, `2019-10-26`, or null. */
  deadline: string | null;
  /** The weeks, in the author's order. */
  weeks: Week[];
  /** The work that is behind at the end of the record, or null. */
  jam: Jam | null;
  /** When the rest may be done. Null before four finished weeks, if nothing is left, and if nothing was done. */
  forecast: Forecast | null;
  /** Warnings about doubtful data. */
  warnings: Problem[];
}

/** The numbers of one week. Null is an unknown number. */
export interface Week {
  /** Its number, from 1. */
  number: number;
  /** The author's label, else "Week 1" and so on. */
  label: string;
  /** Its day, `2019-09-29`, or null. */
  date: string | null;
  /** The kind of week. */
  status: "recorded" | "milestone" | "unknown" | "future" | "absent" | "skipped";
  /** Newly planned work. */
  planned: number | null;
  /** Work done. */
  done: number | null;
  /** Work taken out of the plan. */
  dropped: number;
  /** Work carried over from the week before. */
  carriedIn: number | null;
  /** All work that was due: carried over and newly planned. */
  load: number | null;
  /** Work carried over to the next week. */
  carriedOut: number | null;
  /** The share of the load that was done, a fraction. Null if there was no load. */
  ofLoad: number | null;
  /** The work done as a share of the week's own plan, a fraction. Null if there was none. */
  ofPlan: number | null;
  /** The load as a multiple of the week's own plan. Null if there was none. */
  jam: number | null;
  /** The whole plan up to this week. */
  cumulativePlanned: number | null;
  /** All work done up to this week. */
  cumulativeDone: number | null;
  /** The share of the whole plan that was done up to this week, a fraction. */
  overall: number | null;
  /** Whether `done` is only approximate. */
  approx: boolean;
  /** An event, or null. */
  milestone: string | null;
  /** The author's note, or null. */
  note: string | null;
  /** The target of a link, or null. */
  link: string | null;
}

/** Work that piled up. */
export interface Jam {
  /** The number of the week in which the jam began; 0 if it began before the first week. */
  since: number;
  /** The work that is piled up, in the goal's unit. */
  depth: number;
  /** The load of the last week with a plan of its own, as a multiple of that plan. Null if no week has one. */
  ratio: number | null;
  /** Weeks of work until it is cleared, at the usual pace on the listed plan. Null if that is never or far away. */
  recovery: number | null;
  /** The number of the week in which it is cleared; it may follow the last planned week. Null as above. */
  clearedIn: number | null;
  /** How much more per week would clear it by the last planned week, if this pace does not. Else null. */
  extra: number | null;
}

/** When the rest may be done, if the coming weeks are like the past ones. */
export interface Forecast {
  /** The number of weeks in which the rest is done with a probability of 50%. */
  p50: number;
  /** The number of weeks in which the rest is done with a probability of 85%. */
  p85: number;
  /** Whether the last two weeks are much slower than those before. In the forecast all weeks count alike. */
  slowing: boolean;
  /** The number of finished weeks in the history. */
  history: number;
  /** Whether the history is shorter than 8 weeks, or the forecast reaches more than twice as far as it. */
  rough: boolean;
  /** The probability that the rest is done within 1 week, 2 weeks, and so on, up to 0.85 and to the deadline. */
  chances: number[];
}

/** A place in the data and a sentence about it. */
export interface Problem {
  /** Where: `weeks[3].planned`, `line 3, column 7`, or empty for the goal as a whole. */
  path: string;
  /** What is wrong, and how to fix it. */
  message: string;
}

/** The error for a goal that cannot be read. Its message has one line per problem. */
export interface GoalError extends Error {
  /** The problems, each with its place in the data. */
  problems: Problem[];
}

/** How to show a goal. */
export interface ShowOptions {
  /** The picture; else the goal's own `view`, else `weekly` up to 20 weeks and `burnup` above. */
  view?: View;
  /** `off` leaves the goal's title out of the picture. */
  title?: "on" | "off";
  /**
   * The colours; else the goal's own `theme`, else `auto`. With `auto`, `toSvg` follows the reader's system; `toHtml`
   * and `toElement` take the text colour of the page around them.
   */
  theme?: Theme;
  /** The language of labels, as a BCP 47 tag; else the goal's own `lang`, else English. */
  lang?: string;
  /** A CSS list of font families. Default: `system-ui, sans-serif`. */
  font?: string;
  /** `rtl` mirrors the picture, for pages that are written from right to left. */
  direction?: "ltr" | "rtl";
  /** Measures a text, in CSS px, if you know your font. By default the width is an estimate. `size` is in CSS px. */
  measureText?: (text: string, font: { size: number; bold: boolean }) => number;
}

/** How to draw a picture. */
export interface PictureOptions extends ShowOptions {
  /** The width in CSS px, 240 to 1,600. Default: 640. */
  width?: number;
  /** The height in CSS px; the picture comes as near to it as it can. Default: 360 from a width of 560 on, else 400. */
  height?: number;
}

/**
 * Computes all numbers of a goal, which is an object or JSON text.
 * @throws {GoalError}
 */
export function progress(goal: Goal | string): Progress;

/**
 * Finds the errors and warnings of a goal. Messages are in the goal's language, else in `lang`. A goal
 * without problems can be drawn. Does not throw.
 */
export function check(goal: Goal | string, options?: { lang?: string }): { problems: Problem[]; warnings: Problem[] };

/**
 * Draws the picture as an SVG document with a title and a description.
 * @throws {GoalError}
 */
export function toSvg(goal: Goal | string, options?: PictureOptions): string;

/**
 * Writes a `<figure>` that needs no script: the picture, a summary, and the table. Suited to feeds and mails.
 * @throws {GoalError}
 */
export function toHtml(goal: Goal | string, options?: PictureOptions): string;

/**
 * Writes a `<goal-post>` with the data and the picture, which is readable before any script has loaded. With
 * `goalpost/auto` on the page, the widget replaces the picture, and nothing moves.
 * @throws {GoalError}
 */
export function toElement(goal: Goal | string, options?: ShowOptions): string;
