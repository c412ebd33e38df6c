// The caret goes along: where a new question takes the place of another, its answer line has the focus.

let last = null;

document.addEventListener("regions", follow);
follow();

function follow() {
  const field = document.querySelector(".answer-line");
  if (field === last) return;
  last = field;
  const active = document.activeElement;
  const isFree = !active || active === document.body || active.closest("#task");
  if (field && isFree) field.focus({ preventScroll: true });
}
