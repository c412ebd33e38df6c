"""A bar chart: upright bars over a scale that starts at 0; one that is not known yet is a question mark."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from boardsup.items.drawings.marks import captioned, hair
from boardsup.items.drawings.pictures import Bars, Caption, Measure
from boardsup.items.visuals.paper import LETTER, BadPicture, exactly, shown, stroke, words

UNKNOWN = "?"

HIGH = 210
LEFT = 48
TOP = 34
GAP = 16
LEAST_WIDE = 48
MOST_BARS, MOST_LINES = 12, 12


def bar_chart(chart: Bars) -> str:
    """The picture as SVG; raises `BadPicture`."""
    high, step = exactly(chart.high, "high"), exactly(chart.step, "step")
    if step <= 0 or not 1 <= high / step <= MOST_LINES:
        raise BadPicture(f"there is no scale from 0 to {high} in at most {MOST_LINES} steps of {step}")
    if not 1 <= len(chart.bars) <= MOST_BARS:
        raise BadPicture(f"there are {len(chart.bars)} bars; draw one to {MOST_BARS}")
    one = max([LEAST_WIDE, *(LETTER * len(bar.label) - GAP / 2 for bar in chart.bars)])
    right = LEFT + len(chart.bars) * (one + GAP) + GAP
    foot = TOP + HIGH
    parts = list(_scale(high, step, right))
    for at, bar in enumerate(chart.bars):
        parts += _bar(bar, high, LEFT + GAP + at * (one + GAP), one)
    parts.append(stroke(LEFT, foot, right, foot, width=2))
    if chart.label:
        parts.append(words(4, 14, chart.label, anchor="start", size=16))
    wide = max(right + 6, LETTER * len(chart.label) + 8)
    return captioned((wide, foot + 34), parts, chart.caption, _own(chart))


def _scale(high: Fraction, step: Fraction, right: float) -> Iterator[str]:
    for at in range(int(high / step) + 1):
        y = TOP + HIGH - float(at * step / high) * HIGH
        yield words(LEFT - 8, y, str(at * step), anchor="end", size=15)
        yield hair(LEFT, y, right, y)


def _bar(bar: Measure, high: Fraction, x: float, wide: float) -> Iterator[str]:
    foot = TOP + HIGH
    yield words(x + wide / 2, foot + 20, bar.label, size=16)
    if bar.value == UNKNOWN:
        yield words(x + wide / 2, foot - 22, UNKNOWN, size=26)
        return
    value = exactly(bar.value, "a bar")
    if not 0 <= value <= high:
        raise BadPicture(f"a bar of {value} does not fit on a scale from 0 to {high}")
    tall = float(value / high) * HIGH
    yield (f'<rect x="{x:.1f}" y="{foot - tall:.1f}" width="{wide:.1f}" height="{tall:.1f}" class="ink-1"/>')


def _own(chart: Bars) -> Caption:
    name = f"{shown(chart.label)}. " if chart.label else ""
    said = (f"{shown(b.label)}: {'not known' if b.value == UNKNOWN else shown(b.value)}." for b in chart.bars)
    return Caption("Bar chart", f"{name}{' '.join(said)}")
