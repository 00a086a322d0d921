// Decodes the bytes of an exported table: UTF-8, UTF-16, or the encodings of older spreadsheets.

/**
 * The first bytes of a file, and the encoding that they mark.
 * @type {[number[], string][]}
 */
const MARKS = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const begins = (bytes, mark) => mark.every((byte, at) => bytes[at] === byte);

function decoded(bytes, encoding) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Plain text in UTF-16 has a zero in every other byte. */
function isWide(bytes) {
  const head = bytes.subarray(0, 400);
  const zeros = (odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  if (zeros(1) * 4 > head.length) return "utf-16le";
  return zeros(0) * 4 > head.length ? "utf-16be" : undefined;
}

/** Whether bytes beyond ASCII come in pairs, as Hangul does in EUC-KR. Letters of western texts stand alone. */
function isPaired(bytes) {
  let paired = 0;
  let single = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] < 0x80) continue;
    if (bytes[at + 1] >= 0xa1) {
      paired++;
      at++;
    } else {
      single++;
    }
  }
  return paired > single;
}

/**
 * The text of a file, and the encoding that was used.
 * @param {Uint8Array} bytes
 * @param {string} [named] the encoding, if the caller knows it
 * @returns {{ text?: string, encoding?: string, problem?: "workbook" | "encoding" }}
 * @throws {RangeError} if no encoding has that name
 */
export function decode(bytes, named) {
  if (begins(bytes, ZIP)) return { problem: "workbook" };
  const marked = MARKS.find(([mark]) => begins(bytes, mark))?.[1] ?? isWide(bytes);
  const legacy = isPaired(bytes) ? ["euc-kr", "windows-1252"] : ["windows-1252"];
  for (const encoding of named ? [named] : marked ? [marked] : ["utf-8", ...legacy]) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  return { problem: "encoding" };
}
