// Adds <goal-post> to React's JSX types: `import "goalpost/react"` in one file of the project.

import type { ClassAttributes, HTMLAttributes } from "react";
import type { GoalPostProps } from "./attributes.js";
import type { GoalPostElement } from "./element.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "goal-post": Omit<HTMLAttributes<GoalPostElement>, keyof GoalPostProps> &
        ClassAttributes<GoalPostElement> &
        GoalPostProps;
    }
  }
}
