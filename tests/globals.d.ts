// What the tests know of a page.

/// <reference path="../www/npm/element.d.ts" />

/** What they keep in it from one call to the next. */
interface Window {
  [name: string]: any;
}

/** One listener hears the events of the element, which have a detail, and others. */
interface Event {
  detail?: any;
}

/** Entries of the kinds that lib.dom does not know, such as "layout-shift". */
interface PerformanceEntry {
  value?: number;
  sources?: { node?: Node }[];
}

// The libraries of the bench, and the functions that it puts into its pages.
declare const Chart: any;
declare const echarts: any;
declare const frappe: any;
declare const uPlot: any;
declare const done: any;
declare const draw: any;
declare const draws: any;
declare const floor: any;
declare const seen: any;
declare const together: any;
