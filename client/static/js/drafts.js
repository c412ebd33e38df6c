// What is being typed stays on this device until it is saved: every keystroke, for each seat and question of a lesson.
// After a reload it is back in its field, with a word and a way to clear it.

import { seat } from "./receipts.js";
import { word } from "./words.js";

const KEPT_FOR = 2 * 24 * 60 * 60 * 1000;
const PREFIX = "draft ";
const { room } = document.body.dataset;
const seen = new WeakSet();

document.addEventListener("input", (event) => {
  const question = event.target.dataset?.answer;
  if (!question) return;
  const { checked, type, value } = event.target;
  keep(question, type === "radio" && !checked ? "" : value);
  say(null);
});
document.addEventListener("settled", (event) => {
  const { question, text } = event.detail;
  if (read(name(question)) !== text) return;
  keep(question, "");
  say(null);
});
document.addEventListener("regions", giveBack);
tidy();
giveBack();

function giveBack() {
  const fields = document.querySelectorAll("[data-answer]");
  if (!fields.length) say(null);
  for (const field of fields) {
    if (seen.has(field)) continue;
    seen.add(field);
    say(null);
    const draft = read(name(field.dataset.answer));
    if (!draft || (field.type === "radio" ? field.value !== draft : field.value)) continue;
    write(field, draft);
    say(field);
  }
}

function write(field, text) {
  if (field.type === "radio") field.checked = Boolean(text);
  else field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function say(field) {
  const place = document.getElementById("kept");
  if (!place) return;
  place.hidden = !field;
  if (!field) return;
  const clear = document.createElement("button");
  clear.type = "button";
  clear.textContent = word("Clear it");
  clear.addEventListener("click", () => {
    write(field, "");
    field.focus();
  });
  place.replaceChildren(word("Your draft was kept. Not handed in yet."), " ", clear);
}

function name(question) {
  return `${PREFIX}${room} ${seat()} ${question}`;
}

function keep(question, text) {
  try {
    if (text) localStorage.setItem(name(question), JSON.stringify({ text, at: Date.now() }));
    else localStorage.removeItem(name(question));
  } catch {
    // Denied or full: the field itself has it.
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key))?.text ?? "";
  } catch {
    return "";
  }
}

function tidy() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const { at } = JSON.parse(localStorage.getItem(key)) ?? {};
      if (!(Math.abs(Date.now() - at) < KEPT_FOR)) localStorage.removeItem(key);
    }
  } catch {
    // Denied: there is nothing to tidy.
  }
}
