"""What the teacher may do with the agenda: put in, ask again, move, leave out; a worked example line by line; undo."""

from __future__ import annotations

from boardsup.lesson import commands as c
from boardsup.lesson.again import again
from boardsup.lesson.events import (
    Event,
    LineShown,
    Pressed,
    PressUndone,
    SegmentAdded,
    SegmentDropped,
    SegmentMoved,
)
from boardsup.lesson.refused import ENDED, MOVED_ON, Refused
from boardsup.lesson.segments import Model, Segment
from boardsup.lesson.state import Lesson
from boardsup.lesson.wishes.running import closing_events, opening

MOST_SEGMENTS = 60
UNDOABLE: dict[type, str] = {
    c.Open: "Open",
    c.Ask: "Ask",
    c.AskForeseen: "Ask",
    c.Put: "Insert",
    c.Repeat: "Ask again",
    c.Move: "Move",
    c.Drop: "Leave out",
    c.NextLine: "Next line",
    c.Choose: "Card",
    c.MoveStudent: "Move",
    c.ShowGroups: "Groups",
    c.EndRound: "End the round",
    c.LongerRound: "A minute more",
    c.LowerHand: "Hand",
    c.Close: "Close",
    c.EyesUp: "Eyes up",
    c.Drawing: "Drawing",
    c.Blank: "Blank the wall",
    c.Joining: "Joining",
    c.EndCall: "Call",
    c.HeadsUps: "Heads-ups",
    c.Rest: "Rest",
    c.Judge: "Look",
    c.Mark: "Mark",
    c.Excuse: "Leave out",
    c.OnPaper: "Paper",
    c.Lend: "Share",
}
"""The presses that can be taken back, with their words. A reveal and a name stay: the class has seen them."""


def pressed(command: c.TeacherCommand, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events of a press, with what it takes to undo it in front."""
    what = UNDOABLE.get(type(command))
    if not what or not events:
        return events
    match command:
        case c.Judge(question, student) | c.Mark(question, student) | c.Excuse(question, student):
            return (Pressed(what, student, question), *events)
        case c.OnPaper(student) | c.Lend(student):
            return (Pressed(what, student), *events)
        case _:
            return (Pressed(what), *events)


def undo(lesson: Lesson) -> tuple[Event, ...]:
    """Take the last press back."""
    if lesson.ended:
        raise Refused(ENDED)
    if lesson.before is None:
        raise Refused("There is nothing to take back.")
    return (PressUndone(),)


def put(lesson: Lesson, wish: c.Put, at: int) -> tuple[Event, ...]:
    """A prepared segment, at its place; opened at once where that was asked for."""
    if lesson.ended:
        raise Refused(ENDED)
    if len(lesson.segments) >= MOST_SEGMENTS:
        raise Refused("The agenda is full.")
    if any(s.id == wish.segment.id for s in lesson.segments):
        return ()
    added = SegmentAdded(wish.segment, min(wish.place, len(lesson.segments)))
    if wish.then == "wait":
        return (added,)
    return (*closing_events(lesson, at), added, opening(lesson, wish.segment, at))


def repeat(lesson: Lesson, wish: c.Repeat, at: int) -> tuple[Event, ...]:
    """The same once more, right behind what is before the class now."""
    segment = _known(lesson, wish.segment)
    return put(lesson, c.Put(again(segment, {s.id for s in lesson.segments}), _after_now(lesson), "open"), at)


def move(lesson: Lesson, wish: c.Move) -> tuple[Event, ...]:
    """Another place on the agenda."""
    segment = _known(lesson, wish.segment)
    place = min(wish.place, len(lesson.segments) - 1)
    return () if lesson.segments.index(segment) == place else (SegmentMoved(segment.id, place),)


def drop(lesson: Lesson, wish: c.Drop) -> tuple[Event, ...]:
    """Left out; what was opened stays, for it has answers."""
    if not any(s.id == wish.segment for s in lesson.segments):
        return ()
    if wish.segment in lesson.courses:
        raise Refused("This part was opened already. It stays, with its answers.")
    return (SegmentDropped(wish.segment),)


def next_line(lesson: Lesson, wish: c.NextLine) -> tuple[Event, ...]:
    """One more line, until all are shown."""
    segment, course = lesson.segment, lesson.course
    if not isinstance(segment, Model) or course is None or segment.id != wish.segment:
        raise Refused(MOVED_ON)
    if wish.line != course.lines or course.lines >= len(segment.lines):
        return ()
    return (LineShown(segment.id, course.lines + 1),)


def _known(lesson: Lesson, id: str) -> Segment:
    segment = lesson.segment_of(id)
    if segment is None:
        raise Refused("This part is not on the agenda any more.")
    return segment


def _after_now(lesson: Lesson) -> int:
    return next((i + 1 for i, s in enumerate(lesson.segments) if s.id == lesson.now), len(lesson.segments))
