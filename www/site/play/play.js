// The playground: one written goal, shown as a form, as text and as pictures.

import { toSvg } from "../../npm/index.js";
import { COPIES, copyText } from "./copies.js";
import { form } from "./form.js";
import { counted, inWeeks, read, write } from "./goal.js";
import { past } from "./past.js";
import { show, tell } from "./preview.js";
import { fromFragment, toFragment } from "./share.js";

/** @import { Written } from "./share.js" */

const AMOUNTS = { planned: [6, 8, 6, 4], done: [6, 6, 6, 2] };
const EXAMPLES = {
  en: { title: "Kubernetes", unit: "lecture|lectures", ...AMOUNTS },
  ko: { title: "쿠버네티스 기초 정복", unit: "강", ...AMOUNTS },
};

const find = (id) => /** @type {any} */ (document.getElementById(id));
const words = JSON.parse(find("words").textContent);
const lang = document.documentElement.lang;

/** The goal as it is written. @type {Written} */
let written = { kind: "json", text: "" };
/** The goal in `written`, or undefined if it cannot be drawn. @type {any} */
let goal;
/** The value of `written`, even if it is not a goal. @type {any} */
let value;
/** The editor, once it is loaded. @type {ReturnType<typeof import("./editor.js").edit> | undefined} */
let editor;
/** @type {{ line: number, message: string, isWarning: boolean }[]} */
let problems = [];

const steps = past();
const sheet = form(words, (next, place) => change({ ...written, text: write(next, written.kind) }, place, "form"));

/**
 * Makes a written goal the page's goal.
 * @param {Written} next
 * @param {string} place where it was changed: two successive changes there are undone together
 * @param {string} [from] the part of the page that shows it already
 */
function change(next, place, from) {
  steps.push(next, place);
  draw(next, from);
}

/** @param {Written} next @param {string} [from] */
function draw(next, from) {
  written = next;
  const result = read(written, lang);
  ({ goal, value, problems } = result);
  const rows = goal && inWeeks(goal);
  // While a field has an error, its form stays.
  if (from !== "form") {
    find("rows").hidden = !rows;
    const isObject = goal?.constructor === Object;
    for (const id of ["title", "unit"]) find(id).disabled = !isObject;
    if (isObject) sheet.show(rows ?? goal);
  }
  if (rows || from !== "form") {
    find("counted").hidden = Boolean(rows);
    find("why").textContent = goal?.tasks ? words.tasks : words.notRows;
    find("count").hidden = !goal?.tasks;
  }
  if (from !== "editor") editor?.set(written);
  find("kind").value = written.kind;
  editor?.tell(problems);
  say(problems);
  find("undo").disabled = !steps.canUndo;
  find("redo").disabled = !steps.canRedo;
  see();
  keep();
}

/** Lists the problems, each with its line. An unchanged list is not announced again. */
function say(problems) {
  const said = problems.map(({ line, message }) => `${words.line} ${line}: ${message}`);
  const lines = said.length > 0 ? said : [words.fine];
  const list = find("problems");
  list.className = problems.some(({ isWarning }) => !isWarning) ? "bad" : "";
  if (lines.join("\n") === [...list.children].map((entry) => entry.textContent).join("\n")) return;
  const entries = lines.map((line) => Object.assign(document.createElement("p"), { textContent: line }));
  list.replaceChildren(...entries);
}

/** Shows the pictures and the texts to copy. */
function see() {
  const { theme, view, width } = Object.fromEntries(["theme", "view", "width"].map((id) => [id, find(id).value]));
  const room = find("shown");
  if (value?.constructor === Object) show(room, value, { themes: theme.split(" "), view, width });
  else tell(room, problems);
  for (const id of ["svg", "png", "copy"]) find(id).disabled = !goal;
  find("snippet").firstElementChild.textContent = goal ? copyText(find("target").value, goal, RELEASE) : "";
}

let turn = 0;
/** Stores the goal in the address. Of several changes, only the last one is written. */
async function keep() {
  const mine = ++turn;
  const fragment = await toFragment(written);
  if (mine === turn) history.replaceState(null, "", fragment);
}

function step(next) {
  if (next) draw(next);
}

async function copy(text, said) {
  find("said").textContent = "";
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  find("said").textContent = isCopied ? said : words.notCopied;
}

function save(blob, extension) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `goal.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const svg = () => toSvg(goal, { theme: find("theme").value.split(" ")[0], view: find("view").value || undefined });

async function savePng() {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg())}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width * 2, height: image.height * 2 });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(blob, "png"));
}

async function readPasted() {
  const { readPaste } = await import("./paste.js");
  const { goal: next, said } = readPaste(find("paste").value, lang);
  const lines = said.map((line) => Object.assign(document.createElement("p"), { textContent: line }));
  find("heard").replaceChildren(...lines);
  if (next) change({ ...written, text: write(JSON.parse(JSON.stringify(next)), written.kind) }, "paste");
}

function listen() {
  find("target").append(...Object.entries(COPIES).map(([key, { name }]) => new Option(name, key)));
  for (const id of ["theme", "view", "width", "target"]) find(id).addEventListener("change", see);
  find("undo").addEventListener("click", () => step(steps.undo()));
  find("redo").addEventListener("click", () => step(steps.redo()));
  document.querySelector(".form")?.addEventListener("keydown", (given) => {
    const event = /** @type {KeyboardEvent & { target: Element }} */ (given);
    // The editor and the field for a paste have an undo of their own.
    if (event.target.closest("#editor, #paste") || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    step(key === "y" || event.shiftKey ? steps.redo() : steps.undo());
  });
  find("kind").addEventListener("change", () => {
    const kind = find("kind").value;
    // A goal with errors cannot be converted.
    if (goal) change({ kind, text: write(goal, kind) }, "kind");
    else find("kind").value = written.kind;
  });
  find("count").addEventListener("click", () => {
    change({ ...written, text: write(counted(goal), written.kind) }, "count");
    find("rows").querySelector("input").focus();
  });
  find("read").addEventListener("click", readPasted);
  // A paste is read at once; typed text waits for the button.
  find("paste").addEventListener("paste", () => setTimeout(readPasted));
  find("svg").addEventListener("click", () => save(new Blob([svg()], { type: "image/svg+xml" }), "svg"));
  find("png").addEventListener("click", savePng);
  find("copy").addEventListener("click", () => copy(find("snippet").textContent, words.copied));
  find("share").addEventListener("click", async () => {
    const { href } = new URL(await toFragment(written), location.href);
    await copy(href, words.shared);
  });
  addEventListener("hashchange", open);
}

/** Opens the goal in the address, else the example. */
async function open() {
  const example = () => ({ kind: /** @type {const} */ ("json"), text: write(EXAMPLES[lang], "json") });
  const found = await fromFragment(location.hash).catch(() => {
    find("heard").textContent = words.gone;
    return undefined;
  });
  change(found ?? example(), "open");
}

if (matchMedia("(prefers-color-scheme: dark)").matches) find("theme").value = "dark";
listen();
await open();
const { edit } = await import("./editor.js");
editor = edit(find("editor"), {
  label: words.text,
  changed: (text) => change({ ...written, text }, "editor", "editor"),
});
editor.set(written);
editor.tell(problems);
document.documentElement.dataset.ready = "";
