/** A goal: what was planned and done, week by week. Write it as lists, as `weeks`, as `tasks`, or as several that agree. */
export interface Goal {
  /** Where the schema is, for editors. */
  $schema?: string | null;
  /** What the goal is called. */
  title?: string | number | null;
  /** The language of labels and messages, as a BCP 47 tag; Korean for `ko`, English for all others. */
  lang?: string | null;
  /** What is counted, in the plural: `lectures`, `강의`, `km`. */
  unit?: string | number | null;
  /** The day of the first week, `2019-09-29`; weeks without a date of their own follow in steps of seven days. */
  start?: string | null;
  /** The day by which all is to be done, `2019-10-26`. */
  deadline?: string | null;
  /** What was left over from before the first week, in the goal's unit. */
  carried?: Amount;
  /** How far the record reaches: a week's number, from 1, or a date. Else the last week with something done. */
  asOf?: number | string | null;
  /** The overall percent as the author states it, 0 to 100; shown instead of the computed one where they differ. */
  stated?: Amount;
  /** The weeks, in your own order; they need not be calendar weeks. At most 1,040. */
  weeks?: GoalWeek[] | null;
  /** The short form: what was planned in each week, in the goal's unit. */
  planned?: Amount[] | null;
  /** The short form: what was done in each week; null where it is not known. It may end with the last week that is over. */
  done?: Done[] | null;
  /** A checklist, from which plan and work are counted. At most 5,000. */
  tasks?: GoalTask[] | null;
  /** The picture; `weekly` if nothing is said. */
  view?: View | null;
  /** The colours; `auto` if nothing is said. */
  theme?: Theme | null;
}

/** One of the author's rounds, whatever days it spans. */
export interface GoalWeek {
  /** What the week is called; else "Week 1" and so on. */
  label?: string | number | null;
  /** The day of the week's meeting or of its beginning, `2019-09-29`. */
  date?: string | null;
  /** What was newly planned, without what was carried over, in the goal's unit. */
  planned?: Amount;
  /** What was done: an amount, a percent of the week's plan, or a fraction. Null: not known. 0: nothing was done. */
  done?: Done;
  /** What was taken out of the plan in the week, in the goal's unit. */
  dropped?: Amount;
  /** What was done of the week's plan, 0 to 100, where only a percent is known. */
  percent?: Amount;
  /** Whether what was done is only known roughly. */
  approx?: boolean | string | null;
  /** `absent`: away, and the plan slips. `skipped`: an announced break, which takes the week's plan out. */
  status?: "absent" | "skipped" | "" | null;
  /** A line about the week. */
  note?: string | number | null;
  /** Where the line leads: a web address, or one within the site. */
  link?: string | null;
  /** What else happened, such as a presentation. A milestone without a plan is no week of work. */
  milestone?: string | number | null;
}

/** One entry of a checklist. */
export interface GoalTask {
  /** What is to be done. */
  title?: string | number | null;
  /** The number of the week for which it is planned, from 1. */
  week: number | string;
  /** Whether it is done, or what share of it: 0 to 1, `"80%"`, `"5/6"`. */
  done?: boolean | number | string | null;
  /** The number of the week in which it was finished, where that is another one. */
  finished?: number | string | null;
  /** What it belongs to. */
  group?: string | number | null;
  /** Where it leads. */
  link?: string | null;
}

/** An amount, also as the text that YAML and CSV make of it; empty or null where there is none. */
export type Amount = number | string | null;

/** An amount, a percent of the plan (`"80%"`), a fraction (`"5/6"`), or null: not known. */
export type Done = number | string | null;

/** Week columns, a burn-up chart, or one line. */
export type View = "weekly" | "burnup" | "compact";

/** As the surroundings, light, or dark. */
export type Theme = "auto" | "light" | "dark";

/**
 * All numbers of a goal. Amounts are in the goal's unit; ratios are fractions (0.8333…) and not rounded; weeks count
 * from 1; null stands where a quantity is not defined or not known.
 */
export interface Progress {
  /** What the goal is called. */
  title: string;
  /** The language of labels and messages, as a BCP 47 tag; empty where none was named. */
  lang: string;
  /** What is counted, in the plural; may be empty. */
  unit: string;
  /** Done, of the whole plan: a fraction. Null where only percents are known. */
  overall: number | null;
  /** What the author states, as a fraction, where it differs from `overall` or stands in for it; else null. */
  stated: number | null;
  /** Done, of the plan up to `asOf`: a fraction. Null where nothing was planned by then. */
  toDate: number | null;
  /** The share of the whole plan that was due by `asOf`: a fraction. Null where there is no plan. */
  expected: number | null;
  /** What is left of the whole plan. Null, as are `planned` and `done`, where only percents are known. */
  remaining: number | null;
  /** What was done beyond the whole plan. */
  beyond: number;
  /** The whole plan: carried at the start, plus planned, less dropped. */
  planned: number | null;
  /** Done in all. */
  done: number | null;
  /** The number of the last week that the record reaches; 0 before the first. */
  asOf: number;
  /** How many weeks up to `asOf` have no record. Their plan counts, their work is left out. */
  unrecorded: number;
  /** Done up to `asOf` beyond what was planned up to then. */
  ahead: number;
  /** Whole weeks that the work lies before the plan, or behind it below zero. Null where that cannot be said. */
  buffer: number | null;
  /** Median of the work done in finished weeks, per week. Null before the first of them. */
  pace: number | null;
  /** What each week that is left would have to bring. Null where no week is left. */
  needed: number | null;
  /** The day by which all is to be done, `2019-10-26`, or null. */
  deadline: string | null;
  /** The weeks, in the author's order. */
  weeks: Week[];
  /** What is behind at the end of the record, or null where nothing is. */
  jam: Jam | null;
  /** When the rest may be done; null before four finished weeks, where nothing is left, and where nothing was done. */
  forecast: Forecast | null;
  /** What is doubtful in the data, but did not keep them from being used. */
  warnings: Problem[];
}

