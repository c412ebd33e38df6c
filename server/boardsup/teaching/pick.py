"""The cold-call bag: everybody is called once a round, in an order that nobody can foresee and everybody can check.

A stateless shuffle: each student has a key per round, hashed from the class's seed, so late joiners and absences
disturb nobody else's place, and any call can be derived again from the log. Rounds go on from lesson to lesson.
Why no plain chance: with 30 students and 8 calls it calls somebody twice 64 times in 100. Heads-up, pass and return
keep a call free of fear (Dallimore et al. 2013; Cooper, Downing and Brownell 2018; both college).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import log
from typing import Literal

from boardsup.teaching.chance import chance as chance

StudentId = str

Kind = Literal["turn", "owed", "call_back", "return", "purposeful"]
"""Why a student is called: their turn of this round, a turn owed from an earlier one, "build on that", after a pass,
from an answer group that the teacher chose (`purpose.py`)."""

LONGEST_HISTORY = 300
"""Calls that are remembered for the cool-down, which looks back over a quarter of the class."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`call_back_percent` is the chance of a call-back, `cool_percent` the share of a class that rests after a call."""

    call_back_percent: int = 10
    cool_percent: int = 25
    passes_a_day: int = 2


DEFAULTS = Settings()

NO_WEIGHTS: Mapping[StudentId, float] = {}
"""Everybody's weight is 1: a plain shuffle."""


@dataclass(frozen=True, slots=True)
class Return:
    """A student who passed comes back at this call of the term, or as soon after as they are present."""

    student: StudentId
    due: int


@dataclass(frozen=True, slots=True)
class Bag:
    """Where a class's calls stand.

    `called` are this round's calls, `owed` who keeps a turn from an earlier round, `history` the calls so far, newest
    last, `calls` how many there were in the term. What follows is of today: who was called, called back, has passed,
    is to return, and was set aside by *Skip quietly* until the next call.
    """

    round: int = 1
    called: tuple[StudentId, ...] = ()
    owed: tuple[StudentId, ...] = ()
    history: tuple[StudentId, ...] = ()
    calls: int = 0
    today: tuple[StudentId, ...] = ()
    called_back: tuple[StudentId, ...] = ()
    passed: tuple[StudentId, ...] = ()
    returns: tuple[Return, ...] = ()
    aside: tuple[StudentId, ...] = ()


EMPTY_BAG = Bag()


@dataclass(frozen=True, slots=True)
class Draw:
    """A call: whom, why, in which round, and the key that decided it (0 for a return)."""

    student: StudentId
    kind: Kind
    round: int
    key: float


def draw(
    bag: Bag,
    seed: str,
    eligible: Iterable[StudentId],
    settings: Settings = DEFAULTS,
    weights: Mapping[StudentId, float] = NO_WEIGHTS,
) -> Draw | None:
    """The next call among those who can be called now; None when there is nobody.

    Asked before the call, it says who gets the heads-up.
    """
    present = frozenset(eligible)
    free = present - set(bag.aside) or present
    if not free:
        return None
    again = _return(bag, free) or _call_back(bag, seed, free, settings)
    return again or _turn(bag, free, _Keys(seed, weights), settings)


def drawn(bag: Bag, call: Draw, roster: Iterable[StudentId]) -> Bag:
    """The bag after this call was drawn. Those of the roster whom an ended round did not reach keep one turn."""
    if call.round > bag.round:
        everybody = frozenset(roster)
        missed = (everybody - set(bag.called)) | (everybody & set(bag.owed))
        bag = replace(bag, round=call.round, called=(), owed=tuple(sorted(missed)))
    history = (*bag.history, call.student)[-LONGEST_HISTORY:]
    bag = replace(bag, history=history, calls=bag.calls + 1, today=(*bag.today, call.student))
    if call.kind == "turn":
        return replace(bag, called=(*bag.called, call.student))
    if call.kind == "owed":
        return replace(bag, owed=_without(bag.owed, call.student))
    if call.kind == "call_back":
        return replace(bag, called_back=(*bag.called_back, call.student))
    if call.kind == "return":
        return given_back(bag, call.student)
    return bag


