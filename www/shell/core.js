// What the widget needs of the core's glue; the bundler leaves the rest out.

export { default, Widget } from "goalpost:core";
