"""How a number is printed: whole, fraction, decimal, mixed; exact or not at all."""

from __future__ import annotations

from fractions import Fraction

from boardsup.items.worth import NoWorth

FORMATS = ("+", ".", ".1", ".2", ".3", ".4", "mixed", ",", "+.", "+mixed")
"""`+` with its sign · `.` as an exact decimal · `.2` with two places · `mixed` 1 1/2 · `,` 1,000."""

MOST_PLACES = 8


def numeral(value: Fraction, how: str = "") -> str:
    """The number as text, with a hyphen for a minus; raises `NoWorth` when it cannot be printed so exactly."""
    match how:
        case "":
            return str(value)
        case "mixed":
            return _mixed(value)
        case ",":
            return f"{int(value):,}" if value.denominator == 1 else _decimal(value, least=0, grouped=True)
        case ".":
            return _decimal(value, least=0)
        case _:
            return _decimal(value, least=int(how[1:]))


def _mixed(value: Fraction) -> str:
    whole, part = divmod(abs(value), 1)
    sign = "-" if value < 0 else ""
    if not part or not whole:
        return str(value)
    return f"{sign}{whole} {part}"


def _decimal(value: Fraction, *, least: int, grouped: bool = False) -> str:
    """An exact decimal; with `least` > 0, that many places and no more."""
    places = next((p for p in range(least, MOST_PLACES + 1) if (value * 10**p).denominator == 1), None)
    if places is None or (least and places > least):
        raise NoWorth(f"{value} is no exact decimal with so few places")
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    if grouped:
        whole = f"{int(whole):,}"
    return ("-" if value < 0 else "") + whole + (f".{part}" if part else "")
