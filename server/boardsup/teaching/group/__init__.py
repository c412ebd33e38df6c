"""Groups for a lesson, from who has what in the check: go on, the whole class, or stations with tables and coaches.

`group` is the whole rule; the same picture, wishes, pins and seed always give the same plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from boardsup.teaching.group.labels import STUDIO
from boardsup.teaching.group.late import join
from boardsup.teaching.group.mode import choose, why
from boardsup.teaching.group.rotation import Rotation, rotation
from boardsup.teaching.group.stations import stations
from boardsup.teaching.group.values import (
    DEFAULTS,
    NO_WISHES,
    AtTable,
    InStudio,
    Member,
    Mode,
    Pair,
    Picture,
    Pin,
    Plan,
    Settings,
    StudentId,
    Table,
    Wishes,
    With,
)

__all__ = [
    "DEFAULTS",
    "NO_PINS",
    "NO_WISHES",
    "STUDIO",
    "AtTable",
    "InStudio",
    "Member",
    "Mode",
    "Pair",
    "Picture",
    "Pin",
    "Plan",
    "Rotation",
    "Settings",
    "Table",
    "Wishes",
    "With",
    "group",
    "join",
    "rotation",
]

NO_PINS: Mapping[StudentId, Pin] = {}


def group(
    picture: Picture,
    seed: str,
    wishes: Wishes = NO_WISHES,
    pins: Mapping[StudentId, Pin] = NO_PINS,
    settings: Settings = DEFAULTS,
) -> Plan:
    """The plan of a class after its check; `pins` are the students whom the teacher has dragged."""
    mode, start = choose(picture, settings)
    if mode == "stations":
        here = frozenset(member.student for member in picture.members)
        kept = {student: pin for student, pin in pins.items() if student in here}
        plan = stations(picture, seed, wishes, kept, settings.cap)
    else:
        behind = sorted((m.level, m.student) for m in picture.members if m.level < picture.items)
        plan = Plan(mode, start, pull=tuple(student for _, student in behind) if mode == "go" else ())
    return replace(
        plan,
        confirm=tuple(sorted(m.student for m in picture.members if m.confirm)),
        unknown=tuple(sorted(picture.unknown)),
        why=why(picture, mode, start, settings),
    )
