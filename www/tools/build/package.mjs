// Adds the uncompiled files to the package: types, schema, include, manifest, licences.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { at, dist } from "./paths.mjs";

export function pack() {
  // The entry for Node and the command line are bundled.
  const isCopied = (path) => path !== at("www/npm/index.js") && path !== at("www/npm/cli");
  cpSync(at("www/npm"), dist(), { recursive: true, filter: isCopied });
  for (const licence of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(at(licence), dist(licence));
  cpSync(at("www/schema/goal.schema.json"), dist("schema.json"));
  cpSync(at("www/jekyll/_includes"), dist("jekyll"), { recursive: true });
  const manifest = JSON.parse(readFileSync(at("www/npm/package.json"), "utf8"));
  writeFileSync(dist("package.json"), `${JSON.stringify({ ...manifest, version: version() }, null, 2)}\n`);
}

/** Gives the package the version of the crate. */
function version() {
  const [, found] = /^version = "(.*)"$/m.exec(readFileSync(at("Cargo.toml"), "utf8")) ?? [];
  if (!found) throw new Error("Cargo.toml has no version");
  return found;
}
