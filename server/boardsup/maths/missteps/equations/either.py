"""Solving x + b < c or x + b > d: the same to both parts."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import Answer, a_chain, outside
from boardsup.maths.missteps.equations.parts import linear_parts
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import NoAnswer, Slip, Work


def solved(work: Work, either: t.Either, letter: str) -> Answer:
    """The two ranges, one below and one above; parts with a positive coefficient only."""
    low, high = _parts(either, letter)
    again = "eq1.same_operation" if low[0] == high[0] == 1 else "eq2.move_without_sign_change"
    ends = work.step(
        "numbers on the other side",
        tuple((c - b) / k for k, b, _, c in (low, high)),
        Slip(again, tuple((c + b) / k for k, b, _, c in (low, high)) if low[1] else None, often=True),
        Slip("ineq.one_end_only", (low[3] / low[0], (high[3] - high[1]) / high[0]) if low[1] else None),
        Slip("ineq.one_end_only", ((low[3] - low[1]) / low[0], high[3] / high[0]) if high[1] else None),
    )
    first, second = low[2], high[2]
    between = a_chain(letter, (ends[0], first), ("<" if second == ">" else "≤", ends[1]))
    strict = {"<": "≤", ">": "≥", "≤": "<", "≥": ">"}
    id = "ineq.strictness" if first in "≤≥" else "ineq.endpoint_counted"
    return work.step(
        "both parts: {}",
        outside(letter, (ends[0], first), (second, ends[1])),
        Slip("ineq.two_parts_as_between", between, often=True),
        Slip(id, outside(letter, (ends[0], strict[first]), (strict[second], ends[1]))),
    )


Part = tuple[Fraction, Fraction, str, Fraction]
"""k, b, operator and c of kx + b < c."""


def _parts(either: t.Either, letter: str) -> tuple[Part, Part]:
    found: list[Part] = []
    for part in either.parts:
        if not isinstance(part, t.Relation):
            raise NoAnswer
        line, right = linear_parts(part.left, letter), written(part.right)
        if line is None or right is None or line[0] <= 0:
            raise NoAnswer
        found.append((*line, part.operator, right.value))
    if len(found) != 2 or found[0][2] not in "<≤" or found[1][2] not in ">≥":
        raise NoAnswer
    return found[0], found[1]
