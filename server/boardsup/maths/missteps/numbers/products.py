"""Products of whole numbers and of decimals without signs."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.missteps.numbers.decimals import places
from boardsup.maths.missteps.numbers.quantities import Quantity, decimal, whole
from boardsup.maths.missteps.work import Slip, Work


def of_wholes(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a · b."""
    return whole(long_product(work, int(a.value), int(b.value)))


def long_product(work: Work, a: int, b: int) -> int:
    """The product of two whole numbers, partial products where there are two digits."""
    says = f"{a} * {b} = {{}}"
    if max(a, b) < 10:
        return work.step(says, a * b)
    long, short = max(a, b), min(a, b)
    if short < 10:
        return work.step(
            says,
            a * b,
            Slip("mul.no_carry", _without_carrying(long, short), rare=True),
            Slip("mul.carry_written_in_full", _carry_in_full(long, short), rare=True),
        )
    return work.step(
        says,
        a * b,
        Slip("mul.partial_products_not_shifted", sum(a * int(d) for d in str(b)), often=True),
        Slip("mul.digits_in_columns_only", _column_by_column(a, b)),
        Slip("mul.one_partial_product", a * (b % 10) if b % 10 else None, rare=True),
    )


def of_decimals(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a · b; the point goes as many places in as both have together."""
    behind = (places(a.value), places(b.value))
    digits = int(a.value * 10 ** behind[0]) * int(b.value * 10 ** behind[1])
    right = Fraction(digits, 10 ** sum(behind))
    found = work.step(
        f"{a} * {b}, point placed: {{}}",
        right,
        Slip("dec.product_point_as_in_sum", Fraction(digits, 10 ** max(behind)) if all(behind) else None, often=True),
        Slip("dec.point_left_out", Fraction(digits) if sum(behind) else None, rare=True),
        Slip("dec.product_of_parts", _product_of_parts(a.value, b.value), rare=True),
    )
    return decimal(found)


def _without_carrying(long: int, short: int) -> int:
    """Each digit times the one-digit number, only its last digit written; the first written in full."""
    digits = [int(d) * short for d in str(long)]
    return int("".join(str(d if i == 0 else d % 10) for i, d in enumerate(digits)))


def _carry_in_full(long: int, short: int) -> int | None:
    products = [int(d) * short for d in str(long)]
    return int("".join(map(str, products))) if any(p > 9 for p in products[1:]) else None


def _column_by_column(a: int, b: int) -> int | None:
    """23 · 14: 3 · 4 = 12 and 2 · 1 = 2, so 212; only where both have two digits."""
    if not (10 <= a < 100 and 10 <= b < 100):
        return None
    return int(f"{(a // 10) * (b // 10)}{(a % 10) * (b % 10)}")


def _product_of_parts(a: Fraction, b: Fraction) -> Fraction | None:
    """2.3 · 1.2: 2 · 1 before the point and 3 · 2 behind it."""
    behind_a, behind_b = a - int(a), b - int(b)
    if not (behind_a and behind_b and int(a) and int(b)):
        return None
    behind = int(behind_a * 10 ** places(behind_a)) * int(behind_b * 10 ** places(behind_b))
    return Fraction(f"{int(a) * int(b)}.{behind}")
