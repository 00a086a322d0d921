// Saves a goal's picture as SVG, exactly as it stands in the page. Fetched only when a reader asks for it.
//
// The core draws once more, and what it asks the canvas for is written down: the same marks, colours and fonts, with the
// texts as text.

const NAMESPACE = "http://www.w3.org/2000/svg";
const ANCHORS = { start: "start", center: "middle", end: "end" };
/** The core draws in sixteenths of a CSS px. */
const UNIT = 1 / 16;

function element(name, attributes, text) {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  // What XML cannot hold, control characters, no reader sees.
  if (text) made.textContent = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
  return made;
}

/** Which colour is meant, as `[red, green, blue, alpha]`, whichever way CSS may write it. */
function channels(colour) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d");
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

/** The colour that the picture stands on: the one that is chosen, else the first behind it, else the browser's. */
function ground(host) {
  const probe = getComputedStyle(host.shadowRoot.querySelector(".probe"));
  const behind = [probe.borderLeftColor];
  for (let next = host; next; next = next.parentElement ?? next.getRootNode().host) behind.push(getComputedStyle(next).backgroundColor);
  const [red, green, blue] = behind.map(channels).find(([, , , alpha]) => alpha > 127) ?? channels(probe.outlineColor);
  return `rgb(${red},${green},${blue})`;
}

/** How far below the middle of its line a text's baseline is; not every reader of SVG knows of middles. */
function drop(context, text) {
  const ascent = () => context.measureText(text).actualBoundingBoxAscent;
  const [before, middle] = [context.textBaseline, ascent()];
  context.textBaseline = "alphabetic";
  const dropped = ascent() - middle;
  context.textBaseline = before;
  return dropped;
}

/** What `draw` draws on a canvas, as SVG elements. */
function record(context, draw) {
  const marks = [];
  const add = (...mark) => marks.push(element(...mark));
  let path;
  const heard = {
    beginPath: () => (path = ""),
    moveTo: (x, y) => (path += `M${x} ${y}`),
    lineTo: (x, y) => (path += `L${x} ${y}`),
    closePath: () => (path += "Z"),
    fill: () => add("path", { d: path, fill: context.fillStyle }),
    stroke: () => add("path", { d: path, fill: "none", stroke: context.strokeStyle, "stroke-width": context.lineWidth, "stroke-linejoin": context.lineJoin }),
    fillRect: (x, y, width, height) => add("rect", { x, y, width, height, fill: context.fillStyle }),
    fillText(text, x, y) {
      const [, bold, size, family] = /^(bold |700 )?.*?([\d.]+)px (.*)$/.exec(context.font);
      const font = { "font-family": family, "font-size": size, ...(bold && { "font-weight": "bold" }) };
      const place = { x, y: Math.round(y + drop(context, text)), "text-anchor": ANCHORS[context.textAlign] };
      add("text", { ...place, ...font, fill: context.fillStyle }, text);
    },
  };
  for (const [name, hear] of Object.entries(heard)) {
    context[name] = (...given) => {
      hear(...given);
      CanvasRenderingContext2D.prototype[name].apply(context, given);
    };
  }
  try {
    draw();
  } finally {
    for (const name of Object.keys(heard)) delete context[name];
  }
  return marks;
}

/** The picture of an element as the text of an SVG file; `draw` draws it once more. */
function picture(host, draw) {
  const root = host.shadowRoot;
  const canvas = root.querySelector("canvas");
  const marks = record(canvas.getContext("2d"), draw);
  const [width, height] = [canvas.style.width, canvas.style.height].map(parseFloat);
  const lang = root.querySelector(".goal").lang;
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", lang, "xml:lang": lang, direction: "ltr" });
  const drawing = element("g", { transform: `scale(${UNIT})` });
  drawing.append(...marks);
  svg.append(
    element("title", {}, canvas.getAttribute("aria-label")),
    element("desc", {}, root.querySelector(".summary").textContent),
    element("rect", { width: "100%", height: "100%", fill: ground(host) }),
    drawing,
  );
  return new XMLSerializer().serializeToString(svg);
}

/** Hands the picture to the browser as a file. */
export function save(host, draw) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([picture(host, draw)], { type: "image/svg+xml" }));
  link.download = `${host.shadowRoot.querySelector(".goal").getAttribute("aria-label")}.svg`;
  link.click();
  // By then every browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
