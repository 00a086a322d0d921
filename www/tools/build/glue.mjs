// Rewrites the glue that wasm-bindgen generates between a page and the module.
//
// It edits the parsed script, and compares its edits with the imports and exports of the module. So if a version of
// wasm-bindgen generates different glue, the build fails, not a page.

import { parse } from "acorn";
import { simple } from "acorn-walk";

/**
 * The names that binaryen changed: imports as [module, old name, new name], exports as [old name, new name].
 * @typedef {{ imports: [string, string, string][], exports: [string, string][] }} Renamed
 *
 * @typedef {{ start: number, end: number, text: string }} Edit
 * @typedef {import("acorn").Program} Program
 * @typedef {import("acorn").ObjectExpression} ObjectExpression
 */

/** The module name of the glue itself. Every other module is one of our scripts. */
const GLUE = "./core_bg.js";
/** The module name of all imports after binaryen has renamed them. */
const MERGED = "a";
/** Exports that wasm-bindgen adds to every module, even if its glue does not use them. */
const SPARE = ["__wbindgen_free", "__abort_handler", "__instance_terminated"];

/**
 * Changes the glue to the new names of imports and exports.
 * @param {string} glue
 * @param {Renamed} renamed
 * @param {WebAssembly.Module} module with the new names
 */
export function shorten(glue, renamed, module) {
  const program = parseModule(glue);
  const imports = importEdits(program, renamed.imports);
  const exports = exportEdits(program, new Map(renamed.exports));
  expectSame("imports", imports.names, WebAssembly.Module.imports(module));
  const spare = new Set(renamed.exports.filter(([long]) => SPARE.includes(long)).map(([, short]) => short));
  const used = WebAssembly.Module.exports(module).filter(({ name }) => !spare.has(name) || exports.names.has(name));
  expectSame("exports", exports.names, used);
  const counts = {
    imports: imports.names.size,
    unused: imports.unused,
    exports: exports.names.size,
    uses: exports.edits.length,
  };
  return { glue: apply(glue, [...imports.edits, ...exports.edits]), counts };
}

/**
 * Wraps the glue in a function that creates a fresh instance at each call. wasm-bindgen's script has one
 * permanent instance, which could not be replaced after a crash. The function takes another one, `guard`, and passes it
 * each function of the module that the page calls as a listener.
 * @param {string} glue
 * @param {{ returned: Record<string, string>, dropped: string[], closures: string }} names the functions to return, with
 *   their names in the glue, the unused functions of the glue, and the one that makes listeners
 */
export function makeInstantiable(glue, { returned, dropped, closures }) {
  /** @type {Edit[]} */
  const edits = [];
  const imports = [];
  const declared = new Set();
  for (const node of parseModule(glue).body) {
    const { start, end } = node;
    const declaration = node.type === "ExportNamedDeclaration" ? node.declaration : node;
    const name = declaration && "id" in declaration && declaration.id ? nameOf(declaration.id) : undefined;
    declared.add(name);
    if (name === closures && declaration?.type === "FunctionDeclaration") {
      const { body, params } = declaration;
      const call = nameOf(params.at(-1));
      edits.push({ start: body.start + 1, end: body.start + 1, text: `\n${call} = guard(${call});` });
    }
    if (node.type === "ImportDeclaration") {
      imports.push(glue.slice(start, end));
      edits.push({ start, end, text: "" });
    } else if (name && dropped.includes(name)) {
      edits.push({ start, end, text: "" });
    } else if (node.type === "ExportNamedDeclaration") {
      edits.push({ start, end: declaration?.start ?? end, text: "" });
    }
  }
  const missing = [...Object.values(returned), ...dropped, closures].filter((name) => !declared.has(name));
  if (missing.length > 0) fail(`it does not declare ${missing.join(", ")}`);
  const fields = Object.entries(returned).map(([name, original]) => `${name}: ${original}`);
  const body = `${apply(glue, edits)}\nreturn { ${fields.join(", ")} };`;
  return `${imports.join("\n")}\nexport default function (guard) {\n${body}\n}\n`;
}

