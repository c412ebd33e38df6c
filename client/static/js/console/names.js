// Names show only while the key N or the button is held: the console may be on a mirrored screen.

const page = () => document.querySelector(".console");
const button = document.querySelector("[data-hold-names]");

const show = () => set(true);
const hide = () => set(false);

button.addEventListener("pointerdown", show);
for (const event of ["pointerup", "pointerleave", "pointercancel"]) button.addEventListener(event, hide);
button.addEventListener("keydown", (event) => (event.key === " " || event.key === "Enter") && show());
button.addEventListener("keyup", hide);
button.addEventListener("blur", hide);
window.addEventListener("blur", hide);
document.addEventListener("hold-names", (event) => set(event.detail));

function set(isShown) {
  page().classList.toggle("names", isShown);
  button.setAttribute("aria-pressed", String(isShown));
}
