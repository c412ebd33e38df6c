"""A balance: what lies on each pan, level, with the move that is made on both."""

from __future__ import annotations

from collections.abc import Iterator

from boardsup.items.cards import Balance
from boardsup.items.visuals.paper import LETTER, BadPicture, box, listed, picture, shown, stroke, words

HIGH = 40
GAP = 6
MOST_BOXES = 10
"""Boxes of one pan."""


def balance(scales: Balance) -> str:
    """The picture as SVG; raises `BadPicture`."""
    if max(len(scales.left), len(scales.right)) > MOST_BOXES:
        raise BadPicture(f"a pan holds at most {MOST_BOXES} boxes")
    pan = max(_width(scales.left), _width(scales.right), 150.0)
    left, right = 10 + pan / 2, 10 + pan + 60 + pan / 2
    middle, beam = (left + right) / 2, 8 + HIGH + 22
    parts = [*_pan(scales.left, left, pan), *_pan(scales.right, right, pan)]
    parts += [stroke(left, beam, right, beam, width=3), stroke(left, beam, left, beam - 18)]
    parts += [stroke(right, beam, right, beam - 18)]
    parts.append(f'<polygon points="{middle:.1f},{beam} {middle - 20:.1f},{beam + 36} {middle + 20:.1f},{beam + 36}"/>')
    height = beam + 40.0
    if scales.move:
        parts.append(words(middle, height + 14, scales.move))
        height += 32
    return picture(2 * pan + 80, height, parts, title="Balance", description=_description(scales))


def _width(texts: tuple[str, ...]) -> float:
    return sum(_box_width(text) for text in texts) + GAP * (len(texts) - 1)


def _box_width(text: str) -> float:
    return max(34.0, LETTER * len(text) + 16)


def _pan(texts: tuple[str, ...], middle: float, pan: float) -> Iterator[str]:
    yield stroke(middle - pan / 2, 8 + HIGH + 4, middle + pan / 2, 8 + HIGH + 4, width=3)
    x = middle - _width(texts) / 2
    for text in texts:
        wide = _box_width(text)
        yield box(x, 8, wide, HIGH)
        yield words(x + wide / 2, 8 + HIGH / 2, text)
        x += wide + GAP


def _description(scales: Balance) -> str:
    move = f" On both sides: {shown(scales.move)}." if scales.move else ""
    return f"A level balance: {listed(scales.left)} on the left, {listed(scales.right)} on the right.{move}"
