// Replaces a file in one step: whoever reads it, and whenever the run is ended, it is the old one or the new one.

import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { threadId } from "node:worker_threads";

const LEFTOVER = /^\.goalpost-(\d+)-\d+\.tmp$/;

/** Why a file must not be replaced, if it must not: to rename another to its name would work. @param {string} file */
export const isReadOnly = (file) => (statSync(file).mode & 0o222) === 0;

/** @param {string} file @param {string} text */
export function replace(file, text) {
  const mode = statSync(file).mode & 0o7777;
  // Beside the file: only within one file system a file can be renamed.
  const temporary = join(dirname(file), `.goalpost-${process.pid}-${threadId}.tmp`);
  try {
    writeFileSync(temporary, text);
    // What a file is made with is narrowed by the umask.
    chmodSync(temporary, mode);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Whether a file was left by a run that was killed. @param {string} file */
export function isLeftover(file) {
  const [, pid] = LEFTOVER.exec(basename(file)) ?? [];
  if (!pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
