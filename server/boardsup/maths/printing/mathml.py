"""A tree as presentation MathML, which browsers lay out by themselves. Every text in it is escaped."""

from __future__ import annotations

from html import escape

from boardsup.maths import tree as t
from boardsup.maths.printing.levels import ATOM, FACTOR, SUM, TERM, level, starts_with_numeral
from boardsup.maths.printing.plain import plain

_WORDS = {
    "no_solution": "no solution",
    "all_real_numbers": "all real numbers",
    "yes": "yes",
    "no": "no",
    "undefined": "undefined",
}

_WIDE = {"widest": 25, "wide": 15}
"""Characters from which on a formula needs smaller letters on a phone."""


def mathml(node: t.Node) -> str:
    """The `math` element, with the same as plain text in its alttext and a class when that is long."""
    text = plain(node)
    wide = next((f' class="{name}"' for name, least in _WIDE.items() if len(text) >= least), "")
    return f'<math{wide} alttext="{escape(text)}">{row(node)}</math>'


def row(node: t.Node) -> str:
    """The node as one `mrow`, to be put into a larger one."""
    return f"<mrow>{_inside(node)}</mrow>"


def _inside(node: t.Node) -> str:
    match node:
        case t.Relation(left, operator, right):
            return f"{_inside(left)}{_mo(operator)}{_inside(right)}"
        case t.Chain(left, first, middle, second, right):
            return f"{_inside(left)}{_mo(first)}{_inside(middle)}{_mo(second)}{_inside(right)}"
        case t.Either(parts):
            return _text(" or ").join(_inside(part) for part in parts)
        case t.Both(parts):
            return _text(" and ").join(_inside(part) for part in parts)
        case t.Listing(parts):
            return _mo(",").join(_inside(part) for part in parts)
        case t.Ratio(first, second):
            return f"{_within(first, SUM)}{_mo(':')}{_within(second, SUM)}"
        case t.Word(meaning):
            return _text(_WORDS[meaning])
        case _:
            return _expression(node)


def _expression(node: t.Node) -> str:
    match node:
        case t.Sum(terms):
            return _sum(terms)
        case t.Neg(of):
            return f"<mrow>{_mo('−')}{_within(of, TERM, beside=t.Neg)}</mrow>"
        case t.PlusMinus(of):
            return f"<mrow>{_mo('±')}{_within(of, TERM, beside=t.Neg)}</mrow>"
        case t.Product(factors, signs):
            return _product(factors, signs)
        case t.Quotient(top, bottom, "/"):
            return f"<mfrac>{row(top)}{row(bottom)}</mfrac>"
        case t.Quotient(top, bottom):
            return f"{_within(top, FACTOR)}{_mo('÷')}{_within(bottom, FACTOR)}"
        case t.Power(base, exponent):
            return f"<msup><mrow>{_within(base, ATOM)}</mrow>{row(exponent)}</msup>"
        case t.Root(of, 2):
            return f"<msqrt>{_inside(of)}</msqrt>"
        case t.Root(of, index):
            return f"<mroot>{row(of)}<mn>{index}</mn></mroot>"
        case t.Percent(of):
            return _within(of, ATOM) + _mo("%")
        case t.Money(of):
            return f"<mi>$</mi>{_within(of, ATOM)}"
        case t.Degrees(of):
            return _within(of, ATOM) + _mo("°")
        case t.WithUnit(of, unit):
            return f"{_within(of, ATOM)}{_text(f' {unit}')}"
        case _:
            return _atom(node)


def _atom(node: t.Node) -> str:
    match node:
        case t.Number(digits):
            return f"<mn>{digits}</mn>"
        case t.Repeating(digits, repeat):
            return f"<mn>{digits}</mn><mover><mn>{repeat}</mn><mo>¯</mo></mover>"
        case t.Mixed(whole, top, bottom):
            return f"<mn>{whole}</mn><mfrac><mn>{top}</mn><mn>{bottom}</mn></mfrac>"
        case t.Variable(letter):
            return f"<mi>{escape(letter)}</mi>"
        case t.Absolute(of):
            # In a row of their own the bars open and close; in the middle of a sum they would stand off like a sign.
            return f"<mrow>{_mo('|')}{_inside(of)}{_mo('|')}</mrow>"
        case t.Apply(function, of):
            return f"<mi>{escape(function)}</mi>{_bracketed(of)}"
        case t.Braces(parts):
            return _mo("{") + _mo(",").join(_inside(part) for part in parts) + _mo("}")
        case t.Point(coordinates):
            return _mo("(") + _mo(",").join(_inside(part) for part in coordinates) + _mo(")")
        case _:
            return _bracketed(node)


def _sum(terms: tuple[t.Node, ...]) -> str:
    html = _within(terms[0], TERM)
    for term in terms[1:]:
        match term:
            case t.Neg(of):
                html += _mo("−") + _within(of, TERM, beside=t.Neg)
            case t.PlusMinus(of):
                html += _mo("±") + _within(of, TERM, beside=t.Neg)
            case _:
                html += _mo("+") + _within(term, TERM)
    return html


def _product(factors: tuple[t.Node, ...], signs: tuple[str, ...]) -> str:
    html = _factor(factors[0])
    for factor, sign in zip(factors[1:], signs, strict=True):
        if sign == "*":
            html += _mo("·") + _factor(factor)
        else:
            html += _bracketed(factor) if starts_with_numeral(factor) else _factor(factor)
    return html


def _factor(factor: t.Node) -> str:
    """A stacked fraction needs no brackets beside another factor."""
    is_tight = level(factor) >= FACTOR or (isinstance(factor, t.Quotient) and factor.sign == "/")
    return _expression(factor) if is_tight else _bracketed(factor)


def _within(node: t.Node, least: int, *, beside: type[t.Node] | None = None) -> str:
    is_loose = level(node) < least or (beside is not None and isinstance(node, beside))
    return _bracketed(node) if is_loose else _expression(node)


def _bracketed(node: t.Node) -> str:
    return f"{_mo('(')}{_inside(node)}{_mo(')')}"


def _mo(sign: str) -> str:
    return f"<mo>{escape(sign)}</mo>"


def _text(words: str) -> str:
    return f"<mtext>{escape(words)}</mtext>"
