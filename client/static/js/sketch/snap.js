// Points and lines that snap to the number line or the plane: what is tapped becomes strokes, and an answer to hand in.

const PLANE = { x: 200, y: 120, step: 20, xs: 10, ys: 6 };
const LINE = { x: 200, y: 120, step: 18, xs: 10 };
const MARK = { colour: "a", width: 4 };
const THIN = { colour: "a", width: 2 };

export const TOOLS = { p: ["point", "line"], n: ["point", "ray", "open_ray"] };

/** What taps with a tool make: { strokes, answer }, or nothing before there are enough of them. */
export function snapped(ground, tool, taps) {
  if (ground === "p") return onPlane(tool, taps.map(toPlane));
  return onLine(tool, taps.map(([x]) => whole((x - LINE.x) / LINE.step, LINE.xs)));
}

function onPlane(tool, points) {
  const marks = points.map(([x, y]) => ({ ...MARK, points: [fromPlane([x, y])] }));
  if (tool === "point") return { strokes: marks, answer: `(${signed(points[0][0])}, ${signed(points[0][1])})` };
  const [[x, y], [a, b]] = [points[0], points[1] ?? points[0]];
  if (points.length < 2 || (x === a && y === b)) return { strokes: marks.slice(0, 1), answer: "" };
  return { strokes: [...marks, through([x, y], [a, b])], answer: equation([x, y], [a, b]) };
}

function onLine(tool, [from, towards]) {
  const place = [LINE.x + LINE.step * from, LINE.y];
  const mark = tool === "open_ray" ? ring(place) : { ...MARK, points: [place] };
  if (tool === "point") return { strokes: [mark], answer: signed(from) };
  if (towards === undefined || towards === from) return { strokes: [mark], answer: "" };
  const isUp = towards > from;
  const start = [place[0] + (isUp ? 6 : -6), LINE.y];
  const ray = { colour: "a", width: 3, points: [start, [isUp ? 394 : 6, LINE.y]] };
  const sign = tool === "open_ray" ? (isUp ? ">" : "<") : isUp ? "≥" : "≤";
  return { strokes: [mark, ray], answer: `x ${sign} ${signed(from)}` };
}

/** The line through two points, as long as the board. */
function through([x, y], [a, b]) {
  const ends = x === a ? [[x, -PLANE.ys], [x, PLANE.ys]] : clipped([x, y], (b - y) / (a - x));
  return { ...THIN, points: ends.map(fromPlane) };
}

function clipped([x, y], slope) {
  const at = (u) => [u, y + slope * (u - x)];
  const reach = slope ? [-PLANE.ys, PLANE.ys].map((v) => x + (v - y) / slope).sort((p, q) => p - q) : [-PLANE.xs, PLANE.xs];
  return [at(Math.max(-PLANE.xs, reach[0])), at(Math.min(PLANE.xs, reach[1]))];
}

/** y = mx + b with whole numbers and fractions, as one would write it. */
function equation([x, y], [a, b]) {
  if (x === a) return `x = ${signed(x)}`;
  const [rise, run] = lowest(b - y, a - x);
  const [top, bottom] = lowest(y * run - rise * x, run);
  const slope = rise === 0 ? "" : `${rise === run ? "" : rise === -run ? "−" : fraction(rise, run)}x`;
  if (top === 0) return `y = ${slope || "0"}`;
  return `y = ${slope}${slope ? (top < 0 ? " − " : " + ") : top < 0 ? "−" : ""}${fraction(Math.abs(top), bottom)}`;
}

function fraction(top, bottom) {
  if (bottom === 1) return signed(top);
  return `${top < 0 ? "−" : ""}(${Math.abs(top)}/${bottom})`;
}

function lowest(top, bottom) {
  let [a, b] = [Math.abs(top), Math.abs(bottom)];
  while (b) [a, b] = [b, a % b];
  const sign = bottom < 0 ? -1 : 1;
  return [(sign * top) / a, (sign * bottom) / a];
}

function ring([x, y]) {
  const points = Array.from({ length: 9 }, (_, i) => [6 * Math.cos((i * Math.PI) / 4), 6 * Math.sin((i * Math.PI) / 4)]);
  return { ...THIN, points: points.map(([a, b]) => [Math.round(x + a), Math.round(y + b)]) };
}

function toPlane([x, y]) {
  return [whole((x - PLANE.x) / PLANE.step, PLANE.xs), whole((PLANE.y - y) / PLANE.step, PLANE.ys)];
}

function fromPlane([x, y]) {
  return [Math.round(PLANE.x + PLANE.step * x), Math.round(PLANE.y - PLANE.step * y)];
}

function whole(value, most) {
  return Math.max(-most, Math.min(most, Math.round(value))) + 0;
}

function signed(n) {
  return String(n).replace("-", "−");
}
