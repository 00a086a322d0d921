// Adds the uncompiled files to the package: types, schema, include, manifest, licences.

import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { at, dist } from "./paths.mjs";

export function pack() {
  // The entry for Node and the command line are bundled.
  const isCopied = (path) => path !== at("www/npm/index.js") && path !== at("www/npm/cli");
  cpSync(at("www/npm"), dist(), { recursive: true, filter: isCopied });
  for (const licence of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(at(licence), dist(licence));
  cpSync(at("www/schema/goal.schema.json"), dist("schema.json"));
  cpSync(at("www/jekyll/_includes"), dist("jekyll"), { recursive: true });
  const { version, integrity } = release();
  const readme = readFileSync(at("www/npm/README.md"), "utf8");
  writeFileSync(dist("README.md"), readme.replaceAll("{{version}}", version).replaceAll("{{integrity}}", integrity));
  const manifest = JSON.parse(readFileSync(at("www/npm/package.json"), "utf8"));
  writeFileSync(dist("package.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
}

/** What a page needs to take the widget from a CDN: the version, which is the crate's, and the hash of the one file. */
export function release() {
  const [, found] = /^version = "(.*)"$/m.exec(readFileSync(at("Cargo.toml"), "utf8")) ?? [];
  if (!found) throw new Error("Cargo.toml has no version");
  const hash = createHash("sha384")
    .update(readFileSync(dist("goalpost.standalone.js")))
    .digest("base64");
  return { version: found, integrity: `sha384-${hash}` };
}
