// The imports that the build puts in place: what is compiled from the crate, and style sheets as text.

/** The core as it is compiled for pages. */
declare module "goalpost:core" {
  import type { Goal } from "../../npm/index.js";

  /** The widget of one element. */
  export class Widget {
    /** Reads the goal that is given, else the element's own data. `failed` is called where a later drawing fails. */
    constructor(element: HTMLElement, root: ShadowRoot, goal: Goal | undefined, failed: (error: unknown) => void);
    /** Reads what the drawing needs to know of the page. */
    measure(): void;
    /** Draws, unless the picture is already as it should be. */
    draw(): void;
    /** Frees the memory, and takes away the listeners. */
    free(): void;
  }

  /**
   * Makes the glue of a fresh instance. The module is instantiated with `imports()`, and then given to `finish`. What the
   * page calls as a listener is called through `guard`, with the event as the last of its arguments.
   */
  export default function instantiate(guard: (call: (...given: any[]) => void) => (...given: any[]) => void): {
    imports(): WebAssembly.Imports;
    finish(instance: WebAssembly.Instance): void;
    Widget: typeof Widget;
    /** Whether a call into this instance never returned, which means that it has crashed. */
    faulted(): boolean;
  };
}

/** The module of the core for pages. */
declare module "goalpost:core.wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** The core as it is compiled for Node. */
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

/** The hash of the module in a page, as `fetch` and script elements take it. */
declare const INTEGRITY: string;
