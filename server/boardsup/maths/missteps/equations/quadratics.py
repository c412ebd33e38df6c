"""Solving quadratic equations: by roots, by factors, by the formula.

Each factor set equal to the right side: Matz 1982; only the positive root, signs read off the factors, and the slips
in the formula are classroom knowledge.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, evaluated
from boardsup.maths.canonical.polynomials import (
    UNIT,
    Hard,
    Polynomial,
    TooBig,
    Undefined,
    is_rational,
    letters_of,
    minus,
    negative,
    number,
    plus,
    rational,
    scaled,
)
from boardsup.maths.canonical.radicals import ONE, square_root
from boardsup.maths.canonical.roots import real_roots
from boardsup.maths.missteps.answers import Answer, in_words, several
from boardsup.maths.missteps.equations import shifted
from boardsup.maths.missteps.explore import Procedure
from boardsup.maths.missteps.work import Slip, Work

Roots = list[Polynomial]


def procedures(equation: t.Relation, letter: str) -> list[Procedure]:
    """The ways that fit how the equation is written; none where it is no quadratic."""
    coefficients = coefficients_of(equation, letter)
    if coefficients is None:
        return []
    # As it is written, where that says how to solve it; else as ax² + bx + c = 0.
    return shifted.procedures(equation, letter) or [partial(_solved, coefficients=coefficients, letter=letter)]


def coefficients_of(equation: t.Relation, letter: str) -> tuple[Fraction, Fraction, Fraction] | None:
    """a, b and c of an equation that comes to ax² + bx + c = 0; None for any other."""
    try:
        left, right = evaluated(equation.left), evaluated(equation.right)
    except (NotAValue, Undefined, Hard, TooBig):
        return None
    if left[1] != ONE or right[1] != ONE:
        return None
    top = minus(left[0], right[0])
    square: tuple[int, tuple[tuple[str, int], ...]] = (1, ((letter, 2),))
    kept = {square, (1, ((letter, 1),)), UNIT}
    if square not in top or not set(top) <= kept or letters_of(top) != {letter} or not is_rational(top):
        return None
    return Fraction(top[square]), Fraction(top.get((1, ((letter, 1),)), 0)), Fraction(top.get(UNIT, 0))


def _solved(work: Work, coefficients: tuple[Fraction, Fraction, Fraction], letter: str) -> Answer:
    """ax² + bx + c = 0."""
    a, b, c = coefficients
    square: Polynomial = {(1, ((letter, 2),)): a, (1, ((letter, 1),)): b, UNIT: c}
    roots = real_roots({m: k for m, k in square.items() if k}, letter)
    found = work.step(
        "the solutions",
        _Set(tuple(roots)),
        Slip("quad.signs_copied", _set([negative(r) for r in roots]) if b else None, often=True),
        *_one_only(roots, is_pure=not b),
        *(_of_pure(a, c) if not b else ()),
        *(_of_formula(a, b, c) if b and c else ()),
        Slip("quad.divided_by_letter", _set([number(-b / a)]) if not c and b else None, often=True),
        Slip("quad.stopped_before_dividing", _set([number(0), number(-b)]) if not c and abs(a) != 1 else None),
        Slip("quad.stopped_before_dividing", _set([number(0), number(b)]) if not c and abs(a) != 1 else None),
        Slip("quad.root_with_letter_inside", _root_of_letter_term(-b / a) if not c and b else None),
        Slip("quad.factor_not_divided", _leading_ignored(roots) if abs(a) != 1 else None),
    )
    return several(found.roots, letter) if found.roots else in_words("no solution")


class _Set:
    """Some solutions; equal when they are the same ones."""

    __slots__ = ("roots",)

    def __init__(self, roots: tuple[Polynomial, ...]) -> None:
        self.roots = roots

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Set) and _keys(self.roots) == _keys(other.roots)

    def __hash__(self) -> int:
        return hash(_keys(self.roots))


def _keys(roots: tuple[Polynomial, ...]) -> frozenset[frozenset[object]]:
    return frozenset(frozenset(root.items()) for root in roots)


def _set(roots: Roots) -> _Set | None:
    return _Set(tuple(roots)) if roots else None


def _one_only(roots: Roots, *, is_pure: bool) -> list[Slip[_Set]]:
    if len(roots) < 2:
        return []
    first, second = roots
    if is_pure:
        return [Slip("quad.positive_root_only", _set([first])), Slip("quad.negative_root_only", _set([second]))]
    mirrored = ([first, negative(second)], [negative(first), second])
    return [
        *(Slip("quad.one_solution_only", _set([root])) for root in roots),
        *(Slip("quad.factor_one_sign", _set(pair)) for pair in mirrored),
    ]


def _of_pure(a: Fraction, c: Fraction) -> list[Slip[_Set]]:
    """ax² + c = 0, that is x² = n."""
    n = -c / a
    if n < 0:
        root = square_root(-n)
        return [
            Slip("quad.root_of_negative", _set([root, negative(root)]), often=True),
            Slip("quad.root_of_negative", _set([root])),
            Slip("quad.root_of_negative", _set([negative(root)])),
        ]
    return [
        Slip("root.halved", _set([number(n / 2)]), often=True),
        Slip("root.halved", _set([number(n / 2), number(-n / 2)])),
        Slip("quad.root_not_taken", _set([number(n)])),
        Slip("quad.root_not_taken", _set([number(n), number(-n)])),
    ]


def _of_formula(a: Fraction, b: Fraction, c: Fraction) -> list[Slip[_Set]]:
    under, turned = b * b - 4 * a * c, b * b + 4 * a * c
    if under < 0:
        return []
    side = square_root(under)
    slips = [
        Slip("quad.formula_not_divided", _pair(number(-b), side, Fraction(1))),
        Slip("quad.formula_divided_by_a", _pair(number(-b), side, 1 / a), rare=True),
        Slip("quad.formula_root_not_divided", _pair(number(-b / (2 * a)), side, Fraction(1)), rare=True),
    ]
    if turned >= 0:
        slips.append(Slip("quad.discriminant_sign", _pair(number(-b), square_root(turned), 1 / (2 * a))))
    if -c / a > 0:
        linear_ignored = square_root(-c / a)
        slips.append(Slip("quad.linear_term_ignored", _set([linear_ignored, negative(linear_ignored)]), rare=True))
    return slips


def _pair(middle: Polynomial, side: Polynomial, scale: Fraction) -> _Set | None:
    return _set([scaled(plus(middle, side), scale), scaled(minus(middle, side), scale)])


def _root_of_letter_term(k: Fraction) -> _Set | None:
    """x² = kx as x = ±√k."""
    return _set([square_root(k), negative(square_root(k))]) if k > 0 else None


def _leading_ignored(roots: Roots) -> _Set | None:
    """(2x − 1)(x + 3) = 0 as x = 1 or x = −3."""
    values = [rational(root) for root in roots]
    if any(v is None for v in values):
        return None
    return _set([number(Fraction(v).numerator) for v in values if v is not None])
