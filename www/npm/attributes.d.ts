import type { Goal, Load, Theme, View } from "./index.js";

/** The attributes of `<goal-post>`. */
export interface GoalPostAttributes {
  /** The address of a JSON file with the goal. */
  src?: string;
  /** A CSS selector of the task list, or of the heading above it, that is read as the goal. */
  from?: string;
  /** The picture; else the goal's own `view`, else `weekly`. */
  view?: View;
  /** The colours; `auto` follows the page. */
  theme?: Theme;
  /** The language of labels, as a BCP 47 tag; else the goal's own, else the page's. */
  lang?: string;
  /** The direction of the page around it; `rtl` mirrors the picture. */
  dir?: "ltr" | "rtl" | "auto";
  /** `off` leaves the goal's title out of the picture. */
  title?: string;
  /** `off` leaves the sentences below the picture to screen readers. */
  words?: "on" | "off";
  /** `off` leaves out the buttons that copy the data and save the picture. */
  menu?: "on" | "off";
  /** When the code that draws is fetched; else near the viewport, and where a static figure stands, later. */
  load?: Load;
}

/** What frameworks set on `<goal-post>`: its attributes, and the one property that has no attribute. */
export interface GoalPostProps extends GoalPostAttributes {
  /** A goal as an object: it is drawn in place of the element's own data. */
  goal?: Goal | null;
}
