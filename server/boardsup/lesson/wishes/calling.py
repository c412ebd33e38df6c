"""Cold calls: draw the next name, pass, and how it went. The name waits until the think time is over."""

from __future__ import annotations

from boardsup.lesson.commands import CallNext, EndCall, Pass
from boardsup.lesson.events import CallDrawn, CallEnded, Event
from boardsup.lesson.refused import ENDED, MOVED_ON, Refused
from boardsup.lesson.segments import ColdCall
from boardsup.lesson.state import Call, Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching import pick

GRACE_MS = 180_000
"""How long a student who came late is left to arrive before a call may come (decision-rules.md 3.6)."""


def call_next(lesson: Lesson, wish: CallNext, at: int) -> tuple[Event, ...]:
    """Draw from the bag; the wall may show the name after the think time."""
    segment = lesson.segment
    if lesson.ended:
        raise Refused(ENDED)
    if not isinstance(segment, ColdCall) or segment.id != wish.segment:
        raise Refused(MOVED_ON)
    if lesson.call is not None:
        return ()
    drawn = drawn_at(lesson, at)
    if drawn is None:
        raise Refused("Nobody is here to call on yet.")
    return (drawn,)


def end_call(lesson: Lesson, wish: EndCall) -> tuple[Event, ...]:
    """Right, not yet, or skipped quietly; whoever is skipped is back in the bag."""
    call = _call(lesson, wish.call)
    if call is None:
        return ()
    return (CallEnded(call.number, wish.outcome),)


def pass_on(lesson: Lesson, student: StudentId, wish: Pass) -> tuple[Event, ...]:
    """The called student hands the call on, privately."""
    call = _call(lesson, wish.call)
    if call is None or call.student != student:
        raise Refused(MOVED_ON)
    if not pick.may_pass(lesson.bag, student):
        raise Refused("Both passes for today are used. Say your first step, that is enough.")
    return (CallEnded(call.number, "pass"),)


def drawn_at(lesson: Lesson, at: int) -> CallDrawn | None:
    """The call that the bag gives at this moment; None when nobody is here, or nothing calls for one."""
    segment = lesson.segment
    found = pick.draw(lesson.bag, lesson.seed, eligible(lesson, at)) if isinstance(segment, ColdCall) else None
    if found is None or not isinstance(segment, ColdCall):
        return None
    return CallDrawn(
        call=len(lesson.past_calls) + 1,
        segment=segment.id,
        student=found.student,
        kind=found.kind,
        round=found.round,
        key=found.key,
        at=at,
        name_at=at + segment.think_seconds * 1_000,
    )


def eligible(lesson: Lesson, at: int) -> frozenset[StudentId]:
    """Who is here; a late joiner after three minutes, unless there is nobody else."""
    here = {s: seat for s, seat in lesson.seats.items() if not seat.away}
    began = min((course.opened_at for course in lesson.courses.values()), default=at)
    settled = frozenset(s for s, seat in here.items() if seat.joined_at <= began or seat.joined_at + GRACE_MS <= at)
    return settled or frozenset(here)


def _call(lesson: Lesson, number: int) -> Call | None:
    """The call under way, if it has this number; None when it is over already."""
    return lesson.call if lesson.call is not None and lesson.call.number == number else None
