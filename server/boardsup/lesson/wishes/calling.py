"""Cold calls: draw the next name, pass, and how it went. The name waits until the think time is over."""

from __future__ import annotations

from boardsup.lesson import commands as c
from boardsup.lesson import events as e
from boardsup.lesson.calling import CALLING, ahead, drawn_at, may_pass, picked_at, warning_at
from boardsup.lesson.calls import Call
from boardsup.lesson.events.calling import CallOutcome, CallPrompt
from boardsup.lesson.moves import calling as moves
from boardsup.lesson.refused import ENDED, MOVED_ON, Refused
from boardsup.lesson.segments import PRIVATE, ColdCall
from boardsup.lesson.state import Lesson, Phase
from boardsup.lesson.who import StudentId

PAUSE_MS = 3_000
"""How long an answer stands before anything else is said: the second wait (Rowe)."""

ALL_USED = "The passes for today are used. Say your first step, that is enough."


def call_next(lesson: Lesson, wish: c.CallNext, at: int) -> tuple[e.Event, ...]:
    """The next in line; the wall may show the name after the think time."""
    segment = lesson.segment
    if lesson.ended:
        raise Refused(ENDED)
    if not isinstance(segment, CALLING) or segment.id != wish.segment:
        raise Refused(MOVED_ON)
    if lesson.call is not None:
        return ()
    found = _drawing(lesson, at, wish.prompt)
    if not any(isinstance(event, e.CallDrawn) for event in found):
        raise Refused("Nobody is here to call on yet.")
    return found


def pick_from(lesson: Lesson, wish: c.PickFrom, at: int) -> tuple[e.Event, ...]:
    """A call out of an answer group: one of those who are not sure of a right answer, or would share their thinking."""
    asked, course = lesson.asked.get(wish.question), lesson.course
    if asked is None or asked.segment != lesson.now or course is None:
        raise Refused(MOVED_ON)
    if lesson.call is not None:
        return ()
    if course.phase not in (Phase.CLOSED, Phase.REVEALED) or isinstance(lesson.segment, PRIVATE):
        raise Refused("Close first, then call on somebody of this group.")
    found = picked_at(lesson, at, wish.question, wish.value)
    if found is None:
        raise Refused("Nobody of a group of three or more has offered to share this one.")
    return (found,)


def end_call(lesson: Lesson, wish: c.EndCall, at: int) -> tuple[e.Event, ...]:
    """How it went; whoever is skipped is back in the bag, and somebody else is drawn in their place."""
    call = _call(lesson, wish.call)
    if call is None:
        return ()
    if wish.outcome == "skip":
        return _instead(lesson, call, at)
    outcome: CallOutcome = "returned" if call.draw.kind == "return" and wish.outcome == "right" else wish.outcome
    return (e.CallEnded(call.number, outcome, at + PAUSE_MS),)


def heads_ups(lesson: Lesson, wish: c.HeadsUps) -> tuple[e.Event, ...]:
    """Tell the next in line before their name, or do not."""
    if wish.to == "on":
        return () if lesson.heads_ups else (e.HeadsUpsBegan(),)
    return (e.HeadsUpsStopped(),) if lesson.heads_ups else ()


def rest(lesson: Lesson, wish: c.Rest) -> tuple[e.Event, ...]:
    """No calls for this student today, or calls again."""
    if wish.student not in lesson.roster:
        raise Refused("This tile is not on the list any more.")
    if wish.to == "rest":
        return () if wish.student in lesson.resting else (e.CallsRested(wish.student),)
    return (e.CallsResumed(wish.student),) if wish.student in lesson.resting else ()


def reply(lesson: Lesson, student: StudentId, wish: c.Reply, at: int) -> tuple[e.Event, ...]:
    """Ready, with a friend's help, or not this time; the number says which heads-up is meant."""
    call = lesson.call
    if call is not None and call.student == student and call.heads_up == wish.heads_up:
        return _reply_to_call(lesson, call, wish, at)
    entry = next((one for one in lesson.line if one.draw.student == student), None)
    if entry is None or entry.number != wish.heads_up:
        raise Refused(MOVED_ON)
    if wish.to == "pass" and not may_pass(lesson, student):
        raise Refused(ALL_USED)
    return () if entry.reply in (wish.to, "pass") else (e.HeadsUpAnswered(student, wish.to, at),)


def offer(lesson: Lesson, student: StudentId, wish: c.Offer) -> tuple[e.Event, ...]:
    """Willing to share how one thought, or to help a friend who is asked."""
    if wish.segment != lesson.now:
        raise Refused(MOVED_ON)
    is_willing = (student, lesson.now) in lesson.willing
    if wish.to == "share":
        return () if is_willing else (e.HelpOffered(student, lesson.now),)
    return (e.HelpWithdrawn(student, lesson.now),) if is_willing else ()


def write_return(lesson: Lesson, student: StudentId, wish: c.WriteReturn, at: int) -> tuple[e.Event, ...]:
    """After the calls, a student who has passed writes it for the teacher alone."""
    if lesson.ended:
        raise Refused(ENDED)
    if isinstance(lesson.segment, ColdCall) or not any(r.student == student for r in lesson.bag.returns):
        raise Refused(MOVED_ON)
    text = wish.text.strip()
    if not text:
        raise Refused("There is nothing written yet.")
    return (e.ReturnWritten(student, at, text),)


def heads_up_due(lesson: Lesson, at: int) -> tuple[e.Event, ...]:
    """The heads-up to the next in line, while calls are what the class is doing."""
    if not isinstance(lesson.segment, ColdCall) or lesson.course is None or lesson.ended:
        return ()
    found = warning_at(lesson, at)
    return () if found is None else (found,)


def _drawing(lesson: Lesson, at: int, prompt: CallPrompt) -> tuple[e.Event, ...]:
    """The passes of those who are first in line, and then the call; a heads-up in front where nobody had one."""
    found: list[e.Event] = []
    while True:
        if not ahead(lesson, at) and (warning := warning_at(lesson, at)) is not None:
            found.append(warning)
            lesson = moves.heads_up_given(lesson, warning)
        drawn = drawn_at(lesson, at, prompt)
        if drawn is None:
            return tuple(found)
        found.append(drawn)
        lesson = moves.call_drawn(lesson, drawn)
        if lesson.call is None or lesson.call.reply != "pass":
            return tuple(found)
        passed = e.CallEnded(drawn.call, "pass")
        found.append(passed)
        lesson = moves.call_ended(lesson, passed)


def _instead(lesson: Lesson, call: Call, at: int) -> tuple[e.Event, ...]:
    """Skipped without a trace: somebody else is drawn at once, where there is somebody else."""
    skipped = e.CallEnded(call.number, "skip")
    after = moves.call_ended(lesson, skipped)
    if call.question or not isinstance(lesson.segment, CALLING):
        return (skipped,)
    found = _drawing(after, at, call.prompt)
    drawn = found[-1] if found else None
    if not isinstance(drawn, e.CallDrawn) or drawn.student == call.student:
        return (skipped,)
    return (skipped, *found)


def _reply_to_call(lesson: Lesson, call: Call, wish: c.Reply, at: int) -> tuple[e.Event, ...]:
    if wish.to != "pass":
        return () if call.reply == wish.to else (e.HeadsUpAnswered(call.student, wish.to, at),)
    if not may_pass(lesson, call.student):
        raise Refused(ALL_USED)
    return (e.CallEnded(call.number, "pass"),)


def _call(lesson: Lesson, number: int) -> Call | None:
    """The call under way, if it has this number; None when it is over already."""
    return lesson.call if lesson.call is not None and lesson.call.number == number else None
