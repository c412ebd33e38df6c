// Puts a drawing on a canvas: what lies under it, then stroke after stroke, as smooth as the server's picture of it.

import { HEIGHT, WIDTH } from "./strokes.js";

const WIDTHS = { 1: 2, 2: 3, 3: 5, 4: 8 };
const PENS = { a: "--pen", b: "--stop", c: "--ink" };

/** Paint the whole board, with the stroke that is being drawn on top. */
export function paint(canvas, strokes, present) {
  const scale = (canvas.clientWidth || WIDTH) * (window.devicePixelRatio || 1) / WIDTH;
  const [width, height] = [Math.round(WIDTH * scale), Math.round(HEIGHT * scale)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const ink = canvas.getContext("2d");
  ink.setTransform(scale, 0, 0, scale, 0, 0);
  ink.clearRect(0, 0, WIDTH, HEIGHT);
  const look = getComputedStyle(canvas);
  ground(ink, strokes.ground, look);
  ink.lineCap = ink.lineJoin = "round";
  for (const stroke of present ? [...strokes.list, present] : strokes.list) draw(ink, stroke, look);
}

function draw(ink, { colour, width, points }, look) {
  ink.strokeStyle = look.getPropertyValue(PENS[colour]);
  ink.lineWidth = WIDTHS[width];
  ink.beginPath();
  ink.moveTo(...points[0]);
  for (let i = 1; i + 1 < points.length; i += 1) {
    const [[a, b], [c, d]] = [points[i], points[i + 1]];
    ink.quadraticCurveTo(a, b, (a + c) / 2, (b + d) / 2);
  }
  const [x, y] = points.at(-1);
  ink.lineTo(points.length > 1 ? x : x + 0.01, y);
  ink.stroke();
}

function ground(ink, kind, look) {
  ink.lineWidth = 1;
  ink.strokeStyle = look.getPropertyValue("--line");
  ink.fillStyle = look.getPropertyValue("--ink-soft");
  ink.font = "11px sans-serif";
  ink.textAlign = "center";
  if (kind === "g" || kind === "p") lines(ink);
  ink.strokeStyle = look.getPropertyValue("--ink-soft");
  if (kind === "p") plane(ink);
  if (kind === "n") numberLine(ink);
}

function lines(ink) {
  ink.beginPath();
  for (let x = 20; x < WIDTH; x += 20) trace(ink, x, 0, x, HEIGHT);
  for (let y = 20; y < HEIGHT; y += 20) trace(ink, 0, y, WIDTH, y);
  ink.stroke();
}

function plane(ink) {
  ink.beginPath();
  trace(ink, 200, 0, 200, HEIGHT);
  trace(ink, 0, 120, WIDTH, 120);
  ink.stroke();
  for (const n of [-8, -4, 4, 8]) ink.fillText(signed(n), 200 + 20 * n, 134);
  for (const n of [-4, 4]) ink.fillText(signed(n), 190, 124 - 20 * n);
}

function numberLine(ink) {
  ink.beginPath();
  trace(ink, 6, 120, 394, 120);
  for (let n = -10; n <= 10; n += 1) trace(ink, 200 + 18 * n, 114, 200 + 18 * n, 126);
  ink.stroke();
  for (let n = -10; n <= 10; n += 2) ink.fillText(signed(n), 200 + 18 * n, 144);
}

function trace(ink, x, y, a, b) {
  ink.moveTo(x, y);
  ink.lineTo(a, b);
}

function signed(n) {
  return String(n).replace("-", "−");
}
