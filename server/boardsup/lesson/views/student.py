"""What a seated student sees: the present task, the receipt of their own hand-ins, and nobody else's anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from boardsup.lesson.drawing import may_draw
from boardsup.lesson.events import AnswerGiven
from boardsup.lesson.grouping import coach_card, group_of
from boardsup.lesson.languages import spoken_by
from boardsup.lesson.regions import Listening, Me, Paused, QuestionPanel, Region, Saved, Waiting, WarmupPanel
from boardsup.lesson.regions.student import GetReady, OwnGroup, Pick, Talk, Tile
from boardsup.lesson.release import is_final
from boardsup.lesson.rounds import present_round
from boardsup.lesson.segments import (
    UNGRADED,
    Board,
    ColdCall,
    Community,
    Discuss,
    Exit,
    Model,
    Notice,
    Plan,
    Quiz,
    Segment,
    Stations,
    Warmup,
)
from boardsup.lesson.state import Asked, Course, Lesson, Phase
from boardsup.lesson.views.heads_up import heads_up
from boardsup.lesson.views.own import own_questions, present_question, steps
from boardsup.lesson.views.receipts import is_lent, saved, saved_on_board
from boardsup.lesson.views.review import over, review
from boardsup.lesson.who import Student, StudentId

KEYS = {"number": "number", "integer": "number", "open": "words"}
"""The key row of a kind of answer; every other kind gets the row with x, = and brackets."""


def student_view(lesson: Lesson, who: Student, names: Mapping[StudentId, str]) -> tuple[Region, ...]:
    """The student's page."""
    return (
        me_of(lesson, who, names),
        task_of(lesson, who.id, names),
        saved(lesson, who.id),
        heads_up(lesson, who.id),
    )


def after_an_answer(before: Lesson, lesson: Lesson, event: AnswerGiven) -> Saved | None:
    """All that a plain answer to a board changes on its student's page; None where the whole page is to be looked at.

    Such an answer moves nobody on and releases nothing; only a drawing that stood beside the one before would go.
    """
    student, course = event.student, lesson.course
    is_open = course is not None and course.phase in (Phase.ANSWERING, Phase.CLOSING)
    asked = before.asked.get(event.question)
    if not is_open or asked is None or asked.segment != lesson.now or student in before.extra:
        return None
    if not isinstance(lesson.segment, Board):
        return None
    answered = asked.answers.get(student)
    if answered is not None and answered.sketch:
        return None
    if is_lent(lesson, student):
        return saved(lesson, student)
    return saved_on_board(lesson, student, lesson.asked[event.question])


def me_of(lesson: Lesson, who: Student, names: Mapping[StudentId, str]) -> Me:
    """Whose page it is."""
    return Me(
        code=lesson.code,
        title=lesson.title,
        name=names.get(who.id, ""),
        beside=_beside(lesson, who, names),
        seat=who.id,
        language=spoken_by(lesson, who.id),
    )


def task_of(lesson: Lesson, student: StudentId, names: Mapping[StudentId, str]) -> Region:
    """What there is to do now, or to look at."""
    segment, course = lesson.segment, lesson.course
    if lesson.ended:
        return over(lesson, student)
    if lesson.eyes_up:
        return Paused(lesson.code)
    if student in lesson.extra:
        return _in_extra_time(lesson, student)
    if segment is None or course is None:
        return Waiting(lesson.code)
    match segment:
        case ColdCall():
            return Listening(lesson.code, segment.ask)
        case Plan():
            return _own_group(lesson, student, names) if lesson.groups_shown else GetReady(lesson.code)
        case Stations() if not own_questions(lesson, student):
            return _own_group(lesson, student, names)
        case Model():
            return Paused(lesson.code)
        case Discuss():
            return Talk(lesson.code, segment.ask, segment.lines)
        case _:
            return _asked(lesson, segment, course, student)


def _asked(lesson: Lesson, segment: Segment, course: Course, student: StudentId) -> Region:
    """A question to answer, as long as it may be answered; then what one handed in."""
    if course.phase not in (Phase.ANSWERING, Phase.CLOSING):
        return review(lesson, student)
    asked = lesson.asked[present_question(lesson, student)]
    if is_final(lesson, asked, student):
        return review(lesson, student)
    if isinstance(segment, Warmup):
        return _warmup(lesson, segment, asked, student)
    return _question(lesson, segment, asked, student)


def _own_group(lesson: Lesson, student: StudentId, names: Mapping[StudentId, str]) -> Region:
    """A neutral label, and who else is there; nothing that says why."""
    label, mates = group_of(lesson, student)
    return OwnGroup(lesson.code, label, tuple(sorted(names.get(mate, "") for mate in mates)))


def _in_extra_time(lesson: Lesson, student: StudentId) -> QuestionPanel:
    """The class has gone on; this student takes their time, and no clock is shown."""
    asked = lesson.asked[present_question(lesson, student)]
    segment = lesson.segment_of(asked.segment)
    assert segment is not None
    return replace(_question(lesson, segment, asked, student), closing=False, extra=True)


def _warmup(lesson: Lesson, segment: Warmup, asked: Asked, student: StudentId) -> WarmupPanel:
    answer = asked.answers.get(student)
    return WarmupPanel(
        code=lesson.code,
        question=asked.question.id,
        ask=asked.question.ask,
        options=tuple(Pick(option.label, option.ask, option.picture) for option in segment.options),
        closing=_is_closing(lesson),
        chosen=answer.value if answer is not None and not is_lent(lesson, student) else "",
        steps=steps(lesson, student),
    )


def _question(lesson: Lesson, segment: Segment, asked: Asked, student: StudentId) -> QuestionPanel:
    is_quiet = isinstance(segment, Notice | Community)
    return QuestionPanel(
        code=lesson.code,
        question=asked.question.id,
        ask=asked.question.ask,
        choices=asked.question.choices,
        keys=KEYS.get(asked.question.kind, "equation"),
        ungraded=isinstance(segment, UNGRADED) and asked.question.kind != "open",
        closing=_is_closing(lesson),
        steps=steps(lesson, student),
        picture=segment.picture if isinstance(segment, Notice) else "",
        asks_sure=isinstance(segment, Exit),
        optional=is_quiet or (isinstance(segment, Quiz) and asked.question.kind == "open"),
        draws=may_draw(lesson, student),
        group=group_of(lesson, student)[0] if isinstance(segment, Stations) else "",
        is_moving=(now := present_round(lesson)) is not None and now.is_moving,
        coach=coach_card(lesson, segment, student) if isinstance(segment, Stations) else (),
        sketch=answer.sketch if (answer := asked.answers.get(student)) is not None else "",
    )


def _beside(lesson: Lesson, who: Student, names: Mapping[StudentId, str]) -> tuple[Tile, ...]:
    """The friends who share this device, to hand it over to."""
    if who.device not in lesson.shared:
        return ()
    friends = (s for s, seat in sorted(lesson.seats.items()) if seat.device == who.device and s != who.id)
    return tuple(Tile(friend, names.get(friend, ""), "free") for friend in friends)


def _is_closing(lesson: Lesson) -> bool:
    return lesson.course is not None and lesson.course.phase is Phase.CLOSING
