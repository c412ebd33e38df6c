"""A drawing as short text, and as the paths that show it: `p|a2 200 120 4 -3 2 0|b1 10 10`.

First what lies under it (`-` nothing, `g` a grid, `n` a number line, `p` a plane), then stroke after stroke: a colour
(a to c), a width (1 to 4), and whole numbers: where it begins, then step by step how far it goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

WIDTH, HEIGHT = 400, 240
"""The size of a board in its own units; a screen shows it as large as it likes."""

LONGEST = 6_000
"""Characters of a drawing: about a minute of writing."""

DRAWN = "student.drawn"
"""The code of a hand-in that is a drawing alone."""

GROUNDS = {"-": "", "g": "grid", "n": "number-line", "p": "plane"}

_STROKE = re.compile(r"([abc])([1-4])((?: -?\d{1,3}){2,})", re.ASCII)


class BadSketch(ValueError):
    """This text is no drawing of ours."""


@dataclass(frozen=True, slots=True)
class Path:
    """One stroke: its colour and width, and SVG's path data."""

    colour: str
    width: int
    d: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """What lies under a drawing, and its strokes in the order in which they were drawn."""

    ground: str = ""
    paths: tuple[Path, ...] = ()


@lru_cache(maxsize=2_048)
def read_sketch(text: str) -> Sketch:
    """The drawing of this text, rebuilt from numbers alone. Raises `BadSketch`."""
    ground, *strokes = text.split("|")
    if len(text) > LONGEST or ground not in GROUNDS:
        raise BadSketch
    return Sketch(GROUNDS[ground], tuple(map(_path, strokes)))


def kept_sketch(text: str) -> str:
    """The same text when it is a drawing with something on it, else nothing: no answer is lost for its drawing."""
    try:
        return text if read_sketch(text).paths else ""
    except BadSketch:
        return ""


def _path(stroke: str) -> Path:
    found = _STROKE.fullmatch(stroke)
    if found is None:
        raise BadSketch
    numbers = [int(number) for number in found[3].split()]
    if len(numbers) % 2:
        raise BadSketch
    points = _points(numbers)
    if not all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points):
        raise BadSketch
    return Path(found[1], int(found[2]), _d(points))


def _points(numbers: list[int]) -> list[tuple[int, int]]:
    x = y = 0
    points = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return points


def _d(points: list[tuple[int, int]]) -> str:
    """A smooth line: each point bends the way from the middle before it to the middle after it."""
    (x, y), rest = points[0], points[1:]
    if not rest:
        return f"M{x} {y}h.01"
    bends = [f"Q{a} {b} {(a + c) / 2:g} {(b + d) / 2:g}" for (a, b), (c, d) in pairwise(rest)]
    last = f"L{rest[-1][0]} {rest[-1][1]}"
    return f"M{x} {y}{''.join(bends)}{last}"
