"""An arithmetic expression as some read it: another tree, which is then worked out without a mistake.

Left to right and the detached minus sign: Linchevski & Livneh 1999, Herscovics & Linchevski 1994; "M before D, A before
S": Glidden 2008; the sign under a power: Cangelosi et al. 2013.
"""

from __future__ import annotations

from functools import lru_cache

from boardsup.maths import tree as t
from boardsup.maths.missteps.numbers.power_readings import power_slips
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import Slip, Work
from boardsup.maths.walk import changed, children, letters_in, rebuilt


def as_read(work: Work, node: t.Node) -> t.Node:
    """The expression in the order in which it is worked out."""
    if not children(node) or (len(children(node)) == 1 and not children(children(node)[0])):
        return node
    return work.reading("order of operations", node, *_slips(node))


@lru_cache(maxsize=512)
def _slips(node: t.Node) -> tuple[Slip[t.Node], ...]:
    """The other readings of an expression; every pass asks for them again."""
    return (
        Slip("ops.left_to_right", changed(node, left_to_right), often=True),
        Slip("ops.add_before_subtract", changed(node, _sums_first)),
        Slip("ops.multiply_before_divide", changed(node, _products_first)),
        Slip("ops.right_to_left", changed(node, _from_the_right), rare=True),
        Slip("ops.parentheses_ignored", changed(node, _without_brackets), often=True),
        Slip("ops.parentheses_ignored", changed(node, _without_brackets_behind_minus)),
        Slip("dist.minus_parenthesis", changed(node, _minus_only_first)),
        Slip("int.bars_on_each_number", changed(node, _bars_on_each)),
        Slip("int.bars_cancel_minus", changed(node, _bars_for_minus)),
        Slip("int.last_factor_left_out", _without_last(node)),
        Slip("ops.neg_base_square", minus_under_power(node), often=True),
        Slip("ops.neg_base_square", changed(node, _minus_between_under_power)),
        Slip("ops.coefficient_into_power", changed(node, _factor_under_power)),
        *power_slips(node),
    )


def left_to_right(node: t.Node) -> t.Node:
    """2 + 3 · 4 as (2 + 3) · 4; a fraction stays one number."""
    if not isinstance(node, t.Sum):
        return node
    found = node.terms[0]
    for term in node.terms[1:]:
        is_minus = isinstance(term, t.Neg)
        inner = term.of if isinstance(term, t.Neg) else term
        if isinstance(inner, t.Power):
            found = t.Power(t.Sum((found, t.Neg(inner.base) if is_minus else inner.base)), inner.exponent)
            continue
        first, *others = _factors(inner)
        found = t.Sum((found, t.Neg(first[1]) if is_minus else first[1]))
        for sign, factor in others:
            found = t.Product((found, factor), ("*",)) if sign == "*" else t.Quotient(found, factor, "÷")
    return found


def _factors(term: t.Node) -> list[tuple[str, t.Node]]:
    """The factors of a term in order, each with × or ÷ before it; numbers and brackets are one factor."""
    match term:
        case t.Product(factors) if not letters_in(term):
            inner: list[tuple[str, t.Node]] = []
            for factor in factors:
                inner += _factors(factor) if isinstance(factor, t.Quotient | t.Product) else [("*", factor)]
            return inner
        case t.Quotient(top, bottom, "÷"):
            return [*_factors(top), ("÷", bottom)]
        case _:
            return [("*", term)]


def _sums_first(node: t.Node) -> t.Node:
    """a − b + c as a − (b + c)."""
    if not isinstance(node, t.Sum) or len(node.terms) < 3:
        return node
    out: list[t.Node] = [node.terms[0]]
    for term in node.terms[1:]:
        last = out[-1]
        if isinstance(last, t.Neg) and len(out) > 1 and not isinstance(term, t.Neg):
            inside = last.of.terms if isinstance(last.of, t.Sum) else (last.of,)
            out[-1] = t.Neg(t.Sum((*inside, term)))
        else:
            out.append(term)
    return t.Sum(tuple(out))


def _products_first(node: t.Node) -> t.Node:
    """a ÷ b · c as a ÷ (b · c)."""
    match node:
        case t.Product((t.Quotient(a, b) as first, *rest), signs) if _is_division(first):
            return t.Quotient(a, t.Product((b, *rest), signs), "÷")
        case _:
            return node


def _is_division(node: t.Quotient) -> bool:
    """Is it written with ÷, or does it come out as a whole number?"""
    number = written(node)
    return node.sign == "÷" or (number is not None and number.is_whole)


