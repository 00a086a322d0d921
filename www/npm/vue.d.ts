// Lets TypeScript know <goal-post> in Vue's templates: `import "goalpost/vue"` in one file of the project.

import type { HTMLAttributes, DefineComponent } from "vue";
import type { GoalPostProps } from "./attributes.js";

declare module "vue" {
  interface GlobalComponents {
    "goal-post": DefineComponent<GoalPostProps & HTMLAttributes>;
  }
}
