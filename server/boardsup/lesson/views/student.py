"""What a seated student sees: the present task, the receipt of their own hand-ins, and nobody else's anything."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.items.item import Question
from boardsup.lesson.marking import to_mend
from boardsup.lesson.regions import (
    HeadsUp,
    Listening,
    Me,
    Over,
    Paused,
    Pick,
    QuestionPanel,
    Receipt,
    Region,
    Result,
    ReviewPanel,
    Saved,
    Step,
    Waiting,
    WarmupPanel,
)
from boardsup.lesson.segments import ColdCall, Diagnostic, Segment, Warmup, questions_of
from boardsup.lesson.state import Answer, Asked, Lesson, Phase
from boardsup.lesson.who import Student, StudentId

KEYS = {"number": "number", "integer": "number"}
"""The key row of a kind of answer; every other kind gets the row with x, = and brackets."""


def student_view(lesson: Lesson, who: Student, names: Mapping[StudentId, str]) -> tuple[Region, ...]:
    """The student's page."""
    return (
        Me(lesson.code, lesson.title, names.get(who.id, "")),
        _task(lesson, who.id),
        _saved(lesson, who.id),
        _heads_up(lesson, who.id),
    )


def _task(lesson: Lesson, student: StudentId) -> Region:
    segment, course = lesson.segment, lesson.course
    if lesson.ended:
        return Over(lesson.code)
    if lesson.eyes_up:
        return Paused(lesson.code)
    if segment is None or course is None:
        return Waiting(lesson.code)
    if isinstance(segment, ColdCall):
        return Listening(lesson.code, segment.ask)
    if course.phase in (Phase.ANSWERING, Phase.CLOSING):
        return _question(lesson, segment, student, closing=course.phase is Phase.CLOSING)
    return _review(lesson, segment, student, released=course.phase is Phase.REVEALED)


def _question(lesson: Lesson, segment: Segment, student: StudentId, *, closing: bool) -> Region:
    asked = lesson.asked[_present_question(lesson, student)]
    if isinstance(segment, Warmup):
        answer = asked.answers.get(student)
        options = tuple(Pick(option.label, option.ask) for option in segment.options)
        chosen = answer.value if answer is not None else ""
        return WarmupPanel(lesson.code, asked.question.id, segment.ask, options, closing, chosen)
    return QuestionPanel(
        code=lesson.code,
        question=asked.question.id,
        ask=asked.question.ask,
        keys=KEYS.get(asked.question.kind, "equation"),
        ungraded=isinstance(segment, Diagnostic),
        closing=closing,
        steps=_steps(lesson, student),
    )


def _present_question(lesson: Lesson, student: StudentId) -> str:
    """Where this student is: where they turned to, else the first question without an answer, else the last."""
    questions = _questions(lesson)
    turned = lesson.turns.get(student)
    if turned is not None and turned in [q.id for q in questions]:
        return turned
    open_ones = (q.id for q in questions if not _is_handed_in(lesson.asked[q.id], student))
    return next(open_ones, questions[-1].id)


def _steps(lesson: Lesson, student: StudentId) -> tuple[Step, ...]:
    questions = _questions(lesson)
    if len(questions) < 2:
        return ()
    now = _present_question(lesson, student)
    return tuple(
        Step(q.id, str(i), _step_state(lesson.asked[q.id], student, is_now=q.id == now))
        for i, q in enumerate(questions, start=1)
    )


def _step_state(asked: Asked, student: StudentId, *, is_now: bool) -> str:
    if is_now:
        return "now"
    return "done" if _is_handed_in(asked, student) else "todo"


def _is_handed_in(asked: Asked, student: StudentId) -> bool:
    answer = asked.answers.get(student)
    return answer is not None and answer.readable > 0


def _review(lesson: Lesson, segment: Segment, student: StudentId, *, released: bool) -> Region:
    results = tuple(_result(lesson.asked[q.id], student, released=released) for q in _questions(lesson))
    return ReviewPanel(lesson.code, results, released and not isinstance(segment, Warmup))


def _result(asked: Asked, student: StudentId, *, released: bool) -> Result:
    answer = asked.answers.get(student)
    ask, key = asked.question.ask, asked.question.answer
    if answer is None:
        return Result(ask, verdict="none", answer=key if released else "")
    value, wrote = _own(asked, answer)
    if not released or asked.question.kind == "open":
        return Result(ask, value, wrote)
    return Result(ask, value, wrote, _verdict(answer), key)


def _verdict(answer: Answer) -> str:
    match answer.outcome:
        case "correct":
            return "right"
        case "equivalent_not_simplified":
            return "right_form"
        case "incorrect":
            return "not_yet"
        case "idk":
            return "idk"
        case "collected" | "check":
            return ""


def _saved(lesson: Lesson, student: StudentId) -> Saved:
    """The receipts of the segment before the class, and how the question on the screen stands."""
    questions = _questions(lesson)
    if not questions:
        return Saved()
    receipts = tuple(Receipt(q.id, _number(lesson.asked[q.id], student)) for q in questions)
    course = lesson.course
    if course is None or course.phase not in (Phase.ANSWERING, Phase.CLOSING):
        return Saved(receipts)
    now = _present_question(lesson, student)
    asked = lesson.asked[now]
    answer = asked.answers.get(student)
    last = _last_handed_in(lesson, questions, student) if len(questions) > 1 else ""
    if answer is None:
        return Saved(receipts, now, last=last)
    value, wrote = _own(asked, answer)
    if answer.unread is not None:
        return Saved(receipts, now, answer.number, "unread", value, message=to_mend(asked, answer, "en"))
    if answer.outcome == "idk":
        return Saved(receipts, now, answer.number, "idk", last=last)
    if asked.question.choices:
        return Saved(receipts, now, answer.number, "shared", wrote=wrote, message=answer.value)
    return Saved(receipts, now, answer.number, "saved", value, wrote, last=last)


def _own(asked: Asked, answer: Answer) -> tuple[str, str]:
    """The student's own answer as they wrote it: as math to typeset, or as words where nothing is marked.

    Never the group's label before its release: that one is reduced, and would say more than the student did.
    """
    if asked.question.kind == "open":
        return "", answer.wrote or ""
    return answer.wrote or "", ""


def _last_handed_in(lesson: Lesson, questions: tuple[Question, ...], student: StudentId) -> str:
    """The name of the question of a set that was handed in last, as the page has moved on from it by itself."""
    found = [
        (answer.at, f"Question {i}")
        for i, q in enumerate(questions, start=1)
        if (answer := lesson.asked[q.id].answers.get(student)) is not None and answer.readable
    ]
    return max(found)[1] if found else ""


def _number(asked: Asked, student: StudentId) -> int:
    answer = asked.answers.get(student)
    return answer.number if answer is not None else 0


def _questions(lesson: Lesson) -> tuple[Question, ...]:
    segment = lesson.segment
    return questions_of(segment) if segment is not None and lesson.course is not None else ()


def _heads_up(lesson: Lesson, student: StudentId) -> HeadsUp:
    call = lesson.call
    if call is None or call.student != student or lesson.eyes_up:
        return HeadsUp(lesson.code)
    return HeadsUp(lesson.code, call.number, call.named)
