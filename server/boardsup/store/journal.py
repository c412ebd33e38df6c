"""The journal: what happened in every lesson, in order, and nothing shown before it is durable.

`append` only queues; one thread (writer.py) makes it durable for all lessons together and tells the loop. (lesson, seq)
is the primary key, so a second writer of the same lesson fails and can never overwrite.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from concurrent.futures import TimeoutError as NoAnswer
from queue import SimpleQueue
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, select
from sqlalchemy.engine import RootTransaction
from sqlmodel import col

from boardsup.store.codec import Encoded, EventCodec
from boardsup.store.commits import Commit, Commits, Committed, Stored
from boardsup.store.database import Database
from boardsup.store.failures import Halted, Unreadable
from boardsup.store.rows import Row
from boardsup.store.tables import EventRow, WritingRow
from boardsup.store.writer import Entry, Failure, Item, Outcome, Probe, Resumption, Stop, Writer

log = logging.getLogger("boardsup.journal")

Heard = Callable[[str, int], None]
"""Called in the loop with a lesson and the number of its newest durable event."""


class Recorded(NamedTuple):
    """One event of a lesson: its number, when it was recorded (ms since 1970), and itself."""

    seq: int
    at: int
    event: Any


class Journal:
    """The journal of this process. Everything but `load` and `writable` is called in the loop's thread."""

    def __init__(self, database: Database, codec: EventCodec, *, commit: Commit = RootTransaction.commit) -> None:
        self._database = database
        self._codec = codec
        self._commits = Commits(database, commit)
        self._queue: SimpleQueue[Item] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._next: dict[str, int] = {}
        self._failed: dict[str, Exception] = {}

    def start(self, loop: asyncio.AbstractEventLoop, *, on_durable: Heard, on_failed: Heard) -> None:
        """Start the writer thread. It speaks to the loop once per commit.

        `on_durable(lesson, seq)`: everything up to `seq` is durable. `on_failed(lesson, durable)`: what was appended
        after `durable` is not stored, and nothing more is taken until `resume`; `failure_of` says why.
        """
        if self._thread is not None:
            raise RuntimeError("The journal was started before.")

        def deliver(outcome: Outcome) -> None:
            for lesson, result in outcome.items():
                try:
                    self._deliver(lesson, result, on_durable, on_failed)
                except Exception:
                    log.exception("one room failed to hear from the journal; the others hear")

        def report(outcome: Outcome) -> None:
            # A closed loop has nobody left to tell.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(deliver, outcome)

        writer = Writer(self._queue, self._commits, report)
        self._thread = threading.Thread(target=writer.run, name="journal", daemon=True)
        self._thread.start()

    @property
    def stored(self) -> Stored:
        """What has become durable since the start."""
        return self._commits.total

    @property
    def queued(self) -> int:
        """How much waits to be written."""
        return self._queue.qsize()

    def append(self, lesson: str, first_seq: int, at: int, events: tuple[Any, ...]) -> None:
        """Queue events for the disk and return at once; `on_durable` or `on_failed` follows.

        `first_seq` is the first event's number, one above the lesson's last. Raises `Halted` after a failure, and
        ValueError or TypeError, with nothing queued, for what can never be stored.
        """
        if self._thread is None:
            raise RuntimeError("The journal is not running.")
        if lesson in self._failed:
            raise Halted(lesson)
        if first_seq != self._next.get(lesson, first_seq):
            raise ValueError(f"Event {first_seq} of {lesson} cannot follow event {self._next[lesson] - 1}.")
        rows: list[Row] = []
        writings: list[Row] = []
        for seq, event in enumerate(events, first_seq):
            kind, body, wrote = self._codec.encode(event)
            rows.append((lesson, seq, at, kind, body))
            if wrote is not None:
                writings.append((lesson, seq, wrote))
        if rows:
            after = self._next[lesson] = first_seq + len(rows)
            self._queue.put(Entry(lesson, first_seq, after - 1, rows, writings))

    def load(self, lesson: str) -> list[Recorded]:
        """Everything durable of a lesson, from event 1 on.

        Raises `Unreadable` at a gap or an unknown event, `Unwritable` when the database cannot be reached.
        """
        recorded = []
        with self._database.reading() as connection:
            for expected, row in enumerate(connection.execute(_RECORDED, {"code": lesson}), 1):
                seq, at, kind, body, wrote = row
                if seq != expected:
                    raise Unreadable(f"Lesson {lesson}: event {expected} is missing; the next one is {seq}.")
                recorded.append(Recorded(seq, at, self._codec.decode(Encoded(kind, body, wrote))))
        return recorded

    def writable(self, *, within: float = 2.0) -> bool:
        """Can the journal be written? The writer thread itself tries, and must say so `within` these seconds."""
        if self._thread is None:
            return False
        probe = Probe()
        self._queue.put(probe)
        try:
            return probe.answer.result(within)
        except NoAnswer:
            return False

    def resume(self, lesson: str) -> None:
        """Take events for this lesson again. First `load` it: what it holds is where the lesson now stands."""
        if self._failed.pop(lesson, None) is not None:
            self._queue.put(Resumption(lesson))

    def forget(self, lesson: str) -> None:
        """Another process may have gone on with this lesson: its next event may have any number.

        Only once nothing of it is queued any more: `writable` has come back since the last `append`.
        """
        self._next.pop(lesson, None)
        self.resume(lesson)

    def failure_of(self, lesson: str) -> Exception | None:
        """Why nothing is taken for this lesson (`Conflict`, `Unwritable`); None while it is."""
        return self._failed.get(lesson)

    def recent_commits(self) -> tuple[Committed, ...]:
        """The last thousand commits, oldest first."""
        return tuple(self._commits.recent)

    def close(self) -> None:
        """Make durable what is queued, then end the thread."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._queue.put(Stop())
            thread.join()

    def _deliver(self, lesson: str, result: int | Failure, on_durable: Heard, on_failed: Heard) -> None:
        match result:
            case Failure(durable, error):
                # Not before this moment: an append in between is thrown away by the writer, and this report covers it.
                self._failed[lesson] = error
                self._next.pop(lesson, None)
                on_failed(lesson, durable)
            case seq:
                on_durable(lesson, seq)


_RECORDED = (
    select(col(EventRow.seq), col(EventRow.at), col(EventRow.kind), col(EventRow.body), col(WritingRow.text))
    .join(
        WritingRow,
        and_(col(WritingRow.lesson) == col(EventRow.lesson), col(WritingRow.seq) == col(EventRow.seq)),
        isouter=True,
    )
    .where(col(EventRow.lesson) == bindparam("code"))
    .order_by(col(EventRow.seq))
)
