"""Decimals in columns: the points under each other, or not.

Whole and decimal parts taken as two whole numbers, and right alignment, are described by Hiebert & Wearne 1985 and
Resnick et al. 1989; columns are those of columns.py.
"""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.missteps.numbers.columns import difference_in_columns, sum_in_columns
from boardsup.maths.missteps.numbers.quantities import Quantity, decimal
from boardsup.maths.missteps.work import Slip, Work


def summed(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a + b."""
    scale = 10 ** max(places(a.value), places(b.value))
    lined_up = work.step(
        f"line up the points of {a} and {b}",
        "points under points",
        Slip("dec.parts_as_whole_numbers", "parts apart" if _parts_sum(a, b) is not None else None, often=True),
        Slip("dec.aligned_right", "right ends" if places(a.value) != places(b.value) else None, often=True),
    )
    if lined_up == "parts apart":
        found = _parts_sum(a, b)
        assert found is not None, "offered only where it is a number"
        return decimal(found)
    if lined_up == "right ends":
        return decimal(Fraction(_unpointed(a.value) + _unpointed(b.value), scale))
    return decimal(Fraction(sum_in_columns(work, int(a.value * scale), int(b.value * scale)), scale))


def subtracted(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a − b for a ≥ b."""
    scale = 10 ** max(places(a.value), places(b.value))
    by_ends = _unpointed(a.value) - _unpointed(b.value)
    lined_up = work.step(
        f"line up the points of {a} and {b}",
        "points under points",
        Slip("dec.parts_as_whole_numbers", "parts apart" if _parts_difference(a, b) is not None else None, often=True),
        Slip("dec.aligned_right", "right ends" if places(a.value) != places(b.value) else None, often=True),
        Slip("dec.missing_zero_copied", "copied" if places(a.value) < places(b.value) else None),
    )
    match lined_up:
        case "parts apart":
            return decimal(_parts_difference(a, b) or Fraction(0))
        case "right ends":
            return decimal(Fraction(abs(by_ends), scale))
        case "copied":
            return decimal(_copied_digits(a.value, b.value))
        case _:
            return decimal(Fraction(difference_in_columns(work, int(a.value * scale), int(b.value * scale)), scale))


def places(value: Fraction) -> int:
    """How many digits stand behind the point."""
    return next((p for p in range(20) if (value * 10**p).denominator == 1), 20)


def _unpointed(value: Fraction) -> int:
    """The digits without the point."""
    return int(value * 10 ** places(value))


def _split(value: Fraction) -> tuple[int, int]:
    """The whole number before the point and the one behind it, as some read them."""
    before = int(value)
    return before, _unpointed(value - before)


def _joined(before: int, behind: int) -> Fraction:
    return Fraction(f"{before}.{behind}")


def _parts_sum(a: Quantity, b: Quantity) -> Fraction | None:
    """2.7 + 1.6 = 3.13."""
    (x, p), (y, q) = _split(a.value), _split(b.value)
    return _joined(x + y, p + q) if p and q else None


def _parts_difference(a: Quantity, b: Quantity) -> Fraction | None:
    """5.3 − 2.15: 5 − 2 and 15 − 3."""
    (x, p), (y, q) = _split(a.value), _split(b.value)
    return _joined(x - y, abs(p - q)) if p and q and x >= y and places(a.value) != places(b.value) else None


def _copied_digits(a: Fraction, b: Fraction) -> Fraction:
    """4.3 − 2.15 = 2.25: where nothing stands above a digit, the digit comes down."""
    kept = 10 ** places(a)
    shortened = Fraction(int(b * kept), kept)
    return (a - shortened) + (b - shortened)
