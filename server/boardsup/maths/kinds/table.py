"""Every kind of answer by its name: what an answer amounts to, and how it must be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from boardsup.maths import tree as t
from boardsup.maths.canonical.labels import Value
from boardsup.maths.kinds import (
    doubts,
    equations,
    factored,
    inequalities,
    numbers,
    places,
    radicals,
    sets,
    simplified,
    units,
)
from boardsup.maths.kinds.shape import Asked, Doubt, Kind, always, value_of


def _number(
    value: Callable[[t.Node, Asked], Value],
    form: Callable[[t.Node, Asked], str],
    doubt: Doubt = doubts.one_number,
) -> Kind:
    return Kind(value, form, doubt, without_letters=True)


KINDS: dict[str, Kind] = {
    "number": _number(numbers.number, numbers.number_form),
    "integer": _number(numbers.number, numbers.integer_form),
    "fraction_lowest_terms": _number(numbers.number, numbers.fraction_form),
    "money": _number(numbers.money, numbers.money_form),
    "percent_blank": _number(numbers.percent, numbers.percent_form),
    "ratio_lowest_terms": _number(numbers.ratio, numbers.ratio_form),
    "angle_degrees": _number(numbers.angle, numbers.angle_form, doubts.angle),
    "scientific_notation": _number(numbers.number, numbers.scientific_form),
    "number_with_unit": replace(_number(units.with_unit, units.unit_form), reads_unit=True),
    "number_tol": replace(_number(numbers.number, numbers.close_form), tolerance=True),
    "number_decimal_comma": replace(_number(numbers.number, numbers.number_form), decimal_comma=True),
    "expression": Kind(value_of, always, doubts.one_number),
    "expression_simplified": Kind(value_of, simplified.simplified_form, doubts.one_number),
    "expression_expanded": Kind(value_of, simplified.simplified_form, doubts.one_number),
    "expression_factored": Kind(value_of, factored.factored_form, doubts.one_number),
    "radical_simplified": Kind(value_of, radicals.radical_form, doubts.one_number),
    "equation_solution": Kind(equations.solution, equations.solution_form, doubts.solution),
    "linear_equation": Kind(equations.equation, always, doubts.one_number),
    "slope_intercept": Kind(equations.equation, equations.slope_intercept_form, doubts.one_number),
    "formula_for": Kind(equations.formula, equations.formula_form, doubts.one_number),
    "inequality": Kind(inequalities.inequality, inequalities.inequality_form, doubts.a_range),
    "compound_inequality": Kind(inequalities.inequality, inequalities.compound_form, doubts.a_range),
    "no_solution": Kind(inequalities.all_or_none, inequalities.words_form, doubts.one_number),
    "all_real_numbers": Kind(inequalities.all_or_none, inequalities.words_form, doubts.one_number),
    "solution_set": Kind(sets.solution_set, sets.solution_set_form, doubts.values),
    "point": Kind(places.point, places.point_form, doubts.place, is_place=True),
    "system_solution": Kind(places.system, places.system_form, doubts.place, is_place=True),
}

UNMARKED = ("choice", "open")
"""Kinds that need no reading: a choice is looked up, an open answer is never marked."""

NAMES = (*KINDS, *UNMARKED)


def split_kind(name: str) -> tuple[str, str]:
    """The name and what stands behind its colon: number_tol:0.01 → number_tol, 0.01."""
    kind, _, argument = name.partition(":")
    return kind.strip(), argument.strip()
