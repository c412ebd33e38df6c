"""When an expression is factored completely over the integers, up to units and order."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.factors import is_irreducible
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.polynomials import Polynomial, content
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.kinds.shape import Asked
from boardsup.maths.kinds.simplified import factors_of, simplified_form
from boardsup.maths.walk import children, letters_in


def factored_form(node: t.Node, asked: Asked) -> str:
    """A product of irreducible factors; the number in front is whole unless no whole one would do."""
    factors = _without_signs(node)
    numerals = [f for f in factors if not letters_in(f)]
    rest = [f for f in factors if letters_in(f)]
    if len(numerals) > 1 or not all(_is_number_in_front(f, node) for f in numerals):
        return "form.unfactored"
    for factor in rest:
        if isinstance(factor, t.Sum) and simplified_form(factor, asked) == "form.like_terms":
            return "form.like_terms"
        if not _is_complete(factor):
            return "form.unfactored"
    return ""


def _is_number_in_front(factor: t.Node, node: t.Node) -> bool:
    if forms.is_integer(factor):
        return True
    is_finished = (forms.is_fraction(factor) and forms.is_lowest_terms(factor)) or forms.is_decimal(factor)
    return is_finished and content(evaluated(node)[0]).denominator > 1


def _without_signs(node: t.Node) -> list[t.Node]:
    """The factors; a minus in front is a unit and left aside."""
    match node:
        case t.Neg(of) if isinstance(of, t.Product | t.Sum | t.Power | t.Variable):
            return _without_signs(of)
        case t.Product(factors):
            return [inner for factor in factors for inner in _without_signs(factor)]
        case _:
            return factors_of(node)


def _is_complete(factor: t.Node) -> bool:
    """A letter, a power of one, or an irreducible polynomial with integer coefficients and nothing common in them."""
    base = factor.base if isinstance(factor, t.Power) and forms.is_integer(factor.exponent) else factor
    if isinstance(base, t.Variable):
        return True
    if any(isinstance(part, t.Quotient) for part in (base, *children(base))):
        return False
    top, low = q.in_lowest_terms(evaluated(base))
    return isinstance(base, t.Sum) and low == ONE and _is_primitive(top) and is_irreducible(top)


def _is_primitive(a: Polynomial) -> bool:
    shared = set.intersection(*({name for name, _ in letters} for _, letters in a)) if a else set()
    return content(a) == 1 and not shared
