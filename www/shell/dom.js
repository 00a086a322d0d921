// The document's own methods. A name in the page, such as <img name=createElement>, shadows them on the document.

const { createElement, querySelectorAll } = globalThis.Document?.prototype ?? {};

/** @param {string} tag @returns {HTMLElement} */
export const create = (tag) => createElement.call(document, tag);

/** @param {string} selector @returns {NodeListOf<any>} */
export const all = (selector) => querySelectorAll.call(document, selector);