/**
 * The glue provides its own functions as one object, and each of our scripts as another. The optimised module expects
 * all functions in one.
 * @param {Program} program
 * @param {Renamed["imports"]} imports
 */
function importEdits(program, imports) {
  const functions = objectIn(program, "import0");
  const modules = objectIn(program, "__wbg_get_imports");
  const [own, scripts] = [properties(functions), properties(modules)];
  /** @type {Edit[]} */
  const edits = [{ start: modules.start, end: modules.end, text: `{ ${MERGED}: import0 }` }];
  const names = new Set();
  for (const [from, long, short] of imports) {
    const { key } = own.get(long) ?? {};
    const { value: script } = scripts.get(from) ?? {};
    if (from === GLUE && key) {
      edits.push({ start: key.start, end: key.end, text: short });
      own.delete(long);
    } else if (from !== GLUE && script?.type === "Identifier") {
      const last = functions.end - 1;
      edits.push({ start: last, end: last, text: `${short}: ${script.name}.${long},\n` });
    } else {
      fail(`it does not provide ${long} of ${from}`);
    }
    names.add(short);
  }
  // The optimiser has removed all calls of the rest.
  for (const { start } of own.values()) {
    const next = functions.properties.find((property) => property.start > start);
    edits.push({ start, end: next?.start ?? functions.end - 1, text: "" });
  }
  return { edits, names, unused: own.size };
}

/**
 * The glue uses the module's exports as properties of `wasm`.
 * @param {Program} program
 * @param {Map<string, string>} exports
 */
function exportEdits(program, exports) {
  /** @type {Edit[]} */
  const edits = [];
  const names = new Set();
  simple(program, {
    MemberExpression({ object, property }) {
      if (object.type !== "Identifier" || object.name !== "wasm") return;
      const short = exports.get(nameOf(property));
      if (!short) fail(`the module exports no ${nameOf(property)}`);
      edits.push({ start: property.start, end: property.end, text: short });
      names.add(short);
    },
  });
  return { edits, names };
}

/**
 * The only object literal that a variable is declared with, or that a function returns.
 * @param {Program} program
 * @param {string} name of the variable or the function
 * @returns {ObjectExpression}
 */
function objectIn(program, name) {
  const found = [];
  simple(program, {
    VariableDeclarator({ id, init }) {
      if (nameOf(id) === name) found.push(init);
    },
    FunctionDeclaration({ id, body }) {
      const last = body.body.at(-1);
      if (nameOf(id) === name && last?.type === "ReturnStatement") found.push(last.argument);
    },
  });
  if (found.length !== 1 || found[0]?.type !== "ObjectExpression") fail(`it has no object in ${name}`);
  return found[0];
}

/**
 * The properties of an object literal by their names, without the `__proto__` that wasm-bindgen gives it.
 * @param {ObjectExpression} object
 */
function properties(object) {
  /** @type {Map<string, import("acorn").Property>} */
  const named = new Map();
  for (const property of object.properties) {
    if (property.type === "Property") named.set(nameOf(property.key), property);
  }
  named.delete("__proto__");
  return named;
}

/**
 * Fails unless both have the same names.
 * @param {string} kind
 * @param {Set<string>} replaced
 * @param {{ name: string }[]} listed
 */
function expectSame(kind, replaced, listed) {
  const missed = listed.map(({ name }) => name).filter((name) => !replaced.has(name));
  if (missed.length === 0 && replaced.size === listed.length) return;
  fail(
    `${replaced.size} ${kind} replaced, but the module has ${listed.length}; missing: ${missed.join(", ") || "none"}`,
  );
}

/**
 * @param {string} text
 * @param {Edit[]} edits that do not overlap
 */
function apply(text, edits) {
  let result = "";
  let at = 0;
  for (const { start, end, text: replacement } of edits.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** @param {string} text */
function parseModule(text) {
  return parse(text, { ecmaVersion: "latest", sourceType: "module" });
}

/**
 * The name in an identifier or a string literal; undefined for any other node.
 * @param {any} node
 * @returns {string}
 */
function nameOf(node) {
  return node.type === "Literal" ? node.value : node.name;
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  throw new Error(`the glue is not as expected: ${message}. Has another version of wasm-bindgen written it?`);
}
