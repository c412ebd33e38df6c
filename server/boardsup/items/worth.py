"""What a formula is worth for the numbers of a draw: exact, capped, never a float."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import assert_never

from boardsup.items.formulas import BadFormula, Call, Comparison, Constant, Formula, Name, formula

Numbers = Mapping[str, Fraction]
"""The numbers of one draw by name."""

LARGEST_EXPONENT = 32
MOST_BITS = 256
"""Of a numerator or denominator: far beyond any school item."""


class NoWorth(ArithmeticError):
    """For these numbers the formula has no value: division by zero, or far too large. Another draw may have one."""


def number(text: str, numbers: Numbers) -> Fraction:
    """The value of a formula; raises `BadFormula` or `NoWorth`."""
    found = worth(formula(text), numbers)
    if isinstance(found, bool):
        raise BadFormula(f"“{text}” is true or false, not a number")
    return found


def is_true(text: str, numbers: Numbers) -> bool:
    """Does the condition hold? Raises `BadFormula` or `NoWorth`."""
    found = worth(formula(text), numbers)
    if not isinstance(found, bool):
        raise BadFormula(f"“{text}” is a number, not something true or false")
    return found


def worth(of: Formula, numbers: Numbers) -> Fraction | bool:
    """The value of a formula: a number, or true or false."""
    match of:
        case Constant(value):
            return value
        case Name(name):
            if name not in numbers:
                raise BadFormula(f"no number is called “{name}” here")
            return numbers[name]
        case Comparison(first, rest):
            return _compared(first, rest, numbers)
        case Call("and", parts):
            return all(_condition(part, numbers) for part in parts)
        case Call("or", parts):
            return any(_condition(part, numbers) for part in parts)
        case Call("not", parts):
            return not _condition(parts[0], numbers)
        case Call(function, parts):
            return _capped(_OPERATIONS[function](*(_quantity(part, numbers) for part in parts)))
        case _:
            assert_never(of)


def _compared(first: Formula, rest: tuple[tuple[str, Formula], ...], numbers: Numbers) -> bool:
    left = _quantity(first, numbers)
    for sign, part in rest:
        right = _quantity(part, numbers)
        if not _SIGNS[sign](left, right):
            return False
        left = right
    return True


def _quantity(of: Formula, numbers: Numbers) -> Fraction:
    found = worth(of, numbers)
    if isinstance(found, bool):
        raise BadFormula("a comparison stands where a number is needed")
    return found


def _condition(of: Formula, numbers: Numbers) -> bool:
    found = worth(of, numbers)
    if not isinstance(found, bool):
        raise BadFormula("a number stands where a comparison is needed")
    return found


def _capped(value: Fraction) -> Fraction:
    if value.numerator.bit_length() > MOST_BITS or value.denominator.bit_length() > MOST_BITS:
        raise NoWorth("the value is far too large")
    return value


def _divided(a: Fraction, b: Fraction) -> Fraction:
    if not b:
        raise NoWorth("division by zero")
    return a / b


def _raised(a: Fraction, b: Fraction) -> Fraction:
    if b.denominator != 1 or abs(b) > LARGEST_EXPONENT:
        raise NoWorth(f"an exponent is a whole number from -{LARGEST_EXPONENT} to {LARGEST_EXPONENT}")
    if not a and b < 0:
        raise NoWorth("division by zero")
    return _capped(Fraction(a ** int(b)))


def _modulo(a: Fraction, b: Fraction) -> Fraction:
    if not b:
        raise NoWorth("division by zero")
    return a % b


def _whole(*values: Fraction) -> list[int]:
    if any(v.denominator != 1 for v in values):
        raise NoWorth("gcd and lcm need whole numbers")
    return [int(v) for v in values]


_SIGNS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}

_OPERATIONS: dict[str, Callable[..., Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": _divided,
    "^": _raised,
    "neg": lambda a: -a,
    "abs": abs,
    "ceil": lambda a: Fraction(ceil(a)),
    "floor": lambda a: Fraction(floor(a)),
    "gcd": lambda *of: Fraction(gcd(*_whole(*of))),
    "lcm": lambda *of: Fraction(lcm(*_whole(*of))),
    "max": max,
    "min": min,
    "mod": _modulo,
    "num": lambda a: Fraction(a.numerator),
    "den": lambda a: Fraction(a.denominator),
    "sign": lambda a: Fraction((a > 0) - (a < 0)),
}
