"""A number with a unit of measure: the unit as given, its case ignored."""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue
from boardsup.maths.canonical.values import Expression
from boardsup.maths.kinds.numbers import number_form
from boardsup.maths.kinds.shape import Asked, value_of
from boardsup.maths.walk import changed, children

SPELLINGS = {
    "mm": "millimeter millimeters millimetre millimetres",
    "cm": "centimeter centimeters centimetre centimetres",
    "m": "meter meters metre metres",
    "km": "kilometer kilometers kilometre kilometres",
    "in": "inch inches",
    "ft": "foot feet",
    "yd": "yard yards",
    "mi": "mile miles",
}
"""Abbreviation → the same unit in words."""

_SHORT = {long: short for short, words in SPELLINGS.items() for long in words.split()}


def with_unit(node: t.Node, asked: Asked) -> Expression:
    """The number; another unit than the item's is another thing, once the number is right."""
    return value_of(_without_units(node), asked)


def unit_form(node: t.Node, asked: Asked) -> str:
    """One numeral with the unit as given. Another unit is no matter of form: `other_unit` is asked first."""
    units = _units(node)
    if not units:
        return "form.unit_missing"
    if units[0] != asked.argument.lower():
        return "form.unit_spelling"
    return number_form(_without_units(node), asked)


def other_unit(node: t.Node, asked: Asked) -> bool:
    """Does it carry a unit that is not the item's, however spelled?"""
    wanted = _known(asked.argument.lower())
    return any(_known(unit) != wanted for unit in _units(node))


def _units(node: t.Node) -> list[str]:
    if isinstance(node, t.WithUnit):
        return [node.unit]
    return [unit for part in children(node) for unit in _units(part)]


def _without_units(node: t.Node) -> t.Node:
    if isinstance(node, t.Percent | t.Degrees | t.Money):
        raise NotAValue("unit.other")
    return changed(node, lambda n: n.of if isinstance(n, t.WithUnit) else n)


def _known(unit: str) -> str:
    return _SHORT.get(unit, unit)
