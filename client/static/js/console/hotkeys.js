// One key for each press of the console, never while one types. The sheet lists them.

const sheet = document.getElementById("keys-sheet");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || sheet.open) return;
  const isTyping = event.target.matches("input, textarea, select");
  if (isTyping) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "n" || event.key === "N") names(true);
  else if (event.key === "?") sheet.showModal();
  else if (event.key === "Enter" && event.target === document.body) press(document.querySelector(".stage .main, .calling .main"), event);
  else press(find(event.key === "Escape" ? "b" : event.key.toLowerCase()), event);
});
document.addEventListener("keyup", (event) => (event.key === "n" || event.key === "N") && names(false));
document.querySelector("[data-open-sheet]").addEventListener("click", () => sheet.showModal());
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-clear]")) setTimeout(() => event.target.reset());
});

function find(key) {
  return /^[a-z]$/.test(key) ? document.querySelector(`[data-hotkey="${key}"]`) : null;
}

function press(element, event) {
  if (!element) return;
  event.preventDefault();
  if (element.tagName === "INPUT") element.focus();
  else element.click();
}

function names(isShown) {
  document.dispatchEvent(new CustomEvent("hold-names", { detail: isShown }));
}
