"""An expression with letters as some read it: another tree, which is then worked out without a mistake."""

from __future__ import annotations

from functools import lru_cache

from boardsup.maths import tree as t
from boardsup.maths.missteps.numbers.power_readings import roots_together
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.numbers.readings import minus_under_power
from boardsup.maths.missteps.work import Slip, Work
from boardsup.maths.walk import changed


def as_read(work: Work, node: t.Node) -> t.Node:
    """The expression as it is understood."""
    return work.reading("read the expression", node, *_slips(node))


@lru_cache(maxsize=512)
def _slips(node: t.Node) -> tuple[Slip[t.Node], ...]:
    """The other readings of an expression; every pass asks for them again."""
    return (
        Slip("dist.subtract_before_multiply", changed(node, _subtracted_first), often=True),
        Slip("dist.add_before_multiply", changed(node, _added_first)),
        Slip("root.added_radicands", changed(node, roots_together)),
        Slip("ops.neg_base_square", minus_under_power(node)),
        Slip("ops.coefficient_into_power", changed(node, _factor_under_power)),
    )


def _subtracted_first(node: t.Node) -> t.Node:
    """c − a(x + b) as (c − a)(x + b)."""
    match node:
        case t.Sum(
            (c, t.Neg(t.Product((a, t.Sum() as inside)))),
        ) if written(c) and written(a):
            return t.Product((t.Sum((c, t.Neg(a))), inside), ("",))
        case _:
            return node


def _added_first(node: t.Node) -> t.Node:
    """c + a(x + b) as (c + a)(x + b)."""
    match node:
        case t.Sum((c, t.Product((a, t.Sum() as inside)))) if written(c) and written(a):
            return t.Product((t.Sum((c, a)), inside), ("",))
        case _:
            return node


def _factor_under_power(node: t.Node) -> t.Node:
    """2(x + 1)² as (2(x + 1))², 2x² as (2x)²."""
    match node:
        case t.Product((t.Number() as a, t.Power(t.Sum() as base, exponent)), signs):
            return t.Power(t.Product((a, base), signs), exponent)
        case _:
            return node
