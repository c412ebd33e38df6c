// The island of a live page: every live form's fields go out by the line, every frame comes in through htmx.

import { say } from "./connection.js";
import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { readReceipts, readSettled } from "./receipts.js";
import { swap } from "./swap.js";

const { room, livePage, protocol } = document.body.dataset;
const NUMBERED = new Set(["answer", "dont_know", "share"]);
const outbox = new Outbox(room);
const soon = [];

const line = new Line(room, livePage, protocol, {
  frame: swap,
  up() {
    for (const fields of outbox.waiting.values()) line.send(fields);
    while (soon.length) line.send(soon.shift());
    tell();
  },
  down: tell,
  closed,
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-live]");
  if (!form) return;
  event.preventDefault();
  carry(Object.fromEntries(new FormData(form, event.submitter)));
});

document.addEventListener("carry", (event) => carry(event.detail));
document.addEventListener("regions", settle);
document.addEventListener("visibilitychange", () => document.hidden || line.refresh());
window.addEventListener("pageshow", (event) => event.persisted && line.refresh());
window.addEventListener("online", () => line.refresh());
window.addEventListener("offline", tell);

outbox.open().then(() => {
  settle();
  line.start();
});

/** Take a command on its way: a hand-in is kept until it is acknowledged, anything else goes as soon as it can. */
function carry(fields) {
  if (NUMBERED.has(fields.do)) {
    fields.number = outbox.next(fields.question, readReceipts());
    outbox.keep(fields);
    document.dispatchEvent(new CustomEvent("handed-in", { detail: fields }));
  }
  if (!line.send(fields) && !NUMBERED.has(fields.do) && fields.do !== "echo") soon.push(fields);
  tell();
}

/** What has been heard, or refused for good, leaves the outbox. */
function settle() {
  for (const [question, number] of readReceipts()) outbox.settle(question, number);
  const settled = readSettled();
  if (settled) outbox.settle(...settled);
  tell();
}

function tell() {
  if (line.isStopped) return;
  if (!line.isUp) say("down");
  else if (outbox.waiting.size) setTimeout(() => say(outbox.waiting.size && line.isUp ? "waiting" : line.isUp ? "up" : "down"), 400);
  else say("up");
}

function closed(code) {
  if (code === 4009) {
    say("elsewhere", { word: "Use this one", press: () => line.start() });
  } else if (code === 4004) {
    say("gone");
  } else if (code === 4003) {
    say("seat");
  } else {
    location.reload();
  }
}
