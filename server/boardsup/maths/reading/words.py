"""The words that mean something in an answer; every other run of two or more letters is not read."""

from __future__ import annotations

from typing import Literal

Meaning = Literal["no_solution", "all_real_numbers", "yes", "no", "undefined"]

PHRASES: dict[str, Meaning] = {
    "no solution": "no_solution",
    "no solutions": "no_solution",
    "no real solution": "no_solution",
    "no real solutions": "no_solution",
    "none": "no_solution",
    "empty set": "no_solution",
    "the empty set": "no_solution",
    "never true": "no_solution",
    "all real numbers": "all_real_numbers",
    "all reals": "all_real_numbers",
    "all numbers": "all_real_numbers",
    "any number": "all_real_numbers",
    "any real number": "all_real_numbers",
    "every number": "all_real_numbers",
    "every real number": "all_real_numbers",
    "infinitely many solutions": "all_real_numbers",
    "infinitely many": "all_real_numbers",
    "infinite solutions": "all_real_numbers",
    "always true": "all_real_numbers",
    "sin solucion": "no_solution",
    "todos los numeros reales": "all_real_numbers",
    "yes": "yes",
    "no": "no",
    "undefined": "undefined",
}
"""A whole answer in words."""

JOINING = {"or": "or", "and": "and", "to": "to", "o": "", "y": ""}
"""Words between two things; a single letter is a variable before it is a word."""

AFTER = {
    "percent": "%",
    "degrees": "°",
    "degree": "°",
    "deg": "°",
    "dollars": "$",
    "dollar": "$",
}
"""Words that stand behind a number and mean a sign."""

FUNCTIONS = frozenset({"sqrt", "abs"})

UNITS = frozenset(
    [
        "mm",
        "cm",
        "km",
        "in",
        "inch",
        "inches",
        "ft",
        "foot",
        "feet",
        "yd",
        "yard",
        "yards",
        "mi",
        "mile",
        "miles",
        "meter",
        "meters",
        "metre",
        "metres",
        "centimeter",
        "centimeters",
        "kilometer",
        "kilometers",
        "mg",
        "kg",
        "gram",
        "grams",
        "kilogram",
        "kilograms",
        "oz",
        "ounce",
        "ounces",
        "lb",
        "lbs",
        "pound",
        "pounds",
        "ml",
        "liter",
        "liters",
        "litre",
        "litres",
        "cup",
        "cups",
        "pint",
        "pints",
        "quart",
        "quarts",
        "gallon",
        "gallons",
        "sec",
        "second",
        "seconds",
        "min",
        "minute",
        "minutes",
        "hr",
        "hrs",
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "mph",
        "kph",
        "cents",
        "cent",
        "sq",
        "square",
        "cubic",
        "unit",
        "units",
    ]
)
"""Units of measure that are read behind a number without being announced; single letters are variables."""

SHORT_UNITS = frozenset(("m", "g", "l", "s", "h"))
"""Units of one letter: read only where the question asks for a unit."""
