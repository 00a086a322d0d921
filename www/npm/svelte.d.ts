// Adds <goal-post> to Svelte's types: `import "goalpost/svelte"` in one file of the project.

import type { HTMLAttributes } from "svelte/elements";
import type { GoalPostProps } from "./attributes.js";
import type { GoalPostElement, GoalPostEventMap } from "./element.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "goal-post": Omit<HTMLAttributes<GoalPostElement>, keyof GoalPostProps> &
      GoalPostProps & {
        "ongoalpost:drawn"?: (event: GoalPostEventMap["goalpost:drawn"]) => void;
        "ongoalpost:error"?: (event: GoalPostEventMap["goalpost:error"]) => void;
      };
  }
}
