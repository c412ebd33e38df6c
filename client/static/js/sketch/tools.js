// The tools beside a drawing: what a press of one does, and how they show what is chosen.

/** Do what this button says to the board; tells whether there was one. */
export function press(target, now) {
  const button = target.closest("button");
  if (!button) return false;
  const { tools, strokes } = now;
  const { pen, snap } = button.dataset;
  if ("sketchOpen" in button.dataset) now.isOpen = !now.isOpen;
  else if (pen) Object.assign(tools, { pen, isEraser: false, snap: "" });
  else if ("thick" in button.dataset) tools.isThick = !tools.isThick;
  else if ("eraser" in button.dataset) Object.assign(tools, { isEraser: !tools.isEraser, snap: "" });
  else if (snap) choose(now, snap);
  else if ("undo" in button.dataset) strokes.undo();
  else if ("redo" in button.dataset) strokes.redo();
  else if ("wipe" in button.dataset) strokes.change(() => (strokes.list = []));
  return true;
}

function choose(now, snap) {
  Object.assign(now.tools, { snap: now.tools.snap === snap ? "" : snap, isEraser: false });
  now.taps = [];
}

/** Let every tool show its state. */
export function arrange({ place, tools, strokes, isOpen }, snaps) {
  const set = (selector, isOn) => {
    for (const button of place.querySelectorAll(selector)) button.setAttribute("aria-pressed", String(isOn(button)));
  };
  place.querySelector("[data-sketch-open]").setAttribute("aria-expanded", String(isOpen));
  place.querySelector(".sketch-place").hidden = !isOpen;
  set("[data-pen]", (button) => button.dataset.pen === tools.pen && !tools.isEraser && !tools.snap);
  set("[data-thick]", () => Boolean(tools.isThick));
  set("[data-eraser]", () => Boolean(tools.isEraser));
  set("[data-snap]", (button) => button.dataset.snap === tools.snap);
  place.querySelector("[data-ground]").value = strokes.ground;
  place.querySelector(".snaps").hidden = !snaps.length;
  for (const button of place.querySelectorAll("[data-snap]")) button.hidden = !snaps.includes(button.dataset.snap);
  place.querySelector("[data-undo]").disabled = !strokes.past.length;
  place.querySelector("[data-redo]").disabled = !strokes.undone.length;
  place.querySelector("[data-wipe]").disabled = strokes.isEmpty;
}
