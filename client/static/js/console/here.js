// A long lesson scrolls so that its present part is in sight, with what is next, whenever another part comes.

let before = "";

document.addEventListener("regions", follow);
follow();

function follow() {
  const now = document.querySelector(".agenda .entries > .now");
  const named = now?.textContent ?? "";
  if (named === before) return;
  before = named;
  const list = document.querySelector(".agenda");
  if (now) list.scrollTop = Math.max(0, now.offsetTop - list.offsetTop - now.offsetHeight);
}
