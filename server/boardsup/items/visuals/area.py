"""An area model: a rectangle cut into cells, a factor on each side, a product in each cell."""

from __future__ import annotations

from boardsup.items.cards import AreaModel
from boardsup.items.visuals.paper import box, listed, picture, room_for, shown, words

HIGH = 64
TOP = 34


def area_model(model: AreaModel) -> str:
    """The picture as SVG."""
    left = room_for(model.rows, least=44)
    wide = room_for((*model.columns, *model.cells), least=110)
    parts = [words(left + (i + 0.5) * wide, TOP / 2, text) for i, text in enumerate(model.columns)]
    parts += [words(left - 12, TOP + (i + 0.5) * HIGH, text, anchor="end") for i, text in enumerate(model.rows)]
    for i, text in enumerate(model.cells):
        row, column = divmod(i, len(model.columns))
        parts.append(box(left + column * wide, TOP + row * HIGH, wide, HIGH))
        parts.append(words(left + (column + 0.5) * wide, TOP + (row + 0.5) * HIGH, text))
    return picture(
        left + len(model.columns) * wide + 4,
        TOP + len(model.rows) * HIGH + 4,
        parts,
        title="Area model",
        description=_description(model),
    )


def _description(model: AreaModel) -> str:
    pairs = (
        f"{shown(row)} times {shown(column)} is {shown(model.cells[i * len(model.columns) + j])}"
        for i, row in enumerate(model.rows)
        for j, column in enumerate(model.columns)
    )
    return (
        f"A rectangle with {listed(model.rows)} along the side and {listed(model.columns)} along the top. "
        f"{'; '.join(pairs)}."
    )
