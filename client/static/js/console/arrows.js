// The arrow keys go through the lesson's parts; Enter opens the one that has the focus, Alt with an arrow moves it, and
// Delete leaves it out.

document.addEventListener("keydown", (event) => {
  if (change(event)) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.matches("input, textarea, select") || document.querySelector(":popover-open")) return;
  const entries = [...document.querySelectorAll(".agenda button.entry")];
  if (!entries.length) return;
  event.preventDefault();
  const at = entries.indexOf(document.activeElement);
  const to = at < 0 ? (step > 0 ? 0 : entries.length - 1) : (at + step + entries.length) % entries.length;
  entries[to].focus();
});

/** Press the button beside the part that has the focus; is that what this key means? */
function change(event) {
  const wanted = { ArrowUp: "earlier", ArrowDown: "later", Delete: "out" }[event.key];
  const entry = event.target.closest?.(".agenda li");
  if (!wanted || !entry || (wanted !== "out" && !event.altKey)) return false;
  event.preventDefault();
  entry.querySelector(`[data-change="${wanted}"]`)?.click();
  return true;
}
