"""Relations as values: the real numbers that satisfy them, or an equation in several letters up to a factor."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.walk import changed, letters_in, nodes_in

from . import fractions as q
from .from_tree import NotAValue, evaluated, type_code
from .polynomials import Hard, Polynomial, content, leading, letters_of, negative, scaled
from .reals import EVERYTHING, NOTHING, Reals, both, either, only
from .roots import solutions
from .values import ONE_TERM, Expression, Relation, Sign, is_opaque_name, terms_of

MOST_BARS = 3
"""The most different absolute values that one statement is split by."""

_TURNED: dict[str, tuple[Sign, bool]] = {
    "=": ("=", False),
    "≠": ("≠", False),
    "<": ("<", False),
    "≤": ("≤", False),
    ">": ("<", True),
    "≥": ("≤", True),
}


def reals_of(node: t.Node) -> Reals:
    """The numbers for which a statement in at most one letter is true; raises `NotAValue` for what is no statement."""
    match node:
        case t.Relation(left, operator, right):
            return _solved(left, operator, right)
        case t.Chain(left, first, middle, second, right):
            return both(_solved(left, first, middle), _solved(middle, second, right))
        case t.Either(parts):
            return _folded(parts, is_both=False)
        case t.Both(parts):
            return _folded(parts, is_both=True)
        case t.Word("no_solution"):
            return only([])
        case t.Word("all_real_numbers"):
            return EVERYTHING
        case _:
            raise NotAValue(type_code(node))


def equation_of(node: t.Node) -> Relation:
    """An equation up to a factor that is not zero; raises `NotAValue` for what is none."""
    if not isinstance(node, t.Relation) or node.operator != "=":
        raise NotAValue("type.list" if isinstance(node, t.Chain) and node.first == "=" else type_code(node))
    top, low = q.in_lowest_terms(q.difference_of(evaluated(node.left), evaluated(node.right)))
    return Relation("=", terms_of(_normal(top)), divides=bool(letters_of(low)))


def inequality_of(node: t.Relation) -> Relation:
    """An inequality in several letters up to a positive factor; a division by letters raises `Hard`."""
    sign, turned = _TURNED[node.operator]
    top, low = q.in_lowest_terms(q.difference_of(evaluated(node.left), evaluated(node.right)))
    if letters_of(low):
        raise Hard
    top = negative(top) if turned else top
    return Relation(sign, terms_of(scaled(top, Fraction(1) / content(top)) if top else top))


def constants_of(values: list[Expression]) -> list[Polynomial] | None:
    """The values as constants, or None where one holds a letter."""
    found = [q.polynomial_of(value.top) for value in values if value.low == ONE_TERM]
    are_constant = len(found) == len(values) and not any(letters_of(p) - {"π"} for p in found)
    return found if are_constant else None


def _folded(parts: tuple[t.Node, ...], *, is_both: bool) -> Reals:
    found = reals_of(parts[0])
    for part in parts[1:]:
        found = both(found, reals_of(part)) if is_both else either(found, reals_of(part))
    return found


def _solved(left: t.Node, operator: t.Operator, right: t.Node) -> Reals:
    bars = _bars(t.Relation(left, operator, right))
    if bars:
        return _by_cases(t.Relation(left, operator, right), bars)
    sign, turned = _TURNED[operator]
    top, low = q.in_lowest_terms(q.difference_of(evaluated(left), evaluated(right)))
    if turned:
        top = negative(top)
    names = (letters_of(top) | letters_of(low)) - {"π"}
    if any(is_opaque_name(name) for name in names):
        raise Hard
    if len(names) > 1:
        raise NotAValue("letter.other")
    return solutions(sign, top, low, next(iter(names), "x"))


def _by_cases(relation: t.Relation, bars: list[t.Absolute]) -> Reals:
    """|u| is u where u ≥ 0, and −u where u < 0."""
    if len(bars) > MOST_BARS:
        raise Hard
    first = next(one for one in bars if not _bars(one.of))
    found = NOTHING
    cases: tuple[tuple[t.Operator, t.Node], ...] = (("≥", first.of), ("<", t.Neg(first.of)))
    for sign, inside in cases:
        case = _exchanged(relation, first, inside)
        found = either(found, both(reals_of(t.Relation(first.of, sign, t.Number("0"))), reals_of(case)))
    return found


def _exchanged(node: t.Node, old: t.Node, new: t.Node) -> t.Node:
    return changed(node, lambda part: new if part == old else part)


def _bars(node: t.Node) -> list[t.Absolute]:
    """The different absolute values of something with letters."""
    found = [part for part in nodes_in(node) if isinstance(part, t.Absolute) and letters_in(part)]
    return list(dict.fromkeys(found))


def _normal(a: Polynomial) -> Polynomial:
    """Divided by its content, its leading term positive."""
    if not a:
        return a
    size = content(a)
    return scaled(a, Fraction(-1 if a[leading(a)] < 0 else 1) / size)
