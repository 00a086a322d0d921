// The goal as text: CodeMirror with the schema's keys and values, and the widget's own messages on their lines.

import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import schema from "../../schema/goal.schema.json" with { type: "json" };

/** @type {Record<string, any>} */
const definitions = schema.definitions;
const PARTS = { weeks: definitions.week.properties, tasks: definitions.task.properties };

/** The fields of the object around a place of the text: a week, a task or the goal. */
function fieldsAt(text, kind) {
  const yamlKeys = [...text.matchAll(/^(\w+):/gm)];
  const isInside = kind === "json" ? text.split("[").length > text.split("]").length : /\n[\s-]+[^\n]*$/.test(text);
  const jsonKeys = [...text.matchAll(/"(weeks|tasks)"\s*:/g)];
  const key = (kind === "json" ? jsonKeys : yamlKeys).at(-1)?.[1];
  return (isInside && key && PARTS[key]) || schema.properties;
}

/** @param {() => string} kindOf */
const complete = (kindOf) => (context) => {
  const word = context.matchBefore(/"?[\w$]*/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const kind = kindOf();
  const before = context.state.sliceDoc(0, word.from);
  const fields = fieldsAt(before, kind);
  const [, key] = /"?(\w+)"?\s*:\s*$/.exec(before) ?? [];
  const quote = kind === "json" ? '"' : "";
  const values = fields[key]?.enum?.filter((value) => value) ?? [];
  const options = key
    ? values.map((value) => ({ label: `${quote}${value}${quote}`, type: "enum" }))
    : Object.entries(fields).map(([name, { description }]) => ({
        label: `${quote}${name}${quote}`,
        info: description,
        apply: `${quote}${name}${quote}: `,
        type: "property",
      }));
  return { from: word.from, options, validFor: /^"?[\w$]*$/ };
};

/**
 * @param {HTMLElement} parent
 * @param {{ label: string, changed: (text: string) => void }} options
 */
export function edit(parent, { label, changed }) {
  const language = new Compartment();
  let kind = "json";
  let isQuiet = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        syntaxHighlighting(classHighlighter),
        lintGutter(),
        autocompletion({ override: [complete(() => kind)] }),
        // Tab leaves the editor, so that keyboard users are not trapped in it.
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        language.of(json()),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isQuiet) changed(view.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    /** @param {import("./share.js").Written} written */
    set({ kind: next, text }) {
      isQuiet = true;
      if (next !== kind) view.dispatch({ effects: language.reconfigure(next === "json" ? json() : yaml()) });
      kind = next;
      if (view.state.doc.toString() !== text)
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      isQuiet = false;
    },
    tell(problems) {
      const { doc } = view.state;
      const told = problems.map(({ line, message, isWarning }) => {
        const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
        return { from, to, message, severity: isWarning ? "warning" : "error" };
      });
      view.dispatch(setDiagnostics(view.state, told));
    },
  };
}
