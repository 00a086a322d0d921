// Reads and writes files, standard input and output.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Misuse } from "./misuse.js";

/** The bytes of a file, or of standard input for `-`. */
export function bytesOf(file) {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    throw new Misuse(`${file}: ${error.code === "ENOENT" ? "there is no such file" : error.message}`);
  }
}

export const textOf = (file) => bytesOf(file).toString("utf8");

export function write(file, content) {
  if (!file || file === "-") {
    process.stdout.write(content);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
