"""Who may speak in a lesson: five kinds of seat, and nothing else.

A browser never says who it is. `web/seats.py` derives it from a signed cookie and the room from its own state.
"""

from __future__ import annotations

from dataclasses import dataclass

StudentId = str
"""A random id. Events and cookies know a student only by it; the name stands in the roster."""

DeviceId = str
"""A random id that a browser keeps in a signed cookie."""


@dataclass(frozen=True, slots=True)
class Student:
    """A student in their seat, on the device that holds it now."""

    id: StudentId
    device: DeviceId


@dataclass(frozen=True, slots=True)
class Visitor:
    """A device without a seat: it sees the tiles while joining is open."""

    device: DeviceId


@dataclass(frozen=True, slots=True)
class Teacher:
    """Somebody at the console: a teacher of the class, or an aide, who may do part of it (`commands.FOR_AIDES`)."""

    is_aide: bool = False


@dataclass(frozen=True, slots=True)
class Wall:
    """The projector. It asks for nothing."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The room itself: time that has passed, and seats that fell silent or were heard again."""


Who = Student | Visitor | Teacher | Wall | Clock
