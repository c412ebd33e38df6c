"""All rooms of this process: found by code, opened from the journal, kept going by the clock.

A room stays in memory as long as the process runs; the journal is the truth. What the journal's writer thread reports
(durable, failed) arrives here, in the loop, and goes to the room that it is about.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Collection, Coroutine
from typing import Any

from boardsup.lesson.commands import Enrol
from boardsup.lesson.events import LessonStarted
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Clock, StudentId
from boardsup.room import recalling
from boardsup.room.ending import Ending
from boardsup.room.house import House
from boardsup.room.owning import Owning, Told
from boardsup.room.retaining import Retaining
from boardsup.room.room import Room
from boardsup.room.tab import RESTARTING
from boardsup.store.database import Database
from boardsup.store.failures import Conflict, Unwritable
from boardsup.teaching.pick import Bag

log = logging.getLogger("boardsup.rooms")

TICK = 0.25
"""Seconds between two looks at what has become due."""

RETRY = 0.5
"""Seconds between two tries to save again after a failed commit."""


class Rooms:
    """The rooms, by code. `owning` says which lessons are this process's; None where it is alone and all are."""

    def __init__(self, house: House, database: Database, owning: Owning | None = None) -> None:
        self.house = house
        self.owning = owning
        self._database = database
        self._rooms: dict[str, Room] = {}
        self._opening: dict[str, asyncio.Lock] = {}
        self._recovering: dict[str, asyncio.Task[None]] = {}
        self._put_away: dict[str, asyncio.Task[None]] = {}
        self._stale: set[str] = set()
        self._let_go: set[str] = set()
        self._kept: set[asyncio.Task[None]] = set()
        self.late = 0.0
        self.retaining = Retaining(database, house.now, self.deleted)
        self.ending = Ending(database, house.now)

    def known(self, code: str) -> Room | None:
        """The room of this code, if it is in memory."""
        return self._rooms.get(code)

    async def find(self, code: str) -> Room | None:
        """The room of this code, opened from the journal when need be; None when there is no such lesson.

        Raises `Elsewhere` when another process owns it, and `Unwritable`.
        """
        async with self._opening.setdefault(code, asyncio.Lock()):
            if code not in self._rooms:
                if code in self._let_go:
                    await self._forget(code)
                if (room := await asyncio.to_thread(self._open, code)) is not None:
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

    def begun(self, code: str) -> None:
        """A new lesson's beginning is durable. Among several processes it is whose it is first asked for."""
        if self.owning is not None:
            self._lost((code,))

    def abandon(self, code: str) -> None:
        """Forget a lesson whose beginning could not be saved: it never began."""
        self._lost((code,))

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

    def deleted(self, codes: Collection[str]) -> None:
        """The same, in every process."""
        self.reload(codes)
        if self.owning is not None and codes:
            self._keep(asyncio.to_thread(self.owning.hint, "reload", tuple(codes)))

    @property
    def open(self) -> list[Room]:
        """The rooms that are in memory."""
        return list(self._rooms.values())

    def bag_for(self, class_id: str) -> Bag:
        """The bag that a class's next lesson begins with: as its newest lesson left it. Blocks: it may replay one."""
        return recalling.bag_for(self.house.journal, self._database, class_id)

    def replayed(self, code: str) -> Lesson:
        """A lesson as its journal has it. Blocks."""
        return recalling.replayed(self.house.journal, code)[0]

    async def roster_changed(self, class_id: str) -> None:
        """A tile was renamed, added or removed, or needs were set: the class's rooms obey it, in every process."""
        await self._obey(class_id)
        if self.owning is not None:
            await asyncio.to_thread(self.owning.hint, "roster", (class_id,))

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep the rooms going until the process stops; then every tab hears that it may come back."""
        self.house.journal.start(asyncio.get_running_loop(), on_durable=self._durable, on_failed=self._failed)
        jobs = [
            asyncio.create_task(self._tick()),
            asyncio.create_task(self.retaining.run()),
            asyncio.create_task(self.ending.run(self.replayed)),
        ]
        if self.owning is not None:
            await self.owning.join()
            jobs.append(asyncio.create_task(self.owning.run(Told(self._lost, self._hinted))))
        try:
            yield
        finally:
            for job in (*jobs, *self._recovering.values()):
                job.cancel()
            ending = (*jobs, *self._recovering.values(), *self._put_away.values(), *self._kept)
            await asyncio.gather(*ending, return_exceptions=True)
            for room in self._rooms.values():
                room.close(RESTARTING)
            self._rooms.clear()

    async def leave(self) -> None:
        """Everything is on the disk: others may go on with what was this process's."""
        if self.owning is not None:
            await self.owning.leave()

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
                putting = asyncio.to_thread(self.ending.put, room.lesson)
                self._put_away[code] = asyncio.create_task(putting)
                self._put_away[code].add_done_callback(lambda _: self.retaining.is_due())

    def _failed(self, code: str, durable: int) -> None:
        room = self._rooms.get(code)
        if room is None or code in self._recovering:
            return
        if self.owning is not None and isinstance(self.house.journal.failure_of(code), Conflict):
            log.warning("another process has gone on with a lesson; this one lets go")
            self._lost((code,))
            return
        log.error("a commit failed; one room is not saving until the journal can be written again")
        room.stop_saving(durable)
        self._recovering[code] = asyncio.create_task(self._recover(code, room))

    async def _recover(self, code: str, room: Room) -> None:
        """Try until the journal can be written and read again, then go on from what it holds."""
        while True:
            held = await asyncio.to_thread(recalling.held, self.house.journal, code)
            if held is not None:
                break
            await asyncio.sleep(RETRY)
        self.house.journal.resume(code)
        room.resume(*held)
        self._recovering.pop(code, None)
        log.info("a room is saving again")

    def _lost(self, codes: Collection[str]) -> None:
        """These lessons are no longer ours: their tabs come back to whoever has them."""
        for code in codes:
            if (task := self._recovering.pop(code, None)) is not None:
                task.cancel()
            if (room := self._rooms.pop(code, None)) is not None:
                self._let_go.add(code)
                room.close(RESTARTING)
        if self.owning is not None:
            self.owning.let_go(codes)

    async def _forget(self, code: str) -> None:
        """A lesson that was let go comes back: what was queued for it then is through before it is read."""
        if not await asyncio.to_thread(self.house.journal.writable):
            raise Unwritable("what was queued for a lesson is not on the disk yet")
        self.house.journal.forget(code)
        self._let_go.discard(code)

    def _hinted(self, kind: str, about: Collection[str]) -> None:
        if kind == "reload":
            self.reload(about)
        for class_id in about if kind == "roster" else ():
            self._keep(self._obey(class_id))

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it beside everything else; the task is held so that it is not thrown away under way."""
        task = asyncio.get_running_loop().create_task(work)
        self._kept.add(task)
        task.add_done_callback(self._kept.discard)

    async def _obey(self, class_id: str) -> None:
        codes, names, needed = await asyncio.to_thread(recalling.roster_of, self._database, class_id)
        for code in codes:
            room = self._rooms.get(code)
            if room is None or room.lesson.ended:
                continue
            if room.is_saving:
                for student in names:
                    room.handle(Clock(), Enrol(student))
                room.handle(Clock(), needed)
            room.screens.renamed(names)

    def _open(self, code: str) -> Room | None:
        claim = self.owning.claim if self.owning is not None else None
        return recalling.opened(self.house, self._database, code, claim)
