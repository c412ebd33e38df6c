"""A pair that misses two questions in a row raises a private hand on the console, once for each time it happens."""

from __future__ import annotations

from immutables import Map

from boardsup.lesson.events import HandRaised
from boardsup.lesson.segments import Stations, questions_of
from boardsup.lesson.state import Answer, Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching.group import Pair

IN_A_ROW = 2
"""Questions missed one after another (classroom.md, the storyboard)."""


def hand_changes(lesson: Lesson) -> tuple[HandRaised, ...]:
    """The first pair whose hand has to go up now, if there is one."""
    segment, plan = lesson.segment, lesson.plan
    if not isinstance(segment, Stations) or plan is None or lesson.course is None:
        return ()
    asked = [lesson.asked[question.id] for question in questions_of(segment)]
    for pair in plan.pairs:
        last = _last(pair, [asked_.answers for asked_ in asked])
        missed = len(last) == IN_A_ROW and all(a.outcome in ("incorrect", "idk") for a in last)
        if missed and pair.label not in lesson.hands and last[-1].at > lesson.lowered.get(pair.label, 0):
            return (HandRaised(pair.label, last[-1].at),)
    return ()


def _last(pair: Pair, answers: list[Map[StudentId, Answer]]) -> list[Answer]:
    """The newest answers of a pair that are right or not yet, oldest first."""
    found = [of[s] for of in answers for s in sorted(pair.students) if s in of and of[s].is_settled]
    return sorted(found, key=lambda answer: answer.at)[-IN_A_ROW:]
