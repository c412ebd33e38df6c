"""A coordinate plane with lines and points: a story in time, a rule, two lines that meet, or do not.

A rule is a formula in x of the grammar of `formulas.py`, worth exact numbers; where it has none, the line is broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from boardsup.items.drawings.marks import Ink, Place, captioned, disc, trace
from boardsup.items.drawings.pictures import Caption, Corner, Graph, Line, Point
from boardsup.items.drawings.plane import Plane, Scale, paper, plane
from boardsup.items.formulas import BadFormula
from boardsup.items.visuals.paper import LETTER, BadPicture, exactly, listed, shown, words
from boardsup.items.worth import NoWorth, number

MOST_LINES, MOST_POINTS, MOST_CORNERS = 4, 20, 20

SAMPLES = 96
"""Pieces of a rule's curve over the whole width."""
SAID = 5
"""Points that the description of a rule's curve names, at most."""

Spot = tuple[Fraction, Fraction]


def graph(of: Graph) -> str:
    """The picture as SVG; raises `BadPicture`."""
    if len(of.lines) > MOST_LINES or len(of.points) > MOST_POINTS or not (of.lines or of.points):
        raise BadPicture(f"a graph has one to {MOST_LINES} lines, or up to {MOST_POINTS} points")
    on = plane(of)
    parts = list(paper(on, of))
    for at, line in enumerate(of.lines):
        ink: Ink = "ink-2" if at % 2 else "ink-1"
        runs = _runs(line, on)
        parts += [trace([on.place(*spot) for spot in run], ink=ink) for run in runs]
        parts += _name(line, on.place(*runs[-1][-1]), on)
    for point in of.points:
        parts += _point(point, on)
    return captioned(on.size, parts, of.caption, _own(of, on))


def _runs(line: Line, on: Plane) -> list[list[Spot]]:
    """The points to join; more than one list where a rule leaves the grid and comes back."""
    if bool(line.rule) == bool(line.through) or len(line.through) > MOST_CORNERS:
        raise BadPicture(f"a line has a rule, or goes through two to {MOST_CORNERS} points")
    if line.rule:
        runs = list(_curve(line.rule, on))
        if not runs:
            raise BadPicture(f"the graph of “{line.rule}” lies outside the grid")
        return runs
    if len(line.through) < 2:
        raise BadPicture("a line goes through two points at least")
    return [[_spot(at, on) for at in line.through]]


def _spot(at: Corner, on: Plane) -> Spot:
    x, y = exactly(at[0], "a point"), exactly(at[1], "a point")
    if not on.holds(x, y):
        raise BadPicture(f"({x}, {y}) lies outside the grid")
    return x, y


def _curve(rule: str, on: Plane) -> Iterator[list[Spot]]:
    """The parts of a rule's graph that lie on the grid, cut exactly at its edges where a piece crosses them."""
    run: list[Spot] = []
    before: Spot | None = None
    for i in range(SAMPLES + 1):
        x = on.x.low + (on.x.high - on.x.low) * i / SAMPLES
        y = _value(rule, x)
        piece = _cut(before, (x, y), on.y) if before is not None and y is not None else None
        if piece is None:
            if run:
                yield run
            run = []
        else:
            run = [*run, piece[1]] if run and run[-1] == piece[0] else [*piece]
        before = (x, y) if y is not None else None
    if run:
        yield run


def _value(rule: str, x: Fraction) -> Fraction | None:
    try:
        return number(rule, {"x": x})
    except NoWorth:
        return None
    except BadFormula as bad:
        raise BadPicture(f"“{rule}” is no rule: {bad}") from bad


def _cut(start: Spot, end: Spot, y: Scale) -> tuple[Spot, Spot] | None:
    """The part of a straight piece between the lowest and the highest grid line."""
    (x1, y1), (x2, y2) = start, end
    if max(y1, y2) < y.low or min(y1, y2) > y.high or (y1 == y2 and not y.low <= y1 <= y.high):
        return None

    def held(at: Spot) -> Spot:
        edge = min(max(at[1], y.low), y.high)
        return at if edge == at[1] else (x1 + (x2 - x1) * (edge - y1) / (y2 - y1), edge)

    return held(start), held(end)


def _name(line: Line, end: Place, on: Plane) -> Iterator[str]:
    """The label at the line's end, inside the picture."""
    if line.label:
        x = min(end[0] + 8, on.size[0] - LETTER * len(line.label))
        yield words(max(x, 4), max(end[1] - 14, 10), line.label, anchor="start", size=16)


def _point(point: Point, on: Plane) -> Iterator[str]:
    x, y = on.place(*_spot(point.at, on))
    yield disc(x, y, 6, is_filled=not point.is_open)
    if point.label:
        yield words(x + 10, y - 13, point.label, anchor="start", size=16)


def _own(of: Graph, on: Plane) -> Caption:
    said = [f"{_axis('x', on.x, of)}; {_axis('y', on.y, of)}."]
    for at, line in enumerate(of.lines, start=1):
        name = shown(line.label) if line.label else f"Line {at}" if len(of.lines) > 1 else "A line"
        said.append(f"{name}: {_course(line, on)}.")
    for point in of.points:
        label = f"{shown(point.label)}, " if point.label else ""
        said.append(f"{label or 'A '}{'ring' if point.is_open else 'dot'} at {_pair(point.at)}.")
    return Caption("Graph", " ".join(said))


def _axis(name: str, scale: Scale, of: Graph) -> str:
    label = (of.x if name == "x" else of.y).label
    named = f"{label} ({'across' if name == 'x' else 'up'})" if len(label) > 1 else name
    return f"{named} from {shown(str(scale.low))} to {shown(str(scale.high))}" if of.has_numbers else named


def _course(line: Line, on: Plane) -> str:
    if line.through:
        return f"straight from {' to '.join(_pair(at) for at in line.through)}"
    spots = [(x, y) for x in on.x.ticks() if (y := _value(line.rule, x)) is not None and on.holds(x, y)]
    if not spots:
        return "between the grid lines"
    every = ceil(len(spots) / SAID)
    zero = next((i for i, (x, _) in enumerate(spots) if x == 0), 0)
    where = listed(tuple(f"({shown(str(x))}, {shown(str(y))})" for x, y in spots[zero % every :: every]))
    return f"{'straight ' if _is_straight(spots) else ''}through {where}"


def _is_straight(spots: list[Spot]) -> bool:
    (x0, y0), (x1, y1) = spots[0], spots[-1]
    return all((y - y0) * (x1 - x0) == (y1 - y0) * (x - x0) for x, y in spots)


def _pair(at: Corner) -> str:
    return f"({shown(at[0])}, {shown(at[1])})"
