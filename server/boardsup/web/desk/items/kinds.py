"""What sorts of answers are called for a teacher, and what belongs to some of them."""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "number": "a number, in any form",
    "integer": "a whole number",
    "fraction_lowest_terms": "a fraction in lowest terms",
    "money": "an amount of money",
    "percent_blank": "a percent",
    "ratio_lowest_terms": "a ratio in lowest terms",
    "number_with_unit": "a number with its unit",
    "number_tol": "a number, about right",
    "number_decimal_comma": "a number with a decimal comma",
    "angle_degrees": "an angle in degrees",
    "scientific_notation": "scientific notation",
    "expression": "an expression, in any form",
    "expression_simplified": "a simplified expression",
    "expression_expanded": "an expanded expression",
    "expression_factored": "a factored expression",
    "radical_simplified": "a simplified root",
    "equation_solution": "the solution of an equation",
    "solution_set": "several solutions",
    "no_solution": "no solution",
    "all_real_numbers": "all numbers",
    "linear_equation": "an equation of a line",
    "slope_intercept": "y = mx + b",
    "formula_for": "a formula for a letter",
    "inequality": "an inequality",
    "compound_inequality": "a double inequality",
    "point": "a point",
    "system_solution": "the solution of a system",
    "choice": "one to choose",
}
"""By the word in the file, without what stands behind a colon."""

MORE: Mapping[str, str] = {
    "number_with_unit": "cm",
    "number_tol": "0.1",
    "formula_for": "y",
    "system_solution": "x,y",
}
"""What has to stand behind the colon, as an example."""


def kind_words(kind: str) -> str:
    """A kind of answer in a few words."""
    name, _, more = kind.partition(":")
    return KINDS.get(name, name) + (f" ({more})" if more else "")
