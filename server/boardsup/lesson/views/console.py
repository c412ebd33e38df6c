"""What the teacher sees. Names are on the page but masked until held; nothing here reaches any other page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from boardsup.lesson.regions import (
    Agenda,
    Answers,
    ConsoleHead,
    Entry,
    Pick,
    Region,
    Requests,
    SeatRequest,
    Stage,
    Tallies,
)
from boardsup.lesson.segments import (
    PRIVATE,
    QUIET,
    ColdCall,
    Diagnostic,
    Discuss,
    Model,
    Notice,
    Plan,
    Quiz,
    Segment,
    Stations,
    Warmup,
    name_of,
    picks_a_card,
    questions_of,
)
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.lesson.views.advice import advice, repeats
from boardsup.lesson.views.calling import calling
from boardsup.lesson.views.grid import grid
from boardsup.lesson.views.plan_card import plan_card
from boardsup.lesson.views.sheets import sheets
from boardsup.lesson.views.stations import stations
from boardsup.lesson.views.tally import tally
from boardsup.lesson.views.timeline import timeline
from boardsup.lesson.who import StudentId


def console_view(lesson: Lesson, names: Mapping[StudentId, str]) -> tuple[Region, ...]:
    """The console."""
    return (
        _head(lesson),
        _requests(lesson, names),
        _stage(lesson),
        Tallies(tuple(tally(lesson, of, label) for label, of in labelled(lesson))),
        timeline(lesson),
        Answers(lesson.code, sheets(lesson, names, labelled(lesson)), _phase(lesson) == "revealed"),
        grid(lesson, names),
        _agenda(lesson),
        calling(lesson, names),
        advice(lesson, names),
        plan_card(lesson, names),
        stations(lesson, names),
    )


def console_after_eyes(lesson: Lesson) -> tuple[Region, ...]:
    """What may be another one on the console after eyes up or down; on the wall nothing is."""
    return (_head(lesson), _stage(lesson))


def labelled(lesson: Lesson) -> tuple[tuple[str, Asked], ...]:
    """The questions of the segment before the class, each with its short label."""
    segment = lesson.segment
    if segment is None or lesson.course is None or isinstance(segment, Stations):
        return ()
    asked = [lesson.asked[question.id] for question in questions_of(segment)]
    if len(asked) > 1:
        return tuple((_label(of, i), of) for i, of in enumerate(asked, start=1))
    return tuple((name_of(segment), of) for of in asked)


def _label(asked: Asked, place: int) -> str:
    """Q1, Q2, … of a set; what is never marked by its own first words."""
    return f"Q{place}" if asked.question.kind != "open" or picks_a_card(asked.question) else asked.question.ask


def _head(lesson: Lesson) -> ConsoleHead:
    return ConsoleHead(
        code=lesson.code,
        title=lesson.title,
        here=sum(1 for seat in lesson.seats.values() if not seat.away),
        enrolled=len(lesson.roster),
        joining=lesson.joining,
        eyes_up=lesson.eyes_up,
        blank=lesson.blank,
        ended=lesson.ended,
    )


def _requests(lesson: Lesson, names: Mapping[StudentId, str]) -> Requests:
    waiting = (SeatRequest(ask.student, ask.device, names.get(ask.student, "")) for ask in lesson.asks)
    return Requests(lesson.code, tuple(waiting))


def _stage(lesson: Lesson) -> Stage:
    segment = lesson.segment
    following = _next(lesson)
    return Stage(
        code=lesson.code,
        segment=lesson.now,
        title=name_of(segment) if segment is not None else "",
        asks=_asks(segment),
        phase=_phase(lesson),
        can=_can(lesson, segment, following),
        next=following.id if following is not None else "",
        next_title=name_of(following) if following is not None else "",
        lines=lesson.course.lines if lesson.course is not None else 0,
        repeat=repeats(lesson),
        undo=lesson.before.what if lesson.before is not None else "",
        calling=lesson.call is not None,
        options=_options(segment),
        worked=segment.lines if isinstance(segment, Model) else (),
    )


def _options(segment: Segment | None) -> tuple[Pick, ...]:
    match segment:
        case Warmup():
            return tuple(Pick(option.label, option.ask, option.picture) for option in segment.options)
        case Discuss():
            return tuple(Pick(letter, line) for letter, line in zip("AB", segment.lines, strict=False))
        case _:
            return ()


def _asks(segment: Segment | None) -> tuple[str, ...]:
    match segment:
        case None:
            return ()
        case Warmup() | ColdCall() | Notice() | Discuss():
            return (segment.ask,)
        case Model():
            return (segment.title,)
        case Plan() | Stations():
            return ()
        case _:
            return tuple(question.ask for question in questions_of(segment))


def _phase(lesson: Lesson) -> str:
    if lesson.course is None:
        return ""
    if isinstance(lesson.segment, QUIET):
        return "showing"
    return "calling" if isinstance(lesson.segment, ColdCall) else lesson.course.phase.value


def _can(lesson: Lesson, segment: Segment | None, following: Segment | None) -> tuple[str, ...]:
    """The presses that make sense now, in the order in which a lesson needs them."""
    if lesson.ended:
        return ()
    go_on = ("next",) if following is not None else ()
    if segment is None or lesson.course is None:
        return go_on
    if isinstance(segment, ColdCall):
        return ("call_next", *go_on) if lesson.call is None else go_on
    slip_in = ("call_next",) if isinstance(segment, Model | Discuss) and lesson.call is None else ()
    if isinstance(segment, Model) and lesson.course.lines < len(segment.lines):
        return ("next_line", *slip_in, *go_on)
    if isinstance(segment, QUIET):
        return (*go_on, *slip_in)
    reveal = () if isinstance(segment, PRIVATE) else ("reveal",)
    give_back = ("give_back",) if isinstance(segment, Diagnostic | Quiz) and not lesson.course.given_back else ()
    match lesson.course.phase:
        case Phase.ANSWERING:
            return ("close", *reveal, *go_on)
        case Phase.CLOSING:
            return ("close", "undo_close", *reveal, *go_on)
        case Phase.CLOSED:
            return (*reveal, "undo_close", *give_back, *go_on)
        case Phase.REVEALED:
            return go_on
        case _:
            assert_never(lesson.course.phase)


def _next(lesson: Lesson) -> Segment | None:
    """The segment after the present one; before the start, the first."""
    position = next((i + 1 for i, s in enumerate(lesson.segments) if s.id == lesson.now), 0)
    return lesson.segments[position] if position < len(lesson.segments) else None


def _agenda(lesson: Lesson) -> Agenda:
    entries = tuple(_entry(lesson, segment, place) for place, segment in enumerate(lesson.segments))
    return Agenda(lesson.code, entries, lesson.ended)


def _entry(lesson: Lesson, segment: Segment, place: int) -> Entry:
    state = "now" if segment.id == lesson.now else "done" if segment.id in lesson.courses else "ahead"
    asks = _asks(segment)
    can: tuple[str, ...] = ("again",)
    if segment.id not in lesson.courses:
        is_first, is_last = place == 0, place == len(lesson.segments) - 1
        can = (*(() if is_first else ("earlier",)), *(() if is_last else ("later",)), "out")
    return Entry(segment.id, name_of(segment), asks[0] if asks else "", state, place, () if lesson.ended else can)
