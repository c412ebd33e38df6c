"""Pictures for warm-ups: a description becomes one SVG, drawn by pure code; the pictures of cards are drawn here too.

The strokes are those of `visuals/paper.py`, so every picture follows the same rules: no script, no style, no address.
"""

from __future__ import annotations

from typing import assert_never

from boardsup.items import visuals
from boardsup.items.cards import AreaModel, Balance, NumberLine, Tape
from boardsup.items.drawings.bars import bar_chart
from boardsup.items.drawings.dot_paper import dot_paper
from boardsup.items.drawings.graph import graph
from boardsup.items.drawings.pictures import Bars, Drawing, Graph, Shapes, Table, Tiles
from boardsup.items.drawings.table import table
from boardsup.items.drawings.tiles import tiles
from boardsup.items.visuals.paper import BadPicture


def drawn(drawing: Drawing) -> str:
    """The picture as SVG; raises `BadPicture` when its numbers do not make one."""
    match drawing:
        case Tiles():
            return tiles(drawing)
        case Shapes():
            return dot_paper(drawing)
        case Graph():
            return graph(drawing)
        case Bars():
            return bar_chart(drawing)
        case Table():
            return table(drawing)
        case AreaModel() | NumberLine() | Tape() | Balance():
            return visuals.drawn(drawing)
        case _:
            assert_never(drawing)


__all__ = ["BadPicture", "Drawing", "drawn"]
