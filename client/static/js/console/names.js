// Names show only while the key N or the button is held: the console may be on a mirrored screen.

const page = document.querySelector(".console, .holds-names");
const button = document.querySelector("[data-hold-names]");
const isTyping = (event) => event.target.matches("input, textarea, select");
const isN = (event) => event.key.toLowerCase() === "n" && !event.ctrlKey && !event.metaKey && !event.altKey;

button.addEventListener("pointerdown", show);
for (const end of ["pointerup", "pointerleave", "pointercancel", "blur", "keyup"]) button.addEventListener(end, hide);
button.addEventListener("contextmenu", (event) => event.preventDefault());
button.addEventListener("keydown", (event) => {
  if (event.key === " " || event.key === "Enter") show();
});
document.addEventListener("keydown", (event) => isN(event) && !isTyping(event) && show());
document.addEventListener("keyup", (event) => event.key.toLowerCase() === "n" && hide());
document.addEventListener("visibilitychange", hide);
window.addEventListener("blur", hide);

function show() {
  set(true);
}

function hide() {
  set(false);
}

function set(isShown) {
  page.classList.toggle("names", isShown);
  button.setAttribute("aria-pressed", String(isShown));
}
