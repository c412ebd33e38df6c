"""How cold calls move a lesson: heads-ups, names, how each call went; and who would help, rests, or has written."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from boardsup.lesson import events as e
from boardsup.lesson.calls import HEARD, Call, InLine, PastCall, Written
from boardsup.lesson.state import Lesson
from boardsup.teaching import pick


def moved(lesson: Lesson, event: e.CallEvent) -> Lesson:
    """The lesson after something that is about calls."""
    match event:
        case e.HeadsUpGiven():
            return heads_up_given(lesson, event)
        case e.HeadsUpAnswered():
            return heads_up_answered(lesson, event)
        case e.HeadsUpsBegan():
            return replace(lesson, heads_ups=True)
        case e.HeadsUpsStopped():
            return replace(lesson, heads_ups=False, line=())
        case e.CallDrawn():
            return call_drawn(lesson, event)
        case e.NameShown():
            return name_shown(lesson, event)
        case e.CallEnded():
            return call_ended(lesson, event)
        case e.PauseEnded():
            return replace(lesson, pausing=0)
        case e.HelpOffered():
            return replace(lesson, willing=lesson.willing | {(event.student, event.segment)})
        case e.HelpWithdrawn():
            return replace(lesson, willing=lesson.willing - {(event.student, event.segment)})
        case e.ReturnWritten():
            return return_written(lesson, event)
        case e.CallsRested():
            line = tuple(entry for entry in lesson.line if entry.draw.student != event.student)
            return replace(lesson, resting=lesson.resting | {event.student}, line=line)
        case e.CallsResumed():
            return replace(lesson, resting=lesson.resting - {event.student})
        case _:
            assert_never(event)


def heads_up_given(lesson: Lesson, event: e.HeadsUpGiven) -> Lesson:
    """This student is next in line, behind those who will pass."""
    number = lesson.heads_ups_given + 1
    draw = pick.Draw(event.student, event.kind, event.round, event.key)
    passing = tuple(entry for entry in lesson.line if entry.reply == "pass")
    line = (*passing, InLine(number, draw, event.at))
    return _also_before(lesson, replace(lesson, heads_ups_given=number, line=line))


def heads_up_answered(lesson: Lesson, event: e.HeadsUpAnswered) -> Lesson:
    """What they said stands beside their heads-up, or their call; who is ready is not kept waiting."""
    call = lesson.call
    if call is None or call.student != event.student:
        line = (replace(one, reply=event.reply) if one.draw.student == event.student else one for one in lesson.line)
        return _also_before(lesson, replace(lesson, line=tuple(line)))
    name_at = call.name_at if call.named else min(call.name_at, max(call.earliest, event.at))
    return _also_before(lesson, replace(lesson, call=replace(call, reply=event.reply, name_at=name_at)))


def call_drawn(lesson: Lesson, event: e.CallDrawn) -> Lesson:
    """A name is drawn and on hold."""
    own = next((one for one in lesson.line if one.draw.student == event.student), None)
    draw = pick.Draw(event.student, event.kind, event.round, event.key)
    number = own.number if own is not None else lesson.heads_ups_given + 1
    call = Call(
        event.call,
        event.segment,
        event.student,
        event.at,
        event.name_at,
        draw,
        earliest=event.earliest or event.name_at,
        heads_up=number,
        reply=own.reply if own is not None else "",
        prompt=event.prompt,
        question=event.question,
    )
    return replace(
        lesson,
        before=None,
        call=call,
        pausing=0,
        heads_ups_given=max(number, lesson.heads_ups_given),
        line=tuple(one for one in lesson.line if one.draw.student != event.student),
        bag=pick.drawn(lesson.bag, draw, lesson.roster),
    )


def name_shown(lesson: Lesson, event: e.NameShown) -> Lesson:
    """The name is on the wall."""
    if lesson.call is None or lesson.call.number != event.call:
        return lesson
    return _also_before(lesson, replace(lesson, call=replace(lesson.call, named=True)))


def call_ended(lesson: Lesson, event: e.CallEnded) -> Lesson:
    """The call is over, and the bag knows how."""
    call = lesson.call
    if call is None or call.number != event.call:
        return lesson
    past = (*lesson.past_calls, PastCall(call.number, call.student, event.outcome, call.draw.kind))
    said = HEARD.get(event.outcome)
    heard = (*lesson.heard, said) if said is not None else lesson.heard
    after = replace(lesson, call=None, past_calls=past, heard=heard, pausing=event.until)
    if event.outcome == "skip":
        return replace(after, bag=pick.skipped(lesson.bag, call.draw))
    if event.outcome == "pass":
        # A student's own press: the teacher's *Undo* of an earlier one does not take it back.
        return replace(after, bag=pick.passed_on(lesson.bag, lesson.seed, call.student), before=None)
    return replace(after, bag=pick.finished(lesson.bag))


def return_written(lesson: Lesson, event: e.ReturnWritten) -> Lesson:
    """It stands before the teacher, and the student is not asked again."""
    written = (*lesson.written, Written(event.student, event.at, event.wrote or ""))
    bag = pick.given_back(lesson.bag, event.student)
    before = lesson.before
    if before is not None:
        before = replace(before, bag=pick.given_back(before.bag, event.student))
    return replace(lesson, written=written, bag=bag, before=before)


def _also_before(was: Lesson, now: Lesson) -> Lesson:
    """What a student said, or the clock did, is not taken back with the teacher's last press."""
    before = was.before
    if before is None:
        return now
    call = now.call if before.call == was.call else before.call
    line = now.line if before.line == was.line else before.line
    return replace(now, before=replace(before, call=call, line=line))
