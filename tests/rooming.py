"""Real rooms on a real journal, without sockets: a tab is looked at through its outbox.

The disk can be slow or full; chance and time are the test's own.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import RootTransaction

from acting import PLAN, T0
from boardsup.lesson.commands import Sit
from boardsup.lesson.events import EVENT_TYPES, LessonStarted
from boardsup.lesson.regions import Region
from boardsup.lesson.segments import Segment
from boardsup.lesson.who import Visitor
from boardsup.maths.question import Question, Verdict
from boardsup.room.house import House
from boardsup.room.outbox import Outbox
from boardsup.room.owning import Owning
from boardsup.room.room import Room
from boardsup.room.rooms import Rooms
from boardsup.room.tab import Page, Tab
from boardsup.store.codec import EventCodec
from boardsup.store.database import Database, open_database
from boardsup.store.journal import Journal
from boardsup.store.lessons import new_lesson
from boardsup.store.rosters import bag_of, make_class, names_of

PATIENCE = 20.0
"""Seconds that a test waits for something that should happen at once."""


class Disk:
    """The door of every commit."""

    def __init__(self) -> None:
        self.is_full = False
        self._open = threading.Event()
        self._open.set()

    def hold(self) -> None:
        """Let no commit return until `let_go`."""
        self._open.clear()

    def let_go(self) -> None:
        """Let commits through again."""
        self._open.set()

    def commit(self, transaction: RootTransaction) -> None:
        """Commit, once the disk lets it."""
        self._open.wait(PATIENCE)
        if self.is_full:
            raise OSError("no space left on this test's disk")
        transaction.commit()


class Clock:
    """The time in ms, as the test sets it."""

    def __init__(self) -> None:
        self.now = T0

    def __call__(self) -> int:
        return self.now


class HardCases:
    """The workers' door: each question waits until the test gives a verdict."""

    def __init__(self) -> None:
        self.asked: list[tuple[Question, asyncio.Future[Verdict]]] = []

    async def decide(self, question: Question) -> Verdict:
        """Wait for the test's verdict."""
        self.asked.append((question, asyncio.get_running_loop().create_future()))
        return await self.asked[-1][1]

    def say(self, verdict: Verdict) -> None:
        """Answer what was asked longest ago."""
        self.asked.pop(0)[1].set_result(verdict)


@dataclass
class School:
    """All that a process holds: its rooms, their database and journal, its disk, and what was rendered."""

    rooms: Rooms
    database: Database
    journal: Journal
    disk: Disk
    clock: Clock
    workers: HardCases
    rendered: list[Region] = field(default_factory=list)

    def begin(self, count: int = 3, plan: tuple[Segment, ...] = PLAN) -> Room:
        """A lesson for a new class of this many; its beginning may not be durable yet."""
        with self.database.session() as session:
            klass = make_class(session, "Period 3", "\n".join(f"Name {i}" for i in range(1, count + 1)))
            row = new_lesson(session, klass.id, "Equations")
            names = names_of(session, klass.id)
            bag = bag_of(session, klass.id)
        beginning = LessonStarted(row.code, "Equations", "alg1-p3", tuple(names), plan, bag, self.clock.now)
        return self.rooms.start(beginning, names)


@asynccontextmanager
async def school(path: Path, *, max_pages: int | None = None, beside_others: str = "") -> AsyncIterator[School]:
    """A process on this database file, until the block ends; one of several where it has an address."""
    database, disk, clock = open_database(path, max_page_count=max_pages), Disk(), Clock()
    journal = Journal(database, EventCodec(EVENT_TYPES), commit=disk.commit)
    rendered: list[Region] = []
    workers = HardCases()

    def render(region: Region, language: str) -> str:
        rendered.append(region)
        return f"[{region!r}]"

    owning = Owning(database, beside_others) if beside_others else None
    rooms = Rooms(House(journal, render, clock, workers.decide), database, owning)
    async with rooms.running():
        yield School(rooms, database, journal, disk, clock, workers, rendered)
        disk.let_go()
    journal.close()
    database.close()


def everybody_sits(room: Room) -> list[Tab]:
    """A device with an open tab for each student of the roster; the tabs in its order."""
    tabs = []
    for student in room.lesson.roster:
        tabs.append(look(room, device=f"device-{student}"))
        room.handle(Visitor(f"device-{student}"), Sit(student))
    return tabs


def look(room: Room, page: Page = "student", *, device: str = "") -> Tab:
    """A new tab with an open line."""
    tab = Tab(page, device, Outbox(), close=lambda _: None)
    room.screens.open(tab)
    return tab


async def shows(tab: Tab, *words: str) -> str:
    """Wait until a tab has been sent a frame that holds all of these words; returns that frame."""
    async with asyncio.timeout(PATIENCE):
        while True:
            frame = await tab.outbox.take()
            if all(word in frame for word in words):
                return frame


async def until(is_so) -> None:
    """Wait, turn by turn of the loop, until something is so."""
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110 - rooms tell their tabs, not a test
            await asyncio.sleep(0.005)
