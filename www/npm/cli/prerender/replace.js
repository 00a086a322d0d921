// Replaces a file in one step. Readers always see the old or the new file, even if the run is killed.

import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { threadId } from "node:worker_threads";

const LEFTOVER = /^\.goalpost-(\d+)-\d+\.tmp$/;

/** Whether a file is read-only. A rename would replace it all the same. @param {string} file */
export const isReadOnly = (file) => (statSync(file).mode & 0o222) === 0;

/** @param {string} file @param {string} text */
export function replace(file, text) {
  const mode = statSync(file).mode & 0o7777;
  // In the same folder, because a rename works only within one file system.
  const temporary = join(dirname(file), `.goalpost-${process.pid}-${threadId}.tmp`);
  try {
    writeFileSync(temporary, text);
    // The umask narrows the mode of a new file.
    chmodSync(temporary, mode);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Whether a killed run has left this file. @param {string} file */
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
