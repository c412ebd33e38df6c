"""How the agenda changes, and a worked example goes on."""

from __future__ import annotations

from dataclasses import replace

from boardsup.lesson.events import LineShown, SegmentAdded, SegmentDropped, SegmentMoved
from boardsup.lesson.state import Lesson


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
