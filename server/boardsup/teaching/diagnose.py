"""What a student has, from one to five answers: the most probable knowledge state.

A knowledge state is a set of skills that holds the prerequisites of all its members (Doignon and Falmagne 1985). Each
state gives the answers a probability, with a slip of .10 and a guess of .05 typed or 1/m among m choices; skipped
answers say nothing; the most probable state is taken, and one below .80 has to be confirmed by two more questions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from typing import Literal

from boardsup.teaching.counting import ceil_pct
from boardsup.teaching.knowing import SLIP, guess

MOST_ITEMS = 5
"""Five items have at most 32 states."""

SURE = 0.80
"""Probability from which a state needs no confirmation."""

Mark = Literal["right", "not_yet", "skipped"]
"""An answer as the diagnosis reads it; "I don't know yet" is not yet, no answer is skipped."""

KnowledgeState = frozenset[int]
"""The items, by position, that somebody has."""


@dataclass(frozen=True, slots=True)
class CheckItem:
    """An item of a check: its skill, and its number of choices (0: typed)."""

    skill: str
    options: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """Items in the order asked, and the pairs (i, j) where item i is a prerequisite of item j."""

    items: tuple[CheckItem, ...]
    before: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Placement:
    """A student's most probable state and its probability.

    `level` is L: the number of items, in the order asked, before the first that the state lacks.
    """

    has: KnowledgeState
    probability: float
    level: int

    @property
    def confirm(self) -> bool:
        """Are two more questions needed before anything rests on it?"""
        return self.probability < SURE


def check(items: Sequence[CheckItem], is_prerequisite: Callable[[str, str], bool]) -> Check:
    """A check of these items; `is_prerequisite(a, b)`: does skill b rest on skill a, directly or not?"""
    places = range(len(items))
    before = ((i, j) for i in places for j in places if i != j and is_prerequisite(items[i].skill, items[j].skill))
    return Check(tuple(items), frozenset(before))


def chain(items: Sequence[CheckItem]) -> Check:
    """A check in which every item rests on the one before."""
    return Check(tuple(items), frozenset((i, i + 1) for i in range(len(items) - 1)))


def states(of: Check) -> tuple[KnowledgeState, ...]:
    """Every set of items that holds the prerequisites of its members, the smaller ones first."""
    places = range(len(of.items))
    sets = (frozenset(some) for size in range(len(places) + 1) for some in combinations(places, size))
    return tuple(has for has in sets if all(i in has for i, j in of.before if j in has))


def place(of: Check, marks: Sequence[Mark], last_week: Mapping[KnowledgeState, int] | None = None) -> Placement | None:
    """The most probable state behind these marks, the smaller one at a tie; None when everything was skipped.

    `last_week` is how many of the class were in each state then: with one added to each, it takes the place of the
    uniform prior.
    """
    if all(mark == "skipped" for mark in marks):
        return None
    prior = last_week or {}
    weights = [(_likelihood(of, marks, has) * (prior.get(has, 0) + 1), has) for has in states(of)]
    best, has = weights[0]
    for weight, other in weights[1:]:
        if weight > best * (1 + 1e-12):
            best, has = weight, other
    level = next((i for i in range(len(of.items)) if i not in has), len(of.items))
    return Placement(has, best / sum(weight for weight, _ in weights), level)


def step_back_point(levels: Sequence[int], items: int, *, middle: int = 70) -> int | None:
    """The first item, from 1, that fewer than `middle` per cent have reached (level at least j); None if there is none.

    `levels` are the levels of everybody placed, `items` how many were asked.
    """
    needed = ceil_pct(middle, len(levels))
    return next((j for j in range(1, items + 1) if sum(level >= j for level in levels) < needed), None)


def _likelihood(of: Check, marks: Sequence[Mark], has: KnowledgeState) -> float:
    return prod(_chance(item, mark, knows=i in has) for i, (item, mark) in enumerate(zip(of.items, marks, strict=True)))


def _chance(item: CheckItem, mark: Mark, *, knows: bool) -> float:
    if mark == "skipped":
        return 1.0
    right = float(1 - SLIP if knows else guess(item.options))
    return right if mark == "right" else 1 - right
