"""What an answer amounts to: one canonical value for every way of writing it.

Values are frozen and hashable, so that equal answers are found by one look-up. `Expression` may still hold
something that is treated as a letter (bars, a root of letters): then only equality proves anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .polynomials import Coefficient, Monomial, Polynomial, order

Terms = tuple[tuple[Monomial, Coefficient], ...]
"""A polynomial as a value: its terms in print order."""

Sign = Literal["=", "≠", "<", "≤"]
"""The sign of a relation to zero, the polynomial standing on the left."""


def terms_of(polynomial: Polynomial) -> Terms:
    """The polynomial as a value."""
    if len(polynomial) < 2:
        return tuple(polynomial.items())
    return tuple(sorted(polynomial.items(), key=lambda term: order(term[0])))


ONE_TERM: Terms = (((1, ()), 1),)
"""The polynomial one, as a value."""


@dataclass(frozen=True, slots=True)
class Expression:
    """top/low in lowest terms: low is 1, or primitive with a positive leading coefficient."""

    top: Terms
    low: Terms = ONE_TERM

    @property
    def is_opaque(self) -> bool:
        """Does it hold something that exact arithmetic cannot look into?"""
        return is_opaque(self)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a polynomial to zero, up to a factor that changes nothing; `divides` when letters were below."""

    sign: Sign
    terms: Terms
    divides: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Values in order: a point, or the values of the letters of a system."""

    values: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Several:
    """A finite set of values, some with letters in them."""

    values: frozenset[Expression]


@dataclass(frozen=True, slots=True)
class Parts:
    """A ratio a : b, in lowest terms, both positive or the first negative."""

    first: Expression
    second: Expression


@dataclass(frozen=True, slots=True)
class Chosen:
    """The label or wording of a choice, in lower case and single spaces."""

    text: str


def is_opaque(value: object) -> bool:
    """Does it hold something that exact arithmetic cannot look into, such as bars or a root of letters?"""
    match value:
        case Expression(top, low):
            return _has_opaque(top) or _has_opaque(low)
        case Relation(_, terms):
            return _has_opaque(terms)
        case Place(values) | Several(values):
            return any(is_opaque(part) for part in values)
        case _:
            return False


def _has_opaque(terms: Terms) -> bool:
    return any(is_opaque_name(name) for (_, letters), _ in terms for name, _ in letters)


def is_opaque_name(name: str) -> bool:
    """Is this "letter" really something exact arithmetic cannot look into?"""
    return name.endswith(")")
