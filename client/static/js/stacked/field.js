// Inside the frame: the field itself, the keys of the row, and what it holds as one line of text.

import { MathfieldElement } from "../../vendor/mathlive/mathlive.min.mjs";
import { asLatex, asLine } from "./spelled.js";

const KEYS = { "/": "\\frac{#@}{#?}", "^": "#@^{#?}", "(": "(#?)", "−": "-", " ": "\\frac{#?}{#?}" };
MathfieldElement.soundsDirectory = null;
MathfieldElement.fontsDirectory = null;

const field = new MathfieldElement({ mathVirtualKeyboardPolicy: "manual", menuItems: [], removeExtraneousParentheses: true });
field.setAttribute("aria-label", document.body.dataset.label);
document.getElementById("place").append(field);
field.menuItems = [];
field.inlineShortcuts = { sqrt: "\\sqrt{#?}", "<=": "\\le", ">=": "\\ge", "!=": "\\ne", pi: "\\pi" };
field.smartFence = true;

field.addEventListener("input", () => say({ text: asLine(field.getValue("latex")) }));
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") say({ isDone: true });
}, true);
window.addEventListener("message", ({ data, origin, source }) => {
  if (origin !== location.origin || source !== parent || data?.to !== "field") return;
  if (data.put !== undefined) put(data.put);
  else if (data.line !== asLine(field.getValue("latex"))) field.setValue(asLatex(data.line), { silenceNotifications: true });
});
document.addEventListener("click", (event) => {
  const move = event.target.closest("[data-move]")?.dataset.move;
  if (!move) return;
  field.executeCommand(move);
  field.focus();
});
say({});
field.focus();

function put(key) {
  if (key === "back") field.executeCommand("deleteBackward");
  else field.insert(KEYS[key] ?? key, { focus: true, format: "latex" });
  say({ text: asLine(field.getValue("latex")) });
}

function say(message) {
  parent.postMessage({ ...message, to: "board" }, location.origin);
}
