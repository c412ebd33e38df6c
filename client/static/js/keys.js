// The key row: puts its signs where the caret is. On a touch screen the device's own keyboard stays away until asked for.

const isTouch = matchMedia("(pointer: coarse)").matches;

document.addEventListener("regions", arrange);
document.addEventListener("pointerdown", (event) => event.target.closest("[data-keys]") && event.preventDefault());
document.addEventListener("click", (event) => {
  const key = event.target.closest("[data-key], [data-keyboard]");
  const field = key?.closest("form")?.querySelector("[data-answer]");
  if (!field) return;
  if (key.dataset.key === undefined) keyboard(key, field);
  else put(field, key.dataset.key);
});
arrange();

/** Show the row, which needs this script, and keep the device's keyboard away where there is the row instead. */
function arrange() {
  for (const keys of document.querySelectorAll("[data-keys][hidden]")) {
    keys.hidden = false;
    if (isTouch) keys.closest("form").querySelector("[data-answer]").inputMode = "none";
    keys.querySelector("[data-keyboard]").hidden = !isTouch;
  }
}

function put(field, text) {
  const [start, end] = [field.selectionStart, field.selectionEnd];
  if (text === "back") field.setRangeText("", start === end ? Math.max(0, start - 1) : start, end, "end");
  else field.setRangeText(text, start, end, "end");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function keyboard(key, field) {
  const isShown = key.getAttribute("aria-pressed") === "true";
  key.setAttribute("aria-pressed", String(!isShown));
  field.inputMode = isShown ? "none" : "text";
  field.blur();
  field.focus();
}
