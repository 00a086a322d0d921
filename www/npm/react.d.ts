// Lets TypeScript know <goal-post> in React's JSX: `import "goalpost/react"` in one file of the project.

import type { ClassAttributes, HTMLAttributes } from "react";
import type { GoalPostAttributes } from "./attributes.js";
import type { GoalPostElement } from "./element.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "goal-post": Omit<HTMLAttributes<GoalPostElement>, keyof GoalPostAttributes> &
        ClassAttributes<GoalPostElement> &
        GoalPostAttributes;
    }
  }
}
