// The error for a wrong call of the command.

/** It ends the command with exit code 2; a problem with a goal ends it with 1. */
export class Misuse extends Error {}
