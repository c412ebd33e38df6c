"""Pictures for reteach cards: a description in numbers becomes one small SVG, drawn by pure code.

Accessible and harmless by construction: a title and a description in words, the colour of the text around it, no
script, no style, no address, every text escaped.
"""

from __future__ import annotations

from typing import assert_never

from boardsup.items.cards import AreaModel, Balance, NumberLine, Tape, Visual
from boardsup.items.visuals.area import area_model
from boardsup.items.visuals.balance import balance
from boardsup.items.visuals.number_line import number_line
from boardsup.items.visuals.paper import BadPicture
from boardsup.items.visuals.tape import tape


def drawn(visual: Visual) -> str:
    """The picture as SVG; raises `BadPicture` when its numbers do not make one."""
    match visual:
        case AreaModel():
            return area_model(visual)
        case NumberLine():
            return number_line(visual)
        case Tape():
            return tape(visual)
        case Balance():
            return balance(visual)
        case _:
            assert_never(visual)


__all__ = ["BadPicture", "drawn"]
