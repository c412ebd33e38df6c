"""What is kept no longer is deleted: at the start, soon after a lesson has ended, and once an hour."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Collection

from sqlalchemy.exc import SQLAlchemyError

from boardsup.store.database import Database
from boardsup.store.failures import Unwritable
from boardsup.store.retention import Deleted, retain

log = logging.getLogger("boardsup.retaining")

EVERY, AGAIN = 3_600.0, 30.0
"""Seconds between two looks at what is over; the second while something deleted is still on the disk."""


class Retaining:
    """The job of one process; `gone` is told of the lessons of which something was deleted."""

    def __init__(self, database: Database, now: Callable[[], int], gone: Callable[[Collection[str]], None]) -> None:
        self._database, self._now, self._gone = database, now, gone
        self._is_due = asyncio.Event()

    def is_due(self) -> None:
        """A lesson has ended: look again soon. Called in the loop's thread."""
        self._is_due.set()

    async def run(self) -> None:
        """Delete, wait, and again, until cancelled. A failure is logged and tried again the next time."""
        while True:
            self._is_due.clear()
            try:
                deleted = await asyncio.to_thread(self._delete)
            except (Unwritable, SQLAlchemyError) as error:
                log.warning("nothing could be deleted just now: %s", type(error).__name__)
            else:
                self._gone(deleted.lessons)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._is_due.wait(), AGAIN if self._database.is_to_wipe else EVERY)

    def _delete(self) -> Deleted:
        with self._database.session() as session:
            deleted = retain(session, now=self._now())
        if deleted.lessons or self._database.is_to_wipe:
            self._database.wipe()
        return deleted
