// What the caller of the command did wrong.

/** It ends the command with 2; a goal that is wrong ends it with 1. */
export class Misuse extends Error {}
