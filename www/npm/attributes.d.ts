import type { Theme, View } from "./index.js";

/** The attributes of `<goal-post>`. */
export interface GoalPostAttributes {
  /** The address of a JSON file with the goal. */
  src?: string;
  /** A CSS selector: the task list, or the heading above it, that is to be read as the goal. */
  from?: string;
  /** The picture; else the goal's own `view`, else `weekly`. */
  view?: View;
  /** The colours; `auto` follows the page. */
  theme?: Theme;
  /** The language of labels, as a BCP 47 tag; else the goal's own, else the page's. */
  lang?: string;
  /** The direction of the page around it; `rtl` mirrors the picture. */
  dir?: "ltr" | "rtl" | "auto";
  /** `off` leaves out the buttons that copy the data and save the picture. */
  menu?: "off";
}
