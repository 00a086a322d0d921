// The folders of the repository.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const top = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * A path from the root of the repository.
 * @param {string[]} path
 */
export const at = (...path) => join(top, ...path);

/**
 * A path in the built package.
 * @param {string[]} path
 */
export const dist = (...path) => at("dist", ...path);
