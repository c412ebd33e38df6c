"""Working out an arithmetic expression: how it is read, then one operation after the other."""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import Answer, a_number
from boardsup.maths.missteps.numbers import powers, signs
from boardsup.maths.missteps.numbers.operations import wrong_operation
from boardsup.maths.missteps.numbers.quantities import Quantity, written
from boardsup.maths.missteps.numbers.readings import as_read
from boardsup.maths.missteps.work import NoAnswer, Work


def computed(work: Work, node: t.Node) -> Answer:
    """The number that an expression without letters comes to."""
    found = value_of(work, wrong_operation(work, as_read(work, node)))
    return a_number(found.value, str(found))


def value_of(work: Work, node: t.Node) -> Quantity:
    """The value of a tree without letters, step by step."""
    numeral = written(node)
    if numeral is not None and not _is_whole_quotient(node, numeral):
        return numeral
    match node:
        case t.Neg(of):
            inner = value_of(work, of)
            return Quantity(-inner.value, inner.form, inner.top, inner.bottom)
        case t.Sum(terms):
            return _sum(work, terms)
        case t.Product(factors):
            return _product(work, factors)
        case t.Quotient(top, bottom):
            return signs.over(work, value_of(work, top), value_of(work, bottom))
        case t.Power(base, exponent):
            inner, raised = value_of(work, base), value_of(work, exponent)
            if not raised.is_whole:
                raise NoAnswer
            return powers.power(work, inner, int(raised.value))
        case t.Root(of, 2):
            return powers.square_root(work, value_of(work, of))
        case t.Absolute(of):
            return powers.size(work, value_of(work, of))
        case _:
            raise NoAnswer


def _is_whole_quotient(node: t.Node, numeral: Quantity) -> bool:
    """8/2 is a division that comes out, not a fraction."""
    return isinstance(node, t.Quotient) and numeral.is_whole and numeral.bottom > 1


def _sum(work: Work, terms: tuple[t.Node, ...]) -> Quantity:
    found = value_of(work, terms[0])
    for term in terms[1:]:
        if isinstance(term, t.Neg):
            found = signs.taken_away(work, found, value_of(work, term.of))
        else:
            found = signs.added(work, found, value_of(work, term))
    return found


def _product(work: Work, factors: tuple[t.Node, ...]) -> Quantity:
    found = value_of(work, factors[0])
    for factor in factors[1:]:
        found = signs.times(work, found, value_of(work, factor))
    return found
