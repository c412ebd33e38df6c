// Keys while the boards are open: arrows go from board to board, 1 and 2 mark the one to look at, C chooses, S shows, T takes back.

const sheet = document.getElementById("boards-sheet");
const STEPS = { ArrowRight: () => 1, ArrowLeft: () => -1, ArrowDown: columns, ArrowUp: () => -columns() };

document.addEventListener("keydown", (event) => {
  const isFree = !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.matches("input, select, textarea");
  if (!isFree || !sheet.matches(":popover-open")) return;
  const meant = STEPS[event.key] ? go(STEPS[event.key]()) : press(event.key.toLowerCase());
  if (meant) event.preventDefault();
});
sheet.addEventListener("focusin", mark);
document.addEventListener("regions", mark);

/** The board that 1 and 2 mean: the one with the focus, if it is to be looked at, else the first that is. */
function current() {
  const focused = document.activeElement.closest(".a-board");
  return focused?.matches(".check") ? focused : inOrder().find((board) => board.matches(".check"));
}

function mark() {
  if (!sheet.matches(":popover-open")) return;
  const now = current();
  for (const board of inOrder()) board.classList.toggle("current", board === now);
}

function press(key) {
  const choice = key === "c" && document.activeElement.closest(".a-board")?.querySelector("[data-choose]");
  const within = "12".includes(key) ? current() : sheet.querySelector(".tray:not([hidden])");
  const button = choice || within?.querySelector(`form:not([hidden]) [data-boards-key="${CSS.escape(key)}"]:not(:disabled)`);
  button?.click();
  return Boolean(button);
}

function go(step) {
  const boards = inOrder();
  if (!boards.length) return false;
  const at = boards.indexOf(document.activeElement.closest(".a-board"));
  const to = at < 0 ? 0 : Math.min(Math.max(at + step, 0), boards.length - 1);
  boards[to].querySelector(".look").focus();
  return true;
}

function columns() {
  const tops = inOrder().map((board) => board.offsetTop);
  return tops.filter((top) => top === tops[0]).length;
}

function inOrder() {
  return [...sheet.querySelectorAll(".a-board")].sort((a, b) => a.style.order - b.style.order);
}
