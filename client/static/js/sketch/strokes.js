// A drawing as a value: what lies under it, its strokes, and what was undone. Its text is what travels and what is kept
// (lesson/sketches.py reads it): p|a2 200 120 4 -3 2 0|b1 10 10.

export const WIDTH = 400;
export const HEIGHT = 240;
const LONGEST = 6000;

/** The strokes on one board. A stroke is { colour, width, points: [[x, y], ...] } in whole units of the board. */
export class Strokes {
  constructor(text = "") {
    const [ground, ...strokes] = text.split("|");
    this.ground = ground || "-";
    this.list = strokes.map(parsed).filter(Boolean);
    this.past = [];
    this.undone = [];
  }

  /** Do something to the drawing that can be undone. */
  change(action) {
    this.past.push({ list: this.list, ground: this.ground });
    this.undone = [];
    action();
  }

  add(stroke) {
    this.change(() => (this.list = [...this.list, stroke]));
    if (this.text().length > LONGEST) this.undo();
  }

  /** Take away what passes within `reach` of a point. */
  erase([x, y], reach) {
    const isHit = (stroke) => stroke.points.some(([a, b]) => Math.hypot(a - x, b - y) <= reach);
    if (this.list.some(isHit)) this.change(() => (this.list = this.list.filter((stroke) => !isHit(stroke))));
  }

  undo() {
    this.swap(this.past, this.undone);
  }

  redo() {
    this.swap(this.undone, this.past);
  }

  swap(from, to) {
    const state = from.pop();
    if (!state) return;
    to.push({ list: this.list, ground: this.ground });
    Object.assign(this, state);
  }

  get isEmpty() {
    return !this.list.length;
  }

  /** The whole drawing; nothing for an empty one. */
  text() {
    return this.isEmpty ? "" : [this.ground, ...this.list.map(printed)].join("|");
  }
}

/** Fewer points where the hand was slow: the next one counts from this many units on. */
export function isFar([x, y], [a, b], step = 3) {
  return Math.hypot(x - a, y - b) >= step;
}

function printed({ colour, width, points }) {
  let [x, y] = [0, 0];
  const steps = points.map(([a, b]) => {
    const step = `${a - x} ${b - y}`;
    [x, y] = [a, b];
    return step;
  });
  return `${colour}${width} ${steps.join(" ")}`;
}

function parsed(text) {
  const [pen, ...numbers] = text.split(" ");
  if (!/^[abc][1-4]$/.test(pen) || numbers.length < 2) return null;
  let [x, y] = [0, 0];
  const points = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    [x, y] = [x + Number(numbers[i]), y + Number(numbers[i + 1])];
    points.push([x, y]);
  }
  return { colour: pen[0], width: Number(pen[1]), points };
}
