"""The cold call on the console: who is drawn, on hold until the name is on the wall, and what they handed in."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.lesson.regions import Calling
from boardsup.lesson.regions.console import PickedAnswer
from boardsup.lesson.segments import questions_of
from boardsup.lesson.state import Answer, Asked, Call, Lesson
from boardsup.lesson.who import StudentId

MOST_ANSWERS = 2
"""Of the called student's answers the newest are shown: enough to decide before the name is said."""

VERDICTS = {
    "correct": "right",
    "equivalent_not_simplified": "right",
    "incorrect": "not yet",
    "idk": "I don't know yet",
    "check": "please look",
    "collected": "",
}


def calling(lesson: Lesson, names: Mapping[StudentId, str]) -> Calling:
    """The call under way; empty when there is none."""
    call = lesson.call
    spoken = sum(1 for past in lesson.past_calls if past.outcome != "skip")
    passed = bool(lesson.past_calls) and lesson.past_calls[-1].outcome == "pass"
    if call is None:
        return Calling(lesson.code, passed=passed, calls_today=spoken)
    return Calling(
        code=lesson.code,
        call=call.number,
        name=names.get(call.student, ""),
        named=call.named,
        passed=passed,
        answers=_answers(lesson, call),
        calls_today=spoken + 1,
    )


def _answers(lesson: Lesson, call: Call) -> tuple[PickedAnswer, ...]:
    """What the called student handed in last, in the order of the agenda."""
    asked = [lesson.asked[q.id] for s in lesson.segments if s.id in lesson.courses for q in questions_of(s)]
    given = [(of, of.answers[call.student]) for of in asked if call.student in of.answers]
    return tuple(_picked(of, answer) for of, answer in given[-MOST_ANSWERS:])


def _picked(asked: Asked, answer: Answer) -> PickedAnswer:
    wrote = answer.wrote or answer.unread or ""
    return PickedAnswer(asked.question.ask, answer.value, wrote, VERDICTS[answer.outcome])