def skipped(bag: Bag, call: Draw) -> Bag:
    """The bag with the student back in it, as if never drawn, and set aside until the next call is over."""
    bag = replace(
        bag,
        history=bag.history[:-1],
        calls=bag.calls - 1,
        today=bag.today[:-1],
        aside=(*bag.aside, call.student),
    )
    if call.kind == "turn":
        return replace(bag, called=_without(bag.called, call.student))
    if call.kind == "owed":
        return replace(bag, owed=(*bag.owed, call.student))
    if call.kind == "call_back":
        return replace(bag, called_back=_without(bag.called_back, call.student))
    if call.kind == "return":
        return replace(bag, returns=(Return(call.student, bag.calls + 1), *bag.returns))
    return bag


def finished(bag: Bag) -> Bag:
    """The bag after a call that somebody answered: whoever was set aside is back."""
    return replace(bag, aside=())


def passed_on(bag: Bag, seed: str, student: StudentId) -> Bag:
    """The bag after a pass: the student returns after one to three other calls."""
    due = bag.calls + 2 + int(3 * chance(seed, "ret", str(bag.calls)))
    return replace(finished(bag), passed=(*bag.passed, student), returns=(*bag.returns, Return(student, due)))


def given_back(bag: Bag, student: StudentId) -> Bag:
    """The bag after a return that was given another way, such as in writing: it is owed no longer."""
    return replace(bag, returns=tuple(r for r in bag.returns if r.student != student))


def may_pass(bag: Bag, student: StudentId, settings: Settings = DEFAULTS) -> bool:
    """Has this student a pass left today?"""
    return bag.passed.count(student) < settings.passes_a_day


def new_day(bag: Bag) -> Bag:
    """The bag at the start of the next lesson: the round goes on, today's parts are empty."""
    return Bag(bag.round, bag.called, bag.owed, bag.history, bag.calls)


def key(seed: str, round: str, student: StudentId, *, weight: float = 1.0) -> float:
    """A student's place in a round, smaller is earlier: weighted sampling without replacement."""
    return -log(chance(seed, "call", round, student)) / weight


def _return(bag: Bag, free: frozenset[StudentId]) -> Draw | None:
    due = (r.student for r in bag.returns if r.due <= bag.calls + 1 and r.student in free)
    student = next(due, None)
    return None if student is None else Draw(student, "return", bag.round, 0.0)


def _call_back(bag: Bag, seed: str, free: frozenset[StudentId], settings: Settings) -> Draw | None:
    """ "Build on that": one of those called today, so that nobody can switch off; at most once a student a day."""
    number = str(bag.calls + 1)
    if 100 * chance(seed, "cb", number) >= settings.call_back_percent:
        return None
    waiting = {r.student for r in bag.returns}
    again = (frozenset(bag.today[:-1]) & free) - set(bag.called_back) - waiting - set(bag.today[-1:])
    best = min(((chance(seed, "cb", number, s), s) for s in again), default=None)
    return None if best is None else Draw(best[1], "call_back", bag.round, best[0])


@dataclass(frozen=True, slots=True)
class _Keys:
    """The places of a round: each student's turn, and beside it the turn that is owed."""

    seed: str
    weights: Mapping[StudentId, float]

    def of(
        self, round: int, turns: frozenset[StudentId], owed: frozenset[StudentId]
    ) -> list[tuple[float, StudentId, Kind]]:
        found: list[tuple[float, StudentId, Kind]] = [(self._key(f"{round}", s), s, "turn") for s in turns]
        return found + [(self._key(f"{round}+", s), s, "owed") for s in owed]

    def _key(self, round: str, student: StudentId) -> float:
        return key(self.seed, round, student, weight=self.weights.get(student, 1.0))


def _turn(bag: Bag, free: frozenset[StudentId], keys: _Keys, settings: Settings) -> Draw:
    """The smallest key among those whose turn it is, the last called resting where the class is large enough."""
    round, pool = bag.round, keys.of(bag.round, free - set(bag.called), free & set(bag.owed))
    if not pool:
        round, pool = bag.round + 1, keys.of(bag.round + 1, free, frozenset())
    rest = (settings.cool_percent * len(free) + 99) // 100
    cool, last = set(bag.history[-rest:] if rest else ()), set(bag.history[-1:])
    awake = next(filter(None, ([e for e in pool if e[1] not in resting] for resting in (cool, last))), pool)
    place, student, kind = min(awake)
    return Draw(student, kind, round, place)


def _without(students: tuple[StudentId, ...], student: StudentId) -> tuple[StudentId, ...]:
    return tuple(s for s in students if s != student)
