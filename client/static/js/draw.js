// Drawing comes when somebody draws: its tools are loaded at the first press, or when a drawing was kept.

import { seat } from "./receipts.js";

let coming = null;

document.addEventListener("click", async (event) => {
  if (!event.target.closest("[data-sketch-open]") || coming) return;
  await bring();
  document.querySelector("[data-sketch-open]")?.click();
});
document.addEventListener("regions", bringKept);
bringKept();

function bringKept() {
  const place = document.querySelector("[data-sketch]");
  if (place && !coming && (place.dataset.kept || hasDraft(place.dataset.sketch))) bring();
}

function bring() {
  coming = import("./sketch/sketch.js");
  return coming;
}

function hasDraft(question) {
  try {
    return localStorage.getItem(`draft ${document.body.dataset.room} drawing ${seat()} ${question}`) !== null;
  } catch {
    return false;
  }
}