def _from_the_right(node: t.Node) -> t.Node:
    """a − b − c as a − (b − c); a ÷ b ÷ c as a ÷ (b ÷ c)."""
    match node:
        case t.Sum((a, t.Neg(b), t.Neg(c))):
            return t.Sum((a, t.Neg(t.Sum((b, t.Neg(c))))))
        case t.Quotient(t.Quotient(a, b, "÷"), c, "÷"):
            return t.Quotient(a, t.Quotient(b, c, "÷"), "÷")
        case _:
            return node


def _without_brackets(node: t.Node) -> t.Node:
    """3(4 + 5) as 3 · 4 + 5, (4 + 5) · 3 as 4 + 5 · 3, (8 + 4) ÷ 2 as 8 + 4 ÷ 2."""
    match node:
        case t.Product((k, t.Sum((first, *rest))), signs):
            return t.Sum((t.Product((k, first), signs), *rest))
        case t.Product((t.Sum((*rest, last)), k), signs):
            is_minus = isinstance(last, t.Neg)
            product = t.Product((last.of if isinstance(last, t.Neg) else last, k), signs)
            return t.Sum((*rest, t.Neg(product) if is_minus else product))
        case t.Quotient(t.Sum((*rest, last)), k, "÷"):
            return t.Sum((*rest, t.Quotient(last, k, "÷")))
        case t.Quotient(k, t.Sum((first, *rest)), "÷"):
            return t.Sum((t.Quotient(k, first, "÷"), *rest))
        case _:
            return node


def _without_brackets_behind_minus(node: t.Node) -> t.Node:
    """c - 3(7 - 2) as c - 3 · 7 - 2."""
    if not isinstance(node, t.Sum):
        return node
    out: list[t.Node] = []
    for term in node.terms:
        match term:
            case t.Neg(t.Product((k, t.Sum((first, *rest))), signs)):
                out += [t.Neg(t.Product((k, first), signs)), *rest]
            case _:
                out.append(term)
    return t.Sum(tuple(out))


def _minus_only_first(node: t.Node) -> t.Node:
    """a − (b + c) as a − b + c."""
    if not isinstance(node, t.Sum):
        return node
    out: list[t.Node] = []
    for term in node.terms:
        match term:
            case t.Neg(t.Sum((first, *rest))):
                out += [t.Neg(first), *rest]
            case _:
                out.append(term)
    return t.Sum(tuple(out))


def _bars_on_each(node: t.Node) -> t.Node:
    """|a + b| as |a| + |b|."""
    match node:
        case t.Absolute(t.Sum(terms)):
            return t.Sum(tuple(t.Absolute(term) for term in terms))
        case _:
            return node


def _bars_for_minus(node: t.Node) -> t.Node:
    """−|a| as |a|; in a sum only in front."""
    match node:
        case t.Sum((t.Neg(t.Absolute() as size), *rest)):
            return t.Sum((size, *rest))
        case _:
            return node


def _without_last(node: t.Node) -> t.Node:
    """abc as ab, for three numbers."""
    match node:
        case t.Product((a, b, c), (sign, _)) if None not in (written(a), written(b), written(c)):
            return t.Product((a, b), (sign,))
        case _:
            return node


def minus_under_power(node: t.Node) -> t.Node:
    """−a² as (−a)²; a minus between two terms is no sign of the base."""
    match node:
        case t.Neg(t.Power(t.Number() | t.Variable() as base, exponent)):
            return t.Power(t.Neg(base), exponent)
        case t.Sum((first, *rest)):
            inside = (t.Neg(minus_under_power(x.of)) if isinstance(x, t.Neg) else minus_under_power(x) for x in rest)
            return t.Sum((minus_under_power(first), *inside))
        case _:
            return rebuilt(node, tuple(minus_under_power(part) for part in children(node)))


def _minus_between_under_power(node: t.Node) -> t.Node:
    """a − b² as a + (−b)²."""
    match node:
        case t.Sum((first, t.Neg(t.Power(t.Number() as base, exponent)))):
            return t.Sum((first, t.Power(t.Neg(base), exponent)))
        case _:
            return node


def _factor_under_power(node: t.Node) -> t.Node:
    """a · b² as (a · b)²."""
    match node:
        case t.Product((t.Number() as a, t.Power(base, exponent)), signs) if not isinstance(base, t.Sum):
            return t.Power(t.Product((a, base), signs), exponent)
        case _:
            return node
