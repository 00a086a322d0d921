// A social card: the picture of a goal in the middle of 1,200 × 630 px.

import { toSvg } from "../index.js";

const WIDTH = 1200;
const HEIGHT = 630;
/** Text is drawn at twice its size, because readers see a card as a small picture. */
const SCALE = 2;
const EDGE = 40;
const GROUNDS = { light: "#ffffff", dark: "#14171d" };

/**
 * @param {any} goal
 * @param {any} options of the picture; a card has a fixed theme, because it cannot follow a reader's
 */
export function cardOf(goal, options) {
  const theme = options.theme === "dark" ? "dark" : "light";
  const room = { width: (WIDTH - 2 * EDGE) / SCALE, height: (HEIGHT - 2 * EDGE) / SCALE };
  const svg = toSvg(goal, { ...options, theme, ...room });
  const size = (name) => Number(new RegExp(`^<svg[^>]*? ${name}="([\\d.]+)"`).exec(svg)?.[1]);
  const [width, height] = [size("width"), size("height")];
  const scale = Math.min(SCALE, (WIDTH - 2 * EDGE) / width, (HEIGHT - 2 * EDGE) / height);
  const place = { x: (WIDTH - width * scale) / 2, y: (HEIGHT - height * scale) / 2 };
  const placed = svg
    .replace(/^(<svg[^>]*?) width="[\d.]+"/, `$1 x="${place.x}" y="${place.y}" width="${width * scale}"`)
    .replace(/^(<svg[^>]*?) height="[\d.]+"/, `$1 height="${height * scale}"`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${GROUNDS[theme]}"/>${placed}</svg>\n`
  );
}
