// The island of a live page: every live form's fields go out by the line, every frame comes in through htmx.
// It says "line" and "outbox" whenever those change; other islands listen and never touch the line themselves.

import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { readReceipts, readSettled, seat } from "./receipts.js";
import { swap } from "./swap.js";

const HAND_INS = new Set(["answer", "dont_know", "share"]);
const GLIMPSES = new Set(["echo", "preview", "draw", "boards"]);
const AGAIN = 4000;
const TOO_LATE = 10000;
const RELOAD_WITHIN = 3000;

const outbox = new Outbox(document.body.dataset.room);
const presses = new Map();
let isSaving = true;

const line = new Line(document.body.dataset, { frame: swap, up, down: () => tell("down"), closed });

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-live]");
  if (!form) return;
  event.preventDefault();
  carry(Object.fromEntries(new FormData(form, event.submitter)));
});
document.addEventListener("carry", (event) => carry(event.detail));
document.addEventListener("regions", settle);
document.addEventListener("use-this-tab", start);
document.addEventListener("visibilitychange", () => (document.hidden ? line.hide() : line.refresh()));
window.addEventListener("pageshow", (event) => event.persisted && line.refresh());
window.addEventListener("online", () => line.refresh());
setInterval(sendWaiting, AGAIN);
start();

async function start() {
  await outbox.open();
  settle();
  line.start();
}

/** Take a command on its way: a hand-in is kept until it is acknowledged, a press goes as soon as it can, or not at all. */
function carry(fields) {
  if (HAND_INS.has(fields.do)) handIn(fields);
  else if (!line.send(fields) && !GLIMPSES.has(fields.do)) presses.set(JSON.stringify(fields), performance.now());
}

function handIn(fields) {
  const before = outbox.waiting(seat()).find((one) => one.question === fields.question);
  if (before && said(before) === said(fields)) return; // A double tap.
  const heard = readReceipts().get(fields.question) ?? 0;
  fields.number = String(Math.max(heard, Number(before?.number ?? 0)) + 1);
  outbox.keep(seat(), fields);
  line.send(fields);
  tellWaiting();
}

function up() {
  sendWaiting();
  for (const [press, at] of presses) if (performance.now() - at < TOO_LATE) line.send(JSON.parse(press));
  presses.clear();
  tell("up");
}

/** Once more, whatever is not acknowledged yet: a hand-in that was heard before changes nothing. */
function sendWaiting() {
  if (line.isUp) for (const fields of outbox.waiting(seat())) line.send(fields);
}

/** What has been heard, or refused for good, leaves the outbox. What could not be saved goes again once it can. */
function settle() {
  const heard = [...readReceipts(), ...readSettled()];
  for (const [question, number] of heard) {
    const fields = outbox.settle(seat(), question, number);
    if (fields) document.dispatchEvent(new CustomEvent("settled", { detail: fields }));
  }
  const wasSaving = isSaving;
  isSaving = !document.getElementById("trouble")?.textContent.trim();
  if (isSaving && !wasSaving) sendWaiting();
  tellWaiting();
}

/** A hand-in without its number. */
function said(fields) {
  return JSON.stringify(Object.entries({ ...fields, number: "" }).sort());
}

function tell(state) {
  document.dispatchEvent(new CustomEvent("line", { detail: state }));
}

function tellWaiting() {
  document.dispatchEvent(new CustomEvent("outbox", { detail: outbox.waiting(seat()) }));
}

function closed(code) {
  if (code === 4009) tell("elsewhere");
  else if (code === 4004) tell("gone");
  else if (code === 4003) tell("seat");
  else setTimeout(() => location.reload(), RELOAD_WITHIN * Math.random());
}
