"""Products and squares of sums.

Squaring each term and multiplying only first and last: Matz 1982, MARS Sorting Equations and Identities.
"""

from __future__ import annotations

from boardsup.maths.missteps.algebra.terms import Term, Terms, all_products, is_number, product
from boardsup.maths.missteps.work import Slip, Work


def multiplied(work: Work, a: Terms, b: Terms) -> Terms:
    """(p + q)(r + s), or longer sums."""
    right = all_products(a, b)
    if len(a.items) != 2 or len(b.items) != 2:
        return work.step(("(", a, ")(", b, ") = {}"), right, Slip("dist.first_term_only", _only_first(a, b)))
    first, outer, inner, last = right.items
    p, q = a.items[1], b.items[1]
    both_numbers = is_number(p) and is_number(q)
    swapped = (p[0] * q[0], outer[1]) if both_numbers else None
    return work.step(
        ("(", a, ")(", b, ") = {}"),
        right,
        Slip("dist.binomials_first_last", Terms((first, last)), often=True),
        Slip("poly.one_middle_product", Terms((first, outer, last))),
        Slip("poly.one_middle_product", Terms((first, inner, last))),
        Slip("poly.sum_and_product_swapped", _swapped(first, swapped, p, q)),
        Slip("poly.constants_added", _added(first, outer, inner, p, q) if both_numbers else None),
        Slip("poly.sign_of_product", Terms((first, outer, inner, (-last[0], last[1])))),
        Slip("poly.coefficient_left_out_of_middle", _without_coefficient(right, a, b)),
        Slip("dist.binomials_middle_multiplied", _middle_multiplied(first, outer, inner, last), rare=True),
    )


def squared(work: Work, a: Terms) -> Terms:
    """(p + q)²."""
    if len(a.items) != 2:
        return multiplied(work, a, a)
    p, q = a.items
    first, middle, last = product(p, p), product(p, q), product(q, q)
    doubled: Term = (2 * middle[0], middle[1])
    return work.step(
        ("(", a, ")^2 = {}"),
        Terms((first, doubled, last)),
        Slip("dist.square_of_sum", Terms((first, last)), often=True),
        Slip("dist.square_of_sum", Terms((first, (-last[0], last[1]))) if q[0] < 0 else None),
        Slip("poly.middle_term_once", Terms((first, middle, last)), often=True),
        Slip("poly.doubled_instead_of_squared", Terms((first, doubled, (2 * q[0], q[1]))) if is_number(q) else None),
        Slip("poly.sign_of_last_term", Terms((first, doubled, (-last[0], last[1]))) if q[0] < 0 else None),
        Slip("dist.square_sign_of_middle", Terms((first, (-doubled[0], doubled[1]), last)), rare=True),
        Slip("poly.coefficient_not_squared", Terms(((p[0], first[1]), doubled, last)) if abs(p[0]) != 1 else None),
        Slip("dist.square_doubled", a.scaled(2), rare=True),
        Slip("dist.square_constant_kept", Terms((first, doubled, q)) if is_number(q) else None, rare=True),
    )


def _only_first(a: Terms, b: Terms) -> Terms:
    """Only the first term of one bracket is multiplied with the other bracket."""
    return Terms((*all_products(Terms(a.items[:1]), b).items, *a.items[1:]))


def _without_coefficient(right: Terms, a: Terms, b: Terms) -> Terms | None:
    """(2x + 3)(x + 5) with the middle 5x + 3x."""
    first, outer, inner, last = right.items
    k, j = abs(a.items[0][0]), abs(b.items[0][0])
    if k == j == 1:
        return None
    return Terms((first, (outer[0] / k, outer[1]), (inner[0] / j, inner[1]), last))


def _swapped(first: Term, middle: Term | None, p: Term, q: Term) -> Terms | None:
    """x² + abx + (a + b)."""
    return None if middle is None or abs(first[0]) != 1 else Terms((first, middle, (p[0] + q[0], p[1])))


def _added(first: Term, outer: Term, inner: Term, p: Term, q: Term) -> Terms:
    """x² + (a + b)x + (a + b)."""
    return Terms((first, outer, inner, (p[0] + q[0], p[1])))


def _middle_multiplied(first: Term, outer: Term, inner: Term, last: Term) -> Terms | None:
    """The two middle products multiplied instead of added, for equal letters."""
    if outer[1] != inner[1]:
        return None
    return Terms((first, (outer[0] * inner[0], outer[1]), last))
