// A square of the grid opens a sheet about one student; here every press in it learns whom, and which question, it means.
// To share a device takes two taps: the press, and then the square of the student who has one.

const sheet = document.querySelector("[data-person-sheet]");
const question = sheet.querySelector("[data-person-question]");
const page = document.querySelector(".console");
let lends = null;

document.addEventListener("click", (event) => {
  const square = event.target.closest("[data-person]");
  if (!square) return;
  if (lends) lendBeside(square, event);
  else tell(square);
}, true);

sheet.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.elements.question) form.elements.question.value = question.value;
  if (!("lend" in form.dataset) || form.elements.beside.value) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  lends = form;
  page.classList.add("lending");
  sheet.hidePopover();
}, true);

document.addEventListener("keydown", (event) => event.key === "Escape" && stop());

/** Whom the sheet is about, and what is so already. */
function tell(square) {
  const signs = new Set(square.dataset.signs.split(" "));
  for (const form of sheet.querySelectorAll("[data-about]")) {
    form.elements.student.value = square.dataset.person;
    const { when } = form.dataset;
    if (when) form.hidden = when.startsWith("!") ? signs.has(when.slice(1)) : !signs.has(when);
  }
  sheet.querySelector("[data-lend]").elements.beside.value = "";
  sheet.querySelector("[data-person-name]").textContent = square.querySelector(".name").textContent;
  listQuestions();
}

function listQuestions() {
  const listed = document.getElementById("grid").dataset.questions.split("|").filter(Boolean);
  question.replaceChildren(...listed.map((one) => new Option(one.slice(one.indexOf(" ") + 1), one.slice(0, one.indexOf(" ")))));
  question.hidden = listed.length < 2;
  sheet.querySelector("[data-asking]").hidden = !listed.length;
}

function lendBeside(square, event) {
  event.preventDefault();
  event.stopPropagation();
  const form = lends;
  stop();
  form.elements.beside.value = square.dataset.person;
  form.requestSubmit();
}

function stop() {
  lends = null;
  page.classList.remove("lending");
}
