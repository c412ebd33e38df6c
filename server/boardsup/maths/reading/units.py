"""Units of measure: how each is spelled, what it measures, and how large it is, exactly.

Sizes in millimetres, grams, millilitres, seconds and dollars; inch and pound as defined in 1959 (25.4 mm, 453.59237 g).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

_TABLE = [
    ("mm", "millimeter millimeters millimetre millimetres", "length", "1"),
    ("cm", "cms centimeter centimeters centimetre centimetres", "length", "10"),
    ("m", "meter meters metre metres", "length", "1000"),
    ("km", "kms kilometer kilometers kilometre kilometres", "length", "1000000"),
    ("in", "inch inches", "length", "25.4"),
    ("ft", "foot feet", "length", "304.8"),
    ("yd", "yds yard yards", "length", "914.4"),
    ("mi", "mile miles", "length", "1609344"),
    ("mg", "milligram milligrams", "mass", "0.001"),
    ("g", "gram grams", "mass", "1"),
    ("kg", "kgs kilogram kilograms kilo kilos", "mass", "1000"),
    ("oz", "ounce ounces", "mass", "28.349523125"),
    ("lb", "lbs pound pounds", "mass", "453.59237"),
    ("ml", "milliliter milliliters millilitre millilitres", "volume", "1"),
    ("l", "liter liters litre litres", "volume", "1000"),
    ("cup", "cups", "cup", "1"),
    ("pt", "pint pints", "cup", "2"),
    ("qt", "quart quarts", "cup", "4"),
    ("gal", "gallon gallons", "cup", "16"),
    ("s", "sec secs second seconds", "time", "1"),
    ("min", "mins minute minutes", "time", "60"),
    ("h", "hr hrs hour hours", "time", "3600"),
    ("day", "days", "time", "86400"),
    ("wk", "week weeks", "time", "604800"),
    ("month", "months", "month", "1"),
    ("yr", "yrs year years", "month", "12"),
    ("unit", "units", "unit", "1"),
    ("$", "dollar dollars usd", "money", "1"),
    ("¢", "cent cents", "money", "0.01"),
    ("°", "degree degrees deg", "angle", "1"),
    ("%", "percent", "part", "1"),
]

SHORT = {word: short for short, words, _, _ in _TABLE for word in (short, *words.split())}
"""A spelling in small letters → the short name of the unit."""

WORDS = frozenset(word for word in SHORT if len(word) > 1) | {"mph", "kph", "sq", "square", "cubic"}
"""The spellings that are read behind any number; a single letter is a variable first."""

LETTERS = frozenset(word for word in SHORT if len(word) == 1 and word.isalpha())
"""The spellings of one letter: read only where the question asks for a unit."""

_SIZES = {short: (of, Fraction(size)) for short, _, of, size in _TABLE}
_WHOLE = {"mph": "mi/h", "kph": "km/h"}
_RAISED = {"sq": 2, "square": 2, "cubic": 3}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures (each with its power, in order of names), and its size."""

    of: tuple[tuple[str, int], ...]
    size: Fraction


def measure(unit: str) -> Measure:
    """The measure of a unit as written: ft, sq ft, ft^2, mi/h, miles per hour; an unknown word measures itself."""
    powers: dict[str, int] = {}
    size = Fraction(1)
    text = _WHOLE.get(unit, unit).replace(" per ", "/")
    for i, part in enumerate(text.split("/")):
        word, power = _raised(part.strip())
        of, one = _SIZES.get(SHORT.get(word, ""), (word.rstrip("s"), Fraction(1)))
        power = power if i == 0 else -power
        powers[of] = powers.get(of, 0) + power
        size *= one**power
    return Measure(tuple(sorted((of, power) for of, power in powers.items() if power)), size)


def _raised(part: str) -> tuple[str, int]:
    """The word and its power: square feet, ft^2."""
    first, _, rest = part.partition(" ")
    if first in _RAISED and rest:
        return rest.strip(), _RAISED[first]
    word, _, exponent = part.partition("^")
    return word, int(exponent) if exponent.isascii() and exponent.isdecimal() and len(exponent) == 1 else 1
