"""Who sits where: a seat, and a device that waits for one."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.who import DeviceId, StudentId


@dataclass(frozen=True, slots=True)
class Seat:
    """A student who is here: on which device ("" on paper), since when, and whether it has fallen silent."""

    device: DeviceId
    joined_at: int
    away: bool = False

    @property
    def is_on_paper(self) -> bool:
        """Is this student here without a device?"""
        return not self.device


@dataclass(frozen=True, slots=True)
class SeatAsk:
    """A device that waits for a tile that another one holds."""

    student: StudentId
    device: DeviceId
    at: int
