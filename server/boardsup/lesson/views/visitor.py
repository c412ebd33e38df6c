"""What a device without a seat sees: the first names on the tiles while joining is open, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.lesson.regions import DoorClosed, HeadsUp, Me, Over, Region, Saved, Tile, Tiles
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import DeviceId, StudentId, Visitor


def visitor_view(lesson: Lesson, who: Visitor, names: Mapping[StudentId, str]) -> tuple[Region, ...]:
    """The tiles in the roster's order, or a closed door."""
    me = Me(lesson.code, lesson.title)
    return (me, _task(lesson, who.device, names), Saved(), HeadsUp(lesson.code))


def _task(lesson: Lesson, device: DeviceId, names: Mapping[StudentId, str]) -> Region:
    if lesson.ended:
        return Over(lesson.code)
    if not lesson.joining:
        return DoorClosed(lesson.code)
    asked = {ask.student for ask in lesson.asks if ask.device == device}
    tiles = (
        Tile(student, names[student], _state(lesson, student, asked)) for student in lesson.roster if student in names
    )
    return Tiles(lesson.code, tuple(tiles))


def _state(lesson: Lesson, student: StudentId, asked: set[StudentId]) -> str:
    if student in asked:
        return "asked"
    return "taken" if student in lesson.seats else "free"
