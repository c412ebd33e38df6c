"""What happens once when a lesson is over: its end is noted, who is to be told is queued, what it showed is kept.

The end and its news are one transaction. Where the process was killed before it, or the disk was full, the lesson is
found by its journal later.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from boardsup.lesson.state import Lesson
from boardsup.store.bags import keep_bag
from boardsup.store.database import Database
from boardsup.store.evidence import ended_unnoted, keep
from boardsup.store.failures import Unreadable, Unwritable
from boardsup.store.hooks import queue_end
from boardsup.store.lessons import end_lesson, find_lesson
from boardsup.teaching.pick import new_day

log = logging.getLogger("boardsup.ending")

EVERY = 60.0
"""Seconds between two looks for lessons that could not be put away."""


class Ending:
    """Puts lessons away that are over; `news` is called when somebody is to be told, in whatever thread that is."""

    def __init__(self, database: Database, now: Callable[[], int]) -> None:
        self._database, self._now = database, now
        self.news: Callable[[], None] = lambda: None

    def put(self, lesson: Lesson) -> None:
        """Note when it ended, queue the news, keep what it showed and, if a name was drawn, the next bag."""
        with self._database.session() as session:
            at = self._now()
            is_first = end_lesson(session, lesson.code, at=at)
            row = find_lesson(session, lesson.code)
            if row is not None and is_first:
                queue_end(session, row, at=at)
            if row is not None and (lesson.past_calls or lesson.call is not None):
                keep_bag(session, row.class_id, new_day(lesson.bag))
        self.news()
        with self._database.session() as session:
            keep(session, lesson)

    async def run(self, replay: Callable[[str], Lesson]) -> None:
        """Look for lessons that were not put away, at the start and every minute, until cancelled."""
        while True:
            await asyncio.to_thread(self.catch_up, replay)
            await asyncio.sleep(EVERY)

    def catch_up(self, replay: Callable[[str], Lesson]) -> None:
        """Put the lessons away that ended while nobody was there to do it. Blocks. A failure is logged, and waits."""
        try:
            with self._database.session() as session:
                codes = ended_unnoted(session)
            for code in codes:
                self.put(replay(code))
        except (Unwritable, Unreadable, SQLAlchemyError) as error:
            log.warning("a lesson that has ended could not be put away: %s", type(error).__name__)
