// Says in words and by a shape where the line stands: quietly while all is well, plainly when it is not.

import { word } from "./words.js";

const WORDS = {
  up: "Connected",
  opening: "Connecting",
  device: "This device is offline. Your work is kept here and sent later.",
  down: "The class server does not answer. Your work is kept here and sent later.",
  elsewhere: "This lesson is open in another tab.",
  gone: "This lesson is not here any more.",
  seat: "Please open the lesson again from its code.",
};
const PATIENCE = 400;

let state = "opening";
let timer;

document.addEventListener("line", (event) => {
  state = event.detail;
  clearTimeout(timer);
  // A line that is back at once was never worth a word.
  if (state === "down") timer = setTimeout(show, PATIENCE);
  else show();
});
window.addEventListener("offline", show);
window.addEventListener("online", show);

function show() {
  const place = document.getElementById("connection");
  const main = document.getElementById("main");
  if (!place) return;
  const isOffline = navigator.onLine === false && ["up", "down", "opening"].includes(state);
  const shown = isOffline ? "device" : state;
  place.dataset.state = shown;
  place.hidden = shown === "up" && !("always" in place.dataset);
  const words = document.createElement("span");
  words.textContent = word(WORDS[shown]);
  place.replaceChildren(words);
  if (main) main.inert = state === "elsewhere";
  if (state === "elsewhere") place.append(useThisOne());
}

function useThisOne() {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = word("Use this one");
  button.addEventListener("click", () => {
    state = "opening";
    show();
    document.dispatchEvent(new Event("use-this-tab"));
  });
  return button;
}
