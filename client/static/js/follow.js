// The caret goes along: to the answer line of a new question, and back to the line when what stood in it was not read.

let last = null;
let wasUnread = false;

document.addEventListener("regions", follow);
follow();

function follow() {
  const field = document.querySelector(".answer-line");
  const isUnread = document.getElementById("saved")?.classList.contains("unread") ?? false;
  const isDue = field !== last || (isUnread && !wasUnread);
  [last, wasUnread] = [field, isUnread];
  const active = document.activeElement;
  const isFree = !active || active === document.body || active.closest("#task");
  if (field && isDue && isFree) field.focus({ preventScroll: true });
}
