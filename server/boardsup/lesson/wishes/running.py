"""What the teacher may do with the lesson: open, ask on the spot, close, undo, reveal, judge, pause, blank, end.

Each press names its segment, so one that comes late, or twice, is refused or changes nothing.
"""

from __future__ import annotations

from typing import Literal, assert_never

from boardsup.lesson.commands import (
    Ask,
    AskForeseen,
    Blank,
    Close,
    Drawing,
    EyesUp,
    GiveBack,
    Judge,
    Open,
    Reveal,
    UndoClose,
)
from boardsup.lesson.events import (
    AnswerJudged,
    CallEnded,
    CloseCalled,
    CloseUndone,
    DrawingAllowed,
    DrawingStopped,
    Event,
    EyesWentDown,
    EyesWentUp,
    LessonEnded,
    SegmentAdded,
    SegmentClosed,
    SegmentGivenBack,
    SegmentOpened,
    SegmentRevealed,
    SegmentRevisited,
    WallBlanked,
    WallShown,
)
from boardsup.lesson.refused import ENDED, MOVED_ON, Refused
from boardsup.lesson.rounds import first_round
from boardsup.lesson.segments import PRIVATE, Board, Diagnostic, Quiz, Segment, questions_of
from boardsup.lesson.spot import question_on_the_spot
from boardsup.lesson.state import Course, Lesson, Phase
from boardsup.lesson.wishes.counting import extra_time

LAST_CALL_MS = 5_000
"""How long drafts may still be handed in after *Close* (decision-rules.md 3.1)."""


def open_segment(lesson: Lesson, wish: Open, at: int) -> tuple[Event, ...]:
    """Put a segment before the class, or back before it as it was left; what is open closes."""
    if lesson.ended:
        raise Refused(ENDED)
    segment = _segment(lesson, wish.segment)
    if segment.id == lesson.now:
        return ()
    if segment.id in lesson.courses:
        return (*closing_events(lesson, at), SegmentRevisited(segment.id))
    return (*closing_events(lesson, at), opening(lesson, segment, at), *first_round(lesson, segment, at))


def ask(lesson: Lesson, wish: Ask | AskForeseen, at: int) -> tuple[Event, ...]:
    """Put a question typed on the spot to everybody, right after what is before the class now."""
    if lesson.ended:
        raise Refused(ENDED)
    number = sum(1 for s in lesson.segments if s.id.startswith("spot")) + 1
    foreseen = wish.foreseen if isinstance(wish, AskForeseen) else None
    segment = Board(f"spot{number}", question_on_the_spot(f"spot{number}.1", wish.ask, wish.answer, foreseen))
    position = next((i + 1 for i, s in enumerate(lesson.segments) if s.id == lesson.now), 0)
    return (*closing_events(lesson, at), SegmentAdded(segment, position), opening(lesson, segment, at))


def close(lesson: Lesson, wish: Close, at: int) -> tuple[Event, ...]:
    """Call for the last hand-ins; when nobody is left to wait for, or at a second press, close at once."""
    course = _course(lesson, wish.segment)
    if course.phase is Phase.CLOSING or (course.phase is Phase.ANSWERING and not _waits_for(lesson)):
        return closing(lesson, at)
    if course.phase is Phase.ANSWERING:
        return (CloseCalled(wish.segment, at + LAST_CALL_MS),)
    return ()


def undo_close(lesson: Lesson, wish: UndoClose) -> tuple[Event, ...]:
    """Open again what was closed, until it is revealed."""
    course = _course(lesson, wish.segment)
    if course.phase is Phase.REVEALED:
        raise Refused("The answers are revealed. Ask again with new numbers.")
    return () if course.phase is Phase.ANSWERING else (CloseUndone(wish.segment),)


def reveal(lesson: Lesson, wish: Reveal, at: int) -> tuple[Event, ...]:
    """Show the answers; an open question closes first."""
    course = _course(lesson, wish.segment)
    if isinstance(lesson.segment, PRIVATE):
        raise Refused("These answers are private. Nothing of them goes on the wall.")
    match course.phase:
        case Phase.REVEALED:
            return ()
        case Phase.CLOSED:
            return (SegmentRevealed(wish.segment),)
        case Phase.ANSWERING | Phase.CLOSING:
            return (*closing(lesson, at), SegmentRevealed(wish.segment))
        case _:
            assert_never(course.phase)


