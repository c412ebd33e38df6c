"""Writing a polynomial as a product: the common factor, two binomials, a difference of squares.

Classroom knowledge, credited one by one in problems/misconceptions.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import gcd

from boardsup.maths import tree as t
from boardsup.maths.canonical.factors import irreducible_factors
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.labels import label
from boardsup.maths.canonical.polynomials import (
    UNIT,
    Letters,
    Polynomial,
    degree_in,
    is_rational,
    letters_of,
    number,
    scaled,
    times,
)
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.canonical.values import Expression, terms_of
from boardsup.maths.missteps.answers import Answer, a_polynomial
from boardsup.maths.missteps.work import NoAnswer, Slip, Work

Factors = tuple[Polynomial, ...]


def factored(work: Work, expression: t.Node) -> Answer:
    """The complete factorisation over the integers."""
    top, low = evaluated(expression)
    if low != ONE or not top or not is_rational(top) or any(Fraction(c).denominator != 1 for c in top.values()):
        raise NoAnswer
    common, rest = common_factor(top)
    inside = factors_of(rest)
    right = _written((common, *inside))
    if common == ONE:
        return work.step("factor: {}", right, *_of_two(inside, rest))
    return work.step("factor: {}", right, *_of_common(common, rest, inside))


def common_factor(a: Polynomial) -> tuple[Polynomial, Polynomial]:
    """The greatest common number and letters of all terms, and what is left in the brackets."""
    size = reduce(gcd, (int(c) for c in a.values()))
    shared: dict[str, int] = {}
    for name in sorted(letters_of(a)):
        least = min(dict(letters).get(name, 0) for _, letters in a)
        if least:
            shared[name] = least
    letters: Letters = tuple(shared.items())
    lead = a[min(a, key=lambda m: -sum(e for _, e in m[1]))]
    k = -size if lead < 0 else size
    rest = {
        (1, tuple((n, e - shared.get(n, 0)) for n, e in own if e > shared.get(n, 0))): Fraction(c) / k
        for (_, own), c in a.items()
    }
    return {(1, letters): k}, {m: int(c) if c.denominator == 1 else c for m, c in rest.items()}


def factors_of(a: Polynomial) -> Factors:
    """The irreducible factors; only polynomials in one letter are taken apart."""
    names = sorted(letters_of(a))
    if len(names) != 1:
        return (a,)
    found = irreducible_factors(a, names[0])
    # They are primitive with positive leading terms, and so is `a`: nothing is lost.
    return tuple(found) or (a,)


def _of_common(common: Polynomial, rest: Polynomial, inside: Factors) -> list[Slip[Answer]]:
    first, *others = terms_of(rest)
    ((_, k),) = common.items()
    outer = {m: c * k for m, c in others}
    turned = {m: (c if m == first[0] else -c) for m, c in rest.items()}
    slips = [
        Slip("factor.divided_first_term_only", _written((common, {first[0]: first[1], **outer})), often=True),
        Slip("factor.common_factor_lost", a_polynomial(rest), often=True),
        Slip("factor.sign_in_brackets", _written((common, turned))),
    ]
    if len(inside) == 2:
        slips += [Slip(s.id, s.value and _times(common, s.value)) for s in _of_two(inside, rest)]
    return slips


def _of_two(inside: Factors, whole: Polynomial) -> list[Slip[Answer]]:
    """(kx + p)(lx + q)."""
    if len(inside) != 2:
        return []
    first, second = inside
    name = next(iter(letters_of(whole)))
    if degree_in(first, name) != 1 or degree_in(second, name) != 1 or not whole.get(UNIT):
        return []
    slips = [
        Slip("quad.factor_signs_flipped", _written((_turned(first), _turned(second))), often=True),
        Slip("quad.factor_one_sign", _written((_turned(first), second)), often=True),
        Slip("quad.factor_one_sign", _written((first, _turned(second)))),
        Slip("factor.constants_exchanged", _written(_exchanged(first, second))),
    ]
    if (1, ((name, 1),)) not in whole:
        slips += [
            Slip("factor.difference_as_square", _written((first, first))),
            Slip("factor.difference_as_square", _written((second, second))),
        ]
    if whole.get((1, ((name, 2),))) == 1:
        slips += _other_pairs(whole, name)
    return slips


def _other_pairs(whole: Polynomial, name: str) -> list[Slip[Answer]]:
    """(x + r)(x + s) with the right product, or the right sum, but not both."""
    c, b = int(whole[UNIT]), int(whole.get((1, ((name, 1),)), 0))
    pairs = [(r, c // r) for r in range(1, min(abs(c), 60) + 1) if c % r == 0 and r * r <= abs(c)]
    slips = [Slip("quad.factor_product_only", _binomials(name, r, s)) for r, s in pairs if r + s != b]
    slips += [Slip("quad.factor_product_only", _binomials(name, -r, -s)) for r, s in pairs if -r - s != b]
    sums = [(r, b - r) for r in (1, 2) if r * (b - r) != c]
    slips += [Slip("quad.factor_sum_only", _binomials(name, r, s), rare=True) for r, s in sums]
    return [*slips, Slip("factor.coefficients_as_constants", _binomials(name, b, c) if b else None)]


def _binomials(name: str, p: int, q: int) -> Answer:
    x: Polynomial = {(1, ((name, 1),)): 1}
    return _written(({**x, UNIT: p}, {**x, UNIT: q}))


def _turned(a: Polynomial) -> Polynomial:
    return {m: -c if m == UNIT else c for m, c in a.items()}


def _exchanged(a: Polynomial, b: Polynomial) -> Factors:
    return {**a, UNIT: b[UNIT]}, {**b, UNIT: a[UNIT]}


def _times(common: Polynomial, inside: Answer) -> Answer:
    (product,) = (value for value in (inside.value,) if isinstance(value, Expression))
    typed = inside.typed if inside.typed.startswith("(") else f"({inside.typed})"
    return a_polynomial(times(common, dict(product.top)), f"{_shown(common)}{typed}")


def _written(factors: Factors) -> Answer:
    """The product, typed as factors."""
    product = number(1)
    for factor in factors:
        product = times(product, factor)
    single = [f for f in factors if len(f) == 1]
    front = number(1)
    for factor in single:
        front = times(front, factor)
    text = _squared([f"({_shown(f)})" for f in factors if len(f) > 1])
    head = _shown(front)
    if text and head in ("1", "-1"):
        head = head.removesuffix("1")
    sums = [f for f in factors if len(f) > 1]
    if len(sums) == 1 and not head:
        text = text[1:-1]
    return a_polynomial(scaled(product, 1) if product else product, head + text if text else head)


def _squared(brackets: list[str]) -> str:
    """(x + 3)(x + 3) as (x + 3)^2."""
    out: list[str] = []
    for bracket in dict.fromkeys(brackets):
        times_there = brackets.count(bracket)
        out.append(bracket if times_there == 1 else f"{bracket}^{times_there}")
    return "".join(out)


def _shown(a: Polynomial) -> str:
    return label(Expression(terms_of(a)))
