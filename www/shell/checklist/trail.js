// The names above a place, from the outermost inwards: names that apply within an element, and the headings so far.

/**
 * @typedef {object} Name a name above entries
 * @property {string} key its level: names of the same key are siblings
 * @property {string} text
 * @property {number} [rank] of a heading
 * @property {Name[]} path the names above it
 * @property {string[]} listed the items of unmarked lists under it
 */

export class Trail {
  /**
   * @param {{ around?: Name[], ends?: boolean, inItem?: boolean }} place the names around it; whether a heading here
   *   may end the section; whether it is in an entry of a list
   */
  constructor({ around = [], ends = false, inItem = false } = {}) {
    this.around = around;
    this.ends = ends;
    this.inItem = inItem;
    /** @type {Name[]} */
    this.headings = [];
  }

  /** @returns {Name[]} */
  get names() {
    return [...this.around, ...this.headings];
  }

  /** Adds a heading. It ends earlier headings of its rank and below. */
  add(heading) {
    this.headings = this.headings.filter(({ rank = 0 }) => rank < heading.rank);
    heading.path = this.names;
    this.headings.push(heading);
  }

  /** A name for the contents of an element here. */
  name(tag, text) {
    const path = this.names;
    return { key: `${tag}${path.filter(({ key }) => key.startsWith(tag)).length}`, text, path, listed: [] };
  }

  /** The place inside an element whose headings apply only within it. */
  open({ ends = this.ends } = {}) {
    return new Trail({ around: this.names, ends, inItem: this.inItem });
  }

  /** The place under a name. */
  under(name, { inItem = this.inItem } = {}) {
    return new Trail({ around: [...this.names, name], inItem });
  }
}
