"""A factor times a bracket, and a minus before one.

Only the first term multiplied: MARS Sorting Equations and Identities; the lost sign: Vlassis 2004, Booth et al. 2014;
dropped brackets: Ayres 2001; cancelling in one term: Matz 1982.
"""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.missteps.algebra.terms import Term, Terms, degree, is_number, product
from boardsup.maths.missteps.work import Slip, Work


def distributed(work: Work, factor: Term, inside: Terms) -> Terms:
    """factor · (a + b + …)."""
    others = inside.items[1:]
    products = [product(factor, term) for term in inside.items]
    k = factor[0]
    if len(inside.items) == 1:
        return Terms((products[0],))
    lost = tuple((-c if d * k < 0 < k else c, m) for (c, m), (d, _) in zip(products[1:], others, strict=True))
    kept_minus = tuple((-c, m) for c, m in products[1:])
    return work.step(
        (Terms((factor,)), "(", inside, ") = {}"),
        Terms(tuple(products)),
        Slip("dist.first_term_only", Terms((products[0], *others)), often=True),
        Slip("dist.negative_not_distributed", Terms((products[0], *kept_minus)) if k < 0 else None, often=True),
        Slip("dist.sign_of_second_term", Terms((products[0], *lost)) if k > 0 else None, often=True),
        Slip("dist.sign_only", _sign_only(factor, products[0], others), rare=True),
        Slip("dist.second_term_only", Terms((*inside.items[:-1], products[-1])), rare=True),
        Slip("dist.added_factor", _added(factor, products[0], others)),
        Slip("dist.everything_into_one_term", _conjoined(factor, inside), rare=True),
        Slip("dist.letters_added", _letters_added(factor, inside)),
    )


def opposite_of_bracket(work: Work, inside: Terms) -> Terms:
    """−(a + b + …)."""
    first, *others = inside.items
    if not others:
        return inside.scaled(-1)
    return work.step(
        ("-(", inside, ") = {}"),
        inside.scaled(-1),
        Slip("dist.minus_parenthesis", Terms(((-first[0], first[1]), *others)), often=True),
        Slip("poly.added_instead", inside, rare=True),
    )


def divided_by(work: Work, inside: Terms, divisor: Fraction) -> Terms:
    """(a + b + …)/k."""
    right = inside.scaled(1 / divisor)
    if len(inside.items) == 1 or abs(divisor) == 1:
        return right
    first, *others = inside.items
    halves = right.items
    return work.step(
        ("(", inside, ")/", divisor, " = {}"),
        right,
        Slip("dist.cancel_one_term", Terms((halves[0], *others)), often=True),
        Slip("dist.cancel_one_term", Terms((first, *halves[1:]))),
    )


def _sign_only(factor: Term, head: Term, others: tuple[Term, ...]) -> Terms | None:
    """−2(x − 3) as −2x + 3."""
    return Terms((head, *((-c, m) for c, m in others))) if factor[0] < 0 and abs(factor[0]) != 1 else None


def _added(factor: Term, head: Term, others: tuple[Term, ...]) -> Terms | None:
    """3(x + 2) as 3x + 5."""
    if not is_number(factor) or len(others) != 1 or not is_number(others[0]):
        return None
    return Terms((head, (others[0][0] + factor[0], others[0][1])))


def _conjoined(factor: Term, inside: Terms) -> Terms | None:
    """3(x + 2) as 6x."""
    numbers = [t for t in inside.items if is_number(t)]
    if not is_number(factor) or len(inside.items) != 2 or len(numbers) != 1:
        return None
    a, b = inside.items
    return Terms((product(factor, product(a, b)),))


def _letters_added(factor: Term, inside: Terms) -> Terms | None:
    """x(x + 3) as 2x + 3x."""
    if degree(factor) != 1 or not any(t[1] == factor[1] for t in inside.items):
        return None
    return Terms(tuple((factor[0] + t[0], t[1]) if t[1] == factor[1] else product(factor, t) for t in inside.items))
