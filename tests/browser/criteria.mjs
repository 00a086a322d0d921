// The accessibility criteria, for readers who see, hear or use devices in different ways: A1 to A24.
//
// They follow WCAG 2.2 at level AA and Chartability, as far as those apply to a chart in a post. A test of a
// criterion names it in its title, or a native test in its doc comment; criteria.test.mjs finds them.

/** Each criterion in one sentence, by its name in tests. */
export const CRITERIA = {
  A1: "Each canvas is an image whose name has the goal, the kind of chart and the share done.",
  A2: "The gauge is part of that image, so the name also has its value, even without a plan.",
  A3: "A visible summary says how much is done, out of how much, whether that is on plan, and how long the rest takes.",
  A4: "A table beside the canvas has a caption with the unit, headers, one row a week and every value.",
  A5: "A goal is one tab stop for its weeks and one for its table, and Tab and Shift+Tab leave both.",
  A6: "Arrows, Home, End and the page keys step through the weeks, Escape clears; other keys stay the page's.",
  A7: "Each step is announced once, a held key at most every 100 ms and where it stops, and none at load.",
  A8: "Focus and pointer show the same tooltip, which can be pointed at, dismissed by Escape, and stays until then.",
  A9: "The focus ring and the marker's bar are drawn by CSS, at least 2 px wide, with a contrast of at least 4.5 to 1.",
  A10: "Text has a contrast of at least 4.5 to 1 and every mark 3 to 1, in each theme and on any ground of a page.",
  A11: "Work done and open work differ in more than colour, and in colour for every kind of colour vision.",
  A12: "With forced colours, only the system's colours are used, at most 200 ms after they are forced.",
  A13: "Nothing moves by itself: a goal is drawn once, and no frame is requested afterwards.",
  A14: "A goal follows the page or the system to dark or light within 200 ms; an explicit theme wins over both.",
  A15: "At any zoom, the canvas is as sharp as the screen and text has 12 px; at 320 px nothing scrolls sideways.",
  A16: "At twice the text size, which the picture follows, and with the text spacing of WCAG 1.4.12, no word is cut off.",
  A17: "Words have their language and direction; in unsupported languages all is English, marked as such.",
  A18: "Every control is at least 24 px wide and high.",
  A19: "In print, the table is open, the buttons are hidden, and the picture is dark on white.",
  A20: "A goal never takes or moves the focus, and has no access keys.",
  A21: "Many goals on a page share no id, have names of their own, and add no headings.",
  A22: "Dates and numbers are written as people say them: no ISO dates, no endless decimals.",
  A23: "Nothing flashes.",
  A24: "English sentences have a reading grade of 9 or below, by Flesch and Kincaid.",
};

/**
 * The critical heuristics of Chartability: each with the criteria above that hold it. A test may name one of them as well.
 * @type {Record<string, [string, string[]]>}
 */
export const CHARTABILITY = {
  C1: ["Nothing has a low contrast.", ["A9", "A10"]],
  C2: ["No content is only visual.", ["A1", "A3", "A4", "A7"]],
  C3: ["No text is small.", ["A15", "A16"]],
  C4: ["Nothing is a risk of seizures.", ["A13", "A23"]],
  C5: ["More than one type of input will do.", ["A6", "A8"]],
  C6: ["There are cues for the interaction.", ["A5", "A18"]],
  C7: ["No control takes keys from assistive technology.", ["A5", "A6", "A20"]],
  C8: ["It explains what it is for and how it is read.", ["A1", "A3"]],
  C9: ["It has a title and a summary.", ["A1", "A3", "A21"]],
  C10: ["Its words are read at grade 9 or below.", ["A24"]],
  C11: ["It has a table.", ["A4", "A19"]],
  C12: ["Its density fits its room.", ["A15"]],
  C13: ["Getting about in it is not tedious.", ["A5", "A6"]],
  C14: ["The reader's own style is respected.", ["A12", "A14", "A16"]],
};
