// A main button that changes its meaning by itself rests for a moment, so that a press meant for the old one does not land.

import { mainButton } from "./main-button.js";

const REST = 400;
const OWN = 1500;
let pressedAt = -OWN;
let meant = meaning();

document.addEventListener("submit", () => {
  pressedAt = performance.now();
});

document.addEventListener("regions", () => {
  const now = meaning();
  if (now === meant) return;
  meant = now;
  if (performance.now() - pressedAt > OWN) rest(mainButton());
});

function rest(main) {
  if (!main) return;
  main.disabled = true;
  setTimeout(() => {
    for (const resting of document.querySelectorAll(".console .main:disabled")) resting.disabled = false;
  }, REST);
}

function meaning() {
  const form = mainButton()?.form;
  return form ? [...new FormData(form).values()].join(" ") : "";
}
