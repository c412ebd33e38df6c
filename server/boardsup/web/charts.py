"""A timeline as lines to draw: how many had handed in and how many were right, second by second.

The numbers of a picture come from values alone, so nothing that anybody wrote can get into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardsup.lesson.regions import Timeline

WIDTH, HEIGHT = 600, 60
"""Of the picture, in its own units; it is stretched to the place that it has."""

SHORTEST = 20
"""Seconds that the picture spans at least, so that the first answers are not a wall."""

FLAG_WORDS = {
    "move_on": "Move on",
    "stop": "Stop",
    "leaning_move_on": "Leaning to move on",
    "leaning_stop": "Leaning to stop",
}


CERTAIN = ("move_on", "stop")


@dataclass(frozen=True, slots=True)
class Mark:
    """A flag: where it stands, in the picture's units, what it says, and whether it was certain."""

    x: float
    says: str
    second: int
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Two lines as SVG paths, the height at which enough are right, and the flags."""

    handed_in: str
    right: str
    enough: float
    marks: tuple[Mark, ...]


def charted(of: Timeline) -> Chart:
    """The lines of a timeline."""
    span = max(of.seconds, SHORTEST)

    def x(second: int) -> float:
        return round(WIDTH * second / span, 1)

    def y(count: int) -> float:
        return round(HEIGHT - HEIGHT * count / max(of.N, 1), 1)

    def line(counts: list[tuple[int, int]]) -> str:
        """Level until somebody hands in, then up: the counts are whole at every moment."""
        steps = "".join(f"H{x(second)}V{y(count)}" for second, count in counts)
        return f"M0 {HEIGHT}{steps}H{x(of.seconds)}"

    return Chart(
        handed_in=line([(one.second, one.handed_in) for one in of.arrivals]),
        right=line([(one.second, one.right) for one in of.arrivals]),
        enough=y(of.needed),
        marks=tuple(Mark(x(one.second), FLAG_WORDS[one.state], one.second, one.state in CERTAIN) for one in of.flags),
    )


TALL, WIDE = 72, 240
"""Of a small picture of shares, in its own units."""

EDGE = 8


@dataclass(frozen=True, slots=True)
class Dot:
    """One lesson: where it stands, and whether too few answers are behind it to be compared."""

    x: float
    y: float
    is_faint: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares over time: a dot a lesson, from 0 at the bottom to all at the top, and a line through them."""

    line: str
    dots: tuple[Dot, ...]


def shares(points: Sequence[tuple[int, int, int, bool]], places: int) -> Shares:
    """The picture of (place, times, settled, is it enough) among so many places; gaps stay gaps in the distance."""
    step = (WIDE - 2 * EDGE) / max(1, places - 1)
    dots = tuple(
        Dot(
            round(EDGE + place * step, 1),
            round(TALL - EDGE - (TALL - 2 * EDGE) * times / max(1, settled), 1),
            not enough,
        )
        for place, times, settled, enough in points
    )
    return Shares("M" + "L".join(f"{dot.x} {dot.y}" for dot in dots) if dots else "", dots)
