"""A tree as it is spoken, in English and Spanish: two x minus ten equals negative eighteen."""

from __future__ import annotations

from typing import Literal

from boardsup.maths import tree as t
from boardsup.maths.printing.levels import FACTOR, level
from boardsup.maths.printing.spoken import ORDINALS, WORDS, Words, spelled

Language = Literal["en", "es"]


def speech(node: t.Node, language: Language = "en") -> str:
    """The words, in one line, without punctuation but commas that make a listener pause."""
    return " ".join(_said(node, WORDS[language]).split())


def _said(node: t.Node, w: Words) -> str:
    match node:
        case t.Relation(left, operator, right):
            return f"{_said(left, w)} {w.signs[operator]} {_said(right, w)}"
        case t.Chain(left, first, middle, second, right):
            return f"{_said(left, w)} {w.signs[first]} {_said(middle, w)} {w.signs[second]} {_said(right, w)}"
        case t.Either(parts):
            return f" {w.or_} ".join(_said(part, w) for part in parts)
        case t.Both(parts):
            return f" {w.and_} ".join(_said(part, w) for part in parts)
        case t.Listing(parts) | t.Braces(parts):
            return ", ".join(_said(part, w) for part in parts) or w.nothing
        case t.Point(coordinates):
            return f"{w.point} " + f" {w.comma} ".join(_said(part, w) for part in coordinates)
        case t.Ratio(first, second):
            return f"{_said(first, w)} {w.to} {_said(second, w)}"
        case t.Word(meaning):
            return w.meanings[meaning]
        case _:
            return _expression(node, w)


def _expression(node: t.Node, w: Words) -> str:
    match node:
        case t.Sum(terms):
            return _sum(terms, w)
        case t.Neg(of):
            return f"{w.negative} {_grouped(of, w)}"
        case t.PlusMinus(of):
            return f"{w.plus_minus} {_grouped(of, w)}"
        case t.Product(factors, signs):
            return _product(factors, signs, w)
        case t.Quotient(top, bottom, sign):
            return _quotient(top, bottom, sign, w)
        case t.Power(base, exponent):
            return _power(base, exponent, w)
        case t.Root(of, 2):
            return f"{w.root} {_grouped(of, w)}"
        case t.Root(of, index):
            return f"{w.root_of(index)} {_grouped(of, w)}"
        case _:
            return _small(node, w)


def _small(node: t.Node, w: Words) -> str:
    match node:
        case t.Number(digits):
            return spelled(digits, w)
        case t.Repeating(digits, repeat):
            return f"{spelled(digits.rstrip('.'), w)} {w.repeating} {' '.join(repeat)}"
        case t.Mixed(whole, top, bottom):
            return f"{whole} {w.and_} {_fraction(top, bottom, w)}"
        case t.Variable(letter):
            return "pi" if letter == "π" else letter if letter.islower() else f"{w.capital} {letter.lower()}"
        case t.Absolute(of):
            return f"{w.absolute} {_said(of, w)}"
        case t.Percent(of):
            return f"{_said(of, w)} {w.percent}"
        case t.Money(of):
            return f"{_said(of, w)} {w.dollars}"
        case t.Degrees(of):
            return f"{_said(of, w)} {w.degrees}"
        case t.WithUnit(of, unit):
            return f"{_said(of, w)} {unit}"
        case t.Apply(function, of):
            return f"{function} {w.of} {_said(of, w)}"
        case _:
            return _said(node, w)


def _sum(terms: tuple[t.Node, ...], w: Words) -> str:
    text = _expression(terms[0], w)
    for term in terms[1:]:
        match term:
            case t.Neg(of):
                text += f" {w.minus} {_grouped(of, w)}"
            case t.PlusMinus(of):
                text += f" {w.plus_minus} {_grouped(of, w)}"
            case _:
                text += f" {w.plus} {_expression(term, w)}"
    return text


def _product(factors: tuple[t.Node, ...], signs: tuple[str, ...], w: Words) -> str:
    text = _grouped(factors[0], w)
    for factor, sign in zip(factors[1:], signs, strict=True):
        is_times = sign == "*" or isinstance(factor, t.Number) or level(factor) < FACTOR
        text += f" {w.times} {_grouped(factor, w)}" if is_times else f" {_grouped(factor, w)}"
    return text


def _quotient(top: t.Node, bottom: t.Node, sign: str, w: Words) -> str:
    if sign == "÷":
        return f"{_grouped(top, w)} {w.divided} {_grouped(bottom, w)}"
    match top, bottom:
        case t.Number(over), t.Number(under) if over.isdecimal() and under.isdecimal():
            return _fraction(int(over), int(under), w)
    return f"{w.fraction} {_said(top, w)} {w.over} {_said(bottom, w)}, {w.end_fraction}"


def _fraction(top: int, bottom: int, w: Words) -> str:
    names = ORDINALS[w.language].get(bottom)
    return f"{top} {names[top != 1]}" if names else f"{top} {w.over} {bottom}"


def _power(base: t.Node, exponent: t.Node, w: Words) -> str:
    if isinstance(exponent, t.Number) and exponent.digits in w.powers:
        return f"{_grouped(base, w)} {w.powers[exponent.digits]}"
    return f"{_grouped(base, w)} {w.to_the} {_said(exponent, w)}"


def _grouped(node: t.Node, w: Words) -> str:
    """What holds together loosely is spoken between pauses, as a whole."""
    if level(node) >= FACTOR or isinstance(node, t.Quotient | t.Mixed | t.Product):
        return _expression(node, w)
    return f"{w.the_quantity} {_said(node, w)},"
