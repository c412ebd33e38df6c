"""A tree as Typst math, for what is printed. Every character comes from this file, from a digit or from one letter."""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.printing.levels import ATOM, FACTOR, SUM, TERM, level, starts_with_numeral

_SIGNS = {"=": "=", "≠": "!=", "<": "<", "≤": "<=", ">": ">", "≥": ">="}
_WORDS = {
    "no_solution": "no solution",
    "all_real_numbers": "all real numbers",
    "yes": "yes",
    "no": "no",
    "undefined": "undefined",
}


def typst(node: t.Node) -> str:
    """The inside of a Typst equation, without its dollar signs."""
    match node:
        case t.Relation(left, operator, right):
            return f"{typst(left)} {_SIGNS[operator]} {typst(right)}"
        case t.Chain(left, first, middle, second, right):
            return f"{typst(left)} {_SIGNS[first]} {typst(middle)} {_SIGNS[second]} {typst(right)}"
        case t.Either(parts):
            return ' " or " '.join(typst(part) for part in parts)
        case t.Both(parts):
            return ' " and " '.join(typst(part) for part in parts)
        case t.Listing(parts):
            return ", ".join(typst(part) for part in parts)
        case t.Ratio(first, second):
            return f"{_within(first, SUM)} : {_within(second, SUM)}"
        case t.Word(meaning):
            return f'"{_WORDS[meaning]}"'
        case _:
            return _expression(node)


def _expression(node: t.Node) -> str:
    match node:
        case t.Sum(terms):
            return _sum(terms)
        case t.Neg(of):
            return f"-{_within(of, TERM, beside=t.Neg)}"
        case t.PlusMinus(of):
            return f"plus.minus {_within(of, TERM, beside=t.Neg)}"
        case t.Product(factors, signs):
            return _product(factors, signs)
        case t.Quotient(top, bottom, "/"):
            return f"frac({typst(top)}, {typst(bottom)})"
        case t.Quotient(top, bottom):
            return f"{_within(top, FACTOR)} div {_within(bottom, FACTOR)}"
        case t.Power(base, exponent):
            return f"{_within(base, ATOM)}^({typst(exponent)})"
        case t.Root(of, 2):
            return f"sqrt({typst(of)})"
        case t.Root(of, index):
            return f"root({index}, {typst(of)})"
        case _:
            return _atom(node)


def _atom(node: t.Node) -> str:
    match node:
        case t.Number(digits):
            return digits
        case t.Repeating(digits, repeat):
            return f"{digits}overline({repeat})"
        case t.Mixed(whole, top, bottom):
            return f"{whole} frac({top}, {bottom})"
        case t.Variable(letter):
            return "pi" if letter == "π" else letter
        case t.Absolute(of):
            return f"abs({typst(of)})"
        case t.Percent(of):
            return f"{_within(of, ATOM)} %"
        case t.Money(of):
            return f"\\$ {_within(of, ATOM)}"
        case t.Degrees(of):
            return f"{_within(of, ATOM)} degree"
        case t.WithUnit(of, unit):
            return f'{_within(of, ATOM)} "{_bare(unit)}"'
        case t.Apply(function, of):
            return f"{function}({typst(of)})"
        case t.Braces(parts):
            return "{" + ", ".join(typst(part) for part in parts) + "}"
        case t.Point(coordinates):
            return "(" + ", ".join(typst(part) for part in coordinates) + ")"
        case _:
            return f"({typst(node)})"


def _sum(terms: tuple[t.Node, ...]) -> str:
    text = _within(terms[0], TERM)
    for term in terms[1:]:
        match term:
            case t.Neg(of):
                text += f" - {_within(of, TERM, beside=t.Neg)}"
            case t.PlusMinus(of):
                text += f" plus.minus {_within(of, TERM, beside=t.Neg)}"
            case _:
                text += f" + {_within(term, TERM)}"
    return text


def _product(factors: tuple[t.Node, ...], signs: tuple[str, ...]) -> str:
    text = _factor(factors[0])
    for factor, sign in zip(factors[1:], signs, strict=True):
        inner = f"({typst(factor)})" if sign != "*" and starts_with_numeral(factor) else _factor(factor)
        text += f" dot {inner}" if sign == "*" else f" {inner}"
    return text


def _factor(factor: t.Node) -> str:
    is_tight = level(factor) >= FACTOR or (isinstance(factor, t.Quotient) and factor.sign == "/")
    return _expression(factor) if is_tight else f"({typst(factor)})"


def _within(node: t.Node, least: int, *, beside: type[t.Node] | None = None) -> str:
    is_loose = level(node) < least or (beside is not None and isinstance(node, beside))
    return f"({typst(node)})" if is_loose else _expression(node)


def _bare(unit: str) -> str:
    """A unit within a Typst text: letters, digits and a few signs, nothing that could end the text."""
    return "".join(c for c in unit if c.isalnum() or c in " /^.")
