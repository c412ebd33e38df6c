"""Every kind of answer by its name: what an answer amounts to, and how it must be written."""

from __future__ import annotations

from boardsup.maths.kinds import equations, expressions, inequalities, numbers, radicals, sets, units
from boardsup.maths.kinds.shape import Kind, always, value_of

KINDS: dict[str, Kind] = {
    "number": Kind(numbers.number, numbers.number_form, without_letters=True),
    "integer": Kind(numbers.number, numbers.integer_form, without_letters=True),
    "fraction_lowest_terms": Kind(numbers.number, numbers.fraction_form, without_letters=True),
    "money": Kind(numbers.number, numbers.money_form, without_letters=True, cents=True),
    "percent_blank": Kind(numbers.percent, numbers.percent_form, without_letters=True),
    "ratio_lowest_terms": Kind(numbers.ratio, numbers.ratio_form, without_letters=True),
    "number_with_unit": Kind(units.with_unit, units.unit_form, reads_unit=True, without_letters=True),
    "angle_degrees": Kind(numbers.angle, numbers.angle_form, without_letters=True),
    "scientific_notation": Kind(numbers.number, numbers.scientific_form, without_letters=True),
    "number_tol": Kind(numbers.number, numbers.close_form, without_letters=True, tolerance=True),
    "number_decimal_comma": Kind(numbers.number, numbers.number_form, without_letters=True, decimal_comma=True),
    "expression": Kind(value_of, always),
    "expression_simplified": Kind(value_of, expressions.simplified_form),
    "expression_expanded": Kind(value_of, expressions.simplified_form),
    "expression_factored": Kind(value_of, expressions.factored_form),
    "radical_simplified": Kind(value_of, radicals.radical_form),
    "equation_solution": Kind(equations.solution, equations.solution_form),
    "linear_equation": Kind(equations.equation, always),
    "slope_intercept": Kind(equations.equation, equations.slope_intercept_form),
    "formula_for": Kind(equations.formula, equations.formula_form),
    "inequality": Kind(inequalities.inequality, inequalities.inequality_form),
    "compound_inequality": Kind(inequalities.inequality, inequalities.compound_form),
    "no_solution": Kind(inequalities.all_or_none, inequalities.words_form),
    "all_real_numbers": Kind(inequalities.all_or_none, inequalities.words_form),
    "solution_set": Kind(sets.solution_set, sets.solution_set_form),
    "point": Kind(sets.point, sets.point_form),
    "system_solution": Kind(sets.system, sets.system_form),
}

UNMARKED = ("choice", "open")
"""Kinds that need no reading: a choice is looked up, an open answer is never marked."""

NAMES = (*KINDS, *UNMARKED)


def split_kind(name: str) -> tuple[str, str]:
    """The name and what stands behind its colon: number_tol:0.01 → number_tol, 0.01."""
    kind, _, argument = name.partition(":")
    return kind.strip(), argument.strip()
