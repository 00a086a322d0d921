// Replaces the one function of node:path that the readers use.

/** @param {string} name */
export const extname = (name) => /\.[^./\\]+$/.exec(name)?.[0] ?? "";
