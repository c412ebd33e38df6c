"""The paper of a graph: where numbers lie, the grid, the axes with their numbers and labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from boardsup.items.drawings.marks import Place, hair
from boardsup.items.drawings.pictures import Axis, Graph
from boardsup.items.visuals.paper import LETTER, BadPicture, arrowhead, exactly, stroke, words

LARGEST = 280
"""The longer side of the grid, in CSS pixels."""
ROOM = 24
"""Above and to the right of the grid, for the tips of the axes."""
MOST_STEPS = 24
NUMBER_EVERY = 26
"""CSS pixels that a number on an axis needs."""


@dataclass(frozen=True, slots=True)
class Scale:
    """One axis as exact numbers, over so many CSS pixels."""

    low: Fraction
    high: Fraction
    step: Fraction
    length: float

    def at(self, number: Fraction) -> float:
        """How far along the axis a number lies."""
        return float((number - self.low) / (self.high - self.low)) * self.length

    @property
    def origin(self) -> Fraction:
        """Where the other axis crosses: 0, or the end nearest to it."""
        return min(max(Fraction(0), self.low), self.high)

    def ticks(self) -> list[Fraction]:
        """The multiples of the step on the axis, counted from its low end."""
        return [self.low + i * self.step for i in range(int((self.high - self.low) / self.step) + 1)]


@dataclass(frozen=True, slots=True)
class Plane:
    """Both axes, where the grid's upper left corner lies on the picture, and the room below the grid."""

    x: Scale
    y: Scale
    left: float
    top: float
    below: float

    def place(self, x: Fraction, y: Fraction) -> Place:
        """Where a point lies on the picture."""
        return self.left + self.x.at(x), self.top + self.y.length - self.y.at(y)

    @property
    def size(self) -> Place:
        """Of the whole picture."""
        return self.left + self.x.length + ROOM + 12, self.top + self.y.length + self.below

    def holds(self, x: Fraction, y: Fraction) -> bool:
        """Does the point lie on the grid?"""
        return self.x.low <= x <= self.x.high and self.y.low <= y <= self.y.high


def plane(graph: Graph) -> Plane:
    """The paper of this graph; raises `BadPicture`."""
    across, up = _numbers(graph.x, "x"), _numbers(graph.y, "y")
    columns, rows = ((high - low) / step for low, high, step in (across, up))
    unit = LARGEST / float(max(columns, rows))
    x, y = Scale(*across, unit * float(columns)), Scale(*up, unit * float(rows))
    longest = max(len(str(tick)) for tick in y.ticks())
    left = 14.0 if y.at(Fraction(0)) > 0 and x.low < 0 else LETTER * longest + 14
    is_low = y.low >= 0
    below = 10 + (20 if graph.has_numbers and is_low else 0) + (26 if len(graph.x.label) > 1 or is_low else 0)
    return Plane(x, y, left if graph.has_numbers else 14, ROOM + 14, below)


def paper(on: Plane, graph: Graph) -> Iterator[str]:
    """The grid, the axes, and what stands at them."""
    right, foot = on.left + on.x.length, on.top + on.y.length
    for tick in on.x.ticks():
        x = on.left + on.x.at(tick)
        yield hair(x, on.top, x, foot)
    for tick in on.y.ticks():
        y = foot - on.y.at(tick)
        yield hair(on.left, y, right, y)
    x0, y0 = on.place(on.x.origin, on.y.origin)
    yield stroke(on.left, y0, right + 12, y0, width=2)
    yield stroke(x0, foot, x0, on.top - 12, width=2)
    yield arrowhead(right + 16, y0, dx=1, dy=0)
    yield arrowhead(x0, on.top - 16, dx=0, dy=-1)
    yield from _labels(on, graph, x0, y0)
    if graph.has_numbers:
        yield from _x_numbers(on, y0)
        yield from _y_numbers(on, x0)


def _labels(on: Plane, graph: Graph, x0: float, y0: float) -> Iterator[str]:
    """A short one at the tip of its axis; words below the grid, or above it."""
    right, foot = on.left + on.x.length, on.top + on.y.length
    if len(graph.x.label) > 1:
        down = 38 if graph.has_numbers and on.y.low >= 0 else 18
        yield words(right + 16, foot + down, graph.x.label, anchor="end", size=16)
    elif graph.x.label:
        yield words(right + 18, y0 + 18, graph.x.label, size=17)
    if graph.y.label:
        yield words(x0 + 10, on.top - 24, graph.y.label, anchor="start", size=16 if len(graph.y.label) > 1 else 17)


def _x_numbers(on: Plane, y0: float) -> Iterator[str]:
    longest = max(len(str(tick)) for tick in on.x.ticks())
    every = _every(on.x, max(NUMBER_EVERY, LETTER * (longest + 1)))
    for i, tick in enumerate(on.x.ticks()):
        if _is_numbered(on.x, i, every, has_crossing=on.y.low < 0):
            yield words(on.left + on.x.at(tick), y0 + 15, str(tick), size=14)


def _y_numbers(on: Plane, x0: float) -> Iterator[str]:
    every = _every(on.y, NUMBER_EVERY)
    for i, tick in enumerate(on.y.ticks()):
        if _is_numbered(on.y, i, every, has_crossing=on.x.low < 0):
            yield words(x0 - 7, on.top + on.y.length - on.y.at(tick), str(tick), anchor="end", size=14)


def _every(scale: Scale, needed: float) -> int:
    """1 where every tick has room for its number, 2 where every other one has."""
    return max(1, ceil(needed / scale.at(scale.low + scale.step)))


def _is_numbered(scale: Scale, i: int, every: int, *, has_crossing: bool) -> bool:
    """Counted from zero where there is one; zero itself is left out where the axes cross in the middle."""
    ticks = scale.ticks()
    zero = ticks.index(Fraction(0)) if Fraction(0) in ticks else 0
    return (i - zero) % every == 0 and not (has_crossing and ticks[i] == 0)


def _numbers(axis: Axis, name: str) -> tuple[Fraction, Fraction, Fraction]:
    low, high, step = (exactly(text, f"{name}: {what}") for text, what in _parts(axis))
    if low >= high or step <= 0 or (high - low) / step > MOST_STEPS:
        raise BadPicture(f"{name} does not go from {low} to {high} in at most {MOST_STEPS} steps of {step}")
    return low, high, step


def _parts(axis: Axis) -> tuple[tuple[str, str], ...]:
    return (axis.low, "low"), (axis.high, "high"), (axis.step, "step")
