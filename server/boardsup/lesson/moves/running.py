"""How the lesson itself moves: it starts, segments open, close and are revealed, screens pause, the wall clears."""

from __future__ import annotations

from dataclasses import replace

from immutables import Map

from boardsup.lesson.events import (
    CloseCalled,
    CloseUndone,
    LessonEnded,
    LessonStarted,
    SegmentClosed,
    SegmentGivenBack,
    SegmentOpened,
    SegmentRevealed,
    SegmentRevisited,
    StudentEnrolled,
)
from boardsup.lesson.marking import key_of
from boardsup.lesson.moves.undoing import whole_again
from boardsup.lesson.segments import Board, questions_of
from boardsup.lesson.state import Asked, Course, Lesson, Phase


def lesson_started(lesson: Lesson, event: LessonStarted) -> Lesson:
    """A fresh lesson with its plan; the door is open."""
    return replace(
        lesson,
        code=event.code,
        title=event.title,
        seed=event.seed,
        started_at=event.at,
        roster=event.roster,
        segments=event.segments,
        bag=event.bag,
        needs=Map({one.student: one for one in event.needs}),
        apart=event.apart,
        minutes=event.minutes,
        settings=event.settings,
        lately=event.lately,
        heads_ups=event.settings.heads_ups,
    )


def student_enrolled(lesson: Lesson, event: StudentEnrolled) -> Lesson:
    """One more tile."""
    if event.student in lesson.roster:
        return lesson
    return replace(lesson, roster=(*lesson.roster, event.student))


def segment_opened(lesson: Lesson, event: SegmentOpened) -> Lesson:
    """The segment is before the class, and those present are N."""
    segment = next(s for s in lesson.segments if s.id == event.segment)
    present = frozenset(event.present)
    asked = lesson.asked
    for question in questions_of(segment):
        key_of(question)  # Compiled now, so that the first answer does not wait for it.
        # Answers are there already where the opening was taken back and is made again.
        answers = asked[question.id].answers if question.id in asked else Map()
        asked = asked.set(question.id, Asked(question, segment.id, present, answers=answers))
    return replace(
        lesson,
        now=event.segment,
        asked=asked,
        courses=lesson.courses.set(event.segment, Course(Phase.ANSWERING, event.at)),
        turns=Map(),
        call=None,
        line=(),
        pausing=0,
        heard=() if isinstance(segment, Board) else lesson.heard,
    )


def segment_revisited(lesson: Lesson, event: SegmentRevisited) -> Lesson:
    """The segment is before the class again, in the phase in which it was left."""
    return replace(lesson, now=event.segment, turns=Map(), call=None, line=(), pausing=0)


def close_called(lesson: Lesson, event: CloseCalled) -> Lesson:
    """Last call."""
    return _course(lesson, event.segment, Phase.CLOSING, event.until)


def segment_closed(lesson: Lesson, event: SegmentClosed) -> Lesson:
    """The questions are closed, and those away without an answer leave N."""
    away = frozenset(event.away)
    asked = lesson.asked
    for question in _questions(lesson, event.segment):
        of_this = asked[question]
        gone = frozenset(s for s in away & of_this.present if s not in of_this.answers)
        asked = asked.set(question, replace(of_this, away=gone))
    lesson = _course(replace(lesson, asked=asked), event.segment, Phase.CLOSED)
    course = replace(lesson.courses[event.segment], closed_at=event.at)
    return replace(lesson, courses=lesson.courses.set(event.segment, course))


def close_undone(lesson: Lesson, event: CloseUndone) -> Lesson:
    """The questions are open again, and N is whole again. A flag of the close goes; what stands is flagged anew."""
    lesson = whole_again(lesson, _questions(lesson, event.segment))
    asked = lesson.asked
    for question in _questions(lesson, event.segment):
        asked = asked.set(question, replace(asked[question], flag=None))
    return _course(replace(lesson, asked=asked), event.segment, Phase.ANSWERING)


def segment_revealed(lesson: Lesson, event: SegmentRevealed) -> Lesson:
    """The results are released, and there is no way back."""
    return _course(replace(lesson, before=None), event.segment, Phase.REVEALED)


def segment_given_back(lesson: Lesson, event: SegmentGivenBack) -> Lesson:
    """Each student's own results are released to that student."""
    course = replace(lesson.courses[event.segment], given_back=True)
    return replace(lesson, courses=lesson.courses.set(event.segment, course))


def lesson_ended(lesson: Lesson, event: LessonEnded) -> Lesson:
    """Nothing is before the class any more."""
    return replace(lesson, ended=True, joining=False, now="", eyes_up=False, blank=False, call=None, line=())


def _questions(lesson: Lesson, segment: str) -> tuple[str, ...]:
    of = next(s for s in lesson.segments if s.id == segment)
    return tuple(question.id for question in questions_of(of))


def _course(lesson: Lesson, segment: str, phase: Phase, until: int = 0) -> Lesson:
    course = lesson.courses[segment]
    return replace(lesson, courses=lesson.courses.set(segment, replace(course, phase=phase, until=until)))
