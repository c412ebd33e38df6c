"""Numbers as they are written: whole, decimal, fraction or mixed. How they are worked with depends on that."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import decimal_numeral, mixed_numeral

Form = Literal["whole", "decimal", "fraction", "mixed"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its form; `top`/`bottom` are a fraction's numbers as written, without the sign."""

    value: Fraction
    form: Form
    top: int = 0
    bottom: int = 1

    def __str__(self) -> str:
        match self.form:
            case "decimal":
                return decimal_numeral(self.value)
            case "mixed":
                return mixed_numeral(self.value)
            case _:
                return str(self.value)

    @property
    def size(self) -> Quantity:
        """The same without its sign."""
        return Quantity(abs(self.value), self.form, self.top, self.bottom)

    @property
    def is_whole(self) -> bool:
        """Is its value a whole number?"""
        return self.value.denominator == 1

    def signed(self, sign: int) -> Quantity:
        """The size with this sign."""
        return Quantity(sign * abs(self.value), self.form, self.top, self.bottom)


def whole(value: int | Fraction) -> Quantity:
    """A whole number; a fraction or mixed number when it is none."""
    value = Fraction(value)
    return Quantity(value, "whole") if value.denominator == 1 else fraction(value)


def decimal(value: Fraction) -> Quantity:
    """A number as a decimal; a whole one is written as a whole number."""
    return Quantity(value, "whole" if value.denominator == 1 else "decimal")


def fraction(value: Fraction) -> Quantity:
    """A number as a fraction in lowest terms."""
    if value.denominator == 1:
        return Quantity(value, "whole")
    return Quantity(value, "fraction", abs(value.numerator), value.denominator)


def mixed(value: Fraction) -> Quantity:
    """A number as a mixed number."""
    if value.denominator == 1:
        return Quantity(value, "whole")
    form: Form = "mixed" if abs(value) > 1 else "fraction"
    return Quantity(value, form, abs(value.numerator), value.denominator)


def over(top: int | Fraction, bottom: int | Fraction) -> Quantity | None:
    """top/bottom as a fraction; None where the bottom is zero."""
    return fraction(Fraction(top) / Fraction(bottom)) if bottom else None


def like(value: Fraction, a: Quantity, b: Quantity) -> Quantity:
    """A result in the form that two numbers ask for: mixed before fraction before decimal before whole."""
    forms = {a.form, b.form}
    if "mixed" in forms:
        return mixed(value)
    if "fraction" in forms:
        return fraction(value)
    return decimal(value) if "decimal" in forms else whole(value)


def written(node: t.Node) -> Quantity | None:
    """The number that a node writes, with or without a sign; None when it is no numeral."""
    match node:
        case t.Neg(of):
            inner = written(of)
            return None if inner is None or inner.value < 0 else inner.signed(-1)
        case t.Number() as n:
            return whole(n.value) if n.is_integer else Quantity(n.value, "decimal")
        case t.Repeating() as n:
            return fraction(n.value)
        case t.Mixed(full, top, bottom) if bottom:
            return Quantity(full + Fraction(top, bottom), "mixed", full * bottom + top, bottom)
        case t.Quotient(t.Number() as top, t.Number() as bottom, "/") if top.is_integer and bottom.is_integer:
            if not bottom.value:
                return None
            return Quantity(top.value / bottom.value, "fraction", int(top.value), int(bottom.value))
        case t.Money(of) | t.Degrees(of):
            return written(of)
        case t.Percent(of):
            inner = written(of)
            return None if inner is None else decimal(inner.value / 100)
        case _:
            return None
