// Boards chosen for the wall, in an order. Choosing is this tab's own; a press shows them, side by side and without a name.

const MOST = 6;

const sheet = document.getElementById("boards-sheet");
const tray = sheet.querySelector("[data-tray]");
const list = tray.querySelector("ol");
const show = tray.querySelector("[data-show-chosen]");
const takeBack = tray.querySelector("[data-take-all]");
let question = "";
let chosen = [];
let onTheWall = [];

sheet.addEventListener("click", (event) => {
  const board = event.target.closest("[data-choose]")?.closest(".a-board");
  if (board) turn(board);
  const moved = event.target.closest("[data-by]");
  if (moved) move(moved.closest("li").dataset.of, Number(moved.dataset.by));
});
document.addEventListener("regions", follow);
follow();

/** Choose a board, or no longer. Boards of another question are another choice. */
function turn(board) {
  const { student } = board.dataset;
  if (board.dataset.question !== question) chosen = [];
  question = board.dataset.question;
  if (chosen.includes(student)) chosen = chosen.filter((one) => one !== student);
  else if (chosen.length < MOST) chosen.push(student);
  draw();
}

/** One place earlier or later; out of the choice where there is no such step. */
function move(student, by) {
  const from = chosen.indexOf(student);
  chosen.splice(from, 1);
  if (by) chosen.splice(from + by, 0, student);
  draw();
  list.querySelector(`[data-of="${CSS.escape(student)}"] [data-by="${by}"]:not(:disabled)`)?.focus();
}

/** What is on the wall counts as chosen; what has left it, or the sheet, does not any more. */
function follow() {
  const there = boards().filter((board) => Number(board.dataset.shown));
  const now = there.sort((a, b) => a.dataset.shown - b.dataset.shown).map((board) => board.dataset.student);
  if (there.length && there[0].dataset.question !== question) {
    question = there[0].dataset.question;
    chosen = [];
  }
  if (now.join() !== onTheWall.join()) {
    const added = chosen.filter((one) => !now.includes(one) && !onTheWall.includes(one));
    chosen = [...now, ...added];
    onTheWall = now;
  }
  if (boards().length) chosen = chosen.filter((one) => find(one)?.dataset.question === question);
  draw();
}

function draw() {
  for (const button of sheet.querySelectorAll("[data-choose]")) {
    const place = chosen.indexOf(button.closest(".a-board").dataset.student) + 1;
    const sign = String(place || "+");
    if (button.textContent === sign) continue;
    button.setAttribute("aria-pressed", String(place > 0));
    button.textContent = sign;
  }
  if (tray.hidden && !chosen.length && !onTheWall.length) return;
  const isNew = chosen.join() !== onTheWall.join();
  const canShow = document.getElementById("boards").dataset.canShow === "yes";
  tray.hidden = !chosen.length && !onTheWall.length;
  list.replaceChildren(...chosen.map(item));
  fill(show, chosen.join(" "));
  fill(takeBack, "");
  show.querySelector("span").textContent = chosen.length > 1 ? `Show ${chosen.length} side by side` : "Show on the wall";
  show.querySelector("button").disabled = !canShow || !isNew || !chosen.length;
  takeBack.hidden = !onTheWall.length;
  tray.querySelector("[data-tray-says]").textContent = says(canShow, isNew);
}

function says(canShow, isNew) {
  if (!canShow) return "Reveal first: then they can be shown.";
  return isNew ? "No name goes with them." : "On the wall now.";
}

function fill(form, students) {
  form.elements.question.value = question;
  form.elements.students.value = students;
}

/** One chosen board in the tray: its place, what stands on it, and where it can go. */
function item(student, at) {
  const line = document.createElement("li");
  const small = Object.assign(document.createElement("span"), { className: "small-board" });
  line.dataset.of = student;
  small.append(...[...(find(student)?.querySelector(".look").children ?? [])].map((part) => part.cloneNode(true)));
  line.append(small);
  const steps = [["←", "earlier", -1, at === 0], ["→", "later", 1, at === chosen.length - 1], ["×", "out of the choice", 0, false]];
  for (const [sign, word, by, disabled] of steps) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign, disabled });
    button.setAttribute("aria-label", `Board ${at + 1} ${word}`);
    button.dataset.by = by;
    line.append(button);
  }
  return line;
}

function boards() {
  return [...sheet.querySelectorAll(".a-board")];
}

function find(student) {
  return document.getElementById(`board-${student}`);
}