def give_back(lesson: Lesson, wish: GiveBack) -> tuple[Event, ...]:
    """Let each student see their own results; only what is closed, and never of what is unmarked."""
    segment, course = _segment(lesson, wish.segment), lesson.courses.get(wish.segment)
    if not isinstance(segment, Diagnostic | Quiz):
        raise Refused("There are no results to give back here.")
    if course is None or course.phase in (Phase.ANSWERING, Phase.CLOSING):
        raise Refused("Close first, then give the results back.")
    return () if course.given_back else (SegmentGivenBack(wish.segment),)


def judge(lesson: Lesson, wish: Judge) -> tuple[Event, ...]:
    """Right or not yet, for an answer that could not be read."""
    asked = lesson.asked.get(wish.question)
    answer = asked.answers.get(wish.student) if asked is not None else None
    if answer is None:
        raise Refused("There is no answer to look at here.")
    if answer.unread is None and answer.outcome != "check":
        raise Refused("This answer has been marked already.")
    outcome: Literal["correct", "incorrect"] = "correct" if wish.verdict == "right" else "incorrect"
    return (AnswerJudged(wish.student, wish.question, answer.number, outcome),)


def eyes_up(lesson: Lesson, wish: EyesUp) -> tuple[Event, ...]:
    """Pause every student's screen, or end the pause."""
    if lesson.ended:
        raise Refused(ENDED)
    if wish.to == "up":
        return () if lesson.eyes_up else (EyesWentUp(),)
    return (EyesWentDown(),) if lesson.eyes_up else ()


def drawing(lesson: Lesson, wish: Drawing) -> tuple[Event, ...]:
    """Whether boards have a place to draw."""
    if lesson.ended:
        raise Refused(ENDED)
    if wish.to == "on":
        return () if lesson.drawing else (DrawingAllowed(),)
    return (DrawingStopped(),) if lesson.drawing else ()


def blank(lesson: Lesson, wish: Blank) -> tuple[Event, ...]:
    """Clear the wall, or show it again."""
    if wish.to == "blank":
        return () if lesson.blank else (WallBlanked(),)
    return (WallShown(),) if lesson.blank else ()


def end(lesson: Lesson, at: int) -> tuple[Event, ...]:
    """End the lesson; what is open closes first."""
    return () if lesson.ended else (*closing_events(lesson, at), LessonEnded(at))


def closing(lesson: Lesson, at: int) -> tuple[Event, ...]:
    """The close of what is before the class: those away or gone without an answer leave N, some keep extra time."""
    away = {s for s, seat in lesson.seats.items() if seat.away}
    gone = {s for of in lesson.asked.values() if of.segment == lesson.now for s in of.present if s not in lesson.seats}
    # Extra time first: a flag of the close must not count as not yet who may still answer.
    return (*extra_time(lesson, at), SegmentClosed(lesson.now, tuple(sorted(away | gone)), at))


def opening(lesson: Lesson, segment: Segment, at: int) -> SegmentOpened:
    """The segment before the class, for those who are here: the N of its counts."""
    return SegmentOpened(segment.id, tuple(sorted(lesson.seats)), at)


def closing_events(lesson: Lesson, at: int) -> tuple[Event, ...]:
    """What ends when something else begins: a call under way, an open question."""
    course, call = lesson.course, lesson.call
    ends = (CallEnded(call.number, "none" if call.named else "skip"),) if call is not None else ()
    if course is None or lesson.segment is None or not questions_of(lesson.segment):
        return ends
    return (*ends, *closing(lesson, at)) if course.phase in (Phase.ANSWERING, Phase.CLOSING) else ends


def _segment(lesson: Lesson, id: str) -> Segment:
    found = next((s for s in lesson.segments if s.id == id), None)
    if found is None:
        raise Refused("This part is not on the agenda any more.")
    return found


def _course(lesson: Lesson, segment: str) -> Course:
    course = lesson.course
    if segment != lesson.now or course is None:
        raise Refused(MOVED_ON)
    return course


def _waits_for(lesson: Lesson) -> bool:
    """Is anybody of N still without a readable answer?"""
    return any(
        student not in asked.answers or not asked.answers[student].readable
        for asked in lesson.asked.values()
        if asked.segment == lesson.now
        for student in asked.present
        if student in lesson.seats and not lesson.seats[student].away and student not in asked.excused
    )
