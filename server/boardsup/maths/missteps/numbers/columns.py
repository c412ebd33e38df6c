"""Whole numbers in columns: carrying and borrowing.

The subtraction bugs are those of Brown & Burton 1978 (BUGGY) and VanLehn's list: the smaller digit from the larger
one, borrowing without taking one away, borrowing across or from a zero, a zero that leaves the other digit.
"""

from __future__ import annotations

from collections.abc import Callable

from boardsup.maths.missteps.numbers.quantities import Quantity, whole
from boardsup.maths.missteps.work import Slip, Work

Digits = list[int]
"""Decimal digits, the units first."""


def summed(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a + b."""
    return whole(sum_in_columns(work, int(a.value), int(b.value)))


def subtracted(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a − b for a ≥ b."""
    return whole(difference_in_columns(work, int(a.value), int(b.value)))


def sum_in_columns(work: Work, a: int, b: int) -> int:
    """The sum of two whole numbers without signs."""
    if max(a, b) < 10:
        return work.step(f"{a} + {b} = {{}}", a + b)
    return work.step(
        f"{a} + {b} in columns = {{}}",
        a + b,
        Slip("col.no_carry", _no_carry(a, b), often=True),
        Slip("col.carry_written_in_full", _carry_in_full(a, b), rare=True),
        Slip("col.aligned_left", _aligned_left(a, b), rare=True),
    )


def difference_in_columns(work: Work, a: int, b: int) -> int:
    """The difference of two whole numbers, the first not smaller."""
    if a < 10 or not b:
        return work.step(f"{a} - {b} = {{}}", a - b)
    borrowed = _borrowing_columns(a, b)
    says = f"{a} - {b} in columns = {{}}"
    if not borrowed:
        return work.step(says, a - b, Slip("col.aligned_left", _difference_aligned_left(a, b), rare=True))
    return work.step(
        says,
        a - b,
        Slip("col.smaller_from_larger", by_digits(a, b, lambda x, y: abs(x - y)), often=True),
        Slip("col.borrow_no_decrement", by_digits(a, b, lambda x, y: (x - y) % 10), often=True),
        *(Slip("col.borrow_no_decrement", a - b + int(10 ** (at + 1))) for at in borrowed[:2] if len(borrowed) > 1),
        Slip("col.borrow_across_zero", _with_borrowing(a, b, across_zero)),
        Slip("col.borrow_stopped_at_zero", _with_borrowing(a, b, stopped_at_zero)),
        Slip("col.borrow_from_zero", _with_borrowing(a, b, from_zero)),
        Slip("col.zero_minus_n_is_n", _zero_rule(a, b, lambda y: y)),
        Slip("col.zero_minus_n_is_zero", _zero_rule(a, b, lambda y: 0)),
        Slip("col.zero_instead_of_borrow", by_digits(a, b, lambda x, y: max(x - y, 0)), rare=True),
    )


def by_digits(a: int, b: int, each: Callable[[int, int], int]) -> int:
    """The number whose digits come from those of a and b, column by column."""
    return _number([each(x, y) for x, y in _paired(a, b)])


def _no_carry(a: int, b: int) -> int:
    return by_digits(a, b, lambda x, y: (x + y) % 10)


def _carry_in_full(a: int, b: int) -> int | None:
    """47 + 38: 7 and 15 are written side by side, 715."""
    sums = [x + y for x, y in _paired(a, b)]
    if all(s < 10 for s in sums[:-1]):
        return None
    return int("".join(str(s) for s in reversed(sums)))


def _aligned_left(a: int, b: int) -> int | None:
    """412 + 28 with the 2 of 28 under the 4."""
    short, long = sorted((a, b))
    shift = len(str(long)) - len(str(short))
    return long + short * 10**shift if shift and short else None


def _difference_aligned_left(a: int, b: int) -> int | None:
    shift = len(str(a)) - len(str(b))
    moved = b * 10**shift
    return a - moved if shift and moved <= a else None


Borrow = Callable[[Digits, int], None]
"""How one is taken from the columns above a column, in place."""


def across_zero(top: Digits, at: int) -> None:
    """Skip the zeros and take one from the next digit that is none; the zeros stay."""
    above = next((i for i in range(at + 1, len(top)) if top[i] > 0), None)
    if above is not None:
        top[above] -= 1


def stopped_at_zero(top: Digits, at: int) -> None:
    """Take one from the next digit, unless it is zero."""
    if at + 1 < len(top) and top[at + 1] > 0:
        top[at + 1] -= 1


def from_zero(top: Digits, at: int) -> None:
    """A zero becomes nine, and nothing is taken from the column above it."""
    if at + 1 < len(top):
        top[at + 1] = top[at + 1] - 1 if top[at + 1] > 0 else 9


def _with_borrowing(a: int, b: int, borrow: Borrow) -> int | None:
    """a − b in columns with this way to borrow; None when no zero is borrowed from or it does not come out."""
    top, low = _digits(a), _digits(b)
    low += [0] * (len(top) - len(low))
    met_zero = False
    out: Digits = []
    for at in range(len(top)):
        digit = top[at]
        if digit < low[at]:
            met_zero = met_zero or (at + 1 < len(top) and top[at + 1] <= 0)
            borrow(top, at)
            digit += 10
        out.append(digit - low[at])
    return _number(out) if met_zero and all(0 <= d <= 9 for d in out) else None


def _zero_rule(a: int, b: int, each: Callable[[int], int]) -> int | None:
    """Columns with a zero on top and more below give `each`; all others are worked with borrowing as they should."""
    top, low = _digits(a), _digits(b)
    low += [0] * (len(top) - len(low))
    if not any(x == 0 < y for x, y in zip(top, low, strict=True)):
        return None
    out: Digits = []
    for at in range(len(top)):
        x, y = top[at], low[at]
        if _digits(a)[at] == 0 < y:
            out.append(each(y))
        elif x >= y:
            out.append(x - y)
        else:
            out.append(x + 10 - y)
            across_zero(top, at)
    return _number(out) if all(0 <= d <= 9 for d in out) else None


def _borrowing_columns(a: int, b: int) -> list[int]:
    """The columns in which a − b needs to borrow, the units being 0."""
    return [at for at in range(len(str(a))) if a % 10 ** (at + 1) < b % 10 ** (at + 1)]


def _paired(a: int, b: int) -> list[tuple[int, int]]:
    top, low = _digits(a), _digits(b)
    size = max(len(top), len(low))
    return list(zip(top + [0] * (size - len(top)), low + [0] * (size - len(low)), strict=True))


def _digits(n: int) -> Digits:
    return [int(d) for d in reversed(str(n))]


def _number(digits: Digits) -> int:
    return sum(d * 10**i for i, d in enumerate(digits))
