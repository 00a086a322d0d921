// A style sheet that is made from its text without a style element, which policies may forbid.

export function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
