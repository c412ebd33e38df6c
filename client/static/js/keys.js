// The key row: puts its signs where the caret is. On a touch screen the device's own keyboard stays away until asked for.

const isTouch = matchMedia("(pointer: coarse)").matches;
const page = document.documentElement;
let usesDevice = false;

document.addEventListener("regions", arrange);
document.addEventListener("pointerdown", (event) => event.target.closest("[data-keys]") && event.preventDefault());
document.addEventListener("click", (event) => {
  const key = event.target.closest("[data-key], [data-keyboard]");
  const field = key?.closest("form")?.querySelector("[data-answer]");
  if (!field) return;
  if (key.dataset.key === undefined) turn(field);
  else if (key.dataset.key === "back") put(field, "", 1);
  else put(field, key.dataset.key, 0);
});
page.classList.toggle("touch", isTouch);
arrange();

/** Keep the device's keyboard away from a line that has the row instead. */
function arrange() {
  for (const keys of document.querySelectorAll("[data-keys]")) {
    const field = keys.closest("form").querySelector("[data-answer]");
    if (isTouch) field.inputMode = usesDevice ? "text" : "none";
    keys.querySelector("[data-keyboard]").setAttribute("aria-pressed", String(usesDevice));
  }
}

/** Replace the selection by `text`; without a selection take away as many characters before it as `backwards` says. */
function put(field, text, backwards) {
  const [from, to] = [field.selectionStart, field.selectionEnd];
  const isFull = field.value.length - (to - from) + text.length > field.maxLength;
  if (!isFull) field.setRangeText(text, from === to ? Math.max(0, from - backwards) : from, to, "end");
  field.focus({ preventScroll: true });
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function turn(field) {
  usesDevice = !usesDevice;
  page.classList.toggle("device-keyboard", usesDevice);
  arrange();
  // A keyboard comes and goes only with the focus.
  field.blur();
  field.focus();
}
