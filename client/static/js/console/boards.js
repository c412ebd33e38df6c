// The boards of the class: open while their sheet is, sorted as this tab likes, one of them large after a press on it.

const sheet = document.getElementById("boards-sheet");
const sort = document.querySelector("[data-boards-sort]");
const BY = {
  tile: () => 0,
  answer: (board) => board.dataset.answerValue || "~",
  says: (board) => board.dataset.says || "~",
  time: (board) => Number(board.dataset.at) || Number.MAX_SAFE_INTEGER,
  random: (board) => chance.get(board.id) ?? chance.set(board.id, Math.random()).get(board.id),
};
let chance = new Map();
let large = "";

sheet.addEventListener("toggle", tell);
sheet.addEventListener("click", (event) => {
  const face = event.target.closest("[data-large]");
  if (!face) return;
  large = large === face.dataset.large ? "" : face.dataset.large;
  arrange();
});
sort.addEventListener("change", () => {
  chance = new Map();
  arrange();
});
document.addEventListener("regions", arrange);
document.addEventListener("line", (event) => event.detail === "up" && isOpen() && tell());

function isOpen() {
  return sheet.matches(":popover-open");
}

function tell() {
  const detail = { do: "boards", to: isOpen() ? "open" : "shut" };
  document.dispatchEvent(new CustomEvent("carry", { detail }));
}

function arrange() {
  const by = BY[sort.value];
  const boards = [...sheet.querySelectorAll(".a-board")];
  const sorted = boards.map((board, place) => [by(board), place, board]).sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j));
  sorted.forEach(([, , board], place) => {
    if (board.style.order !== String(place)) board.style.order = String(place);
    board.classList.toggle("large", board.id === `board-${large}`);
  });
}
