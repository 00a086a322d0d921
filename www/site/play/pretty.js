// Formats a goal for people: each key on a line of its own, and each week or task too.

/** The JSON of a goal, with one week or task a line. @param {any} goal */
export function pretty(goal) {
  const lines = Object.entries(goal).map(([key, value]) => {
    const isRows = Array.isArray(value) && value.some((entry) => entry?.constructor === Object);
    const rows = isRows && value.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n");
    return `  ${JSON.stringify(key)}: ${isRows ? `[\n${rows}\n  ]` : JSON.stringify(value)}`;
  });
  return `{\n${lines.join(",\n")}\n}`;
}
