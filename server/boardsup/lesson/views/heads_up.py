"""What a student hears of cold calls, privately: their own heads-up, and offers that bind them to nothing."""

from __future__ import annotations

from functools import lru_cache

from boardsup.lesson.calling import may_pass
from boardsup.lesson.regions.student import HeadsUp
from boardsup.lesson.release import is_handed_in
from boardsup.lesson.segments import Board, ColdCall
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.lesson.views.calling import willing
from boardsup.lesson.who import StudentId
from boardsup.teaching import pick


@lru_cache(maxsize=1_024)
def quiet(code: str) -> HeadsUp:
    """Nothing to say: one value for everybody, so that it is not compared field by field."""
    return HeadsUp(code)


def heads_up(lesson: Lesson, student: StudentId) -> HeadsUp:
    """A heads-up or a call of their own; else what they might offer."""
    if lesson.ended or lesson.eyes_up:
        return quiet(lesson.code)
    call = lesson.call
    if call is not None and call.student == student:
        return _told(lesson, student, call.draw, HeadsUp(lesson.code, call.heads_up, call.named, call.reply))
    entry = next((one for one in lesson.line if one.draw.student == student), None)
    if entry is not None:
        return _told(lesson, student, entry.draw, HeadsUp(lesson.code, entry.number, named=False, reply=entry.reply))
    if lesson.course is not None and any(one.student == student for one in lesson.bag.returns):
        is_calling = isinstance(lesson.segment, ColdCall)
        return HeadsUp(lesson.code, reply="pass") if is_calling else HeadsUp(lesson.code, owes=True)
    offer = _offer(lesson, student)
    return HeadsUp(lesson.code, offer=offer, segment=lesson.now) if offer else quiet(lesson.code)


def _told(lesson: Lesson, student: StudentId, draw: pick.Draw, told: HeadsUp) -> HeadsUp:
    shown = _revealed(lesson) if draw.kind == "return" else None
    return HeadsUp(
        told.code,
        told.heads_up,
        told.named,
        told.reply,
        again=draw.kind == "return",
        builds_on=draw.kind == "call_back",
        can_pass=may_pass(lesson, student),
        ask=shown.question.ask if shown is not None else "",
        line=shown.question.answer if shown is not None else "",
        helpers=len(willing(lesson) - {student}),
    )


def _revealed(lesson: Lesson) -> Asked | None:
    """The newest board whose answer the class has seen: the right line for a return."""
    boards = [s for s in lesson.segments if isinstance(s, Board) and s.question.answer and s.id in lesson.courses]
    shown = [s for s in boards if lesson.courses[s.id].phase is Phase.REVEALED]
    newest = max(shown, key=lambda s: lesson.courses[s.id].opened_at, default=None)
    return lesson.asked[newest.question.id] if newest is not None else None


def _offer(lesson: Lesson, student: StudentId) -> str:
    """While calls are made, and once a board that one has answered is closed."""
    segment, course = lesson.segment, lesson.course
    if course is None or student in lesson.extra:
        return ""
    if isinstance(segment, Board):
        is_over = course.phase in (Phase.CLOSED, Phase.REVEALED)
        if not (is_over and is_handed_in(lesson.asked[segment.question.id], student)):
            return ""
    elif not isinstance(segment, ColdCall):
        return ""
    return "given" if student in willing(lesson) else "ask"
