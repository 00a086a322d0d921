// Says how far a long run is, on a stream beside its output; a short run says nothing.

const PATIENCE_MS = 1000;

/**
 * Makes the function that is told how many of `total` are done.
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
      // A terminal's line is written over; a log gets lines.
      stream.write(stream.isTTY ? `\r${done} of ${total} files` : `${done} of ${total} files\n`);
      open = Boolean(stream.isTTY);
    }
    if (done === total && open) stream.write("\r\x1b[K");
  };
}
