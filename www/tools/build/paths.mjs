// Where things are in the repository.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the repository. */
export const top = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * A path below the top of the repository.
 * @param {string[]} path
 */
export const at = (...path) => join(top, ...path);

/**
 * A path in the package that is built.
 * @param {string[]} path
 */
export const dist = (...path) => at("dist", ...path);
