"""Solving (x + h)² = n and (x − p)(x − q) = r as they are written."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from boardsup.maths import tree as t
from boardsup.maths.canonical.polynomials import Polynomial, minus, negative, number, plus
from boardsup.maths.canonical.radicals import square_root
from boardsup.maths.missteps.answers import Answer, several
from boardsup.maths.missteps.explore import Procedure
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import NoAnswer, Slip, Work


def procedures(equation: t.Relation, letter: str) -> list[Procedure]:
    """One way, where the equation is written so."""
    right = written(equation.right)
    if right is None:
        return []
    n = right.value
    match equation.left:
        case t.Power(base, t.Number("2")) if n > 0 and (shift := _shift(base, letter)):
            return [partial(_square, letter=letter, shift=shift, n=n)]
        case t.Product((k, t.Power(base, t.Number("2")))) if (factor := written(k)) and factor.value * n > 0:
            if shift := _shift(base, letter):
                return [partial(_square, letter=letter, shift=shift, n=n / factor.value, factor=factor.value)]
        case t.Product((first, second)):
            p, q = _shift(first, letter), _shift(second, letter)
            if p is not None and q is not None and p != q:
                return [partial(_product, letter=letter, numbers=(p, q), right=n)]
    return []


def _shift(node: t.Node, letter: str) -> Fraction | None:
    """h of x + h."""
    match node:
        case t.Sum((t.Variable(name), t.Neg(of))) if name == letter and (h := written(of)) is not None:
            return -h.value
        case t.Sum((t.Variable(name), of)) if name == letter and (h := written(of)) is not None:
            return h.value
        case t.Variable(name) if name == letter:
            return Fraction(0)
        case _:
            return None


def _square(work: Work, letter: str, shift: Fraction, n: Fraction, factor: Fraction = Fraction(1)) -> Answer:
    side = work.step(
        f"{letter} + ({shift}) = ±√{n}",
        _signed(square_root(n)),
        Slip("quad.positive_root_only", (square_root(n),), often=True),
        Slip("quad.root_not_taken", _signed(number(n)), often=True),
        Slip("root.halved", _signed(number(n / 2))),
        Slip("quad.coefficient_under_root", _signed(square_root(n * factor)) if n * factor > 0 else None),
    )
    moved = work.step(f"move {shift}", -shift, Slip("quad.shift_sign", shift, often=True))
    return several((plus(value, number(moved)) for value in side), letter)


def _product(work: Work, letter: str, numbers: tuple[Fraction, Fraction], right: Fraction) -> Answer:
    """(x + p)(x + q) = r."""
    p, q = numbers
    if not right:
        roots = (-p, -q)
        found = work.step(
            "each bracket is 0",
            roots,
            Slip("quad.signs_copied", (p, q), often=True),
            Slip("quad.one_solution_only", (-p,)),
            Slip("quad.one_solution_only", (-q,)),
            Slip("quad.divided_by_letter", (-p - q,) if not p * q else None, often=True),
            Slip("quad.constants_multiplied", (p * q,)),
            Slip("quad.constants_multiplied", (-p * q,)),
        )
        return several(map(number, found), letter)
    middle, side = number(-(p + q) / 2), (p - q) ** 2 / 4 + right
    if side < 0:
        raise NoAnswer
    root = square_root(side)
    both = (plus(middle, root), minus(middle, root))
    return several(
        work.step(
            f"multiply out and bring {right} over",
            both,
            *(Slip("quad.one_solution_only", (root,)) for root in both),
            Slip("quad.each_factor_equals_product", (number(right - p), number(right - q)), often=True),
            Slip("quad.product_read_as_zero", (number(-p), number(-q)), often=True),
        ),
        letter,
    )


def _signed(side: Polynomial) -> tuple[Polynomial, ...]:
    return side, negative(side)
