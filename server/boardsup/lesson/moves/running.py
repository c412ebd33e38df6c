"""How the lesson itself moves: it starts, segments open, close and are revealed, screens pause, the wall clears."""

from __future__ import annotations

from dataclasses import replace

from immutables import Map

from boardsup.lesson.events import (
    CloseCalled,
    CloseUndone,
    LessonEnded,
    LessonStarted,
    SegmentAdded,
    SegmentClosed,
    SegmentOpened,
    SegmentRevealed,
    SegmentRevisited,
    StudentEnrolled,
)
from boardsup.lesson.marking import key_of
from boardsup.lesson.segments import questions_of
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
    )


def student_enrolled(lesson: Lesson, event: StudentEnrolled) -> Lesson:
    """One more tile."""
    if event.student in lesson.roster:
        return lesson
    return replace(lesson, roster=(*lesson.roster, event.student))


def segment_added(lesson: Lesson, event: SegmentAdded) -> Lesson:
    """One more line on the agenda, at its position."""
    before, after = lesson.segments[: event.position], lesson.segments[event.position :]
    return replace(lesson, segments=(*before, event.segment, *after))


def segment_opened(lesson: Lesson, event: SegmentOpened) -> Lesson:
    """The segment is before the class, and those present are N."""
    segment = next(s for s in lesson.segments if s.id == event.segment)
    present = frozenset(event.present)
    asked = lesson.asked
    for question in questions_of(segment):
        asked = asked.set(question.id, Asked(question, segment.id, present, key=key_of(question)))
    return replace(
        lesson,
        now=event.segment,
        asked=asked,
        courses=lesson.courses.set(event.segment, Course(Phase.ANSWERING, event.at)),
        turns=Map(),
        call=None,
    )


def segment_revisited(lesson: Lesson, event: SegmentRevisited) -> Lesson:
    """The segment is before the class again, in the phase in which it was left."""
    return replace(lesson, now=event.segment, turns=Map(), call=None)


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
    return _course(replace(lesson, asked=asked), event.segment, Phase.CLOSED)


def close_undone(lesson: Lesson, event: CloseUndone) -> Lesson:
    """The questions are open again, and N is whole again. A flag of the close goes; what stands is flagged anew."""
    asked = lesson.asked
    for question in _questions(lesson, event.segment):
        asked = asked.set(question, replace(asked[question], away=frozenset(), flag=None))
    return _course(replace(lesson, asked=asked), event.segment, Phase.ANSWERING)


def segment_revealed(lesson: Lesson, event: SegmentRevealed) -> Lesson:
    """The results are released."""
    return _course(lesson, event.segment, Phase.REVEALED)


def lesson_ended(lesson: Lesson, event: LessonEnded) -> Lesson:
    """Nothing is before the class any more."""
    return replace(lesson, ended=True, joining=False, now="", eyes_up=False, blank=False, call=None)


def _questions(lesson: Lesson, segment: str) -> tuple[str, ...]:
    of = next(s for s in lesson.segments if s.id == segment)
    return tuple(question.id for question in questions_of(of))


def _course(lesson: Lesson, segment: str, phase: Phase, until: int = 0) -> Lesson:
    course = lesson.courses[segment]
    return replace(lesson, courses=lesson.courses.set(segment, replace(course, phase=phase, until=until)))
