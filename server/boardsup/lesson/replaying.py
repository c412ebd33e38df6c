"""A lesson computed again from its log: every flag, card and call, and the first place where the log says otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from boardsup.lesson.applying import apply
from boardsup.lesson.calling import again_at, warning_at
from boardsup.lesson.consequences import BY_RULE, RULES, Rule, has_consequences
from boardsup.lesson.events import CallDrawn, CardDrawn, Event, FlagChanged, HeadsUpGiven, LessonStarted, PlanMade
from boardsup.lesson.grouping import plan_changes
from boardsup.lesson.state import Lesson


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as the journal holds it: its number, from 1, and when it was recorded, in ms since 1970."""

    seq: int
    at: int
    event: Event


@dataclass(frozen=True, slots=True)
class Replayed:
    """A log that says what the rules say: the lesson at its end, and how much was computed again."""

    lesson: Lesson
    events: int
    flags: int
    calls: int
    cards: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """The first event that the rules would not have made: its number, what it says, what they say."""

    seq: int
    recorded: str
    computed: str


def replay(log: Sequence[Recorded]) -> Replayed | Difference:
    """Go through the log from the beginning, and compute what came by rule at its place."""
    lesson, rules = Lesson(), _NONE
    drawn = _DRAWN if log and isinstance(log[0].event, LessonStarted) and log[0].event.forgotten else ()
    all_rules = tuple(rule for rule in RULES if not drawn or rule is not plan_changes)
    counted: Counter[type] = Counter()
    for entry in log:
        event = entry.event
        if not isinstance(event, drawn):
            expected, rules = _due(lesson, rules)
            if (difference := _differs(lesson, entry, expected)) is not None:
                return difference
        counted[type(event)] += 1
        rules = all_rules if has_consequences(lesson, event) else rules
        lesson = apply(lesson, event)
    expected, _ = _due(lesson, rules)
    if expected is not None:
        return Difference(log[-1].seq + 1, "the end of the log", repr(expected))
    return Replayed(lesson, len(log), counted[FlagChanged], counted[CallDrawn], counted[CardDrawn])


def _differs(lesson: Lesson, entry: Recorded, expected: Event | None) -> Difference | None:
    """Is this event another one than the rules would have made here?"""
    event = entry.event
    if event != expected and (expected is not None or isinstance(event, BY_RULE)):
        return Difference(entry.seq, repr(event), repr(expected) if expected else "nothing by rule")
    if isinstance(event, CallDrawn) and (again := again_at(lesson, event)) != event:
        return Difference(entry.seq, repr(event), repr(again) if again else "no call")
    if isinstance(event, HeadsUpGiven) and (due := warning_at(lesson, event.at)) != event:
        return Difference(entry.seq, repr(event), repr(due) if due else "no heads-up")
    return None


_NONE: tuple[Rule, ...] = ()
_DRAWN = (CallDrawn, HeadsUpGiven, PlanMade)
"""What was drawn with the ids of students: taken as recorded in a lesson of which somebody was deleted since."""


def _due(lesson: Lesson, rules: tuple[Rule, ...]) -> tuple[Event | None, tuple[Rule, ...]]:
    """The next event that has to come by rule, and the rules that are left after it."""
    for i, rule in enumerate(rules):
        for change in rule(lesson):
            return change, rules[i + 1 :]
    return None, ()
