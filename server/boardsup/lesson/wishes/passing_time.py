"""What becomes due as time passes: the last call ends, a name may be shown, answers have stood for 3 s."""

from __future__ import annotations

from boardsup.lesson.events import AnswersStood, Event, NameShown, PauseEnded
from boardsup.lesson.rounds import rounds_due
from boardsup.lesson.state import Lesson, Phase
from boardsup.lesson.wishes.calling import heads_up_due
from boardsup.lesson.wishes.counting import ended
from boardsup.lesson.wishes.running import closing

STOOD_MS = 3_000
"""How long an answer must have stood before it may count in a certain statement (decision-rules.md 3.1)."""


def tick(lesson: Lesson, at: int) -> tuple[Event, ...]:
    """Everything that is due at this moment, in the order in which it counts."""
    due = (
        *_stood(lesson, at),
        *_last_call(lesson, at),
        *_name(lesson, at),
        *_pause(lesson, at),
        *ended(lesson, at),
        *rounds_due(lesson, at),
    )
    return due or heads_up_due(lesson, at)


def _stood(lesson: Lesson, at: int) -> tuple[Event, ...]:
    found: list[Event] = []
    for id, asked in sorted(lesson.asked.items()):
        if asked.segment != lesson.now and not lesson.extra:
            continue
        fresh = (
            (student, answer.readable)
            for student, answer in asked.answers.items()
            if not answer.stood and answer.readable and answer.at + STOOD_MS <= at
        )
        if stood := tuple(sorted(fresh)):
            found.append(AnswersStood(id, stood))
    return tuple(found)


def _last_call(lesson: Lesson, at: int) -> tuple[Event, ...]:
    course = lesson.course
    is_over = course is not None and course.phase is Phase.CLOSING and course.until <= at
    return closing(lesson, at) if is_over else ()


def _pause(lesson: Lesson, at: int) -> tuple[Event, ...]:
    return (PauseEnded(),) if lesson.pausing and lesson.pausing <= at else ()


def _name(lesson: Lesson, at: int) -> tuple[Event, ...]:
    call = lesson.call
    return (NameShown(call.number),) if call is not None and not call.named and call.name_at <= at else ()
