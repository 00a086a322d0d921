// Runs the built command line in a folder of a test's files.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new folder with these files. */
export function folderOf(files) {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/**
 * Runs the command.
 * @param {string[]} args
 * @param {Record<string, string | Uint8Array>} files
 * @param {string | Uint8Array} input
 */
export function goalpost(args, files = {}, input = "") {
  const cwd = folderOf(files);
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd, input, encoding: "utf8" });
  const bytes = (name) => readFileSync(join(cwd, name));
  return { status, stdout, stderr, bytes, read: (name) => bytes(name).toString("utf8") };
}
