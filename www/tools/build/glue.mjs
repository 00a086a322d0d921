// Rewrites the glue that wasm-bindgen writes between a page and the module.
//
// It works on the parsed script and compares what it replaces with the lists of the module: a version of wasm-bindgen
// that writes its glue in another way fails the build, not a page.

import { parse } from "acorn";
import { simple } from "acorn-walk";

/**
 * What binaryen has renamed: imports as [module, old name, new name], exports as [old name, new name].
 * @typedef {{ imports: [string, string, string][], exports: [string, string][] }} Renamed
 *
 * @typedef {{ start: number, end: number, text: string }} Edit
 * @typedef {import("acorn").Program} Program
 * @typedef {import("acorn").ObjectExpression} ObjectExpression
 */

/** The module that stands for the glue itself; every other one is a script of ours. */
const GLUE = "./core_bg.js";
/** The module from which everything is imported once binaryen has renamed the imports. */
const MERGED = "a";
/** Exports that wasm-bindgen adds to every module, whether its glue uses them or not. */
const SPARE = ["__wbindgen_free", "__abort_handler", "__instance_terminated"];

/**
 * Lets the glue use the new names of imports and exports.
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
 * Wraps the glue in a function that makes a fresh instance at each call. As wasm-bindgen writes it, a script holds one
 * instance for good, which could not be replaced after a crash. The function takes another, `guard`, through which go
 * all of the module's functions that the page calls as listeners.
 * @param {string} glue
 * @param {{ returned: Record<string, string>, dropped: string[], closures: string }} names what the function returns,
 *   with the name that it has in the glue, the functions of the glue that nobody needs, and the one that makes listeners
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
 * The glue provides its own functions as one object, and each script of ours as another. The optimised module expects
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
  // The optimiser has removed the calls of what is left.
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
 * The one object literal that a variable is declared with, or that a function returns.
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
 * Fails unless both name the same.
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
 * What an identifier or a string literal names; undefined for anything else.
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
