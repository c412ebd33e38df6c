"""Powers and roots as some read them, for numbers and letters alike.

Exponents multiplied where they are added, bases multiplied too, a power or root of each term: Pitta-Pantazi,
Christou & Zachariades 2007, Matz 1982.
"""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.missteps.work import Slip
from boardsup.maths.walk import changed

MOST = 32
"""The largest exponent that is made."""


def power_slips(node: t.Node) -> tuple[Slip[t.Node], ...]:
    """Other readings of the powers and roots in a tree."""
    return (
        Slip("ops.power_of_each_term", changed(node, _power_of_each), often=True),
        Slip("ops.sum_then_power", changed(node, _sum_first)),
        Slip("root.root_of_each_term", changed(node, _root_of_each), often=True),
        Slip("exp.multiply_exponents", changed(node, _exponents_multiplied), often=True),
        Slip("exp.multiply_bases", changed(node, _bases_multiplied)),
        Slip("exp.multiply_exponents", changed(node, _tens_multiplied)),
        Slip("exp.coefficients_added", changed(node, _fronts_added)),
        Slip("root.added_radicands", changed(node, roots_together)),
        Slip("exp.divide_exponents", changed(node, _exponents_divided), often=True),
        Slip("exp.divide_bases", changed(node, _bases_divided)),
        Slip("exp.power_of_power_add", changed(node, _exponents_added), often=True),
    )


def exponent_of(node: t.Node) -> tuple[t.Node, int] | None:
    """Base and whole exponent of a power, or of a number or letter to the first."""
    match node:
        case t.Power(base, t.Number() as n) if n.is_integer:
            return base, int(n.value)
        case t.Power(base, t.Neg(t.Number() as n)) if n.is_integer:
            return base, -int(n.value)
        case t.Number() | t.Variable():
            return node, 1
        case _:
            return None


def to_the(base: t.Node, exponent: int) -> t.Node | None:
    """base to an exponent; None past the cap."""
    if abs(exponent) > MOST:
        return None
    size = t.Number(str(abs(exponent)))
    return t.Power(base, t.Neg(size) if exponent < 0 else size)


def _power_of_each(node: t.Node) -> t.Node:
    """(a + b)² as a² + b²."""
    match node:
        case t.Power(t.Sum(terms), exponent):
            return t.Sum(
                tuple(t.Neg(t.Power(x.of, exponent)) if isinstance(x, t.Neg) else t.Power(x, exponent) for x in terms)
            )
        case _:
            return node


def _sum_first(node: t.Node) -> t.Node:
    """a² + b² as (a + b)²."""
    match node:
        case t.Sum((t.Power(a, m), t.Power(b, n))) if m == n:
            return t.Power(t.Sum((a, b)), m)
        case _:
            return node


def _root_of_each(node: t.Node) -> t.Node:
    """√(a + b) as √a + √b."""
    match node:
        case t.Root(t.Sum(terms), 2):
            return t.Sum(tuple(t.Neg(t.Root(x.of)) if isinstance(x, t.Neg) else t.Root(x) for x in terms))
        case _:
            return node


def _same_base(node: t.Node) -> tuple[t.Node, int, int] | None:
    """Base and exponents of a product of two powers of one base, at least one of them written as a power."""
    match node:
        case t.Product((a, b)):
            first, second = exponent_of(a), exponent_of(b)
        case _:
            return None
    if first is None or second is None or first[0] != second[0]:
        return None
    return first[0], first[1], second[1]


def _exponents_multiplied(node: t.Node) -> t.Node:
    """bᵐ · bⁿ as b to the mn."""
    found = _same_base(node)
    return node if found is None else to_the(found[0], found[1] * found[2]) or node


def _bases_multiplied(node: t.Node) -> t.Node:
    """bᵐ · bⁿ as (b · b) to the m + n."""
    found = _same_base(node)
    if found is None or not isinstance(found[0], t.Number) or found[1] == found[2] == 1:
        return node
    return to_the(t.Product((found[0], found[0]), ("*",)), found[1] + found[2]) or node


def _scientific(node: t.Node) -> tuple[t.Node, int, t.Node, int] | None:
    """Front numbers and exponents of a product of two numbers in scientific notation."""
    match node:
        case t.Product(
            (t.Product((a, t.Power(t.Number("10"), t.Number(m)))), t.Product((b, t.Power(t.Number("10"), t.Number(n)))))
        ):
            return (a, int(m), b, int(n)) if m.isdigit() and n.isdigit() else None
        case _:
            return None


def _tens_multiplied(node: t.Node) -> t.Node:
    """(a · 10ᵐ)(b · 10ⁿ) as ab · 10 to the mn."""
    found = _scientific(node)
    if found is None:
        return node
    a, m, b, n = found
    return t.Product((a, b, to_the(t.Number("10"), m * n) or node), ("*", "*")) if m * n <= MOST else node


def _fronts_added(node: t.Node) -> t.Node:
    """(a · 10ᵐ)(b · 10ⁿ) as (a + b) · 10 to the m + n."""
    found = _scientific(node)
    if found is None:
        return node
    a, m, b, n = found
    return t.Product((t.Sum((a, b)), to_the(t.Number("10"), m + n) or node), ("*",)) if m + n <= MOST else node


def roots_together(node: t.Node) -> t.Node:
    """√a + √b as √(a + b)."""
    match node:
        case t.Sum((t.Root(a, 2), t.Root(b, 2))):
            return t.Root(t.Sum((a, b)))
        case _:
            return node


def _quotient(node: t.Node) -> tuple[t.Node, int, int] | None:
    match node:
        case t.Quotient(a, b):
            first, second = exponent_of(a), exponent_of(b)
        case _:
            return None
    if first is None or second is None or first[0] != second[0] or first[1] == second[1] == 1:
        return None
    return first[0], first[1], second[1]


def _exponents_divided(node: t.Node) -> t.Node:
    """bᵐ / bⁿ as b to the m/n."""
    found = _quotient(node)
    if found is None or not found[2] or found[1] % found[2]:
        return node
    return to_the(found[0], found[1] // found[2]) or node


def _bases_divided(node: t.Node) -> t.Node:
    """bᵐ / bⁿ as 1 to the m − n."""
    return node if _quotient(node) is None else t.Number("1")


def _exponents_added(node: t.Node) -> t.Node:
    """(bᵐ)ⁿ as b to the m + n."""
    match node:
        case t.Power(t.Power() as inner, outer):
            first, second = exponent_of(inner), exponent_of(t.Power(t.Number("0"), outer))
            if first is None or second is None:
                return node
            return to_the(first[0], first[1] + second[1]) or node
        case _:
            return node
