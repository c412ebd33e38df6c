// Ask on the spot: the fields are emptied once the question is before the class, and kept when it could not be asked.

const form = document.querySelector("[data-spot]");
let isAsked = false;

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
    if (form.contains(document.activeElement)) document.activeElement.blur();
  }
  before = asked();
});

let before = asked();

function asked() {
  return document.querySelectorAll(".agenda .entries > li").length;
}
