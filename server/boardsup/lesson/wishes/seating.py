"""Who sits where: taking a tile, waiting for one, the door, and seats that fall silent."""

from __future__ import annotations

from boardsup.lesson.commands import Admit, ChooseLanguage, Enrol, FellSilent, HeardAgain, Joining, SetNeeds, Sit
from boardsup.lesson.events import (
    Event,
    ExtraTimeGiven,
    JoiningClosed,
    JoiningOpened,
    LanguageChosen,
    NeedsSet,
    SeatAsked,
    SeatCameBack,
    SeatRefused,
    SeatTaken,
    SeatWentAway,
    StudentEnrolled,
)
from boardsup.lesson.grouping import late_check
from boardsup.lesson.languages import spoken_by
from boardsup.lesson.refused import ENDED, Refused
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import DeviceId, StudentId

CHECK_MS = 15 * 60_000
"""How long a late student may take for the diagnostic's questions."""

MOST_WAITING = 60
"""Devices that may wait at the door at once; more would only bury the teacher."""


def sit(lesson: Lesson, device: DeviceId, wish: Sit, at: int) -> tuple[Event, ...]:
    """A free tile is taken at once; one that another device holds is asked for."""
    if lesson.ended:
        raise Refused(ENDED)
    if wish.student not in lesson.roster:
        raise Refused("This tile is not on the list any more. Please tap another one.")
    seat = lesson.seats.get(wish.student)
    if seat is not None and seat.device == device:
        return ()
    if not lesson.joining:
        raise Refused("Joining is closed just now. Please ask your teacher.")
    if seat is None or seat.is_on_paper:
        return (SeatTaken(wish.student, device, at), *_check_now(lesson, wish.student, at))
    if any(ask.device == device and ask.student == wish.student for ask in lesson.asks):
        return ()
    if len(lesson.asks) >= MOST_WAITING:
        raise Refused("Many are waiting at the door. Please tell your teacher.")
    return (SeatAsked(wish.student, device, at),)


def _check_now(lesson: Lesson, student: StudentId, at: int) -> tuple[Event, ...]:
    """Who comes after the groups were made answers the diagnostic's questions first, and is then placed."""
    questions = late_check(lesson, student)
    return (ExtraTimeGiven(student, questions, at + CHECK_MS),) if questions else ()


def admit(lesson: Lesson, wish: Admit, at: int) -> tuple[Event, ...]:
    """The newest device wins once the teacher allows it."""
    if not any(ask.device == wish.device and ask.student == wish.student for ask in lesson.asks):
        return ()
    if wish.to == "allow":
        return (SeatTaken(wish.student, wish.device, at),)
    return (SeatRefused(wish.student, wish.device),)


def joining(lesson: Lesson, wish: Joining) -> tuple[Event, ...]:
    """Open or close the door; asking for what is so already changes nothing."""
    if lesson.ended:
        raise Refused(ENDED)
    if wish.to == "open":
        return () if lesson.joining else (JoiningOpened(),)
    return (JoiningClosed(),) if lesson.joining else ()


def fell_silent(lesson: Lesson, wish: FellSilent) -> tuple[Event, ...]:
    """A seat that was here is away."""
    seat = lesson.seats.get(wish.student)
    return () if seat is None or seat.away or seat.is_on_paper else (SeatWentAway(wish.student),)


def heard_again(lesson: Lesson, wish: HeardAgain) -> tuple[Event, ...]:
    """A seat that was away is back."""
    seat = lesson.seats.get(wish.student)
    return (SeatCameBack(wish.student),) if seat is not None and seat.away else ()


def set_needs(lesson: Lesson, wish: SetNeeds) -> tuple[Event, ...]:
    """What students need from now on."""
    is_known = wish.apart == lesson.apart and {one.student: one for one in wish.needs} == dict(lesson.needs)
    return () if is_known or lesson.ended else (NeedsSet(wish.needs, wish.apart),)


def enrol(lesson: Lesson, wish: Enrol) -> tuple[Event, ...]:
    """One more tile for the class."""
    return () if wish.student in lesson.roster else (StudentEnrolled(wish.student),)


def choose_language(lesson: Lesson, student: StudentId, wish: ChooseLanguage) -> tuple[Event, ...]:
    """The student's page in another language."""
    return () if spoken_by(lesson, student) == wish.language else (LanguageChosen(student, wish.language),)
