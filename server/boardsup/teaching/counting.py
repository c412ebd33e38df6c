"""Who counts: every student of the roster is in exactly one state for each question, and the state says how they count.

N students count, n of them are settled, k of those are right, and u = N - n are open. While a question is open, whoever
has not answered is open; at its close those who are away leave N, and those who were still working count as not yet.
Because N - T never grows when N shrinks, nobody who leaves can undo a certain flag. Counts are integers throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

State = Literal[
    "absent",
    "joined_after_open",
    "working",
    "away",
    "paper",
    "correct",
    "wrong",
    "idk",
    "check",
    "extra_time",
    "excused",
]
"""Not here; here since after it opened; no answer yet; gone quiet; on paper and not marked yet; right; not yet;
"I don't know yet"; waiting for the teacher's look; own longer time still runs; taken out of this question."""

Moment = Literal["open", "closed", "card"]
"""While it is open; once it is closed; for the recommendation, which those with extra time left do not wait for."""

AWAY_AFTER_SECONDS = 20
"""Silence of a device after which a student without an answer is away."""

STANDS_AFTER_SECONDS = 3
"""How old an answer must be before a certain flag may rest on it: until then it is often corrected."""

FEWEST_WITH_PERCENT = 10
"""Below this N no percentage is shown on the wall: one student would be recognised in it."""

_OUTSIDE: frozenset[State] = frozenset({"absent", "joined_after_open", "excused"})


@dataclass(frozen=True, slots=True)
class Count:
    """N students count, n answers are settled, k of them are right: 0 <= k <= n <= N.

    `options` is the number of choices of a multiple-choice item, 0 for a typed answer.
    """

    N: int
    n: int
    k: int
    options: int = 0

    @property
    def u(self) -> int:
        """How many are still open."""
        return self.N - self.n

    @property
    def most(self) -> int:
        """k + u: how many can be right at most, once everybody has answered."""
        return self.k + self.N - self.n


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of N are right, not yet, open because they are working, or open for another reason.

    `idk` are those of `not_yet` who said "I don't know yet": an honest signal, counted apart, never with a name.
    """

    right: int
    not_yet: int
    idk: int
    working: int
    other: int

    @property
    def N(self) -> int:
        """How many count."""
        return self.right + self.not_yet + self.working + self.other

    def count(self, *, options: int = 0) -> Count:
        """The same as N, n and k, for a question with this many choices (0: typed)."""
        return Count(self.N, self.right + self.not_yet, self.right, options)

    def __str__(self) -> str:
        """The line that is always shown whole: right of N, still working, not yet."""
        return f"{self.right} of {self.N} right · {self.working} working · {self.not_yet} not yet"


def tally(states: Iterable[State], moment: Moment) -> Tally:
    """Count the students of a question at a moment of it."""
    found = Counter(states)
    for state in _OUTSIDE:
        del found[state]
    if moment != "open":
        del found["away"]
    if moment == "card":
        del found["extra_time"]
    blank = 0 if moment == "open" else found["working"]
    return Tally(
        right=found["correct"],
        not_yet=found["wrong"] + found["idk"] + blank,
        idk=found["idk"],
        working=found["working"] - blank,
        other=found["away"] + found["paper"] + found["check"] + found["extra_time"],
    )


def ceil_pct(percent: int, N: int) -> int:
    """The least whole number that is at least `percent` per cent of N (in floating point 0.07 × 100 is above 7)."""
    return (percent * N + 99) // 100


def percent(k: int, N: int) -> int:
    """k of N in per cent, rounded to the nearest whole number, halves up; 0 of 0 is 0."""
    return (200 * k + N) // (2 * N) if N else 0
