"""Questions about how an answer is written, one predicate each; none of them asks whether it is right.

They look at the tree alone, so a wrong value of the same form gets the same answer.
"""

from __future__ import annotations

from math import gcd

from boardsup.maths import tree as t
from boardsup.maths.canonical.radicals import square_part

LARGEST_UNDER_ROOT = 10**9
"""The largest number under a root that is looked through for what can be taken out."""


def body(node: t.Node) -> t.Node:
    """The node without one minus sign in front."""
    return node.of if isinstance(node, t.Neg) else node


def is_integer(node: t.Node) -> bool:
    """Is it an integer numeral, with or without a sign?"""
    inner = body(node)
    return isinstance(inner, t.Number) and inner.is_integer


def is_decimal(node: t.Node) -> bool:
    """Is it a numeral with a decimal point, repeating ones included?"""
    inner = body(node)
    return isinstance(inner, t.Repeating) or (isinstance(inner, t.Number) and not inner.is_integer)


def is_mixed(node: t.Node) -> bool:
    """Is it a mixed number?"""
    return isinstance(body(node), t.Mixed)


def is_fraction(node: t.Node) -> bool:
    """Is it a fraction of two integer numerals, in any terms, with any signs on them?"""
    inner = body(node)
    if not isinstance(inner, t.Quotient) or inner.sign != "/":
        return False
    is_signed_twice = isinstance(node, t.Neg) and isinstance(inner.top, t.Neg)
    return not is_signed_twice and is_integer(inner.top) and is_integer(inner.bottom)


def is_percent(node: t.Node) -> bool:
    """Is it a numeral with a percent sign?"""
    inner = body(node)
    return isinstance(inner, t.Percent) and is_numeral(inner.of) and not isinstance(inner.of, t.Percent)


def is_numeral(node: t.Node) -> bool:
    """Is it one numeral, whatever its form: integer, decimal, fraction in any terms, mixed number, n%?"""
    return is_integer(node) or is_decimal(node) or is_fraction(node) or is_mixed(node) or is_percent(node)


def has_sign_below(node: t.Node) -> bool:
    """Does a fraction carry a sign in its denominator?"""
    inner = body(node)
    return isinstance(inner, t.Quotient) and isinstance(inner.bottom, t.Neg)


def is_proper_part(node: t.Node) -> bool:
    """Is the fraction part of a mixed number less than one?"""
    inner = body(node)
    return isinstance(inner, t.Mixed) and inner.top < inner.bottom


def is_lowest_terms(node: t.Node) -> bool:
    """Is the fraction, or the fraction part of the mixed number, in lowest terms? An integer over 1 is not."""
    match body(node):
        case t.Mixed(_, top, bottom):
            return gcd(top, bottom) == 1 and bottom > 1
        case t.Quotient(top, bottom):
            match body(top), body(bottom):
                case t.Number(over), t.Number(under) if over.isdecimal() and under.isdecimal():
                    return gcd(int(over), int(under)) == 1 and int(under) > 1
    return False


def is_power_free(node: t.Node, index: int) -> bool:
    """Is it an integer numeral above 1 with no factor but 1 that is a power of this index?"""
    if not isinstance(node, t.Number) or not node.is_integer:
        return False
    n = int(node.digits)
    if not 1 < n <= LARGEST_UNDER_ROOT:
        return False
    if index == 2:
        return square_part(n)[0] == 1
    # A factor pⁱ of n with i ≥ 3 shows at p ≤ ∛n ≤ 1,000.
    return all(n % p**index for p in range(2, 1_001) if p**index <= n)


def is_alone(node: t.Node) -> bool:
    """Is it one letter and nothing else?"""
    return isinstance(node, t.Variable)


def is_power_of_ten(node: t.Node) -> bool:
    """Is it 10 to a whole exponent?"""
    return isinstance(node, t.Power) and node.base == t.Number("10") and is_integer(node.exponent)


def is_scientific(node: t.Node) -> bool:
    """Is it a × 10ⁿ with a decimal or integer numeral a, 1 ≤ |a| < 10?"""
    inner = body(node)
    if not isinstance(inner, t.Product) or len(inner.factors) != 2:
        return False
    first, second = inner.factors
    is_signed_twice = isinstance(node, t.Neg) and isinstance(first, t.Neg)
    size = body(first)
    return not is_signed_twice and is_power_of_ten(second) and isinstance(size, t.Number) and 1 <= size.value < 10


def is_dollars(node: t.Node) -> bool:
    """Is it an amount as one writes it: an integer or decimal numeral, with or without a dollar sign?"""
    inner = body(node)
    if isinstance(inner, t.Money):
        inner = inner.of if isinstance(node, t.Neg) else body(inner.of)
    return isinstance(inner, t.Number)


def is_whole(node: t.Node) -> bool:
    """Is the value of this numeral a whole number?"""
    match body(node):
        case t.Number() | t.Repeating() as n:
            return n.value.denominator == 1
        case t.Mixed(_, top, bottom):
            return bottom != 0 and top % bottom == 0
        case t.Quotient(top, bottom):
            match body(top), body(bottom):
                case t.Number(over), t.Number(under) if over.isdecimal() and under.isdecimal():
                    return int(under) != 0 and int(over) % int(under) == 0
    return False
