// Lets TypeScript know <goal-post> in Vue's templates: `import "goalpost/vue"` in one file of the project.

import type { HTMLAttributes } from "vue";
import type { GoalPostProps } from "./attributes.js";
import type { GoalPostElement } from "./element.js";

declare module "vue" {
  interface GlobalComponents {
    // What a template ref holds is the element.
    "goal-post": new () => GoalPostElement & { $props: GoalPostProps & Omit<HTMLAttributes, keyof GoalPostProps> };
  }
}
