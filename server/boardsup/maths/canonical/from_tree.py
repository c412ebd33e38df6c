"""From a tree to what it amounts to: expressions first, exactly and under the caps.

Things that exact arithmetic cannot look into (bars or roots of letters, functions) become letters of their own,
named after the canonical form of their inside: equal ones are found equal, others are left to a worker.
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from boardsup.maths import tree as t

from . import fractions as q
from .labels import label
from .polynomials import MOST_EXPONENT, Polynomial, TooBig, Undefined, content, leading, letter, rational, scaled
from .radicals import ONE, is_real_number, sign, square_root, whole_root
from .values import Expression


class NotAValue(Exception):
    """The tree is a relation, a list, words, …: it has no value; `args[0]` is the type code."""


def expression(node: t.Node) -> Expression:
    """The canonical value of an expression; raises `NotAValue`, `Undefined`, `TooBig` or `Hard`."""
    return q.value_of(evaluated(node))


def evaluated(node: t.Node) -> q.Quotient:
    """The value of an expression as a quotient of polynomials, not reduced."""
    match node:
        case t.Number() | t.Repeating() | t.Mixed():
            return q.constant(numeral_value(node))
        case t.Variable(name):
            return letter(name), ONE
        case t.Neg(of):
            return q.opposite(evaluated(of))
        case t.Sum(terms):
            return _sum(terms)
        case t.Product(factors):
            return _product(factors)
        case t.Quotient(top, bottom):
            return q.quotient(evaluated(top), evaluated(bottom))
        case t.Power(base, exponent):
            return _power(evaluated(base), evaluated(exponent))
        case t.Root(of, index):
            return _root(evaluated(of), index)
        case t.Absolute(of):
            return _absolute(evaluated(of))
        case t.Percent(of):
            return q.multiplied(evaluated(of), q.constant(Fraction(1, 100)))
        case t.Money(of) | t.Degrees(of):
            return evaluated(of)
        case t.Apply(function, of):
            return _opaque(function, evaluated(of))
        case _:
            raise NotAValue(type_code(node))


def numeral_value(node: t.Number | t.Repeating | t.Mixed) -> int | Fraction:
    """The exact value of one numeral."""
    match node:
        case t.Number(digits):
            if "." not in digits:
                return int(digits)
            value = node.value
        case t.Repeating():
            value = node.value
        case t.Mixed(whole, top, bottom):
            if not bottom:
                raise Undefined
            value = whole + Fraction(top, bottom)
        case _:
            assert_never(node)
    return value.numerator if value.denominator == 1 else value


def type_code(node: t.Node) -> str:
    """What a tree is, where something else was asked for."""
    match node:
        case t.Relation(_, "=", _):
            return "type.equation"
        case t.Relation() | t.Chain():
            return "type.inequality"
        case t.Either(parts) | t.Both(parts) | t.Listing(parts):
            return type_code(parts[0]) if _is_relation(parts[0]) else "type.list"
        case t.Braces() | t.PlusMinus():
            return "type.list"
        case t.Point():
            return "type.point"
        case t.Word():
            return "type.words"
        case t.Ratio():
            return "type.ratio"
        case t.WithUnit():
            return "unit.other"
        case t.Number() | t.Repeating() | t.Mixed():
            return "type.number"
        case _:
            return "type.expression"


def _is_relation(node: t.Node) -> bool:
    return isinstance(node, t.Relation | t.Chain)


def _sum(terms: tuple[t.Node, ...]) -> q.Quotient:
    result = evaluated(terms[0])
    for term in terms[1:]:
        result = q.added(result, evaluated(term))
    return result


def _product(factors: tuple[t.Node, ...]) -> q.Quotient:
    result = evaluated(factors[0])
    for factor in factors[1:]:
        result = q.multiplied(result, evaluated(factor))
    return result


def _power(base: q.Quotient, exponent: q.Quotient) -> q.Quotient:
    base, exponent = q.in_lowest_terms(base), q.in_lowest_terms(exponent)
    size = rational(exponent[0]) if exponent[1] is ONE else None
    if size is None:
        return _opaque("pow", base, exponent)
    if isinstance(size, int):
        return q.raised(base, size)
    if abs(size.numerator) > MOST_EXPONENT or size.denominator > MOST_EXPONENT:
        raise TooBig
    value = rational(base[0]) if base[1] is ONE else None
    if value is None or value <= 0:
        return _opaque("pow", base, exponent)
    return q.raised(_root(base, size.denominator), size.numerator)


def _root(of: q.Quotient, index: int) -> q.Quotient:
    of = q.in_lowest_terms(of)
    value = rational(of[0]) if of[1] is ONE else None
    if value is None:
        return _root_of_letters(of, index)
    if value < 0:
        if index % 2 == 0:
            raise Undefined
        return q.opposite(_root(q.constant(-value), index))
    if index == 2:
        return square_root(value), ONE
    exact = whole_root(value, index)
    return _opaque(f"root{index}", of) if exact is None else q.constant(exact)


def _root_of_letters(of: q.Quotient, index: int) -> q.Quotient:
    """A root that stays, with the square part of its content taken out."""
    if index != 2 or of[1] is not ONE:
        return _opaque(f"root{index}", of)
    factor = content(of[0])
    inside = scaled(of[0], Fraction(1) / factor)
    return q.multiplied((square_root(factor), ONE), _opaque("root2", (inside, ONE)))


def _absolute(of: q.Quotient) -> q.Quotient:
    of = q.in_lowest_terms(of)
    if of[1] is ONE and is_real_number(of[0]):
        return q.opposite(of) if sign(of[0]) < 0 else of
    factor = content(of[0])
    inside = scaled(of[0], _signed(of[0]) / factor)
    return q.multiplied(q.constant(factor), _opaque("abs", (inside, of[1])))


def _signed(a: Polynomial) -> Fraction:
    return Fraction(-1 if a[leading(a)] < 0 else 1)


def _opaque(name: str, *parts: q.Quotient) -> q.Quotient:
    """Something exact arithmetic cannot look into, as a letter named by its canonical inside."""
    inside = ", ".join(label(q.value_of(part)) for part in parts)
    if len(inside) > 400:
        raise TooBig
    return letter(f"{name}({inside})"), ONE
