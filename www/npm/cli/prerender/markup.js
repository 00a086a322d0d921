// The text of an XML element, and the place of each character in the file: some are written as references,
// some in CDATA sections.

const PART =
  /<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&(?<reference>#?\w+);|(?<plain>[^<&]+)/g;
const NAMED = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' };
const [OPEN, CLOSE] = ["<![CDATA[", "]]>"];

/** @typedef {{ at: number, from: number, length: number, width: number, isCdata: boolean }} Run */

/** The character of a reference such as `lt` or `#60`. */
function meant(reference) {
  const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(reference) ?? [];
  if (!hex && !decimal) return NAMED[reference] ?? `&${reference};`;
  return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
}

/** Replaces references such as `&lt;` in an XML text by their characters. @param {string} xml */
export const unescaped = (xml) => xml.replace(/&(#?\w+);/g, (_, reference) => meant(reference));

export class Markup {
  text = "";
  /** @type {Run[]} */
  #runs = [];

  /** @param {string} xml @param {number} start @param {number} end */
  constructor(xml, start, end) {
    this.start = start;
    this.end = end;
    for (const { 0: whole, index, groups } of xml.slice(start, end).matchAll(PART)) {
      const { cdata, reference, plain } = groups ?? {};
      if (cdata) this.#add(cdata, start + index + OPEN.length, cdata.length, true);
      else if (reference) this.#add(meant(reference), start + index, whole.length, false);
      else if (plain) this.#add(plain, start + index, plain.length, false);
    }
  }

  /** @param {string} text @param {number} from @param {number} width in the file @param {boolean} isCdata */
  #add(text, from, width, isCdata) {
    this.#runs.push({ at: this.text.length, from, length: text.length, width, isCdata });
    this.text += text;
  }

  /** The place of a character in the file. @param {number} offset */
  placeOf(offset) {
    const run = this.#runs.find(({ at, length }) => offset < at + length);
    if (!run) return { place: this.end, isCdata: false };
    return { place: run.from + (run.length === run.width ? offset - run.at : 0), isCdata: run.isCdata };
  }

  /** The end in the file of the character before an offset. @param {number} offset */
  #endOf(offset) {
    const run = this.#runs.findLast(({ at }) => at < offset);
    if (!run) return { place: this.start, isCdata: false };
    const { at, from, length, width, isCdata } = run;
    return { place: length === width ? from + offset - at : from + width, isCdata };
  }

  /** The edits of the file that make these edits of the text. @param {import("./edits.js").Edit[]} edits */
  edits(edits) {
    return edits.map(({ start, end, text }) => {
      const first = this.placeOf(start);
      const last = end > start ? this.#endOf(end) : first;
      const written = first.isCdata
        ? text.replaceAll(CLOSE, `]]${CLOSE}${OPEN}>`)
        : text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
      const between = first.isCdata === last.isCdata ? "" : first.isCdata ? CLOSE : OPEN;
      return { start: first.place, end: last.place, text: written + between };
    });
  }
}
