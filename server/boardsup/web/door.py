"""The door of a lesson: which room, which page, which device, and whether this browser may come in."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Literal

from starlette.requests import HTTPConnection

from boardsup.lesson.who import DeviceId, Who
from boardsup.room.room import Room
from boardsup.room.rooms import Rooms
from boardsup.room.tab import Page
from boardsup.store.database import Database
from boardsup.store.lessons import read_code
from boardsup.web.html import Pages
from boardsup.web.limits import GUESSES_A_SECOND, GUESSES_AT_ONCE, Bucket
from boardsup.web.seats import Seats, is_same_origin
from boardsup.web.settings import Settings

Denied = Literal["no_lesson", "not_seated", "elsewhere"]
"""Why somebody cannot come in: no such lesson, no seat or right to this page, or a page that is not ours."""

LONGEST_CODE = 12
"""Characters of what is typed as a code that are looked at: five, and some spaces or dashes between."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who may come in: to which room, on which page, from which device."""

    room: Room
    page: Page
    device: DeviceId

    @property
    def who(self) -> Who:
        """Who that is at this moment; a seat can change hands while a tab is open."""
        return self.room.screens.who(self.page, self.device)


@dataclass(slots=True)
class Door:
    """What every request needs to come in."""

    settings: Settings
    seats: Seats
    rooms: Rooms
    pages: Pages
    database: Database
    guesses: Bucket = field(default_factory=lambda: Bucket(GUESSES_A_SECOND, GUESSES_AT_ONCE, time.monotonic))

    async def find(self, code: str) -> Room | None:
        """The room of a code. Unknown codes are limited for all senders together; a known one never is."""
        code = read_code(code[:LONGEST_CODE])
        if (room := self.rooms.known(code)) is not None:
            return room
        if not code.isascii() or not code.isalnum() or not self.guesses.has_one():
            return None
        return await self.rooms.find(code)

    async def enter(self, connection: HTTPConnection, code: str, page: str) -> Entry | Denied:
        """Let somebody in on a live page, or say why not."""
        if not is_same_origin(connection):
            return "elsewhere"
        room = await self.find(code)
        if room is None:
            return "no_lesson"
        match page:
            case "console":
                return Entry(room, page, "") if self.seats.is_teacher(connection) else "not_seated"
            case "wall":
                return Entry(room, page, "") if self.seats.may_see_wall(connection, room.code) else "not_seated"
            case "student":
                device = self.seats.device(connection)
                return Entry(room, page, device) if device is not None else "not_seated"
            case _:
                return "not_seated"
