"""Adding and subtracting numbers with signs: first the sign and what is done with the sizes, then the sizes.

Documented by Vlassis 2004 and Ashlock 2006 (integers), Brown & Burton 1978 (smaller from larger).
"""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.missteps.numbers.fractions import tops_and_bottoms
from boardsup.maths.missteps.numbers.quantities import Quantity
from boardsup.maths.missteps.numbers.unsigned import divided, multiplied, subtracted, summed
from boardsup.maths.missteps.work import Slip, Work
from boardsup.maths.walk import children

Plan = tuple[int, str]
"""The sign of the result, and whether the sizes are added ("+") or subtracted ("-"), or tops and bottoms ("tops")."""


def added(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a + b."""
    if a.value >= 0 and b.value >= 0:
        return summed(work, a, b)
    return _carried_out(work, f"{a} + {_bracketed(b)}", _plan_of_sum(work, a, b), a, b)


def taken_away(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a − b."""
    if 0 <= b.value <= a.value:
        return subtracted(work, a, b)
    return _carried_out(work, f"{a} - {_bracketed(b)}", _plan_of_difference(work, a, b), a, b)


def times(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a · b."""
    size = multiplied(work, a.size, b.size)
    return size.signed(_sign_of_product(work, a, b, "times")) if size.value else size


def over(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a ÷ b."""
    size = divided(work, a.size, b.size)
    return size.signed(_sign_of_product(work, a, b, "by")) if size.value else size


def _carried_out(work: Work, does: str, plan: Plan, a: Quantity, b: Quantity) -> Quantity:
    sign, operation = plan
    if operation == "tops":
        return tops_and_bottoms(a, b)
    small, large = sorted((a.size, b.size), key=lambda q: q.value)
    found = summed(work, a.size, b.size) if operation == "+" else subtracted(work, large, small)
    work.note(f"{does} = {found.signed(sign)}")
    return found.signed(sign)


def _plan_of_sum(work: Work, a: Quantity, b: Quantity) -> Plan:
    """At least one of the two is negative."""
    says = f"sign and operation for {a} + {_bracketed(b)}"
    if a.value < 0 and b.value < 0:
        return work.step(
            says,
            (-1, "+"),
            Slip("int.two_negatives_make_positive_add", (1, "+"), often=True),
            Slip("int.ignored_second_sign", (-1 if a.value <= b.value else 1, "-")),
        )
    total = a.value + b.value
    sign = -1 if total < 0 else 1
    return work.step(
        says,
        (sign, "-"),
        Slip("int.add_magnitudes_keep_minus", (-1, "+"), often=True),
        Slip("int.ignored_signs", (1, "+")),
        Slip("int.sign_of_smaller_size", (-sign, "-") if total else None),
        Slip("frac.add_tops_and_bottoms", (1, "tops") if a.form == b.form == "fraction" else None, often=True),
    )


def _plan_of_difference(work: Work, a: Quantity, b: Quantity) -> Plan:
    """Not both are positive, or the first is the smaller one."""
    says = f"sign and operation for {a} - {_bracketed(b)}"
    if b.value >= 0 and a.value >= 0:
        return work.step(
            says,
            (-1, "-"),
            Slip("int.smaller_from_larger", (1, "-"), often=True),
            Slip("int.add_magnitudes_keep_minus", (-1, "+"), rare=True),
        )
    if b.value >= 0:
        return work.step(
            says,
            (-1, "+"),
            Slip("int.ignored_second_sign", (-1 if a.size.value >= b.value else 1, "-"), often=True),
            Slip("int.two_negatives_make_positive_add", (1, "+"), often=True),
        )
    lost = a.value - abs(b.value)
    treated_as_minus: Plan = (-1 if lost < 0 else 1, "+" if a.value < 0 else "-")
    slip = Slip("int.sub_negative_as_sub", treated_as_minus, often=True)
    if a.value >= 0:
        return work.step(says, (1, "+"), slip, Slip("int.reversed_subtraction", (-1, "+"), rare=True))
    sign = -1 if a.value < b.value else 1
    return work.step(
        says,
        (sign, "-"),
        slip,
        Slip("int.two_negatives_make_positive_sub", (1, "+")),
        Slip("int.reversed_subtraction", (-sign, "-") if a.value != b.value else None),
    )


def _sign_of_product(work: Work, a: Quantity, b: Quantity, how: str) -> int:
    negatives = (a.value < 0) + (b.value < 0)
    if not negatives:
        return 1
    if negatives == 2:
        return work.step("sign: negative and negative", 1, Slip(f"int.neg_{how}_neg_negative", -1, often=True))
    return work.step(
        "sign: negative and positive",
        -1,
        Slip("int.product_sign_lost" if how == "times" else "int.quotient_sign_lost", 1, often=True),
    )


def _bracketed(a: Quantity) -> str:
    return f"({a})" if a.value < 0 else str(a)


def has_minus(node: t.Node) -> bool:
    """Does a negative number stand in it?"""
    return any(isinstance(part, t.Neg) or has_minus(part) for part in children(node))
