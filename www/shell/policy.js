// Whether a content security policy forbids WebAssembly. Trying it is no option: the browser reports each attempt, on
// the console and to the address that the policy names.

/**
 * The directive of a policy that forbids it. A policy without any scripts cannot be that of a page in which this runs.
 * @param {string} policy
 */
export function forbids(policy) {
  const [sources] = /script-src\s[^;]*/i.exec(policy) ?? /default-src\s[^;]*/i.exec(policy) ?? [];
  return sources && !/unsafe-eval'|'none'/i.test(sources) && sources;
}

/** The error for it. @param {string} sources */
export const forbidden = (sources) => new Error(`the policy of this page lacks 'wasm-unsafe-eval': ${sources}`);
