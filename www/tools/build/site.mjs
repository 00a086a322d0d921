// Writes dist-site/: the folder that a site needs, and the same as a zip. A site with the whole package would publish
// its README as a page, and four times the bytes.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { zipSync } from "fflate";
import { FETCHED } from "../../npm/cli/init.js";
import { at, dist } from "./paths.mjs";

/** The earliest time that a zip can store, so that the same files give the same zip. */
const TIME = "1980-01-01T00:00:00";

export function writeSite() {
  const files = readdirSync(dist()).filter((name) => FETCHED.test(name));
  rmSync(at("dist-site"), { recursive: true, force: true });
  mkdirSync(at("dist-site/goalpost"), { recursive: true });
  for (const name of files) cpSync(dist(name), at("dist-site/goalpost", name));
  const entries = files.map((name) => [`goalpost/${name}`, readFileSync(dist(name))]);
  writeFileSync(at("dist-site/goalpost.zip"), zipSync(Object.fromEntries(entries), { level: 9, mtime: TIME }));
}
