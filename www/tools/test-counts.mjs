// Counts tests in the output of cargo, wasm-bindgen-test and node.

/**
 * @typedef {{ name: string, reason: string }} Skip a test or a step that did not run
 * @typedef {{ passed: number, failed: number, skipped: number, skips: Skip[] }} Counts `skips` lists those that the
 *   output names
 */

/** The lines with sums. A test that node cancels has failed; one that it marks as todo was not run. */
const SUMS = [
  /test result: .*?(?<passed>\d+) passed; (?<failed>\d+) failed; (?<skipped>\d+) ignored/g,
  /^ℹ pass (?<passed>\d+)$/gm,
  /^ℹ (?:fail|cancelled) (?<failed>\d+)$/gm,
  /^ℹ (?:skipped|todo) (?<skipped>\d+)$/gm,
];

/** The lines that name one test that did not run: of node's reporter "spec", and of cargo. */
const NAMES = [
  /^ *﹣ (?<name>.*) \([\d.]+ms\) # (?<reason>.*)$/gm,
  /^test (?<name>.*?) \.\.\. ignored(?:, (?<reason>.*))?$/gm,
];

/** No test. @returns {Counts} */
export const none = () => ({ passed: 0, failed: 0, skipped: 0, skips: [] });

/** The sum of two. @param {Counts} one @param {Counts} other @returns {Counts} */
export const add = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
  skips: [...one.skips, ...other.skips],
});

/** The matches of the named groups of some patterns. @param {RegExp[]} patterns @param {string} text */
const groupsOf = (patterns, text) =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(({ groups = {} }) => groups));

/** Counts the tests of an output. @param {string} output @returns {Counts} */
export function count(output) {
  const counts = none();
  for (const found of groupsOf(SUMS, output)) {
    for (const [key, value] of Object.entries(found)) counts[key] += Number(value ?? 0);
  }
  for (const { name, reason = "no reason is given" } of groupsOf(NAMES, output)) counts.skips.push({ name, reason });
  return counts;
}

/**
 * The counts of a finished step. A step fails without a failed test if its command
 * failed, or if it should have run tests and ran none.
 * @param {Counts} counts @param {{ ok: boolean, tests?: boolean }} step
 * @returns {Counts}
 */
export function judge(counts, { ok, tests = false }) {
  const isEmpty = tests && counts.passed + counts.skipped === 0;
  return { ...counts, failed: counts.failed || Number(!ok || isEmpty) };
}
