// The imports that the build provides: the compiled crate, and style sheets as text.

/** The core compiled for pages. */
declare module "goalpost:core" {
  import type { Goal } from "../../npm/index.js";

  /** The widget of one element. */
  export class Widget {
    /** Reads the given goal, else the element's own data. `failed` is called if a later drawing fails. */
    constructor(element: HTMLElement, root: ShadowRoot, goal: Goal | undefined, failed: (error: unknown) => void);
    /** Reads from the page what the drawing depends on. */
    measure(): void;
    /** Draws, unless the picture is up to date. */
    draw(): void;
    /** Frees the memory, and removes the listeners. */
    free(): void;
  }

  /**
   * Creates the glue of a fresh instance. Instantiate the module with `imports()`, and pass it to `finish`. The page calls
   * the module's listeners through `guard`, with the event as the last argument.
   */
  export default function instantiate(guard: (call: (...given: any[]) => void) => (...given: any[]) => void): {
    imports(): WebAssembly.Imports;
    finish(instance: WebAssembly.Instance): void;
    Widget: typeof Widget;
    /** Whether a call into this instance never returned, which means that it crashed. */
    faulted(): boolean;
  };
}

/** The module of the core for pages. */
declare module "goalpost:core.wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** The core compiled for Node. */
declare module "goalpost:node" {
  import type { Goal, Problem, Progress } from "../../npm/index.js";

  export type Options = Record<string, unknown>;
  export type Measure = (text: string, size: number, bold: boolean) => number;

  export function initSync(options: { module: BufferSource }): void;
  export function progress(goal: Goal | string): Progress;
  export function check(goal: Goal | string, lang: string): { problems: Problem[]; warnings: Problem[] };
  export function svg(goal: Goal | string, options: Options, measure?: Measure): string;
  export function html(goal: Goal | string, options: Options, measure?: Measure): string;
}

/** The module of the core for Node, in base64. */
declare module "goalpost:node.wasm" {
  const base64: string;
  export default base64;
}

declare module "*.css" {
  const text: string;
  export default text;
}

/** The release that a playground belongs to. */
declare const RELEASE: import("../../site/play/copies.js").Release;

/** The hash of a page's module, in the format of `fetch` and of script elements. */
declare const INTEGRITY: string;
