"""Thousands of lessons of one kind: how often the first call was false, how early it came, what the card named.

A "go" is false when fewer than T turn out to be right at the close, a "stop" when T or more do. A lesson without a call
before its close is called by its final counts, after everybody's answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from statistics import median

from boardsup.cli.simulated_classes.classes import SHARED, Answer, Kind, answers
from boardsup.cli.simulated_classes.rules import Call, Rule
from boardsup.teaching.advise import advise
from boardsup.teaching.counting import Count
from boardsup.teaching.flag import DEFAULTS, thresholds
from boardsup.teaching.misconceiving import Result, Wrong


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares in percent, of all lessons: false go, false stop; the median share that had answered at the call.

    `named` is how often the card of a lesson below the line names a misconception, `rightly` how often, where it does,
    it is the one that the class shares.
    """

    false_go: float
    false_stop: float
    answered: float
    named: float
    rightly: float


@dataclass(frozen=True, slots=True)
class _Played:
    call: Call
    truth: Call
    answered: float
    named: tuple[str, ...] | None


def rates(kind: Kind, rule: Rule, *, lessons: int, seed: str) -> Rates:
    """The rates of a rule in lessons of one kind; the same seed plays the same lessons, whatever the rule."""
    chance = Random(f"{seed}|{kind}")
    played = [_play(kind.size, answers(kind, chance), rule) for _ in range(lessons)]
    below = [lesson.named for lesson in played if lesson.truth == "stop"]
    named = [ids for ids in below if ids]
    return Rates(
        false_go=_percent([lesson.call == "go" != lesson.truth for lesson in played]),
        false_stop=_percent([lesson.call == "stop" != lesson.truth for lesson in played]),
        answered=100 * median(lesson.answered for lesson in played),
        named=_percent([bool(ids) for ids in below]),
        rightly=_percent([SHARED in ids for ids in named]),
    )


def _play(N: int, given: Sequence[Answer], rule: Rule) -> _Played:
    """One question: the first call, and what came out."""
    right = sum(answer.misconception is None for answer in given)
    truth: Call = "go" if right >= thresholds(N, DEFAULTS).T else "stop"
    call, answered = truth, N
    recent: tuple[Count, ...] = ()
    for n, answer in enumerate(given, 1):
        k = (recent[-1].k if recent else 0) + (answer.misconception is None)
        recent = (*recent, Count(N, n, k))[-DEFAULTS.hold :]
        found = rule(recent)
        if found is not None:
            call, answered = found, n
            break
    return _Played(call, truth, answered / N, _named(N, right, given))


def _named(N: int, right: int, given: Sequence[Answer]) -> tuple[str, ...] | None:
    """The misconceptions on the card at the close."""
    tags = ((f"s{i}", a.misconception) for i, a in enumerate(given) if a.misconception is not None)
    card = advise(Result(N, right, tuple(Wrong(student, (tag,) if tag else ()) for student, tag in tags)))
    return card.dominant.ids if card is not None and card.dominant is not None else None


def _percent(found: Sequence[bool]) -> float:
    return 100 * sum(found) / len(found) if found else 0.0
