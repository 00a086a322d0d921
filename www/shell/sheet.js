// Makes a style sheet from text, without a <style> element, which a content security policy may forbid.

/** @param {string} text */
export function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
