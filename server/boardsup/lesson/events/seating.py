"""Who is in the lesson, and on which device."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.needs import Apart, Needs
from boardsup.lesson.who import DeviceId, StudentId


@dataclass(frozen=True, slots=True)
class StudentEnrolled:
    """A student was added to the roster while the lesson ran."""

    student: StudentId


@dataclass(frozen=True, slots=True)
class NeedsSet:
    """What the teacher has set for the students of this class, all of it, while the lesson ran."""

    needs: tuple[Needs, ...]
    apart: tuple[Apart, ...]


@dataclass(frozen=True, slots=True)
class JoiningOpened:
    """The door opened."""


@dataclass(frozen=True, slots=True)
class JoiningClosed:
    """The door closed; who sits, stays."""


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """A device took a tile; a device that held it before holds it no longer."""

    student: StudentId
    device: DeviceId
    at: int


@dataclass(frozen=True, slots=True)
class SeatOnPaper:
    """A student is here without a device; the teacher enters what they have."""

    student: StudentId
    at: int


@dataclass(frozen=True, slots=True)
class SeatOffPaper:
    """A student on paper is not counted as here any more."""

    student: StudentId


@dataclass(frozen=True, slots=True)
class SeatLent:
    """A student without a device shares this one, which somebody else holds."""

    student: StudentId
    device: DeviceId
    at: int


@dataclass(frozen=True, slots=True)
class SeatHandedOver:
    """A shared device is now in this student's hands."""

    student: StudentId
    device: DeviceId


@dataclass(frozen=True, slots=True)
class SeatAsked:
    """A device asked for a tile that another one holds."""

    student: StudentId
    device: DeviceId
    at: int


@dataclass(frozen=True, slots=True)
class SeatRefused:
    """The teacher kept the tile where it was."""

    student: StudentId
    device: DeviceId


@dataclass(frozen=True, slots=True)
class SeatWentAway:
    """Nothing was heard from a seat for 20 s."""

    student: StudentId


@dataclass(frozen=True, slots=True)
class SeatCameBack:
    """A seat that was away was heard again."""

    student: StudentId


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """A student reads their page in this language from now on."""

    student: StudentId
    language: str
