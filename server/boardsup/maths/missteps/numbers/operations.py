"""Another operation than the one that stands there, where there is only one: added instead of subtracted, …"""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import Slip, Work


def wrong_operation(work: Work, node: t.Node) -> t.Node:
    """The operation that is done on two numbers."""
    match node:
        case t.Sum((a, t.Neg(b))) if _is_pair(a, b) and not _is_signed(a, b):
            return work.reading("operation", node, Slip("ops.added_instead", _sum(a, b)))
        case t.Sum((a, b)) if _is_pair(a, b) and not _is_signed(a, b):
            return work.reading(
                "operation",
                node,
                Slip("ops.subtracted_instead", t.Sum((a, t.Neg(b))) if _is_ordered(a, b) else None, rare=True),
                Slip("ops.multiplied_instead", _product(a, b), rare=True),
            )
        case t.Product((a, b)) if _is_pair(a, b):
            return work.reading("operation", node, Slip("ops.added_instead", _sum(a, b)))
        case t.Product((a, b, c)) if _is_pair(a, b) and _is_pair(b, c):
            return work.reading("operation", node, Slip("ops.added_instead", t.Sum((a, b, c))))
        case t.Quotient(a, b) if _is_pair(a, b) and _is_signed(a, b):
            return work.reading(
                "operation", node, Slip("int.subtracted_instead_of_divided", t.Sum((a, t.Neg(b))), rare=True)
            )
        case t.Quotient(a, b) if _is_pair(a, b):
            return work.reading(
                "operation",
                node,
                Slip("ops.multiplied_instead", _product(a, b), rare=True),
                Slip("ops.subtracted_instead", t.Sum((a, t.Neg(b))) if _is_ordered(a, b) else None, rare=True),
            )
        case _:
            return node


def _is_pair(a: t.Node, b: t.Node) -> bool:
    return written(a) is not None and written(b) is not None


def _is_signed(a: t.Node, b: t.Node) -> bool:
    return isinstance(a, t.Neg) or isinstance(b, t.Neg)


def _is_ordered(a: t.Node, b: t.Node) -> bool:
    """Is the first number the greater one, both without signs?"""
    first, second = written(a), written(b)
    return first is not None and second is not None and first.value > second.value > 0


def _sum(a: t.Node, b: t.Node) -> t.Node:
    return t.Sum((a, b))


def _product(a: t.Node, b: t.Node) -> t.Node:
    return t.Product((a, b), ("*",))
