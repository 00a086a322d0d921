// Reports the progress of a long run to a stream other than the output. A short run reports nothing.

const PATIENCE_MS = 1000;

/**
 * Returns a function to call with the number of items done, out of `total`.
 * @param {number} total
 * @param {{ isTTY?: boolean, write: (text: string) => void }} stream
 * @param {() => number} now in ms
 */
export function reporter(total, stream, now = Date.now) {
  let said = now();
  let open = false;
  return (done) => {
    if (done < total && now() - said >= PATIENCE_MS) {
      said = now();
      // In a terminal, each report replaces the last one; a log gets lines.
      stream.write(stream.isTTY ? `\r${done} of ${total} files` : `${done} of ${total} files\n`);
      open = Boolean(stream.isTTY);
    }
    if (done === total && open) stream.write("\r\x1b[K");
  };
}
