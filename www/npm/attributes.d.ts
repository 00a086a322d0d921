import type { Goal, Load, Theme, View } from "./index.js";

/** The attributes of `<goal-post>`. */
export interface GoalPostAttributes {
  /** The address of a JSON file with the goal. */
  src?: string | undefined;
  /** A CSS selector of the task list to read as the goal, or of the heading above it. */
  from?: string | undefined;
  /** The picture; else the goal's own `view`, else `weekly`. */
  view?: View | undefined;
  /** The colours; `auto` follows the page. */
  theme?: Theme | undefined;
  /** The language of labels, as a BCP 47 tag; else the goal's own, else the page's. */
  lang?: string | undefined;
  /** The direction of the page around it; `rtl` mirrors the picture. */
  dir?: "ltr" | "rtl" | "auto" | undefined;
  /** `off` leaves the goal's title out of the picture. */
  title?: string | undefined;
  /** `off` leaves the sentences below the picture to screen readers. */
  words?: "on" | "off" | undefined;
  /** `off` leaves out the buttons that copy the data and save the picture. */
  menu?: "on" | "off" | undefined;
  /** When the drawing code is loaded. Default: near the viewport; later if the element contains a static figure. */
  load?: Load | undefined;
}

/** What frameworks set on `<goal-post>`: its attributes, and the one property without an attribute. */
export interface GoalPostProps extends GoalPostAttributes {
  /** A goal as an object. It replaces the element's own data. */
  goal?: Goal | null | undefined;
}
