"""How screens, the wall and the cold call change."""

from __future__ import annotations

from dataclasses import replace

from boardsup.lesson.events import CallDrawn, CallEnded, NameShown
from boardsup.lesson.state import Call, Lesson, PastCall
from boardsup.teaching import pick


def eyes(lesson: Lesson, *, up: bool) -> Lesson:
    """Every student's screen pauses, or goes on."""
    return replace(lesson, eyes_up=up)


def wall(lesson: Lesson, *, blank: bool) -> Lesson:
    """The wall is cleared, or shown again."""
    return replace(lesson, blank=blank)


def door(lesson: Lesson, *, joining: bool) -> Lesson:
    """Joining is open, or closed to those without a seat."""
    return replace(lesson, joining=joining)


def drawing(lesson: Lesson, *, on: bool) -> Lesson:
    """Boards have a place to draw, or their line only."""
    return replace(lesson, drawing=on)


def call_drawn(lesson: Lesson, event: CallDrawn) -> Lesson:
    """A name is drawn and on hold."""
    call = Call(event.call, event.segment, event.student, event.at, event.name_at, draw=draw_of(event))
    return replace(lesson, before=None, call=call, bag=pick.drawn(lesson.bag, draw_of(event), lesson.roster))


def name_shown(lesson: Lesson, event: NameShown) -> Lesson:
    """The name is on the wall."""
    if lesson.call is None or lesson.call.number != event.call:
        return lesson
    return replace(lesson, call=replace(lesson.call, named=True))


def call_ended(lesson: Lesson, event: CallEnded) -> Lesson:
    """The call is over, and the bag knows how."""
    call = lesson.call
    if call is None or call.number != event.call:
        return lesson
    past = (*lesson.past_calls, PastCall(call.number, call.student, event.outcome))
    match event.outcome:
        case "skip":
            bag = pick.skipped(lesson.bag, call.draw)
        case "pass":
            bag = pick.passed_on(lesson.bag, lesson.seed, call.student)
        case "right" | "not_yet" | "none":
            bag = pick.finished(lesson.bag)
    return replace(lesson, call=None, past_calls=past, bag=bag)


def draw_of(event: CallDrawn) -> pick.Draw:
    """What the bag gave, as the event recorded it."""
    return pick.Draw(event.student, event.kind, event.round, event.key)
