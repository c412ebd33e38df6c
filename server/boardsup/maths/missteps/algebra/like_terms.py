"""Putting like terms together.

Joining unlike terms: Küchemann 1981, Booth 1984; the detached minus sign: Herscovics & Linchevski 1994; the unit
coefficient and added exponents: documented in Ashlock 2006 and the sources of problems/misconceptions.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod

from boardsup.maths.canonical.polynomials import UNIT, Monomial, Polynomial
from boardsup.maths.missteps.algebra.terms import Terms, of_polynomial
from boardsup.maths.missteps.work import Slip, Work

Groups = dict[Monomial, list[Fraction]]


def combined(work: Work, terms: Terms) -> Polynomial:
    """The sum with like terms put together; some put unlike ones together too."""
    return _conjoined(work, collected(work, terms), terms)


def collected(work: Work, terms: Terms) -> Polynomial:
    """The sum with like terms put together."""
    groups = _grouped(terms)
    found: Polynomial = {}
    for monomial, coefficients in groups.items():
        total = _total(work, monomial, coefficients)
        for m, c in _as_counted(work, monomial, coefficients, total).items():
            value = found.get(m, 0) + c
            found[m] = value
    return {m: c for m, c in found.items() if c}


def _grouped(terms: Terms) -> Groups:
    groups: Groups = {}
    for coefficient, monomial in terms.items:
        groups.setdefault(monomial, []).append(coefficient)
    return groups


def _total(work: Work, monomial: Monomial, coefficients: list[Fraction]) -> Fraction:
    """The sum of the coefficients of like terms, with the ways in which a sign gets lost."""
    total = sum(coefficients, Fraction(0))
    if len(coefficients) == 1:
        return total
    shown = Terms(tuple((c, monomial) for c in coefficients))
    is_number = monomial == UNIT
    return work.step(
        (shown, ": {}"),
        total,
        *(_of_two(coefficients, is_number=is_number) if len(coefficients) == 2 else _of_many(coefficients)),
    )


def _of_two(coefficients: list[Fraction], *, is_number: bool) -> Iterator[Slip[Fraction]]:
    a, b = coefficients
    both = abs(a) + abs(b)
    if a < 0 < b:
        id = "int.add_magnitudes_keep_minus" if is_number else "like.negative_leading"
        yield Slip(id, -both, often=True)
    elif b < 0 < a:
        yield Slip("like.sign_of_term_lost", both, rare=True)
        if abs(b) > a:
            yield Slip("int.smaller_from_larger", abs(b) - a)
    elif a < 0 and b < 0:
        yield Slip("int.two_negatives_make_positive_add", both)
        yield Slip("int.ignored_second_sign", a - b, often=True)


def _of_many(coefficients: list[Fraction]) -> Iterator[Slip[Fraction]]:
    """a − b + c as a − (b + c)."""
    at = next((i for i, c in enumerate(coefficients) if i and c < 0), None)
    if at is not None and at + 1 < len(coefficients):
        yield Slip(
            "like.detach_minus", sum(coefficients[: at + 1], -sum(coefficients[at + 1 :], Fraction(0))), often=True
        )
    yield Slip("like.sign_of_term_lost", sum(map(abs, coefficients), Fraction(0)), rare=True)


def _as_counted(work: Work, monomial: Monomial, coefficients: list[Fraction], total: Fraction) -> Polynomial:
    """The group's one term, unless the letters were counted in another way."""
    root, letters = monomial
    right: Polynomial = {monomial: total}
    if len(coefficients) == 1 or not letters:
        return right
    higher: Monomial = (root, tuple((name, exponent * len(coefficients)) for name, exponent in letters))
    without_units = sum((c for c in coefficients if abs(c) != 1), Fraction(0))
    product = prod(coefficients)
    has_unit = any(abs(c) == 1 for c in coefficients)
    return work.step(
        "count the letters",
        right,
        Slip("like.add_exponents", {higher: total}, often=True),
        Slip("like.add_exponents", {higher: Fraction(1)} if set(coefficients) == {1} else None),
        Slip("like.multiplied_coefficients", {monomial: product} if not has_unit else None, rare=True),
        Slip("like.multiplied_coefficients", {higher: product} if not has_unit else None, rare=True),
        Slip("like.invisible_one", {UNIT: without_units} if without_units and has_unit else None),
        Slip("like.coefficient_one_as_zero", {monomial: without_units} if without_units else None),
        Slip("like.used_one_term", {monomial: coefficients[0]}, rare=True),
    )


def _conjoined(work: Work, found: Polynomial, terms: Terms) -> Polynomial:
    """Unlike terms stay apart, or are joined into one."""
    if len(found) < 2:
        return found
    top = max(found, key=lambda m: sum(e for _, e in m[1]))
    total = sum(found.values())
    degrees = [sum(e for _, e in m[1]) for m in found]
    names = {name for _, letters in found for name, _ in letters}
    raised: Monomial | None = None
    if len(names) == 1 and min(degrees) >= 1:
        raised = (1, ((next(iter(names)), sum(degrees)),))
    together: Monomial | None = None
    if len(names) > 1 and max(degrees) == 1:
        together = (1, tuple((name, 1) for name in sorted(names)))
    return work.step(
        ("together: ", of_polynomial(found)),
        found,
        Slip("like.conjoin", {top: total} if total and together is None else None, often=True),
        Slip("like.conjoin", {together: total} if together is not None and total else None, often=True),
        Slip("like.conjoin", {raised: total} if raised is not None and total else None),
    )
