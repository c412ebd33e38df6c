// One key for each press of the console, never while one types. Elements name their key in data-hotkey; the sheet lists them.

import { mainButton } from "./main-button.js";

const ALSO = { Escape: "b", ".": "b" };
const MAIN = new Set(["Enter", " ", "PageDown"]);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  if (event.target.matches("input, textarea, select")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const open = document.querySelector(":popover-open");
  if (open) closeWithItsKey(open, event);
  else if (MAIN.has(event.key)) pressMain(event);
  else press(find(ALSO[event.key] ?? event.key.toLowerCase()), event);
});

// A pointer leaves no focus behind on a button: the next Enter means the main button again.
document.addEventListener("click", (event) => {
  if (event.detail) event.target.closest("button, a")?.blur();
});

/** The key that opens a sheet closes it again; every other key is the sheet's own. */
function closeWithItsKey(sheet, event) {
  if (find(event.key.toLowerCase())?.getAttribute("popovertarget") === sheet.id) sheet.hidePopover();
}

/** What makes sense next; where the focus is on a button, a key presses that one, as everywhere. */
function pressMain(event) {
  const isFree = event.key === "PageDown" || !event.target.closest("button, a, summary");
  if (isFree) press(mainButton(), event);
}

function find(key) {
  return key.length === 1 ? document.querySelector(`[data-hotkey="${CSS.escape(key)}"]`) : null;
}

function press(element, event) {
  if (!element) return;
  event.preventDefault();
  if (element.matches("input")) element.focus();
  else element.click();
}
