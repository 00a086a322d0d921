// The fonts of the reference pictures: Noto Sans in its Latin, Korean and Arabic parts, from npm, so that they are the
// same on every machine.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const PACKAGES = ["noto-sans", "noto-sans-kr", "noto-sans-arabic"].map((name) => `@fontsource-variable/${name}`);
const folder = (name) => dirname(require.resolve(`${name}/package.json`));

/** The value of `font-family`, without a generic family, which would depend on the machine. */
export const family = '"Noto Sans Variable", "Noto Sans KR Variable", "Noto Sans Arabic Variable"';

/** A font file, for a page that loads a font by itself. */
export const latin = join(folder(PACKAGES[0]), "files/noto-sans-latin-wght-normal.woff2");

/** Serves the fonts to a page, as `fonts/…` beside its own address. */
export async function serveFonts(page) {
  for (const name of PACKAGES) {
    await page.route(`**/fonts/${name}/**`, (route) => {
      const [, path] = new URL(route.request().url()).pathname.split(`/fonts/${name}/`);
      return route.fulfill({ path: join(folder(name), path) });
    });
  }
}

/** Markup that declares the fonts. */
export const declared = PACKAGES.map((name) => `<link rel="stylesheet" href="fonts/${name}/index.css">`).join("");

/** Runs in the page: loads every part of the fonts before the first picture is drawn. */
export async function loadFonts() {
  await Promise.all([...document.fonts].map((face) => face.load()));
}

/** The characters that the fonts have, as pairs of first and last code point. */
const ranges = PACKAGES.flatMap((name) => {
  const css = readFileSync(join(folder(name), "index.css"), "utf8");
  const all = [...css.matchAll(/unicode-range: ([^;]+);/g)].flatMap(([, list]) => list.split(","));
  return all.map((range) => {
    const [first, last = first] = range.trim().slice(2).split("-");
    return [parseInt(first, 16), parseInt(last, 16)];
  });
});

/** The characters of a text that the fonts lack. */
export function missing(text) {
  const has = (code) => ranges.some(([first, last]) => code >= first && code <= last);
  return [...new Set(text)].filter((character) => !has(character.codePointAt(0)));
}
