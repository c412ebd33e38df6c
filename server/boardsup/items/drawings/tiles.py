"""Figures of tiles or dots: growing patterns, mixtures, rectangles; they stand on one line, labels below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from boardsup.items.drawings.marks import captioned, disc, tile
from boardsup.items.drawings.pictures import Caption, Figure, Tiles
from boardsup.items.visuals.paper import LETTER, BadPicture, listed, shown, words

FILLED, OPEN, NONE = "x", "o", "."

SIDE = 26
GAP = 30
MARGIN = 6
LEAST_WIDE, LEAST_HIGH = 200, 110
"""So that small pictures beside each other have one size."""

MOST_FIGURES, MOST_ROWS, MOST_COLUMNS = 6, 14, 20


def tiles(pattern: Tiles) -> str:
    """The picture as SVG; raises `BadPicture`."""
    for figure in pattern.figures:
        _check(figure)
    if not 1 <= len(pattern.figures) <= MOST_FIGURES:
        raise BadPicture(f"there are {len(pattern.figures)} figures; draw one to {MOST_FIGURES}")
    widths = [_width(figure) for figure in pattern.figures]
    inner = sum(widths) + GAP * (len(widths) - 1)
    wide = max(inner, LEAST_WIDE) + 2 * MARGIN
    most = max(len(figure.rows) for figure in pattern.figures) * SIDE
    high = max(most, LEAST_HIGH)
    foot = MARGIN + (high + most) / 2
    x = (wide - inner) / 2
    parts: list[str] = []
    for figure, width in zip(pattern.figures, widths, strict=True):
        parts += _marks(figure, x + (width - _columns(figure) * SIDE) / 2, foot, made_of=pattern.made_of)
        if figure.label:
            parts.append(words(x + width / 2, foot + 20, figure.label, size=17))
        x += width + GAP
    high += 2 * MARGIN + (30 if any(figure.label for figure in pattern.figures) else 0)
    return captioned((wide, high), parts, pattern.caption, _own(pattern))


def count(figure: Figure, mark: str) -> int:
    """How many marks of this sort a figure has."""
    return sum(row.count(mark) for row in figure.rows)


def _check(figure: Figure) -> None:
    if not 1 <= len(figure.rows) <= MOST_ROWS or _columns(figure) > MOST_COLUMNS:
        raise BadPicture(f"a figure has at most {MOST_ROWS} rows of {MOST_COLUMNS}")
    if set("".join(figure.rows)) - {FILLED, OPEN, NONE}:
        raise BadPicture("a row is written with x for a filled one, o for an open one, . for none")


def _columns(figure: Figure) -> int:
    return max(len(row) for row in figure.rows)


def _width(figure: Figure) -> float:
    return max(_columns(figure) * SIDE, LETTER * len(figure.label))


def _marks(figure: Figure, left: float, foot: float, *, made_of: str) -> Iterator[str]:
    top = foot - len(figure.rows) * SIDE
    for down, row in enumerate(figure.rows):
        for across, mark in enumerate(row):
            x, y = left + across * SIDE, top + down * SIDE
            if mark == NONE:
                continue
            if made_of == "tiles":
                yield tile(x, y, SIDE, is_filled=mark == FILLED)
            else:
                yield disc(x + SIDE / 2, y + SIDE / 2, SIDE / 2 - 3, is_filled=mark == FILLED)


def _own(pattern: Tiles) -> Caption:
    """In words: every figure row by row, as one would read it to somebody who draws along."""
    one = "tile" if pattern.made_of == "tiles" else "dot"
    said = (_said(figure, one) for figure in pattern.figures)
    return Caption("Tile pattern" if one == "tile" else "Dot pattern", " ".join(said))


def _said(figure: Figure, one: str) -> str:
    name = f"{shown(figure.label)}: " if figure.label else ""
    rows = [_row(row) for row in figure.rows]
    if len(rows) == 1:
        return f"{name}One row of {one}s: {rows[0]}."
    if len(set(rows)) == 1:
        return f"{name}{len(rows)} rows of {one}s, each with {rows[0]}."
    return f"{name}{len(rows)} rows of {one}s, from the top: {'; '.join(rows)}."


def _row(row: str) -> str:
    names = {FILLED: "filled", OPEN: "open", NONE: "empty"}
    runs = [(mark, len(list(run))) for mark, run in groupby(row.rstrip(NONE))]
    return listed(tuple(f"{length} {names[mark]}" for mark, length in runs)) if runs else "none"
