"""The cards of a shape: worked lines, and the reteach card with its one picture."""

from __future__ import annotations

from functools import partial

from boardsup.items.cards import (
    AreaModel,
    Balance,
    Bar,
    Jump,
    Mark,
    NumberLine,
    Part,
    Reteach,
    Tape,
    Visual,
    WorkedLine,
)
from boardsup.items.fields import Fields

Names = frozenset[str]

PICTURES = ("area", "number_line", "tape", "balance")
MOST_CELLS, MOST_MARKS, MOST_BARS, MOST_PARTS = 16, 12, 4, 14
"""What fits on a card that a class reads from the back of the room."""


def worked(fields: Fields, names: Names) -> tuple[WorkedLine, ...]:
    """The lines of the worked example."""
    return fields.each("worked", partial(_line, names=names), is_needed=True)


def reteach(fields: Fields, names: Names, *, is_own: bool = False) -> Reteach:
    """The card: what is said, and the picture, which a teacher's own item may go without."""
    words = fields.all_filled("words", names, is_needed=True)
    has_none = is_own and not any(fields.has(name) for name in PICTURES)
    return Reteach(words, None if has_none else visual(fields, names))


def visual(fields: Fields, names: Names) -> Visual:
    """The one picture among these entries."""
    given = [name for name in PICTURES if fields.has(name)]
    if len(given) != 1:
        fields.stop(fields.line, "a reteach card has one picture", f"add one of {', '.join(PICTURES)}")
    read = {"area": _area, "number_line": _number_line, "tape": _tape, "balance": _balance}[given[0]]
    return fields.inner(given[0], partial(read, names=names))


def _line(fields: Fields, names: Names) -> WorkedLine:
    line, why = fields.filled("line", names, ""), fields.filled("why", names, "")
    if not line and not why:
        fields.stop(fields.line, "a worked line has neither line nor why", "add line: …")
    return WorkedLine(line, why)


def _area(fields: Fields, names: Names) -> Visual:
    rows, columns, cells = (fields.all_filled(name, names, is_needed=True) for name in ("rows", "columns", "cells"))
    if len(cells) != len(rows) * len(columns) or len(cells) > MOST_CELLS:
        fields.stop(
            fields.line,
            f"{len(rows)} by {len(columns)} is not {len(cells)} cells",
            "give one cell for each row and column, row by row",
        )
    return AreaModel(rows, columns, cells)


def _number_line(fields: Fields, names: Names) -> Visual:
    low, high = fields.filled("low", names), fields.filled("high", names)
    step = fields.filled("step", names, "1")
    marks = fields.each("marks", partial(_mark, names=names))
    jumps = fields.each("jumps", partial(_jump, names=names))
    line, ray = fields.line_and_text("ray", "")
    if ray not in ("", "left", "right"):
        fields.stop(line, f"a ray does not go “{ray}”", "write left or right")
    if ray and not marks:
        fields.stop(line, "a ray starts at the first mark, and there is none", "add marks:")
    if len(marks) > MOST_MARKS or len(jumps) > MOST_MARKS:
        fields.stop(fields.line, f"there are more than {MOST_MARKS} marks or jumps", "keep the telling ones")
    return NumberLine(low, high, step, marks, jumps, ray)


def _mark(fields: Fields, names: Names) -> Mark:
    at, label = fields.filled("at", names), fields.filled("label", names, "")
    line, dot = fields.line_and_text("dot", "filled")
    if dot not in ("filled", "open"):
        fields.stop(line, f"no dot is “{dot}”", "write filled or open")
    return Mark(at, label, dot == "open")


def _jump(fields: Fields, names: Names) -> Jump:
    return Jump(fields.filled("from", names), fields.filled("to", names), fields.filled("label", names, ""))


def _tape(fields: Fields, names: Names) -> Visual:
    bars = fields.each("bars", partial(_bar, names=names), is_needed=True)
    if not 1 <= len(bars) <= MOST_BARS:
        fields.stop(fields.line, f"there are {len(bars)} bars", f"draw one to {MOST_BARS}")
    return Tape(bars)


def _bar(fields: Fields, names: Names) -> Bar:
    parts = fields.each("parts", partial(_part, names=names), is_needed=True)
    if not 1 <= len(parts) <= MOST_PARTS:
        fields.stop(fields.line, f"there are {len(parts)} parts", f"draw one to {MOST_PARTS}")
    return Bar(parts, fields.filled("label", names, ""), fields.filled("total", names, ""))


def _part(fields: Fields, names: Names) -> Part:
    return Part(fields.filled("text", names), fields.filled("size", names, "1"))


def _balance(fields: Fields, names: Names) -> Visual:
    left, right = fields.all_filled("left", names, is_needed=True), fields.all_filled("right", names, is_needed=True)
    return Balance(left, right, fields.filled("move", names, ""))
