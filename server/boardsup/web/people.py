"""Who is signed in behind a request, and what they are in a class: read from the database, kept for five seconds.

While the database is away what was read last still counts, so that a lesson that is running goes on.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from starlette.requests import HTTPConnection

from boardsup.store.clock import Now, now_ms
from boardsup.store.database import Database
from boardsup.store.failures import Unwritable
from boardsup.store.people.accounts import person_of
from boardsup.store.people.belonging import standing, standing_in_lesson
from boardsup.store.people.person import Person, Standing
from boardsup.store.people.sessions import TOKEN_LENGTH, saw, session_of
from boardsup.store.signin import hashed
from boardsup.web.seats import desk_token

FRESH = 5.0
"""Seconds that an answer of the database counts without asking again: what another process ends is over by then."""

MOST = 20_000

Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Answers of the database that were not None, each for `FRESH` seconds, and for longer while it is away."""

    def __init__(self) -> None:
        self._held: OrderedDict[Key, tuple[float, Value]] = OrderedDict()
        self._turn = threading.Lock()

    def fresh(self, key: Key) -> Value | None:
        """What is known of it, if that was asked within the last seconds."""
        held = self._held.get(key)
        return held[1] if held is not None and time.monotonic() - held[0] < FRESH else None

    def ask(self, key: Key, look: Callable[[], Value | None]) -> Value | None:
        """What is known, or what the database says. Blocks. Raises `Unwritable` where neither is to be had."""
        if (known := self.fresh(key)) is not None:
            return known
        try:
            found = look()
        except Unwritable:
            held = self._held.get(key)
            if held is None:
                raise
            return held[1]
        with self._turn:
            self._held.pop(key, None)
            if found is not None:
                self._held[key] = (time.monotonic(), found)
            if len(self._held) > MOST:
                self._held.popitem(last=False)
        return found

    def forget(self) -> None:
        """Something has changed: ask again."""
        with self._turn:
            self._held.clear()


class People:
    """The people of this school, as this process finds them."""

    def __init__(self, database: Database, *, now: Now = now_ms) -> None:
        self._database, self._now = database, now
        self._persons: Kept[str, Person] = Kept()
        self._standings: Kept[tuple[str, str], Standing] = Kept()

    def person(self, connection: HTTPConnection) -> Person | None:
        """Who is signed in on this browser. Blocks."""
        token = desk_token(connection)
        if token is None or len(token) != TOKEN_LENGTH:
            return None
        return self._persons.ask(hashed(token), lambda: self._look(token))

    async def who(self, connection: HTTPConnection) -> Person | None:
        """The same beside the event loop."""
        token = desk_token(connection)
        if token is None or len(token) != TOKEN_LENGTH:
            return None
        return self._persons.fresh(hashed(token)) or await asyncio.to_thread(self.person, connection)

    def standing(self, person: Person, class_id: str) -> Standing | None:
        """What somebody is in a class. Blocks."""
        with self._database.session() as session:
            return standing(session, person, class_id)

    async def standing_in_lesson(self, person: Person, code: str) -> Standing | None:
        """What somebody is in the class of a lesson."""
        if person.is_admin:
            return "teacher"
        key = (person.id, code)

        def look() -> Standing | None:
            with self._database.session() as session:
                return standing_in_lesson(session, person, code)

        return self._standings.fresh(key) or await asyncio.to_thread(self._standings.ask, key, look)

    def forget(self) -> None:
        """An account, a session or a class's people have changed here: nothing that was read before counts."""
        self._persons.forget()
        self._standings.forget()

    def _look(self, token: str) -> Person | None:
        with self._database.session() as session:
            found = session_of(session, token, now=self._now)
        if found is None:
            return None
        row, account = found
        with suppress(Unwritable), self._database.session() as session:
            # Where nothing can be written just now, somebody who is signed in still is.
            saw(session, row, now=self._now)
        return person_of(account, row.id)
