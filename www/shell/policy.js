// Whether a content security policy forbids WebAssembly. To try is no way to find out: each attempt is reported, on the
// console and to whomever the policy names.

/**
 * The directive of a policy that forbids it. One that allows no script at all is not that of a page in which this runs.
 * @param {string} policy
 */
export function forbids(policy) {
  const [sources] = /script-src\s[^;]*/i.exec(policy) ?? /default-src\s[^;]*/i.exec(policy) ?? [];
  return sources && !/unsafe-eval'|'none'/i.test(sources) && sources;
}

/** What to say of it. @param {string} sources */
export const forbidden = (sources) => new Error(`the policy of this page lacks 'wasm-unsafe-eval': ${sources}`);
