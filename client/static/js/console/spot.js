// Ask on the spot: what is typed is read back while it is typed; the fields are emptied once the question is before
// the class, and kept when it could not be asked.

const PAUSE = 250;

const form = document.querySelector("[data-spot]");
let isAsked = false;
let pause;

form.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(preview, PAUSE);
});

form.addEventListener("click", (event) => {
  const use = event.target.closest("[data-use-answer]");
  if (!use) return;
  form.elements.answer.value = use.dataset.useAnswer;
  form.elements.answer.focus();
  preview();
});

form.addEventListener("submit", () => {
  document.getElementById("notice").textContent = "";
  isAsked = true;
});

document.addEventListener("regions", () => {
  if (!isAsked) return;
  if (document.getElementById("notice").textContent.trim()) {
    isAsked = false;
    form.elements.answer.focus();
  } else if (asked() !== before) {
    isAsked = false;
    form.reset();
    preview();
    if (form.contains(document.activeElement)) document.activeElement.blur();
  }
  before = asked();
});

let before = asked();

function preview() {
  const detail = { do: "preview", ask: form.elements.ask.value, answer: form.elements.answer.value };
  document.dispatchEvent(new CustomEvent("carry", { detail }));
}

function asked() {
  return document.querySelectorAll(".agenda .entries > li").length;
}
