"""Linear equations in as many letters, solved exactly by elimination: what an unsolved system amounts to."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.labels import Value
from boardsup.maths.canonical.polynomials import Polynomial, number
from boardsup.maths.canonical.values import Expression, Place, Several, terms_of

Row = list[Fraction]


def solved(parts: tuple[t.Node, ...], names: tuple[str, ...]) -> Value:
    """The values of the letters in order; the empty set where the equations are not linear, or do not settle them."""
    rows = [_row(part, names) for part in parts if isinstance(part, t.Relation)]
    values = None if any(row is None for row in rows) else _eliminated([row for row in rows if row], len(names))
    if values is None:
        return Several(frozenset())
    return Place(tuple(Expression(terms_of(number(value))) for value in values))


def _row(relation: t.Relation, names: tuple[str, ...]) -> Row | None:
    """Coefficients of the letters and, last, the constant on the right."""
    top, low = q.in_lowest_terms(q.difference_of(evaluated(relation.left), evaluated(relation.right)))
    if any(letters for _, letters in low):
        return None
    row = [Fraction(0)] * (len(names) + 1)
    for (root, letters), coefficient in top.items():
        place = _place(letters, names)
        if root != 1 or place is None:
            return None
        row[place] += coefficient if place < len(names) else -coefficient
    return row


def _place(letters: tuple[tuple[str, int], ...], names: tuple[str, ...]) -> int | None:
    if not letters:
        return len(names)
    is_linear = len(letters) == 1 and letters[0][1] == 1 and letters[0][0] in names
    return names.index(letters[0][0]) if is_linear else None


def _eliminated(rows: list[Row], many: int) -> list[Fraction] | None:
    rows = [list(row) for row in rows]
    for column in range(many):
        pivot = next((i for i in range(column, len(rows)) if rows[i][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for i, row in enumerate(rows):
            if i != column and row[column]:
                rows[i] = [a - row[column] * b for a, b in zip(row, rows[column], strict=True)]
    return None if any(any(row) for row in rows[many:]) else [row[many] for row in rows[:many]]


def constant(a: Polynomial) -> bool:
    """Is there no letter in it?"""
    return not any(letters for _, letters in a)
