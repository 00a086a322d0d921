// What a page and its readers can rely on (R1 to R28), and what an attacker tries (X1 to X17), each with the tests that
// hold it: files, and the beginnings of titles in them. guards.test.mjs looks that they are there.

/** @typedef {{ what: string, reached: string, tests: [file: string, ...titles: string[]][] }} Guard */

/** @type {Record<string, Guard>} */
export const GUARDS = {
  R1: {
    what: "A fault in one goal leaves the others alive",
    reached: "10 goals, every call into the page thrown once, at most 10 fresh instances",
    tests: [
      ["browser/faults.test.mjs", "ten goals survive whatever throws"],
      ["browser/element.test.mjs", "after a crash of the core a fresh instance takes over"],
      ["browser/life.test.mjs", "a goal whose drawing always fails"],
    ],
  },
  R2: {
    what: "Memory is given back",
    reached: "0 pages, nodes and listeners more after 1,000 mounts and 10,000 drawings",
    tests: [["browser/leak.test.mjs", "after 1,000 widgets"]],
  },
  R3: {
    what: "Many goals on a page",
    reached: "100 goals: 1 instance, 1 request, drawn in several tasks",
    tests: [
      ["browser/budget.test.mjs", "a hundred widgets share one instance", "widgets that come near at the same time"],
    ],
  },
  R4: {
    what: "A page that comes back from the cache of pages is whole",
    reached: "persisted, pixels equal, keys answered",
    tests: [["browser/guards.test.mjs", "R4"]],
  },
  R5: {
    what: "Turbo and its like, and markup that is written anew",
    reached: "each goal once",
    tests: [["browser/morph.test.mjs", "a page restored as a copy", "a rewritten part of the page"]],
  },
  R6: {
    what: "An element that is moved",
    reached: "20 times: the same canvas, no request, pixels equal",
    tests: [["browser/guards.test.mjs", "R6"]],
  },
  R7: {
    what: "Children that are not parsed yet",
    reached: "drawn once, nothing said, with 3 kinds of script and 6 embeds",
    tests: [["browser/streams.test.mjs", "goals are waited for"]],
  },
  R8: {
    what: "Hidden and small boxes",
    reached: "28 boxes around a goal; details, tabs, no width",
    tests: [
      ["browser/trust.test.mjs", "whatever box a goal is in"],
      ["browser/life.test.mjs", "hidden goals are drawn"],
    ],
  },
  R9: {
    what: "No loop of sizes",
    reached: "200 widths: no error, at most one drawing a frame",
    tests: [["browser/layout-shift.test.mjs", "two hundred widths"]],
  },
  R10: {
    what: "Zoom and another screen",
    reached: "sharp at 1, 1.25, 1.5, 2 and 3, also where the ratio changes alone",
    tests: [
      ["browser/life.test.mjs", "A15: zooming"],
      ["browser/trust.test.mjs", "a device ratio that changes alone"],
    ],
  },
  R11: {
    what: "A font that comes late",
    reached: "1 drawing more",
    tests: [["browser/life.test.mjs", "a font that loads late"]],
  },
  R12: {
    what: "Print, also of what was never scrolled to",
    reached: "every goal, with its table",
    tests: [
      ["browser/paper.test.mjs", "A19: print shows"],
      ["browser/life.test.mjs", "A19"],
    ],
  },
  R13: {
    what: "A canvas that the browser takes away",
    reached: "drawn again when it is given back",
    tests: [["browser/trust.test.mjs", "a context that the browser took away"]],
  },
  R14: {
    what: "A tab in the background",
    reached: "no frame is asked for, ever",
    tests: [["browser/life.test.mjs", "A13: an idle page"]],
  },
  R15: {
    what: "No WebAssembly",
    reached: "the page's table, one message",
    tests: [["browser/no-wasm.test.mjs", "without WebAssembly"]],
  },
  R16: {
    what: "A core that is missing, late or changed",
    reached: "the page's own content, one message, healed by the network",
    tests: [
      ["browser/network.test.mjs", "a core that does not arrive", "goals that had no network"],
      ["browser/broken.test.mjs", "without the script"],
    ],
  },
  R17: {
    what: "Files of two builds",
    reached: "they never meet",
    tests: [["browser/integrity.test.mjs", "a script of the core from another build"]],
  },
  R18: {
    what: "A slow network",
    reached: "the still at first paint, nothing moves",
    tests: [
      ["browser/budget.test.mjs", "a static figure is in the page"],
      ["browser/layout-shift.test.mjs", "${address} at ${width} px: nothing moves"],
    ],
  },
  R19: {
    what: "Ad blockers",
    reached: "no file or class with a name that they look for",
    tests: [["browser/guards.test.mjs", "R19"]],
  },
  R20: {
    what: "Two copies of the script",
    reached: "drawn once, one note",
    tests: [["browser/patched.test.mjs", "a second and a third copy"]],
  },
  R21: {
    what: "Pages that patch what everyone shares",
    reached: "15 pages and 33 named elements: drawn, or the page's own content",
    tests: [
      ["browser/patched.test.mjs", "a page with ${name}"],
      ["browser/names.test.mjs", "an element of the page is called"],
    ],
  },
  R22: {
    what: "The page's own styles",
    reached: "the picture and the table stay as they are",
    tests: [["browser/life.test.mjs", "the page's rules for its own canvases"]],
  },
  R23: {
    what: "A page from a folder",
    reached: "the classic file draws",
    tests: [["browser/menu.test.mjs", "the classic file saves an SVG as well"]],
  },
  R24: {
    what: "Bad data",
    reached: "3,000 random documents a run, 100,000 by a command: 0 traps, 0 uncaught, 0 over 50 ms",
    tests: [["browser/documents.test.mjs", "${COUNT} random documents"]],
  },
  R25: {
    what: "Many goals that come near at once",
    reached: "1 request, 1 instance",
    tests: [["browser/budget.test.mjs", "a hundred widgets share one instance"]],
  },
  R26: {
    what: "Elements that leave while they are being read",
    reached: "100 times at each of 5 moments: nothing thrown",
    tests: [["browser/guards.test.mjs", "R26"]],
  },
  R27: {
    what: "The same goal gives the same pixels",
    reached: "50 times",
    tests: [["browser/guards.test.mjs", "R27"]],
  },
  R28: {
    what: "Clock and time zone",
    reached: "6 zones: the same words and numbers",
    tests: [["browser/guards.test.mjs", "R28"]],
  },
  X1: {
    what: "Script, markup or style in a goal",
    reached: "18 strings in every field, as text, list and map: 0 run, 0 foreign elements",
    tests: [
      ["browser/hostile.test.mjs", "page ${address}: nothing runs"],
      ["browser/embeds.test.mjs", "a hostile title stays text"],
    ],
  },
  X2: {
    what: "Control characters in a goal or an option",
    reached: "49 texts, 8 options and 7 fields: well-formed",
    tests: [["npm/well-formed.test.mjs", "the option ${option}", "every text of a goal"]],
  },
  X3: {
    what: "A goal over a limit",
    reached: "refused by name",
    tests: [["browser/network.test.mjs", "a large file is read up to the limit"]],
  },
  X4: {
    what: "A commenter's elements with the names of the document's members",
    reached: "33 names",
    tests: [["browser/names.test.mjs", "an element of the page is called"]],
  },
  X5: {
    what: "A commenter's element that sends readers elsewhere",
    reached: "0 requests",
    tests: [["browser/network.test.mjs", "a file of another origin is not requested"]],
  },
  X6: {
    what: "A file that drips or never ends",
    reached: "given up after 5 s",
    tests: [["browser/network.test.mjs", "a file that does not arrive"]],
  },
  X7: {
    what: "Changed files on their way",
    reached: "a byte flipped at 5 places of the module, in the core's script: nothing runs",
    tests: [["browser/integrity.test.mjs", "a module with one flipped byte", "with an import map's integrity"]],
  },
  X8: {
    what: "The strictest policy, with trusted types",
    reached: "0 violations, by all embeds and all that a reader can do",
    tests: [["browser/trust.test.mjs", "under the strictest policy"]],
  },
  X9: {
    what: "A policy that forbids WebAssembly",
    reached: "0 violations, the still stays",
    tests: [["browser/load.test.mjs", "under script-src 'self' the still stays", "the same if the host sends"]],
  },
  X10: {
    what: "A page that closes or takes away shadow roots",
    reached: "drawn, or its own content",
    tests: [["browser/patched.test.mjs", "a page with ${name}"]],
  },
  X11: {
    what: "A trap of another module",
    reached: "nothing changes",
    tests: [["browser/element.test.mjs", "a trap of another module"]],
  },
  X12: {
    what: "A page that calls back while it is called",
    reached: "nothing is borrowed",
    tests: [["browser/faults.test.mjs", "what the page does while it is called"]],
  },
  X13: {
    what: "Cookies, storage, beacons, other hosts",
    reached: "0 in all browser tests",
    tests: [["after/requests.test.mjs", "no request goes to another host", "our scripts use no cookie"]],
  },
  X14: {
    what: "Any text to the parser",
    reached: "fuzzed for ten minutes by a command; the target compiles in every run",
    tests: [["properties.rs", ""]],
  },
  X15: {
    what: "Hostile data in the Jekyll include",
    reached: "every value escaped where it is written",
    tests: [["browser/hostile.test.mjs", "page ${address}: nothing runs"]],
  },
  X16: {
    what: "Crates and packages: licences, sources, scripts that run at installation",
    reached: "all known; 0 packages are needed at run time",
    tests: [["tools/supply.test.mjs", "every crate", "every package"]],
  },
  X17: {
    what: "Listeners of the page that throw",
    reached: "nothing changes",
    tests: [["browser/element.test.mjs", "an exception in a listener"]],
  },
};
