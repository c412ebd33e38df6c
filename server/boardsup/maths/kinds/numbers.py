"""Kinds whose answer is one number: its value exactly, and the form in which it is asked for."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import NotAValue, evaluated
from boardsup.maths.canonical.values import Expression
from boardsup.maths.kinds.radicals import radical_form
from boardsup.maths.kinds.shape import Asked, require_letters, value_of, without_unit
from boardsup.maths.reading.units import SHORT
from boardsup.maths.walk import changed, letters_in, nodes_in


def number(node: t.Node, asked: Asked) -> Expression:
    """The value; a unit that nobody asked for is left aside, and so is f(−3) = before it."""
    node = _behind_function(node)
    try:
        return value_of(node, asked)
    except NotAValue as other:
        if other.args[0] != "unit.other":
            raise
        return value_of(without_unit(node), asked)


def number_form(node: t.Node, asked: Asked) -> str:
    """One numeral, in any form."""
    node = _behind_function(node)
    if _has_unit(node):
        return "form.unit_extra"
    return "" if _is_numeral(node) or _is_exact(node) else "form.arithmetic"


def close_form(node: t.Node, asked: Asked) -> str:
    """One numeral, within the tolerance; a root or π is left undone."""
    if _has_unit(node):
        return "form.unit_extra"
    return "" if _is_numeral(node) else "form.arithmetic"


def integer_form(node: t.Node, asked: Asked) -> str:
    """An integer numeral."""
    node = _behind_function(node)
    if _has_unit(node):
        return "form.unit_extra"
    if forms.is_integer(node):
        return ""
    return "form.not_integer" if _is_numeral(node) else "form.arithmetic"


def fraction_form(node: t.Node, asked: Asked) -> str:
    """A fraction or mixed number in lowest terms, or an integer."""
    if _has_unit(node):
        return "form.unit_extra"
    if forms.is_integer(node):
        return ""
    if forms.is_decimal(node):
        return "form.decimal"
    if forms.is_percent(node):
        return "form.percent"
    if forms.is_mixed(node) and not forms.is_proper_part(node):
        return "form.improper_part"
    if forms.is_mixed(node) or forms.is_fraction(node):
        if not forms.is_lowest_terms(node):
            return "form.unreduced"
        return "form.sign" if forms.has_sign_below(node) else ""
    return "form.arithmetic"


def money(node: t.Node, asked: Asked) -> Expression:
    """Dollars; cents are hundredths of them."""
    match node:
        case t.Both((t.Money() as dollars, t.WithUnit() as cents)):
            node = t.Sum((dollars, cents))
    return value_of(changed(node, _in_dollars), asked)


def money_form(node: t.Node, asked: Asked) -> str:
    """Dollars as one writes them."""
    if forms.is_dollars(node):
        return ""
    return "form.money" if _is_numeral(node) or _has_unit(node) or isinstance(node, t.Both) else "form.arithmetic"


def percent(node: t.Node, asked: Asked) -> Expression:
    """The number in front of the percent sign, which the prompt prints: 25 and 25% are the same."""
    if any(isinstance(part, t.Money | t.Degrees) for part in nodes_in(node)):
        raise NotAValue("unit.other")
    if any(_is_of_percents(part) for part in nodes_in(node)):
        return value_of(t.Product((t.Number("100"), node), ("*",)), asked)
    return value_of(changed(node, _without_percent), asked)


def percent_form(node: t.Node, asked: Asked) -> str:
    """One numeral."""
    return "" if _is_numeral(changed(node, _without_percent)) else "form.arithmetic"


def angle(node: t.Node, asked: Asked) -> Expression:
    """Degrees, with or without their sign."""
    if any(isinstance(part, t.Money) for part in nodes_in(node)):
        raise NotAValue("unit.other")
    return value_of(node, asked)


def angle_form(node: t.Node, asked: Asked) -> str:
    """One numeral."""
    return "" if _is_numeral(node) else "form.arithmetic"


def scientific_form(node: t.Node, asked: Asked) -> str:
    """a × 10ⁿ with 1 ≤ |a| < 10."""
    return "" if forms.is_scientific(node) else "form.scientific"


def ratio(node: t.Node, asked: Asked) -> Expression:
    """The ratio as a quotient; a:b, a/b and "a to b" are the same."""
    if isinstance(node, t.Ratio):
        require_letters(node, asked)
        return q.value_of(q.quotient(evaluated(node.first), evaluated(node.second)))
    return value_of(node, asked)


def ratio_form(node: t.Node, asked: Asked) -> str:
    """Two integers without a common factor, not both with a sign."""
    match node:
        case t.Ratio(first, second):
            return "" if _are_coprime(first, second) else "form.unreduced"
        case t.Quotient(top, bottom) if forms.is_fraction(node):
            return "" if _are_coprime(top, bottom) else "form.unreduced"
        case t.Neg(t.Quotient(top, bottom)) if forms.is_fraction(node):
            return "" if _are_coprime(top, bottom) else "form.unreduced"
        case _:
            return "form.ratio"


def _are_coprime(first: t.Node, second: t.Node) -> bool:
    if not (forms.is_integer(first) and forms.is_integer(second)) or (
        isinstance(first, t.Neg) and isinstance(second, t.Neg)
    ):
        return False
    return forms.is_lowest_terms(t.Quotient(first, second)) or forms.body(second) == t.Number("1")


def _is_numeral(node: t.Node) -> bool:
    """One numeral, also with a sign of money or degrees."""
    inner = forms.body(node)
    if isinstance(inner, t.Money | t.Degrees):
        return forms.is_numeral(inner.of)
    return forms.is_numeral(node)


def _is_exact(node: t.Node) -> bool:
    """Is it an irrational number as simple as it gets: 2√3, 4π?"""
    match forms.body(node):
        case t.Root() | t.Variable("π"):
            return not radical_form(node, Asked()) or node == t.Variable("π")
        case t.Product((first, t.Variable("π"))):
            return forms.is_numeral(first)
        case t.Product((_, t.Root())):
            return not radical_form(node, Asked())
        case _:
            return False


def _behind_function(node: t.Node) -> t.Node:
    """The number in f(−3) = 23."""
    match node:
        case t.Relation(t.Apply(_, of), "=", right) if not letters_in(of):
            return right
        case _:
            return node


def _has_unit(node: t.Node) -> bool:
    return isinstance(forms.body(node), t.WithUnit)


def _in_dollars(node: t.Node) -> t.Node:
    match node:
        case t.WithUnit(of, unit) if SHORT.get(unit) == "¢":
            return t.Quotient(of, t.Number("100"))
        case _:
            return node


def _is_of_percents(node: t.Node) -> bool:
    """Are two percentages multiplied or divided in it, so that leaving their signs aside would change the value?"""
    if not isinstance(node, t.Product | t.Quotient | t.Power):
        return False
    return sum(isinstance(part, t.Percent) for part in nodes_in(node)) > (not isinstance(node, t.Power))


def _without_percent(node: t.Node) -> t.Node:
    return node.of if isinstance(node, t.Percent) else node
