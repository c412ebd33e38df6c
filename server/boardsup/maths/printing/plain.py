"""A tree as one line of plain text, as one types it. Reading it back gives the same tree."""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.printing.levels import ATOM, FACTOR, SUM, TERM, level, starts_with_numeral

_WORDS = {
    "no_solution": "no solution",
    "all_real_numbers": "all real numbers",
    "yes": "yes",
    "no": "no",
    "undefined": "undefined",
}


def plain(node: t.Node) -> str:
    """The text. Brackets stand where they are needed, and nowhere else."""
    match node:
        case t.Relation(left, operator, right):
            return f"{plain(left)} {operator} {plain(right)}"
        case t.Chain(left, first, middle, second, right):
            return f"{plain(left)} {first} {plain(middle)} {second} {plain(right)}"
        case t.Either(parts):
            return " or ".join(plain(part) for part in parts)
        case t.Both(parts):
            return " and ".join(plain(part) for part in parts)
        case t.Listing(parts):
            return ", ".join(plain(part) for part in parts)
        case t.Ratio(first, second):
            return f"{_within(first, SUM)}:{_within(second, SUM)}"
        case t.Word(meaning):
            return _WORDS[meaning]
        case _:
            return _expression(node)


def _expression(node: t.Node) -> str:
    match node:
        case t.Sum(terms):
            return _sum(terms)
        case t.Neg(of):
            return f"-{_within(of, TERM, beside=t.Neg)}"
        case t.PlusMinus(of):
            return f"±{_within(of, TERM, beside=t.Neg)}"
        case t.Product(factors, signs):
            return _product(factors, signs)
        case t.Quotient(top, bottom, sign):
            slash = "/" if sign == "/" else " ÷ "
            return f"{_over(top)}{slash}{_under(bottom)}"
        case t.Power(base, exponent):
            return f"{_within(base, ATOM)}^{_raised(exponent)}"
        case t.Root(of, 2):
            return f"sqrt({plain(of)})"
        case t.Root(of, index):
            return f"\\sqrt[{index}]{{{plain(of)}}}"
        case t.Percent(of):
            return f"{_within(of, ATOM)}%"
        case t.Money(of):
            return f"${_within(of, ATOM)}"
        case t.Degrees(of):
            return f"{_within(of, ATOM)}°"
        case t.WithUnit(of, unit):
            return f"{_within(of, ATOM)} {unit}"
        case _:
            return _atom(node)


def _atom(node: t.Node) -> str:
    match node:
        case t.Number(digits):
            return digits
        case t.Repeating(digits, repeat):
            return f"{digits}\\overline{{{repeat}}}"
        case t.Mixed(whole, top, bottom):
            return f"{whole} {top}/{bottom}"
        case t.Variable(letter):
            return letter
        case t.Absolute(of):
            return f"abs({plain(of)})"
        case t.Apply(function, of):
            return f"{function}({plain(of)})"
        case t.Braces(parts):
            return "{" + ", ".join(plain(part) for part in parts) + "}"
        case t.Point(coordinates):
            return f"({', '.join(plain(part) for part in coordinates)})"
        case _:
            return f"({plain(node)})"


def _sum(terms: tuple[t.Node, ...]) -> str:
    text = _within(terms[0], TERM)
    for term in terms[1:]:
        match term:
            case t.Neg(of):
                text += f" - {_within(of, TERM, beside=t.Neg)}"
            case t.PlusMinus(of):
                text += f" ± {_within(of, TERM, beside=t.Neg)}"
            case _:
                text += f" + {_within(term, TERM)}"
    return text


def _product(factors: tuple[t.Node, ...], signs: tuple[str, ...]) -> str:
    text = _first(factors[0])
    for before, factor, sign in zip(factors, factors[1:], signs, strict=False):
        if sign == "*":
            text += f"*{_factor(factor)}"
        else:
            text += _juxtaposed(before, factor)
    return text


def _first(factor: t.Node) -> str:
    """A fraction stays a fraction in front: 1/2*x; what is looser is bracketed."""
    is_loose = level(factor) < FACTOR or isinstance(factor, t.Product | t.Neg)
    return f"({plain(factor)})" if is_loose else _expression(factor)


def _factor(factor: t.Node) -> str:
    return f"({plain(factor)})" if level(factor) < FACTOR else _expression(factor)


def _juxtaposed(before: t.Node, factor: t.Node) -> str:
    """A factor right behind another: 2x, 3(x + 1), x y where letters would run into a word."""
    if level(factor) < FACTOR or starts_with_numeral(factor) or isinstance(factor, t.Point | t.Money | t.Braces):
        return f"({plain(factor)})"
    text = _expression(factor)
    is_run = text[0].isalpha() and isinstance(before, t.Variable | t.Power)
    return f" {text}" if is_run or isinstance(before, t.WithUnit) else text


def _over(top: t.Node) -> str:
    """Above a bar: a product of factors needs no brackets, for bars and times are as strong, from the left."""
    if isinstance(top, t.Product):
        return plain(top)
    is_loose = level(top) < FACTOR and not isinstance(top, t.Quotient)
    return f"({plain(top)})" if is_loose else _expression(top)


def _under(bottom: t.Node) -> str:
    return f"({plain(bottom)})" if level(bottom) < FACTOR else _expression(bottom)


def _raised(exponent: t.Node) -> str:
    if isinstance(exponent, t.Neg) and level(exponent.of) == ATOM:
        return f"-{_expression(exponent.of)}"
    return _within(exponent, ATOM)


def _within(node: t.Node, least: int, *, beside: type[t.Node] | None = None) -> str:
    """In brackets when it holds together less tightly than it must; `beside` names a kind that needs them too."""
    is_loose = level(node) < least or (beside is not None and isinstance(node, beside))
    return f"({plain(node)})" if is_loose else _expression(node)
