// Decodes pages and feeds. Only UTF-8 can be written back without changing the rest of the file.

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** The number of bytes in which browsers look for the name of an encoding. */
const PRESCAN = 1024;
const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;
const XML = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i;

/** The encoding that browsers use for a name. They ignore unknown names. */
function encodingOf(label = "") {
  try {
    const { encoding } = new TextDecoder(label || "utf-8");
    // A page that names its encoding in ASCII cannot be in UTF-16.
    return encoding.startsWith("utf-16") ? "utf-8" : encoding;
  } catch {
    return "utf-8";
  }
}

const isUtf16 = (bytes) => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/**
 * Whether a file may contain goals, judged by its bytes. Most files of a site contain none and need no parsing.
 * @param {Buffer} bytes
 */
export function mayHoldGoals(bytes) {
  return /goal-?post/i.test(isUtf16(bytes) ? bytes.toString("latin1").replaceAll("\0", "") : bytes.toString("latin1"));
}

/**
 * The text of a file without its byte order mark, or the name of the encoding that cannot be read.
 * @param {Buffer} bytes
 * @param {{ isFeed?: boolean }} kind
 * @returns {{ text?: string, mark?: string, encoding?: string }}
 */
export function textOf(bytes, { isFeed = false } = {}) {
  if (isUtf16(bytes)) return { encoding: "UTF-16" };
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const head = bytes.toString("latin1", 0, PRESCAN).replace(/<!--[\s\S]*?-->/g, "");
  const encoding = isMarked ? "utf-8" : encodingOf((isFeed ? XML : META).exec(head)?.[1]);
  if (encoding !== "utf-8") return { encoding };
  try {
    const text = utf8.decode(bytes);
    return isMarked ? { text: text.slice(1), mark: "\ufeff" } : { text, mark: "" };
  } catch {
    return { encoding: "another encoding" };
  }
}
