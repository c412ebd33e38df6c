"""a and b of what comes to ax + b."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, evaluated
from boardsup.maths.canonical.polynomials import UNIT, Hard, Polynomial, TooBig, Undefined, letters_of
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.missteps.work import NoAnswer


def linear_parts(node: t.Node, letter: str) -> tuple[Fraction, Fraction] | None:
    """a and b of an expression that comes to ax + b; None for any other."""
    try:
        top, low = evaluated(node)
        return None if low != ONE else coefficients(top, letter)
    except (NoAnswer, NotAValue, Undefined, Hard, TooBig):
        return None


def coefficients(side: Polynomial, letter: str) -> tuple[Fraction, Fraction]:
    """a and b of a side ax + b; raises `NoAnswer` for any other."""
    if not letters_of(side) <= {letter}:
        raise NoAnswer
    slope = side.get((1, ((letter, 1),)), 0)
    number = side.get(UNIT, 0)
    if len(side) > (slope != 0) + (number != 0):
        raise NoAnswer
    return Fraction(slope), Fraction(number)
