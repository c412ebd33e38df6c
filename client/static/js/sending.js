// The receipt of what is not saved yet: "Waiting to send", with what it is, until the Saved region takes over.

import { word } from "./words.js";

const PATIENCE = 400;

let timer;

document.addEventListener("outbox", (event) => {
  clearTimeout(timer);
  const [place, fields] = [document.getElementById("sending"), event.detail.at(-1)];
  if (!place) return;
  if (!fields) place.hidden = true;
  // What is acknowledged at once was never worth a word.
  else timer = setTimeout(() => show(place, fields), place.hidden ? PATIENCE : 0);
});

function show(place, fields) {
  const wrote = [fields.choice, fields.text].filter(Boolean).join(": ");
  const said = fields.do === "dont_know" ? word("I don't know yet.") : wrote || word("Your drawing");
  place.querySelector(".what").textContent = said;
  place.hidden = false;
}
