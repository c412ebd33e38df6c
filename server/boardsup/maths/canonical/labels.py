"""The plain label of a canonical value: what the teacher's console groups answers by.

Made from the value, never from what a student typed, so that 28/5, 5.6 and x = 56/10 carry one label.
"""

from __future__ import annotations

from typing import assert_never

from .polynomials import Coefficient, Letters
from .reals import Reals
from .values import ONE_TERM, Chosen, Expression, Parts, Place, Relation, Several, Terms

Value = Expression | Relation | Reals | Place | Several | Parts | Chosen
"""Everything that an answer can amount to."""


def label(value: Value) -> str:
    """A short plain text, equal exactly for equal values of one question."""
    match value:
        case Expression():
            return _expression(value)
        case Relation(sign, terms):
            return f"{_sum(terms)} {_SIGNS[sign]} 0"
        case Reals():
            return _reals(value)
        case Place(values):
            return f"({', '.join(_expression(v) for v in values)})"
        case Several(values):
            return ", ".join(sorted(_expression(v) for v in values))
        case Parts(first, second):
            return f"{_expression(first)}:{_expression(second)}"
        case Chosen(text):
            return text
        case _:
            assert_never(value)


_SIGNS = {"=": "=", "≠": "≠", "<": "<", "≤": "≤"}


def _expression(value: Expression) -> str:
    if value.low == ONE_TERM:
        return _sum(value.top)
    top = _sum(value.top) if len(value.top) < 2 else f"({_sum(value.top)})"
    low = _sum(value.low)
    is_atom = len(value.low) == 1 and value.low[0][1] == 1 and len(value.low[0][0][1]) == 1
    return f"{top}/{low}" if is_atom else f"{top}/({low})"


def _reals(value: Reals) -> str:
    if not value.points:
        return "all real numbers" if value.inside[0] else "no solution"
    if value.is_finite:
        return ", ".join(_sum(p) for p in value.points)
    if value.inside == (True, False, True):
        return f"≠ {_sum(value.points[0])}"
    return " or ".join(_pieces(value))


def _pieces(value: Reals) -> list[str]:
    """The maximal intervals in order, as `< 3`, `≥ -2`, `-1 to 3` with the signs that bound them."""
    pieces: list[str] = []
    points, inside = value.points, value.inside
    start: int | None = 0 if inside[0] else None
    for i in range(1, len(inside) + 1):
        is_in = i < len(inside) and inside[i]
        if is_in and start is None:
            start = i
        elif not is_in and start is not None:
            pieces.append(_piece(points, start, i - 1, len(inside) - 1))
            start = None
    return pieces


def _piece(points: tuple[Terms, ...], start: int, end: int, last: int) -> str:
    low = "" if start == 0 else _sum(points[(start - 1) // 2])
    high = "" if end == last else _sum(points[end // 2])
    if start == end and start % 2:
        return low
    above, below = ("≥" if start % 2 else ">"), ("≤" if end % 2 else "<")
    if not low:
        return f"{below} {high}"
    if not high:
        return f"{above} {low}"
    return f"{low} {'≤' if start % 2 else '<'} … {below} {high}"


def _sum(terms: Terms) -> str:
    text = ""
    for (root, letters), coefficient in terms:
        term = _term(-coefficient if coefficient < 0 else coefficient, root, letters)
        if not text:
            text = f"-{term}" if coefficient < 0 else term
        else:
            text += f" {'-' if coefficient < 0 else '+'} {term}"
    return text or "0"


def _term(size: Coefficient, root: int, letters: Letters) -> str:
    """One term without its sign: 3x^2, 2√3/5, 56/5."""
    rest = (f"√{root}" if root != 1 else "") + "".join(_letter(n, e) for n, e in letters)
    if not rest:
        return str(size)
    top = rest if size.numerator == 1 else f"{size.numerator}{rest}"
    return top if size.denominator == 1 else f"{top}/{size.denominator}"


def _letter(name: str, exponent: int) -> str:
    return name if exponent == 1 else f"{name}^{exponent}"
