"""The door of a lesson: which room, which page, which device, and whether this browser may come in."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal

from starlette.requests import HTTPConnection

from boardsup.lesson.who import DeviceId, Teacher, Who
from boardsup.room.owning import Elsewhere
from boardsup.room.room import Room
from boardsup.room.rooms import Rooms
from boardsup.room.tab import Page
from boardsup.room.workers import Workers
from boardsup.store.database import Database
from boardsup.store.failures import Unwritable
from boardsup.store.lessons import read_code
from boardsup.store.people.person import Person, Standing
from boardsup.web.hashing import Hashing
from boardsup.web.html import Pages
from boardsup.web.limits import (
    GUESSES_A_SECOND,
    GUESSES_AT_ONCE,
    MESSAGES_A_SECOND,
    MESSAGES_AT_ONCE,
    OWN_GUESSES_A_SECOND,
    OWN_GUESSES_AT_ONCE,
    Bucket,
    Buckets,
)
from boardsup.web.people import People
from boardsup.web.seats import Seats, is_same_origin
from boardsup.web.settings import Settings
from boardsup.web.worksheets.press import Press

Denied = Literal["no_lesson", "not_seated", "elsewhere"]
"""Why somebody cannot come in: no such lesson, no seat or right to this page, or a page that is not ours."""


class TooManyGuesses(Exception):
    """Too many codes were tried that are no lesson's; this one was not even looked at."""


ALARMS_A_SECOND = 0.1
"""Lines in the log about codes that are being guessed, so that guessing does not fill it."""

LONGEST_CODE = 12
"""Characters of what is typed as a code that are looked at: five, and some spaces or dashes between."""


log = logging.getLogger("boardsup.door")


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who may come in: to which room, on which page, from which device.

    Who is signed in is a `person`, and at a console a teacher or an aide.
    """

    room: Room
    page: Page
    device: DeviceId
    person: Person | None = None
    standing: Standing = "teacher"

    @property
    def who(self) -> Who:
        """Who that is at this moment; a seat can change hands while a tab is open."""
        if self.page == "console":
            return Teacher(is_aide=self.standing == "aide")
        return self.room.screens.who(self.page, self.device)


@dataclass(slots=True)
class Door:
    """What every request needs to come in; at the desk also the `person` who is signed in there."""

    settings: Settings
    seats: Seats
    people: People
    rooms: Rooms
    pages: Pages
    database: Database
    workers: Workers
    press: Press
    person: Person | None = None
    hashing: Hashing = field(default_factory=Hashing)
    guesses: Bucket = field(default_factory=lambda: Bucket(GUESSES_A_SECOND, GUESSES_AT_ONCE, time.monotonic))
    own_guesses: Buckets = field(
        default_factory=lambda: Buckets(OWN_GUESSES_A_SECOND, OWN_GUESSES_AT_ONCE, time.monotonic)
    )
    alarms: Bucket = field(default_factory=lambda: Bucket(ALARMS_A_SECOND, 1.0, time.monotonic))
    paces: Buckets = field(default_factory=lambda: Buckets(MESSAGES_A_SECOND, MESSAGES_AT_ONCE, time.monotonic))

    async def find(self, connection: HTTPConnection, code: str) -> Room | None:
        """The room of a code, None when there is none. Raises `TooManyGuesses`, `Elsewhere`.

        Wrong codes of strangers are limited for all of them together, those of a device that was here before for it
        alone. While none is left, a right code is not looked at either, for that would be the guess that succeeds.
        """
        code = read_code(code[:LONGEST_CODE])
        guesses = await self._guesses(connection)
        if not guesses.has_one():
            if self.alarms.has_one():
                log.warning("too many unknown codes; further ones are not looked at for a moment")
            raise TooManyGuesses
        room = self.rooms.known(code)
        if room is None and code.isascii() and code.isalnum():
            try:
                room = await self.rooms.find(code)
            except Elsewhere:
                guesses.give_back()
                raise
        if room is not None:
            guesses.give_back()
        return room

    async def may_guess(self, connection: HTTPConnection) -> bool:
        """May this one still try codes? Nothing is taken."""
        guesses = await self._guesses(connection)
        if is_left := guesses.has_one():
            guesses.give_back()
        return is_left

    def close(self) -> None:
        """Put everything away: what is queued becomes durable, workers end. Blocks."""
        self.rooms.house.journal.close()
        self.workers.close()
        self.press.close()
        self.database.close()

    def origin(self, connection: HTTPConnection) -> str:
        """The address that others open: as this page was reached, unless that was this machine's own loopback."""
        is_loopback = connection.url.hostname in ("127.0.0.1", "localhost", "::1")
        shown = self.settings.shown_at if is_loopback else ""
        return shown or f"{connection.url.scheme}://{connection.url.netloc}"

    def pace(self, entry: Entry) -> Bucket:
        """How fast this seat may still talk: each device, each sign-in. Other walls share one for each lesson."""
        own = entry.device or (entry.person.session if entry.person is not None else "")
        return self.paces.of(own or f"{entry.page} of {entry.room.code}")

    async def _guesses(self, connection: HTTPConnection) -> Bucket:
        person = await self.people.who(connection)
        device = f"account {person.id}" if person is not None else self.seats.device(connection)
        return self.guesses if device is None else self.own_guesses.of(device)

    async def enter(self, connection: HTTPConnection, code: str, page: str) -> Entry | Denied:
        """Let somebody in on a live page, or say why not."""
        if not is_same_origin(connection):
            return "elsewhere"
        room = await self.find(connection, code)
        if room is None:
            return "no_lesson"
        match page:
            case "console" | "wall":
                return await self._enter_signed_in(connection, room, page)
            case "student":
                device = self.seats.device(connection)
                return Entry(room, page, device) if device is not None else "not_seated"
            case _:
                return "not_seated"

    async def still(self, connection: HTTPConnection, entry: Entry) -> bool:
        """Is somebody who came in by a sign-in still signed in, and what they were in this class?"""
        if entry.person is None:
            return True
        with suppress(Unwritable):
            person = await self.people.who(connection)
            standing = None if person is None else await self.people.standing_in_lesson(person, entry.room.code)
            return standing == entry.standing
        return True

    async def _enter_signed_in(self, connection: HTTPConnection, room: Room, page: Page) -> Entry | Denied:
        person = await self.people.who(connection)
        standing = None if person is None else await self.people.standing_in_lesson(person, room.code)
        if standing is not None:
            return Entry(room, page, "", person, standing)
        return Entry(room, page, "") if page == "wall" and self.seats.has_wall(connection, room.code) else "not_seated"
