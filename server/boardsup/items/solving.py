"""The one solution of an equation in one letter, linear or a fraction that becomes so; exact."""

from __future__ import annotations

from fractions import Fraction

from boardsup.items.worth import NoWorth
from boardsup.maths.canonical.from_tree import NotAValue, expression
from boardsup.maths.canonical.polynomials import Hard, TooBig, Undefined
from boardsup.maths.canonical.values import Terms
from boardsup.maths.reading import Unread, read
from boardsup.maths.tree import Neg, Relation, Sum


def solution(equation: str, letter: str) -> Fraction:
    """The value of the letter; raises `NoWorth` where there is none, more than one, or the text is no equation."""
    tree = read(equation, variables=frozenset(letter))
    if isinstance(tree, Unread) or not isinstance(tree, Relation) or tree.operator != "=":
        raise NoWorth(f"“{equation}” is no equation in {letter}")
    try:
        difference = expression(Sum((tree.left, Neg(tree.right))))
    except (NotAValue, Undefined, Hard, TooBig) as error:
        raise NoWorth(f"“{equation}” cannot be solved here") from error
    constant, slope = _linear(difference.top, letter)
    if not slope:
        raise NoWorth(f"“{equation}” does not have one solution")
    found = -constant / slope
    low_constant, low_slope = _linear(difference.low, letter)
    if not low_constant + low_slope * found:
        raise NoWorth(f"“{equation}” divides by zero at its solution")
    return found


def _linear(terms: Terms, letter: str) -> tuple[Fraction, Fraction]:
    """Constant and coefficient of a polynomial of the first degree."""
    constant = slope = Fraction(0)
    for (root, letters), coefficient in terms:
        if root != 1:
            raise NoWorth("there is a root in it")
        if not letters:
            constant = Fraction(coefficient)
        elif letters == ((letter, 1),):
            slope = Fraction(coefficient)
        else:
            raise NoWorth("it is not linear")
    return constant, slope
