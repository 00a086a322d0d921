// Pages of goalpost alone: one goal in sight, one far below, a static figure, many goals, none. Each links the
// package's files as the README says; dist/ is beside them.

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toElement } from "../../dist/index.js";
import { eager, lazy } from "./systems/goalpost.mjs";

/** A goal of a number of weeks, as JSON, with integers that differ from week to week. */
export function goal(weeks) {
  const planned = Array.from({ length: weeks }, (_, week) => 4 + ((week * 5) % 7));
  const done = planned.map((plan, week) => plan - [0, 2, 1, -1, 3, -2, 0][week % 7]);
  return JSON.stringify({ title: "Kubernetes", unit: "lectures", planned, done });
}

/** The pages' names. */
export const NEAR = "near.html";
export const EAGER = "eager.html";
export const FAR = "far.html";
export const FIGURE = "figure.html";
export const EMPTY = "empty.html";
export const manyGoals = (count) => `goals-${count}.html`;

const page = (body, { head = [] } = {}) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Goals</title>
<link rel="icon" href="data:,">
${[...head, '<link rel="stylesheet" href="/goalpost/goalpost.css">'].join("\n")}
<body style="width: 720px; font: 16px/1.5 sans-serif">
${body}
<script type="module" src="/goalpost/goalpost.js"></script>
`;

/** Writes the pages, and the package, to an empty folder. */
export function writeOwn(root) {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync(fileURLToPath(new URL("../../dist", import.meta.url)), join(root, "goalpost"), { recursive: true });
  const one = lazy.embed(goal(5));
  const pages = {
    [NEAR]: page(one),
    [EAGER]: page(one, eager),
    [FAR]: page(`<div style="height: 5000px">Far above the goal</div>${one}`),
    [FIGURE]: page(toElement(goal(5), { theme: "light" })),
    [EMPTY]: page(""),
    ...Object.fromEntries([100, 200].map((count) => [manyGoals(count), page(one.repeat(count))])),
  };
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(root, name), text);
}
