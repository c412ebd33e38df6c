// The place to draw on a student's board. It stays on this device until it is handed in; the teacher sees it grow.

import { seat } from "../receipts.js";
import { paint } from "./ink.js";
import { snapped, TOOLS } from "./snap.js";
import { HEIGHT, isFar, Strokes, WIDTH } from "./strokes.js";
import { arrange, press } from "./tools.js";

const FASTEST = 200;
const BYTES_A_SECOND = 2000;
const REACH = 10;
const { room } = document.body.dataset;

/** The board that is on the screen now, and what the hand is doing on it. */
const now = { question: "", strokes: new Strokes(), tools: { pen: "a" }, taps: [], isOpen: false, place: null };
let stroke = null;
let hasPen = false;
let timer = null;

document.addEventListener("regions", look);
document.addEventListener("click", (event) => {
  if (now.place?.contains(event.target) && press(event.target, now)) changed();
});
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-ground]") || !now.place) return;
  now.strokes.change(() => (now.strokes.ground = event.target.value));
  Object.assign(now, { taps: [], tools: { pen: now.tools.pen, isThick: now.tools.isThick } });
  changed();
});
for (const [kind, act] of [["pointerdown", begin], ["pointermove", go], ["pointerup", end], ["pointercancel", end]])
  document.addEventListener(kind, act, { passive: false });
window.addEventListener("resize", show);
look();

/** After each frame: the same drawing on the same question; another one on the next. */
function look() {
  now.place = document.querySelector("[data-sketch]");
  if (!now.place) return;
  const question = `${seat()} ${now.place.dataset.sketch}`;
  if (question !== now.question) {
    const text = read(question) || now.place.dataset.kept;
    Object.assign(now, { question, strokes: new Strokes(text), taps: [], isOpen: Boolean(text) });
    stroke = null;
  }
  show();
}

function begin(event) {
  const canvas = event.target.closest("[data-sketch] canvas");
  if (!canvas || event.button) return;
  hasPen ||= event.pointerType === "pen";
  if (stroke || (hasPen && event.pointerType === "touch")) return; // A palm beside the pen.
  event.preventDefault();
  canvas.setPointerCapture(event.pointerId);
  const point = at(canvas, event);
  if (now.tools.snap) return tap(point);
  stroke = { id: event.pointerId, colour: now.tools.pen, width: now.tools.isThick ? 3 : 1, points: [point], force: [event.pressure] };
  if (now.tools.isEraser) now.strokes.erase(point, REACH);
  show();
}

function go(event) {
  if (!stroke || event.pointerId !== stroke.id) return;
  event.preventDefault();
  const canvas = now.place.querySelector("canvas");
  const between = event.getCoalescedEvents?.() ?? [];
  for (const one of between.length ? between : [event]) {
    const point = at(canvas, one);
    if (!isFar(point, stroke.points.at(-1))) continue;
    stroke.points.push(point);
    stroke.force.push(one.pressure);
    if (now.tools.isEraser) now.strokes.erase(point, REACH);
  }
  show();
}

function end(event) {
  if (!stroke || event.pointerId !== stroke.id) return;
  const { colour, width, points, force } = stroke;
  const isFirm = event.pointerType === "pen" && force.reduce((sum, one) => sum + one, 0) / force.length > 0.6;
  stroke = null;
  if (!now.tools.isEraser) now.strokes.add({ colour, width: width + (isFirm ? 1 : 0), points });
  changed();
}

/** A tap with a tool that snaps: its strokes stand on the board, and its answer on the line. */
function tap(point) {
  now.taps = [...(now.tools.snap === "point" || now.taps.length > 1 ? [] : now.taps), point];
  const { strokes, answer } = snapped(now.strokes.ground, now.tools.snap, now.taps);
  now.strokes.change(() => (now.strokes.list = [...now.strokes.list.filter((one) => !one.isSnapped), ...strokes.map((one) => ({ ...one, isSnapped: true }))]));
  const field = answer && now.place.closest("form").querySelector("[data-answer]");
  if (field) {
    field.value = answer;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  changed();
}

function changed() {
  keep(now.question, now.strokes.text());
  show();
  tell();
}

function show() {
  if (!now.place?.isConnected) return;
  arrange(now, TOOLS[now.strokes.ground] ?? []);
  const form = now.place.closest("form");
  form.elements.sketch.value = now.strokes.text();
  // A drawing alone can be handed in.
  form.querySelector("[data-answer]").required = now.strokes.isEmpty;
  if (now.isOpen) paint(now.place.querySelector("canvas"), now.strokes, now.tools.isEraser ? null : stroke);
}

/** The teacher's grid: the whole drawing, at most five times and 2 kB a second. */
function tell() {
  if (timer) return;
  const wait = Math.max(FASTEST, (1000 * now.strokes.text().length) / BYTES_A_SECOND);
  timer = setTimeout(() => {
    timer = null;
    if (!now.place?.isConnected) return;
    const detail = { do: "draw", question: now.place.dataset.sketch, sketch: now.strokes.text() || "-" };
    document.dispatchEvent(new CustomEvent("carry", { detail }));
  }, wait);
}

function at(canvas, event) {
  const box = canvas.getBoundingClientRect();
  const within = (value, most) => Math.max(0, Math.min(most, Math.round(value * most)));
  return [within((event.clientX - box.left) / box.width, WIDTH), within((event.clientY - box.top) / box.height, HEIGHT)];
}

function keep(question, text) {
  try {
    if (text) localStorage.setItem(`draft ${room} drawing ${question}`, JSON.stringify({ text, at: Date.now() }));
    else localStorage.removeItem(`draft ${room} drawing ${question}`);
  } catch {
    // Denied or full: the board itself has it.
  }
}

function read(question) {
  try {
    return JSON.parse(localStorage.getItem(`draft ${room} drawing ${question}`))?.text ?? "";
  } catch {
    return "";
  }
}
