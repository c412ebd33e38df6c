"""A sum as it is written: its terms in order, like ones not yet put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from boardsup.maths.canonical.labels import label
from boardsup.maths.canonical.polynomials import UNIT, Monomial, Polynomial, plus, times
from boardsup.maths.canonical.values import Expression, terms_of

Term = tuple[Fraction, Monomial]
"""Coefficient and what it counts: √r times letters with exponents; `UNIT` for a plain number."""

MOST_TERMS = 60


@dataclass(frozen=True, slots=True)
class Terms:
    """An ordered sum; the empty one is zero."""

    items: tuple[Term, ...]

    def __str__(self) -> str:
        text = ""
        for coefficient, monomial in self.items:
            shown = label(Expression((((monomial), abs(coefficient)),)))
            if not text:
                text = f"-{shown}" if coefficient < 0 else shown
            else:
                text += f" {'-' if coefficient < 0 else '+'} {shown}"
        return text or "0"

    @property
    def polynomial(self) -> Polynomial:
        """With like terms put together."""
        found: Polynomial = {}
        for coefficient, monomial in self.items:
            if coefficient:
                found = plus(found, {monomial: coefficient})
        return found

    def scaled(self, factor: Fraction | int) -> Terms:
        """Every coefficient times a number."""
        return Terms(tuple((c * factor, m) for c, m in self.items))


def constant(value: Fraction | int) -> Terms:
    """A plain number."""
    return Terms(((Fraction(value), UNIT),))


def of_polynomial(a: Polynomial) -> Terms:
    """The terms in print order."""
    return Terms(tuple((Fraction(c), m) for m, c in terms_of(a)))


def joined(parts: Iterable[Terms]) -> Terms:
    """One sum after the other."""
    return Terms(tuple(item for part in parts for item in part.items))


def product(a: Term, b: Term) -> Term:
    """The product of two terms."""
    ((monomial, coefficient),) = times({a[1]: 1}, {b[1]: 1}).items()
    return a[0] * b[0] * coefficient, monomial


def all_products(a: Terms, b: Terms) -> Terms:
    """Each term of the first times each of the second."""
    return Terms(tuple(product(x, y) for x in a.items for y in b.items))


def is_number(term: Term) -> bool:
    """Is it a plain number, without letters or roots?"""
    return term[1] == UNIT


def degree(term: Term) -> int:
    """The sum of the exponents of its letters."""
    return sum(exponent for _, exponent in term[1][1])
