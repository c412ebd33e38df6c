// The arrow keys go through the lesson's parts; Enter opens the one that has the focus.

document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.matches("input, textarea, select") || document.querySelector(":popover-open")) return;
  const entries = [...document.querySelectorAll(".agenda button.entry")];
  if (!entries.length) return;
  event.preventDefault();
  const at = entries.indexOf(document.activeElement);
  const to = at < 0 ? (step > 0 ? 0 : entries.length - 1) : (at + step + entries.length) % entries.length;
  entries[to].focus();
});
