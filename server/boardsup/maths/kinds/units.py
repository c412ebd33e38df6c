"""A number with a unit of measure: the unit as given, its case ignored; the same amount in another unit is equal."""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.polynomials import letter
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.canonical.values import Expression
from boardsup.maths.kinds.numbers import number_form
from boardsup.maths.kinds.shape import Asked, value_of, without_unit
from boardsup.maths.reading.units import Measure, measure
from boardsup.maths.walk import changed, nodes_in


def with_unit(node: t.Node, asked: Asked) -> Expression:
    """How many of the item's unit it is; of another measure, the number alone."""
    amount = _amount(_with_signs(node), asked)
    return bare_number(node, asked) if amount is None else amount


def bare_number(node: t.Node, asked: Asked) -> Expression:
    """The number, whatever unit stands behind it."""
    return value_of(changed(_with_signs(node), lambda n: n.of if isinstance(n, t.WithUnit) else n), asked)


def unit_form(node: t.Node, asked: Asked) -> str:
    """One numeral with the unit as given. Another measure is no matter of form: `other_measure` is asked first."""
    node = _with_signs(node)
    units = _units(node)
    if not units:
        return "form.unit_missing"
    if any(unit != asked.argument.lower() for unit in units):
        return "form.unit_spelling"
    return number_form(without_unit(node), asked)


def other_measure(node: t.Node, asked: Asked) -> bool:
    """Does it measure something else than the item asks for: an area for a length?"""
    return _amount(_with_signs(node), asked) is None


def _amount(node: t.Node, asked: Asked) -> Expression | None:
    """One unit belongs to all of the text; several are added and multiplied with their numbers."""
    wanted = measure(asked.argument.lower())
    units = _units(node)
    if not units:
        return value_of(node, asked)
    if len(units) == 1:
        found = measure(units[0])
        if found.of != wanted.of:
            return None
        number = q.quotient_of(value_of(without_unit(node), asked))
        return q.value_of(q.multiplied(number, q.constant(found.size / wanted.size)))
    total = q.in_lowest_terms(q.quotient(evaluated(_in_letters(node)), _as_letters(wanted)))
    value = q.value_of(total)
    return None if any(letters for (_, letters), _ in (*value.top, *value.low)) else value


def _in_letters(node: t.Node) -> t.Node:
    """Every unit as a product of its size and a letter for what it measures."""

    def change(part: t.Node) -> t.Node:
        if not isinstance(part, t.WithUnit):
            return part
        found = measure(part.unit)
        size = t.Quotient(t.Number(str(found.size.numerator)), t.Number(str(found.size.denominator)))
        amount: t.Node = t.Product((part.of, size), ("*",))
        for of, power in found.of:
            amount = t.Product((amount, t.Power(t.Variable(f"[{of}]"), _numeral(power))), ("*",))
        return amount

    return changed(node, change)


def _as_letters(found: Measure) -> q.Quotient:
    result = q.constant(found.size)
    for of, power in found.of:
        result = q.multiplied(result, q.raised((letter(f"[{of}]"), ONE), power))
    return result


def _numeral(power: int) -> t.Node:
    return t.Number(str(power)) if power >= 0 else t.Neg(t.Number(str(-power)))


def _units(node: t.Node) -> list[str]:
    return [part.unit for part in nodes_in(node) if isinstance(part, t.WithUnit)]


def _with_signs(node: t.Node) -> t.Node:
    """The signs of money, degrees and percent as units, like any other; and a stacked m/s."""

    def change(part: t.Node) -> t.Node:
        match part:
            case t.Money(of):
                return t.WithUnit(of, "$")
            case t.Degrees(of):
                return t.WithUnit(of, "°")
            case t.Percent(of):
                return t.WithUnit(of, "%")
            case t.Product((of, t.Quotient(t.Variable(over), t.Variable(under)))):
                return t.WithUnit(of, f"{over}/{under}".lower())
            case _:
                return part

    return changed(node, change)
