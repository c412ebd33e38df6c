"""All rooms of this process: found by code, opened from the journal, kept going by the clock.

A room stays in memory as long as the process runs; the journal is the truth. What the journal's writer thread reports
(durable, failed) arrives here, in the loop, and goes to the room that it is about.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Collection
from functools import reduce

from sqlalchemy.exc import SQLAlchemyError

from boardsup.lesson.commands import Enrol, SetNeeds
from boardsup.lesson.events import LessonStarted
from boardsup.lesson.lesson import apply
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Clock, StudentId
from boardsup.room.ending import Ending
from boardsup.room.house import House
from boardsup.room.retaining import Retaining
from boardsup.room.room import Room
from boardsup.store.database import Database
from boardsup.store.failures import Unreadable
from boardsup.store.lessons import find_lesson, lessons_of
from boardsup.store.needs import apart_of, needs_of
from boardsup.store.rosters import bag_of, names_of
from boardsup.teaching.pick import Bag, new_day

log = logging.getLogger("boardsup.rooms")

TICK = 0.25
"""Seconds between two looks at what has become due."""

RETRY = 0.5
"""Seconds between two tries to save again after a failed commit."""

RESTARTING = 1012


class Rooms:
    """The rooms, by code."""

    def __init__(self, house: House, database: Database) -> None:
        self.house = house
        self._database = database
        self._rooms: dict[str, Room] = {}
        self._opening: dict[str, asyncio.Lock] = {}
        self._recovering: dict[str, asyncio.Task[None]] = {}
        self._put_away: dict[str, asyncio.Task[None]] = {}
        self._stale: set[str] = set()
        self.late = 0.0
        self.retaining = Retaining(database, house.now, self.reload)
        self.ending = Ending(database, house.now)

    def known(self, code: str) -> Room | None:
        """The room of this code, if it is in memory."""
        return self._rooms.get(code)

    async def find(self, code: str) -> Room | None:
        """The room of this code, opened from the journal when need be; None when there is no such lesson."""
        async with self._opening.setdefault(code, asyncio.Lock()):
            if code not in self._rooms and (room := await asyncio.to_thread(self._open, code)) is not None:
                self._rooms[code] = room
                room.send_hard_cases()
        if code not in self._rooms:
            self._opening.pop(code, None)
        return self._rooms.get(code)

    def start(self, beginning: LessonStarted, names: dict[StudentId, str]) -> Room:
        """A new lesson. Its first event says all that it needs."""
        room = Room(self.house, Lesson(), seq=0, names=names, last_at=beginning.at)
        self._rooms[beginning.code] = room
        room.happen((beginning,), beginning.at)
        return room

    def abandon(self, code: str) -> None:
        """Forget a lesson whose beginning could not be saved: it never began."""
        if (room := self._rooms.pop(code, None)) is not None:
            room.close(RESTARTING)
        if (task := self._recovering.pop(code, None)) is not None:
            task.cancel()

    def reload(self, codes: Collection[str]) -> None:
        """Something of these lessons was deleted: they are read from the journal again when asked for."""
        for code in codes:
            room = self._rooms.get(code)
            if room is not None and not room.is_at_rest:
                # What is on its way to the disk would be missing from what is read.
                self._stale.add(code)
            elif room is not None:
                del self._rooms[code]
                room.close(RESTARTING)

    @property
    def open(self) -> list[Room]:
        """The rooms that are in memory."""
        return list(self._rooms.values())

    def bag_for(self, class_id: str) -> Bag:
        """The bag that a class's next lesson begins with: as its newest lesson left it. Blocks: it may replay one."""
        with self._database.session() as session:
            newest = next(iter(lessons_of(session, class_id)), None)
            kept = bag_of(session, class_id)
        if newest is None or newest.ended_at is not None:
            return kept
        return new_day(self._replay(newest.code)[0].bag)

    def replayed(self, code: str) -> Lesson:
        """A lesson as its journal has it. Blocks."""
        return self._replay(code)[0]

    async def roster_changed(self, class_id: str) -> None:
        """A tile was renamed, added or removed, or needs were set: the class's rooms in memory obey it."""
        codes, names, needed = await asyncio.to_thread(self._roster, class_id)
        for code in codes:
            room = self._rooms.get(code)
            if room is None or room.lesson.ended:
                continue
            if room.is_saving:
                for student in names:
                    room.handle(Clock(), Enrol(student))
                room.handle(Clock(), needed)
            room.screens.renamed(names)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep the rooms going until the process stops; then every tab hears that it may come back."""
        self.house.journal.start(asyncio.get_running_loop(), on_durable=self._durable, on_failed=self._failed)
        ticking = asyncio.create_task(self._tick())
        retaining = asyncio.create_task(self.retaining.run())
        catching_up = asyncio.create_task(self.ending.run(self.replayed))
        try:
            yield
        finally:
            ticking.cancel()
            retaining.cancel()
            catching_up.cancel()
            for task in self._recovering.values():
                task.cancel()
            ending = (ticking, retaining, catching_up, *self._recovering.values(), *self._put_away.values())
            await asyncio.gather(*ending, return_exceptions=True)
            for room in self._rooms.values():
                room.close(RESTARTING)

    async def _tick(self) -> None:
        clock = asyncio.get_running_loop().time
        while True:
            due = clock() + TICK
            await asyncio.sleep(TICK)
            self.late = max(0.0, clock() - due)
            for room in list(self._rooms.values()):
                try:
                    room.tick()
                except Exception:
                    log.exception("a tick failed in one room; the others go on")
                await asyncio.sleep(0)

    def _durable(self, code: str, seq: int) -> None:
        if (room := self._rooms.get(code)) is not None:
            room.durable(seq)
            if code in self._stale and room.is_at_rest:
                self._stale.discard(code)
                self.reload((code,))
            if room.lesson.ended and room.seq == seq and code not in self._put_away:
                putting = self._put_away[code] = asyncio.create_task(asyncio.to_thread(self.ending.put, room.lesson))
                putting.add_done_callback(lambda _: self.retaining.is_due())

    def _failed(self, code: str, durable: int) -> None:
        room = self._rooms.get(code)
        if room is None or code in self._recovering:
            return
        log.error("a commit failed; one room is not saving until the journal can be written again")
        room.stop_saving(durable)
        self._recovering[code] = asyncio.create_task(self._recover(code, room))

    async def _recover(self, code: str, room: Room) -> None:
        """Try until the journal can be written and read again, then go on from what it holds."""
        while True:
            held = await asyncio.to_thread(self._held, code)
            if held is not None:
                break
            await asyncio.sleep(RETRY)
        lesson, seq, _ = held
        self.house.journal.resume(code)
        room.resume(lesson, seq)
        self._recovering.pop(code, None)
        log.info("a room is saving again")

    def _held(self, code: str) -> tuple[Lesson, int, int] | None:
        """What the journal holds of a lesson; None as long as it cannot be written, or cannot be read."""
        try:
            return self._replay(code) if self.house.journal.writable() else None
        except (SQLAlchemyError, Unreadable) as error:
            log.warning("the journal cannot be read: %s", type(error).__name__)
            return None

    def _open(self, code: str) -> Room | None:
        with self._database.session() as session:
            row = find_lesson(session, code)
            if row is None:
                return None
            names = names_of(session, row.class_id)
        lesson, seq, last_at = self._replay(code)
        return Room(self.house, lesson, seq=seq, names=names, last_at=last_at)

    def _replay(self, code: str) -> tuple[Lesson, int, int]:
        recorded = self.house.journal.load(code)
        lesson = reduce(apply, (entry.event for entry in recorded), Lesson())
        last = recorded[-1] if recorded else None
        return lesson, last.seq if last else 0, last.at if last else 0

    def _roster(self, class_id: str) -> tuple[list[str], dict[StudentId, str], SetNeeds]:
        with self._database.session() as session:
            needed = SetNeeds(tuple(needs_of(session, class_id).values()), apart_of(session, class_id))
            return [row.code for row in lessons_of(session, class_id)], names_of(session, class_id), needed
