"""A timeline as lines to draw: how many had handed in and how many were right, second by second.

The numbers of a picture come from values alone, so nothing that anybody wrote can get into it.
"""

from __future__ import annotations

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
