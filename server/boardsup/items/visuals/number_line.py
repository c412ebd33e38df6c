"""A number line: ticks, dots, jumps drawn as arcs, and a ray that shades a solution set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from boardsup.items.cards import Jump, NumberLine
from boardsup.items.visuals.paper import (
    LETTER,
    BadPicture,
    arrowhead,
    curve,
    dot,
    exactly,
    picture,
    shown,
    stroke,
    words,
)

WIDE = 560
MARGIN = 40
MOST_TICKS = 60
MOST_LABELS = 21
ARC = 46
"""How high a jump rises, its label above it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where numbers lie: from `low` to `high` over the width, at height `y`."""

    low: Fraction
    high: Fraction
    y: float

    def x(self, at: Fraction) -> float:
        """The place of a number; raises `BadPicture` outside the line."""
        if not self.low <= at <= self.high:
            raise BadPicture(f"{at} lies outside the line from {self.low} to {self.high}")
        return MARGIN + float((at - self.low) / (self.high - self.low)) * WIDE


def number_line(line: NumberLine) -> str:
    """The picture as SVG; raises `BadPicture`."""
    low, high, step = exactly(line.low, "low"), exactly(line.high, "high"), exactly(line.step, "step")
    if low >= high or step <= 0 or (high - low) / step > MOST_TICKS:
        raise BadPicture(f"there is no line from {low} to {high} in at most {MOST_TICKS} steps of {step}")
    y = 16.0 + (ARC + 26 if line.jumps else 0)
    scale = Scale(low, high, y)
    parts = [stroke(MARGIN - 22, y, MARGIN + WIDE + 22, y)]
    parts += [arrowhead(MARGIN - 24, y, dx=-1, dy=0), arrowhead(MARGIN + WIDE + 24, y, dx=1, dy=0)]
    parts += [*_ticks(scale, step), *_ray(scale, line), *_marks(scale, line), *_jumps(scale, line.jumps)]
    height = y + 40 + (22 if any(mark.label for mark in line.marks) else 0)
    return picture(WIDE + 2 * MARGIN, height, parts, title="Number line", description=_description(line))


def _ticks(scale: Scale, step: Fraction) -> Iterator[str]:
    """Every tick, and as many labels as there is room for; zero always has one."""
    count = int((scale.high - scale.low) / step)
    longest = max(len(str(scale.low + i * step)) for i in range(count + 1))
    room = min(MOST_LABELS, int(WIDE / (LETTER * (longest + 1))))
    every = -(-(count + 1) // max(room, 2))
    zero = next((i for i in range(count + 1) if scale.low + i * step == 0), 0)
    for i in range(count + 1):
        at = scale.low + i * step
        x = scale.x(at)
        yield stroke(x, scale.y - 6, x, scale.y + 6)
        if (i - zero) % every == 0:
            yield words(x, scale.y + 24, str(at), size=15)


def _ray(scale: Scale, line: NumberLine) -> Iterator[str]:
    if line.ray:
        x = scale.x(exactly(line.marks[0].at, "a mark"))
        end, way = (MARGIN - 24, -1) if line.ray == "left" else (MARGIN + WIDE + 24, 1)
        yield stroke(x + 7 * way, scale.y, end - 8 * way, scale.y, width=5)
        yield arrowhead(end, scale.y, dx=way, dy=0)


def _marks(scale: Scale, line: NumberLine) -> Iterator[str]:
    for mark in line.marks:
        x = scale.x(exactly(mark.at, "a mark"))
        yield dot(x, scale.y, radius=6, is_open=mark.is_open)
        if mark.label:
            yield words(x, scale.y + 46, mark.label, size=16)


def _jumps(scale: Scale, jumps: tuple[Jump, ...]) -> Iterator[str]:
    for jump in jumps:
        start, end = scale.x(exactly(jump.start, "a jump")), scale.x(exactly(jump.end, "a jump"))
        if start == end:
            raise BadPicture("a jump goes nowhere")
        top, foot = scale.y - 10 - 2 * ARC, scale.y - 10
        way = 1 if end > start else -1
        yield curve(f"M{start:.1f} {foot:.1f} Q{(start + end) / 2:.1f} {top:.1f} {end - 3 * way:.1f} {foot - 8:.1f}")
        yield arrowhead(end, foot, dx=0.5 * way, dy=0.87)
        if jump.label:
            yield words((start + end) / 2, foot - ARC - 15, jump.label, size=16)


def _description(line: NumberLine) -> str:
    said = [f"A number line from {shown(line.low)} to {shown(line.high)} in steps of {shown(line.step)}."]
    for mark in line.marks:
        sort = "An open dot" if mark.is_open else "A dot"
        said.append(f"{sort} at {shown(mark.at)}{f', {shown(mark.label)}' if mark.label else ''}.")
    if line.ray:
        said.append(f"Everything to the {line.ray} of it is shaded.")
    for jump in line.jumps:
        label = f", {shown(jump.label)}" if jump.label else ""
        said.append(f"A jump from {shown(jump.start)} to {shown(jump.end)}{label}.")
    return " ".join(said)
