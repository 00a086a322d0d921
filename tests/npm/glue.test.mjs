// The build's rewriting of wasm-bindgen's glue, and its failure if the glue is not as expected.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { makeInstantiable, shorten } from "../../www/tools/build/glue.mjs";

/** Glue as wasm-bindgen writes it, with a function that the module does not use. */
const GLUE = `
import * as import1 from "./snippets/table.js";
export class Widget {
  draw() { return wasm.widget_draw(2) + memory(); }
}
function __wbg_get_imports() {
  const import0 = {
    __proto__: null,
    __wbg_add_1f: function (one, other) { return one + other; },
    __wbg_unused_2e: function () {},
    "__wbg_log_3d": function () {},
  };
  return { __proto__: null, "./core_bg.js": import0, "./snippets/table.js": import1 };
}
function memory() { return wasm.memory.buffer.byteLength; }
function makeClosure(arg0, f) { return () => f(arg0); }
export function listener() { return makeClosure(2, (at) => wasm.widget_draw(at)); }
let wasm;
function __wbg_finalize_init(instance) { wasm = instance.exports; }
async function __wbg_init() { throw new Error("not needed"); }
export { __wbg_init as default };
`;

/** The module with shortened names. */
const MODULE = `(module
  (import "a" "x" (func $add (param i32 i32) (result i32)))
  (import "a" "y" (func $log))
  (import "a" "z" (func $begin (result i32)))
  (memory (export "m") 1)
  (func (export "d") (param i32) (result i32) (call $log) (call $add (local.get 0) (call $begin)))
  (func (export "f")))`;

/** @type {import("../../www/tools/build/glue.mjs").Renamed} */
const RENAMED = {
  imports: [
    ["./core_bg.js", "__wbg_add_1f", "x"],
    ["./core_bg.js", "__wbg_log_3d", "y"],
    ["./snippets/table.js", "begin", "z"],
  ],
  exports: [
    ["memory", "m"],
    ["widget_draw", "d"],
    ["__wbindgen_free", "f"],
  ],
};

const NAMES = {
  returned: { imports: "__wbg_get_imports", finish: "__wbg_finalize_init", Widget: "Widget", listener: "listener" },
  closures: "makeClosure",
  dropped: ["__wbg_init"],
};

/** Compiles a module from its text. */
function compile(text) {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  try {
    writeFileSync(join(folder, "module.wat"), text);
    const assembler = fileURLToPath(new URL("../../node_modules/.bin/wasm-as", import.meta.url));
    execFileSync(assembler, [join(folder, "module.wat"), "-o", join(folder, "module.wasm")]);
    return new WebAssembly.Module(readFileSync(join(folder, "module.wasm")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs the rewritten glue, with one of our scripts beside it. */
async function load(factory) {
  const script = factory.replace(/^import \* as import1 .*$/m, "const import1 = { begin: () => 40 };");
  const { default: instantiate } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  return instantiate;
}

test("glue and module call each other by the short names, in any number of instances", async () => {
  const module = compile(MODULE);
  const { glue, counts } = shorten(GLUE, RENAMED, module);
  assert.deepEqual(counts, { imports: 3, unused: 1, exports: 2, uses: 3 });
  assert.doesNotMatch(glue, /__wbg_add|__wbg_log|__wbg_unused|widget_draw|wasm\.memory/);

  const instantiate = await load(makeInstantiable(glue, NAMES));
  const start = () => {
    const guarded = [];
    const guard =
      (call) =>
      (...given) => (guarded.push(given), call(...given));
    const { imports, finish, Widget, listener } = instantiate(guard);
    const instance = new WebAssembly.Instance(module, imports());
    finish(instance);
    return { instance, Widget, listener, guarded };
  };
  const [one, other] = [start(), start()];
  /** @type {WebAssembly.Memory} */ (one.instance.exports.m).grow(1);
  const drawn = [one, other].map(({ Widget }) => new Widget().draw());
  assert.deepEqual(drawn, [42 + 2 * 65536, 42 + 65536]);
  assert.equal(one.listener()(), 42);
  assert.deepEqual([one.guarded, other.guarded], [[[2]], []], "listeners go through the guard of their instance");
  assert.doesNotMatch(makeInstantiable(glue, NAMES), /__wbg_init\b/);
});

const { imports, exports } = RENAMED;
for (const { name, glue = GLUE, renamed = RENAMED, message } of [
  {
    name: "lacks a function that the module imports",
    glue: GLUE.replace("__wbg_add_1f", "__wbg_add_99"),
    message: /does not provide __wbg_add_1f/,
  },
  {
    name: "lacks a script",
    glue: GLUE.replace(', "./snippets/table.js": import1', ""),
    message: /does not provide begin of .*table\.js/,
  },
  {
    name: "keeps its functions elsewhere",
    glue: GLUE.replaceAll("import0", "imports"),
    message: /no object in import0/,
  },
  {
    name: "uses what the module does not export",
    glue: GLUE.replace("widget_draw", "widget_paint"),
    message: /exports no widget_paint/,
  },
  {
    name: "does not use an export",
    glue: GLUE.replace("wasm.memory.buffer.byteLength", "0"),
    message: /1 exports replaced, but the module has 2; missing: m/,
  },
  {
    name: "is given too few names",
    renamed: { imports: imports.slice(1), exports },
    message: /2 imports replaced, but the module has 3; missing: x/,
  },
]) {
  test(`the build fails where the glue ${name}`, () => {
    assert.throws(() => shorten(glue, renamed, compile(MODULE)), message);
  });
}

test("the build fails if the glue lacks a required declaration", () => {
  const glue = GLUE.replaceAll("__wbg_finalize_init", "__wbg_end");
  assert.throws(() => makeInstantiable(glue, NAMES), /does not declare __wbg_finalize_init/);
});
