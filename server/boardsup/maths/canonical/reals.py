"""Sets of real numbers as unions of intervals, exactly.

A set is its break points in order and, alternately, whether each gap and each point belongs to it:
gap, point, gap, point, … gap. A break point that breaks nothing is left out, so equal sets are equal values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cmp_to_key

from .polynomials import Polynomial, minus
from .radicals import sign
from .values import Terms, terms_of


@dataclass(frozen=True, slots=True)
class Reals:
    """A union of intervals and single points; `inside` has one entry more than twice the `points`."""

    points: tuple[Terms, ...]
    inside: tuple[bool, ...]

    @property
    def is_finite(self) -> bool:
        """Does it hold single points only? (The empty set does.)"""
        return not any(self.inside[::2])


NOTHING = Reals((), (False,))
EVERYTHING = Reals((), (True,))


def only(points: Iterable[Polynomial]) -> Reals:
    """The finite set of these constants, in any order, each as often as one likes."""
    ordered = in_order(points)
    return Reals(tuple(terms_of(p) for p in ordered), tuple(i % 2 == 1 for i in range(2 * len(ordered) + 1)))


def where(points: Iterable[Polynomial], is_inside: Callable[[int], bool]) -> Reals:
    """The set cut at these constants; `is_inside(i)` tells of gap 0, point 1, gap 2, … in order."""
    ordered = in_order(points)
    inside = [is_inside(i) for i in range(2 * len(ordered) + 1)]
    return _without_idle_points([terms_of(p) for p in ordered], inside)


def both(a: Reals, b: Reals) -> Reals:
    """The intersection."""
    return _merged(a, b, lambda x, y: x and y)


def either(a: Reals, b: Reals) -> Reals:
    """The union."""
    return _merged(a, b, lambda x, y: x or y)


def in_order(points: Iterable[Polynomial]) -> list[Polynomial]:
    """Constants from least to greatest, each once."""
    ordered = sorted(points, key=_BY_SIZE)
    return [p for i, p in enumerate(ordered) if i == 0 or p != ordered[i - 1]]


def _compared(a: Polynomial, b: Polynomial) -> int:
    return sign(minus(a, b))


_BY_SIZE = cmp_to_key(_compared)


def _merged(a: Reals, b: Reals, combine: Callable[[bool, bool], bool]) -> Reals:
    """Cut both sets at all break points and combine them piece by piece."""
    points = [terms_of(p) for p in in_order(dict(p) for p in (*a.points, *b.points))]
    left, right = _cut_at(a, points), _cut_at(b, points)
    return _without_idle_points(points, [combine(x, y) for x, y in zip(left, right, strict=True)])


def _cut_at(a: Reals, points: list[Terms]) -> list[bool]:
    """Membership of the set on a finer cut, whose points include its own."""
    at, inside = 0, [a.inside[0]]
    for point in points:
        if at < len(a.points) and a.points[at] == point:
            inside += [a.inside[2 * at + 1], a.inside[2 * at + 2]]
            at += 1
        else:
            inside += [inside[-1], inside[-1]]
    return inside


def _without_idle_points(points: list[Terms], inside: list[bool]) -> Reals:
    kept: list[Terms] = []
    flags = [inside[0]]
    for i, point in enumerate(points):
        here, after = inside[2 * i + 1], inside[2 * i + 2]
        if not flags[-1] == here == after:
            kept.append(point)
            flags += [here, after]
    return Reals(tuple(kept), tuple(flags))
