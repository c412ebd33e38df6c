"""The cold call on the console: who is drawn, on hold until the name is on the wall, and what they handed in."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.lesson.calling import CALLING
from boardsup.lesson.calls import Call, InLine
from boardsup.lesson.regions.calling import Calling, Note, PickedAnswer
from boardsup.lesson.segments import questions_of
from boardsup.lesson.state import Answer, Asked, Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching.cold_calls import advice

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
    """The call under way, who is next in line, and what recent calls say."""
    call, entry = lesson.call, _next(lesson)
    passed = bool(lesson.past_calls) and lesson.past_calls[-1].outcome == "pass"
    spoken = sum(1 for past in lesson.past_calls if past.outcome != "skip")
    return Calling(
        code=lesson.code,
        segment=lesson.now if isinstance(lesson.segment, CALLING) else "",
        call=call.number if call is not None else 0,
        name=names.get(call.student, "") if call is not None else "",
        named=call is not None and call.named,
        kind=call.draw.kind if call is not None else "",
        reply=call.reply if call is not None else "",
        prompt=call.prompt if call is not None else "",
        answers=_answers(lesson, call) if call is not None else (),
        helpers=_helpers(lesson, names) if call is not None and call.reply == "friend" else (),
        passed=passed,
        calls_today=spoken + (call is not None),
        next_name=names.get(entry.draw.student, "") if entry is not None else "",
        next_reply=entry.reply if entry is not None else "",
        heads_ups=lesson.heads_ups,
        evidence=advice(lesson.heard),
        notes=tuple(Note(names.get(one.student, ""), one.wrote) for one in lesson.written),
    )


def willing(lesson: Lesson) -> frozenset[StudentId]:
    """Who would share, or help a friend, in the segment before the class."""
    return frozenset(student for student, segment in lesson.willing if segment == lesson.now)


def _next(lesson: Lesson) -> InLine | None:
    return next((entry for entry in lesson.line if entry.reply != "pass"), None)


def _helpers(lesson: Lesson, names: Mapping[StudentId, str]) -> tuple[str, ...]:
    """Those who would help the called student, in the roster's order."""
    called = lesson.call.student if lesson.call is not None else ""
    able = willing(lesson) - {called}
    return tuple(names.get(s, "") for s in lesson.roster if s in able and s in lesson.seats)


def _answers(lesson: Lesson, call: Call) -> tuple[PickedAnswer, ...]:
    """What the called student handed in last, in the order of the agenda."""
    asked = [lesson.asked[q.id] for s in lesson.segments if s.id in lesson.courses for q in questions_of(s)]
    given = [(of, of.answers[call.student]) for of in asked if call.student in of.answers]
    return tuple(_picked(of, answer) for of, answer in given[-MOST_ANSWERS:])


def _picked(asked: Asked, answer: Answer) -> PickedAnswer:
    wrote = answer.wrote or answer.unread or ""
    return PickedAnswer(asked.question.ask, answer.value, wrote, VERDICTS[answer.outcome])
