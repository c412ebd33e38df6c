"""All passes through a procedure: without a slip, with each one once and throughout, with pairs of frequent ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from boardsup.maths.canonical.polynomials import Hard, TooBig, Undefined
from boardsup.maths.missteps.answers import Answer
from boardsup.maths.missteps.work import Choice, Line, NoAnswer, Stopped, Work

Procedure = Callable[[Work], Answer]
"""A procedure of school mathematics, from its numbers to its answer."""

MOST_PASSES = 220
"""The most passes through one procedure."""
MOST_STEPS = 9_000
"""The most steps of all passes through one procedure together."""


class Rank(IntEnum):
    """How much has to go wrong for an answer; less comes first."""

    ONE = 0
    RARE = 1
    PAIR = 2
    STOPPED = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer that slips lead to: their ids, in the order made, and the lines of the work."""

    answer: Answer
    ids: tuple[str, ...]
    rank: Rank
    lines: tuple[Line, ...]


def right_answer(procedure: Procedure) -> Answer | None:
    """The answer without a slip; None where the procedure has none."""
    found = _pass(procedure, {})
    return None if found is None else found.answer


def outcomes(procedure: Procedure) -> Iterator[Outcome]:
    """Every answer that one slip, or two frequent ones, or an early stop leads to; the same one may come twice."""
    plain = _pass(procedure, {})
    if plain is None:
        return
    budget = _Budget(len(plain.choices))
    pairs: list[tuple[dict[int, int], list[Choice]]] = []
    for forced, rank in _singles(plain.choices):
        found = _pass(procedure, forced) if budget.allows() else None
        if found is None:
            continue
        budget.spend(len(found.choices))
        yield _outcome(found, rank)
        if _is_often(found.choices, forced):
            pairs.append((forced, found.choices))
    for id, rank in _repeated(plain.choices):
        found = _pass(procedure, {}, always=id) if budget.allows() else None
        if found is not None:
            budget.spend(len(found.choices))
            yield _outcome(found, rank)
    for first, choices in pairs:
        for forced in _seconds(first, choices):
            found = _pass(procedure, forced) if budget.allows() else None
            if found is not None:
                budget.spend(len(found.choices))
                yield _outcome(found, Rank.PAIR)


@dataclass(slots=True)
class _Budget:
    """How many more passes and steps are spent on one procedure."""

    steps: int
    passes: int = 0

    def allows(self) -> bool:
        self.passes += 1
        return self.passes <= MOST_PASSES and self.steps < MOST_STEPS

    def spend(self, steps: int) -> None:
        self.steps += steps


@dataclass(frozen=True, slots=True)
class _Passed:
    answer: Answer
    choices: list[Choice]
    lines: list[Line]


def _pass(procedure: Procedure, forced: Mapping[int, int], *, always: str = "") -> _Passed | None:
    work = Work(forced, always)
    try:
        answer = procedure(work)
    except Stopped as stopped:
        answer = stopped.answer
    except (NoAnswer, Hard, TooBig, Undefined, ZeroDivisionError):
        return None
    return _Passed(answer, work.choices, work.lines)


def _singles(choices: list[Choice]) -> Iterator[tuple[dict[int, int], Rank]]:
    for at, choice in enumerate(choices):
        for slip in choice.possible():
            yield {at: slip}, _rank(choice, slip)


def _rank(choice: Choice, slip: int) -> Rank:
    if choice.ends:
        return Rank.STOPPED
    return Rank.RARE if choice.slips[slip].rare else Rank.ONE


def _repeated(choices: list[Choice]) -> list[tuple[str, Rank]]:
    """The slips that can be made at more than one step: a misconception is often made throughout."""
    offered = Counter(id for c in choices if not c.ends for id in {c.slips[i].id: None for i in c.possible()})
    ranks = {c.slips[i].id: _rank(c, i) for c in choices if not c.ends for i in c.possible()}
    return [(id, ranks[id]) for id, times in offered.items() if times > 1]


def _seconds(first: dict[int, int], choices: list[Choice]) -> Iterator[dict[int, int]]:
    """The same slip and a second frequent one behind it."""
    (made,) = first
    for at in range(made + 1, len(choices)):
        for slip in choices[at].possible():
            if choices[at].slips[slip].often:
                yield {**first, at: slip}


def _is_often(choices: list[Choice], forced: dict[int, int]) -> bool:
    return all(choices[at].slips[slip].often for at, slip in forced.items())


def _outcome(found: _Passed, rank: Rank) -> Outcome:
    ids = tuple(dict.fromkeys(line.slip for line in found.lines if line.slip))
    return Outcome(found.answer, ids, rank, tuple(found.lines))
