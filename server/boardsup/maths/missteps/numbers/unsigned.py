"""The four operations on numbers without signs, in the way that their forms ask for."""

from __future__ import annotations

from boardsup.maths.missteps.numbers import columns, decimals, fractions, mixed, products, quotients
from boardsup.maths.missteps.numbers.quantities import Quantity
from boardsup.maths.missteps.work import NoAnswer, Work


def summed(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a + b."""
    match _way(a, b):
        case "whole":
            return columns.summed(work, a, b)
        case "decimal":
            return decimals.summed(work, a, b)
        case "fraction":
            return fractions.summed(work, a, b)
        case _:
            return mixed.summed(work, a, b)


def subtracted(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a − b for a ≥ b."""
    match _way(a, b):
        case "whole":
            return columns.subtracted(work, a, b)
        case "decimal":
            return decimals.subtracted(work, a, b)
        case "fraction":
            return fractions.subtracted(work, a, b)
        case _:
            return mixed.subtracted(work, a, b)


def multiplied(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a · b."""
    match _way(a, b):
        case "whole":
            return products.of_wholes(work, a, b)
        case "decimal":
            return products.of_decimals(work, a, b)
        case "fraction":
            return fractions.multiplied(work, a, b)
        case _:
            return mixed.multiplied(work, a, b)


def divided(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a ÷ b."""
    if not b.value:
        raise NoAnswer
    match _way(a, b):
        case "whole":
            return quotients.of_wholes(work, a, b)
        case "decimal":
            return quotients.of_decimals(work, a, b)
        case "fraction":
            return fractions.divided(work, a, b)
        case _:
            return mixed.divided(work, a, b)


def _way(a: Quantity, b: Quantity) -> str:
    """The form in which the two are worked with; decimals together with fractions become fractions."""
    forms = {a.form, b.form}
    return next(form for form in ("mixed", "fraction", "decimal", "whole") if form in forms)
