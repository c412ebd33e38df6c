"""Which lessons are this process's, where several serve one school. Alone, a process needs none of this.

It says every second that it is there, and hears who has taken a lesson over and what the others hint at. A process
that could not say so for as long as its lease lasts lets go of everything: others may have gone on by then.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass
from time import monotonic

from sqlalchemy.exc import SQLAlchemyError

from boardsup.store import owning
from boardsup.store.database import Database
from boardsup.store.failures import Unwritable
from boardsup.store.owning import LEASE, Owner

log = logging.getLogger("boardsup.owning")

EVERY = 1.0
"""Seconds between two times that this process says that it is there."""

KNOWN_FOR = 1.0
"""Seconds for which another process is believed to own a lesson, before the database is asked again."""


class Elsewhere(Exception):
    """Another process owns this lesson."""

    def __init__(self, owner: Owner) -> None:
        super().__init__(owner.process)
        self.owner = owner


@dataclass(frozen=True, slots=True)
class Told:
    """What the rooms do when they hear: `lost` lessons are let go, `hinted` ones (kind, ids) are looked at again."""

    lost: Callable[[Collection[str]], None]
    hinted: Callable[[str, Collection[str]], None]


class Owning:
    """This process among the others: `me` is its random id, `address` where the others reach it."""

    def __init__(self, database: Database, address: str) -> None:
        self.me = secrets.token_hex(8)
        self.address = address
        self._database = database
        self._mine: set[str] = set()
        self._elsewhere: dict[str, tuple[float, Owner]] = {}
        self._heard: dict[int, None] = {}
        self._renewed = monotonic()

    @property
    def silent_for(self) -> float:
        """Seconds since this process could last say that it is there."""
        return monotonic() - self._renewed

    async def elsewhere(self, code: str) -> Owner | None:
        """The other process that owns this lesson and is heard of; None when there is none. Raises `Unwritable`."""
        if code in self._mine:
            return None
        since, owner = self._elsewhere.get(code, (0.0, None))
        if owner is None or monotonic() - since > KNOWN_FOR:
            owner = await asyncio.to_thread(self._look, code)
            self._elsewhere.pop(code, None)
            if owner is not None and owner.process != self.me:
                self._elsewhere[code] = (monotonic(), owner)
        return owner if owner is not None and owner.process != self.me and owner.is_alive else None

    def claim(self, code: str) -> None:
        """Own this lesson. Raises `Elsewhere` when another process does, `Unwritable`. Blocks."""
        with self._database.session() as session:
            owner = owning.claim(session, code, self.me)
        if owner.process != self.me:
            raise Elsewhere(owner)
        self._mine.add(code)

    def let_go(self, codes: Collection[str]) -> None:
        """These are no longer ours in memory; called in the loop's thread."""
        self._mine.difference_update(codes)

    def free(self, code: str) -> None:
        """Whoever is asked for this lesson next may own it. Blocks."""
        with self._database.session() as session:
            owning.let_go(session, self.me, (code,))

    def hint(self, kind: str, about: Collection[str]) -> None:
        """Tell the other processes. Blocks."""
        with self._database.session() as session:
            owning.hint(session, self.me, kind, about)

    async def join(self) -> None:
        """Be there, before the first lesson is asked for. Raises `Unwritable`."""
        await asyncio.to_thread(self._renew)
        self._heard.update(dict.fromkeys(number for number, *_ in await asyncio.to_thread(self._hints)))

    async def run(self, told: Told) -> None:
        """Say that this process is there, and listen, until cancelled."""
        renewing: asyncio.Task[tuple[frozenset[str], list[tuple[int, str, str]]]] | None = None
        asked_of: frozenset[str] = frozenset()
        while True:
            if renewing is None:
                asked_of = frozenset(self._mine)
                renewing = asyncio.create_task(asyncio.to_thread(self._say))
            await asyncio.wait((renewing,), timeout=EVERY)
            if renewing.done():
                self._hear(renewing, asked_of, told)
                renewing = None
                await asyncio.sleep(EVERY)
            if self._mine and self.silent_for > LEASE / 1_000:
                log.error("this process could not say that it is there; it lets go of its lessons")
                told.lost(tuple(self._mine))

    async def leave(self) -> None:
        """Stop: what is ours is free at once, where the database can still be told."""
        try:
            await asyncio.to_thread(self._leave)
        except (Unwritable, SQLAlchemyError) as error:
            log.warning("the others could not be told that this process stops: %s", type(error).__name__)

    def _hear(
        self,
        renewed: asyncio.Task[tuple[frozenset[str], list[tuple[int, str, str]]]],
        asked_of: frozenset[str],
        told: Told,
    ) -> None:
        error = renewed.exception()
        if error is not None:
            log.warning("this process could not say that it is there: %s", type(error).__name__)
            return
        held, hints = renewed.result()
        self._renewed = monotonic()
        if lost := (asked_of & self._mine) - held:
            log.warning("%d lessons were taken over by another process", len(lost))
            told.lost(lost)
        for number, kind, about in hints:
            if number not in self._heard:
                self._heard[number] = None
                told.hinted(kind, (about,))
        self._heard = dict.fromkeys(number for number, *_ in hints)

    def _say(self) -> tuple[frozenset[str], list[tuple[int, str, str]]]:
        self._renew()
        with self._database.session() as session:
            return owning.owned_by(session, self.me), owning.hints_for(session, self.me)

    def _renew(self) -> None:
        with self._database.session() as session:
            owning.renew(session, self.me, self.address)

    def _hints(self) -> list[tuple[int, str, str]]:
        with self._database.session() as session:
            return owning.hints_for(session, self.me)

    def _leave(self) -> None:
        with self._database.session() as session:
            owning.leave(session, self.me)

    def _look(self, code: str) -> Owner | None:
        with self._database.session() as session:
            return owning.owner_of(session, code)
