// Adds <goal-post> to the types of Vue's templates: `import "goalpost/vue"` in one file of the project.

import type { HTMLAttributes } from "vue";
import type { GoalPostProps } from "./attributes.js";
import type { GoalPostElement } from "./element.js";

declare module "vue" {
  interface GlobalComponents {
    // A template ref is the element.
    "goal-post": new () => GoalPostElement & { $props: GoalPostProps & Omit<HTMLAttributes, keyof GoalPostProps> };
  }
}