/** The numbers of one week. Null: not known. */
export interface Week {
  /** Its number, from 1. */
  number: number;
  /** What the author calls it, or "Week 1" and so on. */
  label: string;
  /** Its day, `2019-09-29`, or null. */
  date: string | null;
  /** What kind of week it is. */
  status: "recorded" | "milestone" | "unknown" | "future" | "absent" | "skipped";
  /** New plan. */
  planned: number | null;
  /** Done. */
  done: number | null;
  /** Scope taken out. */
  dropped: number;
  /** Carried over from the weeks before. */
  carriedIn: number | null;
  /** All that there was to do: carried over and newly planned. */
  load: number | null;
  /** Carried over to the next week. */
  carriedOut: number | null;
  /** Done, of the load: a fraction. Null where there was nothing to do. */
  ofLoad: number | null;
  /** Done, of the week's own plan: a fraction. Null where there was none. */
  ofPlan: number | null;
  /** The load as a multiple of the week's own plan. Null where there was none. */
  jam: number | null;
  /** The whole plan up to this week. */
  cumulativePlanned: number | null;
  /** Done up to this week. */
  cumulativeDone: number | null;
  /** Done up to this week, of the whole plan: a fraction. */
  overall: number | null;
  /** Whether what was done is only known roughly. */
  approx: boolean;
  /** What else happened, or null. */
  milestone: string | null;
  /** The author's line, or null. */
  note: string | null;
  /** Where the line leads, or null. */
  link: string | null;
}

/** Work that piled up. */
export interface Jam {
  /** The number of the week in which it began; 0 where it was carried in from before the first. */
  since: number;
  /** How much is piled up, in the goal's unit. */
  depth: number;
  /** The load of the last week that has a plan of its own, as a multiple of that plan. Null where none has. */
  ratio: number | null;
  /** Weeks of work until it is cleared, at the usual pace on the plan that is listed. Null where that is never, or far. */
  recovery: number | null;
  /** The number of the week in which it is cleared then; it may lie after the last planned one. Null as above. */
  clearedIn: number | null;
  /** Where it is not cleared by the last planned week: how much more a week would do that. Else null. */
  extra: number | null;
}

/** When the rest may be done, if weeks go on as they went. */
export interface Forecast {
  /** In so many weeks with a chance of one half. */
  p50: number;
  /** In so many weeks with a chance of 85 in 100. */
  p85: number;
  /** The last two weeks lie well below those before; they count like all others here. */
  slowing: boolean;
  /** On how many finished weeks it rests. */
  history: number;
  /** It rests on fewer than 8 weeks, or reaches further than twice as many as it rests on. */
  rough: boolean;
  /** The chance that the rest is done within 1 week, 2 weeks, and so on, each from 0 to 1; up to 0.85 and to the deadline. */
  chances: number[];
}

/** A place in the data and a sentence about it. */
export interface Problem {
  /** Where: `weeks[3].planned`, `line 3, column 7`, or empty for the goal as a whole. */
  path: string;
  /** What, and how to mend it. */
  message: string;
}

/** What is thrown for a goal that cannot be read: its message is all problems, a line each. */
export interface GoalError extends Error {
  /** Each with its place in the data. */
  problems: Problem[];
}

/** How a goal is shown. */
export interface ShowOptions {
  /** The picture; else the goal's own `view`, else `weekly`. */
  view?: View;
  /**
   * The colours; else the goal's own `theme`, else `auto`: for `toSvg` light or dark as the reader's system, for `toHtml`
   * and `toElement` the text colour of the page around it.
   */
  theme?: Theme;
  /** The language of labels, as a BCP 47 tag; else the goal's own `lang`, else English. */
  lang?: string;
  /** A CSS font family list; `system-ui, sans-serif` if nothing is said. */
  font?: string;
  /** `rtl` mirrors the picture, for pages that are read from right to left. */
  direction?: "ltr" | "rtl";
  /** The width of a text in CSS px, where you know your font better than an estimate does. `size` is in CSS px. */
  measureText?: (text: string, font: { size: number; bold: boolean }) => number;
}

/** How a picture is drawn. */
export interface PictureOptions extends ShowOptions {
  /** Width in CSS px, 240 to 1,600; 640 if nothing is said. The height follows from view and width. */
  width?: number;
}

/**
 * All numbers of a goal: an object, or JSON text.
 * @throws {GoalError}
 */
export function progress(goal: Goal | string): Progress;

/**
 * What is wrong with a goal, and what is doubtful; in the words of the goal's language, else of `lang`.
 * Without problems, the goal can be drawn. It does not throw.
 */
export function check(goal: Goal | string, options?: { lang?: string }): { problems: Problem[]; warnings: Problem[] };

/**
 * The picture as an SVG document with title and description.
 * @throws {GoalError}
 */
export function toSvg(goal: Goal | string, options?: PictureOptions): string;

/**
 * A `<figure>` that needs no script: the picture, how it stands in words, and the table. For feeds and mails as well.
 * @throws {GoalError}
 */
export function toHtml(goal: Goal | string, options?: PictureOptions): string;

/**
 * A `<goal-post>` that can be read before any script has arrived, holding data and picture; with `goalpost/auto` on the
 * page, the widget takes its place in the same box.
 * @throws {GoalError}
 */
export function toElement(goal: Goal | string, options?: ShowOptions): string;
