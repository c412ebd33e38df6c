"""The beta distribution: its cumulative probability and its quantiles, without a library.

The regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8, in Lentz's form);
quantiles by halving an interval, which needs no start value and always ends.
"""

from __future__ import annotations

from math import exp, lgamma, log, log1p

_TINY = 1e-300


def cdf(x: float, a: float, b: float) -> float:
    """P(X <= x) for X ~ Beta(a, b), with a and b above 0."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - cdf(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return front * _fraction(x, a, b) / a


def quantile(p: float, a: float, b: float) -> float:
    """The x with P(X <= x) = p, to about 1e-15."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if cdf(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction, from its front: c and d are the ratios of neighbouring numerators and denominators."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value, ratio, m = d, 0.0, 0
    while abs(ratio - 1) > 1e-15:
        m += 1
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            ratio = c * d
            value *= ratio
    return value


def _away_from_zero(x: float) -> float:
    return x if abs(x) > _TINY else _TINY
