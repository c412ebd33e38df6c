"""What follows by rule from what happened: flags and recommendations, each an event right behind its cause.

`with_consequences` puts them there while a lesson runs; `replaying.py` computes each again at its place.
"""

from __future__ import annotations

from collections.abc import Callable

from boardsup.lesson import events as e
from boardsup.lesson.advising import card_changes
from boardsup.lesson.flags import flag_changes
from boardsup.lesson.grouping import plan_changes
from boardsup.lesson.hands import hand_changes
from boardsup.lesson.segments import Stations
from boardsup.lesson.state import Lesson

Rule = Callable[[Lesson], tuple[e.Event, ...]]

RULES: tuple[Rule, ...] = (flag_changes, card_changes, plan_changes, hand_changes)
"""Each gives at most one event; a later one sees what the earlier ones have changed."""

BY_RULE = (e.FlagChanged, e.CardDrawn, e.PlanMade, e.HandRaised)
"""The events that come from a rule, and from nothing else."""

_CAUSES = (
    e.AnswersStood,
    e.AnswerJudged,
    e.AnswerMarked,
    e.AnswerNamed,
    e.SegmentOpened,
    e.SegmentRevisited,
    e.StudentMoved,
    e.NeedsSet,
    e.SegmentClosed,
    e.CloseUndone,
    e.PressUndone,
    e.StudentExcused,
    e.StudentCounted,
    e.ExtraTimeEnded,
)


def with_consequences(
    lesson: Lesson, events: tuple[e.Event, ...], apply: Callable[[Lesson, e.Event], Lesson]
) -> tuple[e.Event, ...]:
    """The events with what follows from them in between."""
    if not any(has_consequences(lesson, event) for event in events):
        return events
    found: list[e.Event] = []
    for event in events:
        rules = RULES if has_consequences(lesson, event) else ()
        lesson = apply(lesson, event)
        found.append(event)
        for rule in rules:
            for change in rule(lesson):
                lesson = apply(lesson, change)
                found.append(change)
    return tuple(found)


def has_consequences(lesson: Lesson, event: e.Event) -> bool:
    """Can anything follow? From a new answer only if it replaces one that had stood, was waited for, or is practice.

    What the teacher enters for a student on paper may come after the close.
    """
    if isinstance(event, e.AnswerGiven):
        asked = lesson.asked.get(event.question)
        before = asked.answers.get(event.student) if asked is not None else None
        if asked is None:
            return False
        is_awaited = event.student in asked.extra or event.code.startswith("paper.")
        return is_awaited or isinstance(lesson.segment, Stations) or (before is not None and before.stood)
    return isinstance(event, _CAUSES)
