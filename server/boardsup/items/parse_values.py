"""The values that a drawn number may take, as written: 2..9, -9..9 except 0, 10..50 by 10, [5, 10, 25]."""

from __future__ import annotations

import re
from fractions import Fraction

from boardsup.items.fields import Fields, exact
from boardsup.items.sheet import Row, Text, Value

MOST = 400
"""Values of one number."""

_RANGE = re.compile(r"(\S+?)\.\.(\S+?)(?: by (\S+))?(?: except (\S.*))?")
_MEND = "write 2..9, -9..9 except 0, 10..50 by 10, or [5, 10, 25]"


def values(fields: Fields, line: int, value: Value) -> tuple[Fraction, ...]:
    """Every value, in order, each once."""
    match value:
        case Text(_, text):
            found = _ranged(fields, line, text)
        case Row(_, rows):
            found = [exact(fields, row.line, row.text) for row in rows if isinstance(row, Text)]
        case _:
            found = []
    if not found or len(set(found)) < len(found):
        fields.stop(line, "these values cannot be drawn from", _MEND)
    return tuple(found)


def _ranged(fields: Fields, line: int, text: str) -> list[Fraction]:
    match = _RANGE.fullmatch(" ".join(text.replace("−", "-").split()))
    if match is None:
        return [exact(fields, line, text)]
    low, high, step = (exact(fields, line, part) for part in (match[1], match[2], match[3] or "1"))
    if step <= 0 or high < low or (high - low) / step >= MOST:
        fields.stop(line, f"“{text}” is no range of at most {MOST} values", _MEND)
    left_out = {exact(fields, line, part) for part in re.split(r"(?: and |,)", match[4] or "") if part.strip()}
    steps = int((high - low) / step)
    return [low + i * step for i in range(steps + 1) if low + i * step not in left_out]
