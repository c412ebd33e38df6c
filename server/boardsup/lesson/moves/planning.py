"""How the plan of a class changes."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from boardsup.lesson.events import HandLowered, HandRaised, MoveBegan, PlanMade, RoundBegan, RoundsEnded, StudentMoved
from boardsup.lesson.state import Lesson, Round


def plan_made(lesson: Lesson, event: PlanMade) -> Lesson:
    """These are the groups now."""
    return replace(lesson, plan=event.plan)


def student_moved(lesson: Lesson, event: StudentMoved) -> Lesson:
    """This student stays where the teacher put them."""
    return replace(lesson, pins=lesson.pins.set(event.student, event.to))


def groups(lesson: Lesson, *, shown: bool) -> Lesson:
    """The class sees its groups, or does not."""
    return replace(lesson, groups_shown=shown)


def round_moved(lesson: Lesson, event: RoundBegan | MoveBegan | RoundsEnded) -> Lesson:
    """A round, the minute after it, or none any more."""
    match event:
        case RoundBegan(segment, number, of, until):
            return replace(lesson, round=Round(segment, number, of, until))
        case MoveBegan(_, until):
            now = lesson.round
            return lesson if now is None else replace(lesson, round=replace(now, until=until, is_moving=True))
        case RoundsEnded():
            return replace(lesson, round=None)
        case _:
            assert_never(event)


def hand(lesson: Lesson, event: HandRaised | HandLowered) -> Lesson:
    """A pair's hand is up, or the teacher has seen to it."""
    match event:
        case HandRaised(label, at):
            return replace(lesson, hands=lesson.hands.set(label, at))
        case HandLowered(label):
            if label not in lesson.hands:
                return lesson
            return replace(
                lesson, hands=lesson.hands.delete(label), lowered=lesson.lowered.set(label, lesson.hands[label])
            )
        case _:
            assert_never(event)
