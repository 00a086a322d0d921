// Runs after all browser tests: their pages made no request to another host, unless the test named it, and our scripts
// stored and sent nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { report } from "../../www/tools/report.mjs";
import { logs } from "../../www/tools/witness.mjs";

/** Hosts that the tests name themselves: this machine under another name, which `data-origins` allows or not. */
const NAMED = ["127.0.0.1", "localhost", "goals.test"];
/** What needs no host. */
const HOSTLESS = ["data:", "blob:", "file:", "about:"];

const all = logs();

test("there is something to look at", () => {
  assert.ok(all.length >= 20, `${all.length} files have kept what they asked for: run tests/browser first`);
});

test("no request goes to another host, none carries a cookie, none sends anything", () => {
  const wrong = [];
  const kinds = new Map();
  for (const [file, { requests }] of all) {
    for (const [key, count] of Object.entries(requests)) {
      const [method, type, origin] = key.split(" ");
      const isKnown = NAMED.includes(origin) || HOSTLESS.includes(origin);
      if (method !== "GET" || type === "ping" || !isKnown) wrong.push(`${file}: ${key}`);
      const kind = `${type} ${HOSTLESS.includes(origin) ? origin : "own host"}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    }
  }
  assert.deepEqual(wrong, []);
  const rows = [...kinds].sort().map(([kind, count]) => [...kind.split(/ (.*)/).slice(0, 2), count]);
  report("requests", { title: "Requests of all browser tests", columns: ["type", "to", "count"], rows });
});

test("our scripts use no cookie, no storage and no beacon", () => {
  assert.deepEqual(
    all.flatMap(([file, { uses }]) => uses.map((use) => `${file}: ${use}`)),
    [],
  );
});
