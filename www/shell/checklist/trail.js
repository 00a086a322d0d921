// The names around a place, from the outermost on: those that hold as far as an element does, and the headings so far.

/**
 * @typedef {object} Name what stands over entries
 * @property {string} key its level: names of one key are beside each other
 * @property {string} text
 * @property {number} [rank] of a heading
 * @property {Name[]} path what it stands in itself
 * @property {string[]} listed the items of lists without marks that are under it
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

  /** Adds a heading, which ends those of its rank and below. */
  add(heading) {
    this.headings = this.headings.filter(({ rank = 0 }) => rank < heading.rank);
    heading.path = this.names;
    this.headings.push(heading);
  }

  /** A name for what is inside of an element here. */
  name(tag, text) {
    const path = this.names;
    return { key: `${tag}${path.filter(({ key }) => key.startsWith(tag)).length}`, text, path, listed: [] };
  }

  /** The place inside of an element whose headings hold no further than it does. */
  open({ ends = this.ends } = {}) {
    return new Trail({ around: this.names, ends, inItem: this.inItem });
  }

  /** The place under a name. */
  under(name, { inItem = this.inItem } = {}) {
    return new Trail({ around: [...this.names, name], inItem });
  }
}
