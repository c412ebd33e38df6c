"""Simplifying and expanding an expression with letters: how it is read, brackets, powers, like terms."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.canonical.polynomials import Polynomial, rational
from boardsup.maths.missteps.algebra import binomials, monomials
from boardsup.maths.missteps.algebra.distributing import distributed, divided_by, opposite_of_bracket
from boardsup.maths.missteps.algebra.like_terms import combined
from boardsup.maths.missteps.algebra.readings import as_read
from boardsup.maths.missteps.algebra.terms import Terms, constant, joined, of_polynomial
from boardsup.maths.missteps.answers import Answer, a_polynomial
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import NoAnswer, Work


def simplified(work: Work, node: t.Node) -> Answer:
    """The expression without brackets, like terms together."""
    return a_polynomial(polynomial_of(work, as_read(work, node)))


def polynomial_of(work: Work, node: t.Node) -> Polynomial:
    """A side or an expression as it comes out when it is simplified."""
    return combined(work, expanded(work, node))


def expanded(work: Work, node: t.Node) -> Terms:
    """The terms in order, brackets multiplied out, like terms not yet together."""
    number = written(node)
    if number is not None:
        return constant(number.value)
    match node:
        case t.Variable(letter):
            return Terms(((Fraction(1), (1, ((letter, 1),))),))
        case t.Neg(of):
            return _opposite(work, of)
        case t.Sum(terms):
            return joined(expanded(work, term) for term in terms)
        case t.Product(factors):
            return _product(work, factors)
        case t.Quotient(top, bottom):
            return _quotient(work, top, bottom)
        case t.Power(base, t.Number() as exponent) if exponent.is_integer:
            return _power(work, expanded(work, base), int(exponent.value))
        case t.Root(of, 2):
            return monomials.root(work, _rational(expanded(work, of)))
        case _:
            raise NoAnswer


def _opposite(work: Work, of: t.Node) -> Terms:
    """−(…): the minus belongs to the factor where there is one."""
    match of:
        case t.Product((k, *rest)) if (number := written(k)) is not None and number.value > 0:
            return _product(work, (t.Neg(k), *rest))
        case t.Sum():
            return opposite_of_bracket(work, expanded(work, of))
        case _:
            inner = expanded(work, of)
            return opposite_of_bracket(work, inner) if isinstance(of, t.Power) else inner.scaled(-1)


def _product(work: Work, factors: tuple[t.Node, ...]) -> Terms:
    parts = [expanded(work, factor) for factor in factors]
    if len(parts) > 12:
        raise NoAnswer
    # Single terms first, as one does: 2·3x(x + 1) is 6x(x + 1).
    singles = [part for part in parts if len(part.items) == 1]
    sums = [part for part in parts if len(part.items) > 1]
    found = monomials.multiplied(work, singles) if singles else sums.pop(0)
    for part in sums:
        if len(found.items) == 1:
            found = distributed(work, found.items[0], part)
        elif len(found.items) * len(part.items) > 40:
            raise NoAnswer
        else:
            found = binomials.multiplied(work, found, part)
            found = of_polynomial(found.polynomial) if len(sums) > 1 else found
    return found


def _quotient(work: Work, top: t.Node, bottom: t.Node) -> Terms:
    above, below = expanded(work, top), expanded(work, bottom)
    if len(below.items) != 1 or not below.items[0][0]:
        raise NoAnswer
    coefficient, (root, letters) = below.items[0]
    if root != 1:
        raise NoAnswer
    if not letters:
        return divided_by(work, above, coefficient)
    if len(above.items) != 1:
        raise NoAnswer
    return monomials.divided(work, above.items[0], below.items[0])


def _power(work: Work, base: Terms, exponent: int) -> Terms:
    if len(base.items) == 1:
        return monomials.raised(work, base.items[0], exponent)
    if exponent == 2:
        return binomials.squared(work, base)
    if exponent != 3 or len(base.items) > 3:
        raise NoAnswer
    return binomials.multiplied(work, of_polynomial(binomials.squared(work, base).polynomial), base)


def _rational(terms: Terms) -> Fraction:
    value = rational(terms.polynomial)
    if value is None:
        raise NoAnswer
    return Fraction(value)
