"""How the agenda changes, and how a press is taken back."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from boardsup.lesson.events import LineShown, Pressed, SegmentAdded, SegmentDropped, SegmentMoved
from boardsup.lesson.moves.advising import without_card
from boardsup.lesson.segments import questions_of
from boardsup.lesson.state import Before, Lesson, Phase


def segment_added(lesson: Lesson, event: SegmentAdded) -> Lesson:
    """One more line on the agenda, at its position."""
    before, after = lesson.segments[: event.position], lesson.segments[event.position :]
    return replace(lesson, segments=(*before, event.segment, *after))


def segment_moved(lesson: Lesson, event: SegmentMoved) -> Lesson:
    """The same lines in another order."""
    moved = tuple(s for s in lesson.segments if s.id == event.segment)
    others = tuple(s for s in lesson.segments if s.id != event.segment)
    return replace(lesson, segments=(*others[: event.position], *moved, *others[event.position :]))


def segment_dropped(lesson: Lesson, event: SegmentDropped) -> Lesson:
    """One line less."""
    return replace(lesson, segments=tuple(s for s in lesson.segments if s.id != event.segment))


def line_shown(lesson: Lesson, event: LineShown) -> Lesson:
    """One more line of the worked example is on the wall."""
    course = replace(lesson.courses[event.segment], lines=event.lines)
    return replace(lesson, courses=lesson.courses.set(event.segment, course))


def pressed(lesson: Lesson, event: Pressed) -> Lesson:
    """Keep what this press may change."""
    return replace(lesson, before=Before(event.what, **{name: getattr(lesson, name) for name in _KEPT}))


def press_undone(lesson: Lesson) -> Lesson:
    """As it was before the press; what students handed in since stays, and N is whole where it is open again."""
    if lesson.before is None:
        return lesson
    kept: dict[str, Any] = {name: getattr(lesson.before, name) for name in _KEPT}
    return _whole(replace(lesson, **kept, before=None))


def _whole(lesson: Lesson) -> Lesson:
    course, segment = lesson.course, lesson.segment
    if course is None or segment is None or course.phase is not Phase.ANSWERING:
        return lesson
    asked = lesson.asked
    for question in questions_of(segment):
        asked = asked.set(question.id, replace(asked[question.id], away=frozenset()))
    return without_card(replace(lesson, asked=asked), tuple(question.id for question in questions_of(segment)))


_KEPT = tuple(field.name for field in fields(Before) if field.name != "what")
