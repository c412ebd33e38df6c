"""Products, quotients and powers of single terms, and square roots that are taken out.

Exponents multiplied for added, coefficients not raised: Pitta-Pantazi, Christou & Zachariades 2007, Cangelosi et al.
2013.
"""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from boardsup.maths.canonical.polynomials import Letters, divide_letters
from boardsup.maths.canonical.radicals import square_part
from boardsup.maths.missteps.algebra.terms import Term, Terms, product
from boardsup.maths.missteps.work import NoAnswer, Slip, Work

MOST_EXPONENT = 32


def multiplied(work: Work, parts: list[Terms]) -> Terms:
    """The product of single terms."""
    found, *others = _grouped([part.items[0] for part in parts])
    for term in others:
        found = _two(work, found, term)
    return Terms((found,))


def _grouped(factors: list[Term]) -> list[Term]:
    """2x³ · 5x⁴ has two factors: a number behind letters begins another one."""
    groups: list[Term] = []
    for factor in factors:
        if groups and not groups[-1][1][1]:
            groups[-1] = product(groups[-1], factor)
        else:
            groups.append(factor)
    return groups


def _two(work: Work, a: Term, b: Term) -> Term:
    right = product(a, b)
    shared = {name for name, _ in a[1][1]} & {name for name, _ in b[1][1]}
    if not shared:
        return right
    both = abs(a[0]) != 1 and abs(b[0]) != 1
    is_plain = abs(a[0]) == abs(b[0]) == 1
    return work.step(
        (Terms((a,)), " * ", Terms((b,))),
        right,
        Slip("exp.multiply_exponents", _with(right, _products_of_exponents(a[1][1], b[1][1])), often=True),
        Slip("exp.coefficients_added", (a[0] + b[0], right[1]) if both else None, often=True),
        Slip("exp.letters_counted", (2 * right[0], right[1]) if is_plain else None),
        Slip("exp.product_as_double", (right[0] * 2, a[1]) if is_plain and a[1] == b[1] else None),
    )


def divided(work: Work, a: Term, b: Term) -> Terms:
    """a/b for single terms whose quotient has no letters below."""
    left = divide_letters(a[1][1], b[1][1])
    if left is None:
        raise NoAnswer
    right: Term = (a[0] / b[0], (a[1][0], left))
    same = a[0] == b[0]
    found = work.step(
        (Terms((a,)), " / ", Terms((b,))),
        right,
        Slip("exp.divide_exponents", _with(right, _quotients_of_exponents(a[1][1], b[1][1])), often=True),
        Slip("exp.divide_bases", (right[0], (1, ())) if same else None),
        Slip("exp.coefficients_subtracted", (a[0] - b[0], right[1]) if not same else None),
        Slip("exp.added_in_quotient", _with(right, product(a, b)[1][1])),
    )
    return Terms((found,))


def raised(work: Work, base: Term, n: int) -> Terms:
    """A single term to a whole power."""
    if n == 0:
        return _to_zero(work, base)
    k, (root, letters) = base
    if root != 1 or not letters:
        found = base
        for _ in range(n - 1):
            found = product(found, base)
        return Terms((found,))
    if any(e * n > MOST_EXPONENT for _, e in letters) or n == 1:
        if n == 1:
            return Terms((base,))
        raise NoAnswer
    powered = tuple((name, e * n) for name, e in letters)
    summed = tuple((name, e + n) for name, e in letters)
    has_power = any(e > 1 for _, e in letters)
    right: Term = (k**n, (1, powered))
    if k == 1 and not has_power:
        return Terms((right,))
    found = work.step(
        ("(", Terms((base,)), f")^{n}"),
        right,
        Slip("exp.coefficient_not_powered", (k, (1, powered)), often=True),
        Slip("exp.coefficient_times_exponent", (k * n, (1, powered)) if abs(k) != 1 else None),
        Slip("exp.power_of_power_add", (k**n, (1, summed)) if has_power else None, often=True),
        Slip("exp.letter_not_powered", (k**n, (1, letters)) if abs(k) != 1 else None),
        Slip(
            "ops.odd_power_sign_lost" if n % 2 else "ops.paren_base_sign_kept",
            (-(k**n), (1, powered)) if k < 0 else None,
        ),
    )
    return Terms((found,))


def root(work: Work, of: Fraction) -> Terms:
    """√n with the square part taken out."""
    if of <= 0 or of.denominator != 1:
        raise NoAnswer
    n = int(of)
    taken, free = square_part(n)
    right: Term = (Fraction(taken), (free, ()))
    if n < 4:
        return Terms((right,))
    found = work.step(
        f"√{n}",
        right,
        Slip("root.halved", (Fraction(n, 2), (1, ())), often=True),
        Slip("root.square_left_outside", (Fraction(taken**2), (free, ())) if taken > 1 < free else None),
        Slip("root.factors_exchanged", (Fraction(free), (taken, ())) if _is_square_free(taken) and free > 1 else None),
        Slip("root.both_taken_out", (Fraction(taken * free), (1, ())) if free > 1 else None),
        Slip("root.number_itself", (of, (1, ()))),
    )
    return Terms((found,))


def _is_square_free(n: int) -> bool:
    return n > 1 and all(n % (p * p) for p in range(2, isqrt(n) + 1))


def _to_zero(work: Work, base: Term) -> Terms:
    found = work.step(
        ("(", Terms((base,)), ")^0"),
        (Fraction(1), (1, ())),
        Slip("exp.zero_is_zero", (Fraction(0), (1, ())), often=True),
        Slip("exp.zero_is_base", base, often=True),
    )
    return Terms((found,))


def _with(term: Term, letters: Letters | None) -> Term | None:
    return None if letters is None else (term[0], (term[1][0], letters))


def _products_of_exponents(a: Letters, b: Letters) -> Letters | None:
    first, second = dict(a), dict(b)
    both = {n: first.get(n, 1) * second.get(n, 1) for n in sorted(first.keys() | second.keys())}
    return tuple(both.items()) if all(e <= MOST_EXPONENT for e in both.values()) else None


def _quotients_of_exponents(a: Letters, b: Letters) -> Letters | None:
    first, second = dict(a), dict(b)
    if any(first.get(name, 0) % e for name, e in second.items()):
        return None
    both = {n: e // second.get(n, 1) for n, e in first.items()}
    return tuple((n, e) for n, e in sorted(both.items()) if e)
