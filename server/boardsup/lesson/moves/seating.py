"""How seats change: who holds which tile, who waits for one, who has fallen silent."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from immutables import Map

from boardsup.lesson.events import (
    LanguageChosen,
    NeedsSet,
    SeatAsked,
    SeatCameBack,
    SeatHandedOver,
    SeatLent,
    SeatOffPaper,
    SeatOnPaper,
    SeatRefused,
    SeatTaken,
    SeatWentAway,
)
from boardsup.lesson.state import Lesson, Seat, SeatAsk
from boardsup.lesson.who import DeviceId, StudentId

_Seating = SeatTaken | SeatAsked | SeatRefused | SeatWentAway | SeatCameBack | LanguageChosen


def seat_moved(lesson: Lesson, event: _Seating) -> Lesson:
    """Who holds which tile, who waits for one, who has fallen silent, and what they read."""
    match event:
        case SeatTaken():
            return seat_taken(lesson, event)
        case SeatAsked():
            return seat_asked(lesson, event)
        case SeatRefused():
            return seat_refused(lesson, event)
        case SeatWentAway():
            return seat_went_away(lesson, event)
        case SeatCameBack():
            return seat_came_back(lesson, event)
        case LanguageChosen():
            return language_chosen(lesson, event)
        case _:
            assert_never(event)


_Sharing = SeatOnPaper | SeatOffPaper | SeatLent | SeatHandedOver


def without_own_device(lesson: Lesson, event: _Sharing) -> Lesson:
    """On paper, or on a device of somebody else\'s."""
    match event:
        case SeatOnPaper():
            return seat_on_paper(lesson, event)
        case SeatOffPaper():
            return seat_off_paper(lesson, event)
        case SeatLent():
            return seat_lent(lesson, event)
        case SeatHandedOver():
            return seat_handed_over(lesson, event)
        case _:
            assert_never(event)


def seat_taken(lesson: Lesson, event: SeatTaken) -> Lesson:
    """The device holds this tile and no other; the device that held it before is without a seat."""
    seats, devices = lesson.seats, lesson.devices
    left = devices.get(event.device)
    if left is not None and left != event.student:
        seats = seats.delete(left)
    before = seats.get(event.student)
    if before is not None and before.device in devices:
        devices = devices.delete(before.device)
    joined_at = event.at if before is None else before.joined_at
    return replace(
        lesson,
        seats=seats.set(event.student, Seat(event.device, joined_at)),
        devices=devices.set(event.device, event.student),
        asks=_without(lesson.asks, event.device, event.student),
    )


def needs_set(lesson: Lesson, event: NeedsSet) -> Lesson:
    """What students need from now on; who is never called is in line no longer."""
    never = {one.student for one in event.needs if one.calls == "never"}
    line = tuple(entry for entry in lesson.line if entry.draw.student not in never)
    return replace(lesson, needs=Map({one.student: one for one in event.needs}), apart=event.apart, line=line)


def seat_on_paper(lesson: Lesson, event: SeatOnPaper) -> Lesson:
    """Here without a device; a device that held the tile holds it no longer."""
    before = lesson.seats.get(event.student)
    devices = lesson.devices
    if before is not None and devices.get(before.device) == event.student:
        devices = devices.delete(before.device)
    joined_at = event.at if before is None else before.joined_at
    return replace(lesson, seats=lesson.seats.set(event.student, Seat("", joined_at)), devices=devices)


def seat_off_paper(lesson: Lesson, event: SeatOffPaper) -> Lesson:
    """Not here any more; what was entered stays."""
    return replace(lesson, seats=lesson.seats.delete(event.student)) if event.student in lesson.seats else lesson


def seat_lent(lesson: Lesson, event: SeatLent) -> Lesson:
    """A second seat on the device; it stays in the hands that hold it."""
    before = lesson.seats.get(event.student)
    joined_at = event.at if before is None else before.joined_at
    seats = lesson.seats.set(event.student, Seat(event.device, joined_at))
    devices = lesson.devices
    if before is not None and devices.get(before.device) == event.student:
        devices = devices.delete(before.device)
    return replace(lesson, seats=seats, devices=devices, shared=lesson.shared | {event.device})


def seat_handed_over(lesson: Lesson, event: SeatHandedOver) -> Lesson:
    """The device shows the other student's page."""
    return replace(lesson, devices=lesson.devices.set(event.device, event.student))


def seat_asked(lesson: Lesson, event: SeatAsked) -> Lesson:
    """The device waits; a device waits for one tile at a time."""
    waiting = tuple(ask for ask in lesson.asks if ask.device != event.device)
    return replace(lesson, asks=(*waiting, SeatAsk(event.student, event.device, event.at)))


def seat_refused(lesson: Lesson, event: SeatRefused) -> Lesson:
    """The device waits no longer."""
    return replace(lesson, asks=tuple(ask for ask in lesson.asks if ask.device != event.device))


def seat_went_away(lesson: Lesson, event: SeatWentAway) -> Lesson:
    """The seat is away, if it still exists."""
    return _mark_away(lesson, event.student, away=True)


def seat_came_back(lesson: Lesson, event: SeatCameBack) -> Lesson:
    """The seat is heard again."""
    return _mark_away(lesson, event.student, away=False)


def _mark_away(lesson: Lesson, student: StudentId, *, away: bool) -> Lesson:
    seat = lesson.seats.get(student)
    if seat is None:
        return lesson
    return replace(lesson, seats=lesson.seats.set(student, replace(seat, away=away)))


def _without(asks: tuple[SeatAsk, ...], device: DeviceId, student: StudentId) -> tuple[SeatAsk, ...]:
    return tuple(ask for ask in asks if ask.device != device and ask.student != student)


def language_chosen(lesson: Lesson, event: LanguageChosen) -> Lesson:
    """The student's page is in this language."""
    return replace(lesson, languages=lesson.languages.set(event.student, event.language))
