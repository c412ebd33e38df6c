"""Tape diagrams: boxes in a row, as long as what they stand for, with the total over them."""

from __future__ import annotations

from collections.abc import Iterator

from boardsup.items.cards import Bar, Tape
from boardsup.items.visuals.paper import LETTER, BadPicture, box, curve, exactly, picture, room_for, shown, words

WIDE = 480
HIGH = 46
BRACE = 40
"""The height of a total with its brace."""

LARGEST_RATIO = 60
"""How many times as long the longest bar may be as the shortest part."""


def tape(diagram: Tape) -> str:
    """The picture as SVG; raises `BadPicture`."""
    sizes = [[exactly(part.size, "a size") for part in bar.parts] for bar in diagram.bars]
    longest, least = max(map(sum, sizes)), min(map(min, sizes))
    if least <= 0 or longest / least > LARGEST_RATIO:
        raise BadPicture(f"sizes have to be above 0, and the longest bar at most {LARGEST_RATIO} times the least part")
    labels = tuple(bar.label for bar in diagram.bars if bar.label)
    left = room_for(labels, least=0) if labels else 4
    unit = WIDE / float(longest)
    parts: list[str] = []
    y = 4.0
    for bar, lengths in zip(diagram.bars, sizes, strict=True):
        widths = [float(length) * unit for length in lengths]
        parts += _bar(bar, widths, left=left, y=y)
        y += HIGH + 12 + (BRACE if bar.total else 0)
    return picture(left + WIDE + 4, y, parts, title="Tape diagram", description=_description(diagram))


def _bar(bar: Bar, widths: list[float], *, left: float, y: float) -> Iterator[str]:
    if bar.total:
        yield words(left + sum(widths) / 2, y + 9, bar.total)
        yield _brace(left, left + sum(widths), y + BRACE - 4)
        y += BRACE
    if bar.label:
        yield words(left - 10, y + HIGH / 2, bar.label, anchor="end")
    x = left
    for part, width in zip(bar.parts, widths, strict=True):
        yield box(x, y, width, HIGH)
        size = 18 if LETTER * len(part.text) < width else 13
        yield words(x + width / 2, y + HIGH / 2, part.text, size=size)
        x += width


def _brace(x1: float, x2: float, y: float) -> str:
    middle = (x1 + x2) / 2
    return curve(f"M{x1:.1f} {y:.1f} v-7 H{middle:.1f} v-5 v5 H{x2:.1f} v7")


def _description(diagram: Tape) -> str:
    return " ".join(_bar_said(bar) for bar in diagram.bars)


def _bar_said(bar: Bar) -> str:
    label = f"{shown(bar.label)}: a" if bar.label else "A"
    texts = [shown(part.text) for part in bar.parts]
    if len(texts) > 1 and len(set(texts)) == 1:
        boxes = f"{len(texts)} equal boxes, each with {texts[0]}"
    else:
        boxes = f"{len(texts)} {'box' if len(texts) == 1 else 'boxes'}: {', '.join(texts)}"
    total = f", {shown(bar.total)} in all" if bar.total else ""
    return f"{label} tape of {boxes}{total}."
