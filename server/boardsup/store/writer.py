"""The thread that makes durable, in few commits, what all rooms append.

It stores everything that queued up while its last commit ran, in one transaction, and reports an event only after
that commit has returned. A lesson whose commit failed is halted: what is queued for it is thrown away until its
`Resumption` comes through the same queue, so that nothing is ever stored behind a gap.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import assert_never

from boardsup.store.commits import Commits
from boardsup.store.failures import Conflict, Unwritable
from boardsup.store.rows import Row

log = logging.getLogger("boardsup.journal")

GATHER = 0.002
"""Seconds to wait for more when answers come in a burst, so that one commit carries several. Never when idle."""

MANY, GATHER_MANY = 8, 0.008
"""After a commit of so many entries, wait that long: then thousands come a second, and each commit saved is theirs."""

BURST = 0.005
"""Seconds after a commit within which the next entry belongs to a burst: hundreds a second, not a class of thirty."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Events that were appended together, as rows; `first` and `last` are their numbers."""

    lesson: str
    first: int
    last: int
    events: list[Row]
    writings: list[Row]


@dataclass(frozen=True, slots=True)
class Probe:
    """Somebody asks whether the journal can be written."""

    answer: Future[bool] = field(default_factory=Future)


@dataclass(frozen=True, slots=True)
class Resumption:
    """What comes after this in the queue is to be stored again."""

    lesson: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Nothing comes after this."""


Item = Entry | Probe | Resumption | Stop


@dataclass(frozen=True, slots=True)
class Failure:
    """What was appended after the event `durable` was not stored."""

    durable: int
    error: Exception


Outcome = dict[str, int | Failure]
"""What became of a batch, by lesson: the number of its newest durable event, or the failure."""


class Writer:
    """The queue's one reader."""

    def __init__(self, queue: SimpleQueue[Item], commits: Commits, report: Callable[[Outcome], None]) -> None:
        self._queue = queue
        self._commits = commits
        self._report = report
        self._halted: set[str] = set()
        self._committed_at = float("-inf")
        self._carried = 0
        self._is_over = False

    def run(self) -> None:
        """Write until `Stop` has come through the queue, and all that came before it."""
        while not self._is_over:
            self._write(self._take())
        self._commits.close()

    def _take(self) -> list[Item]:
        """Everything that is queued; when there is nothing, wait for the first, and in a burst for those behind it."""
        items = [self._queue.get()]
        if isinstance(items[0], Entry) and time.monotonic() - self._committed_at < BURST:
            time.sleep(GATHER_MANY if self._carried >= MANY else GATHER)
        with contextlib.suppress(Empty):
            while True:
                items.append(self._queue.get_nowait())
        return items

    def _write(self, items: list[Item]) -> None:
        """Store the entries, report what became of them, answer the probes."""
        entries, probes = self._sorted(items)
        outcome = self._store(entries) if entries else {}
        if entries:
            self._committed_at, self._carried = time.monotonic(), len(entries)
        for lesson, result in outcome.items():
            if isinstance(result, Failure):
                self._halted.add(lesson)
                log.error("a lesson is not saved after event %d: %s", result.durable, _told(result.error))
        if outcome:
            self._report(outcome)
        if probes:
            is_writable = any(isinstance(result, int) for result in outcome.values()) or self._probe()
            for probe in probes:
                probe.answer.set_result(is_writable)

    def _sorted(self, items: list[Item]) -> tuple[list[Entry], list[Probe]]:
        entries: list[Entry] = []
        probes: list[Probe] = []
        for item in items:
            match item:
                case Entry(lesson):
                    if lesson not in self._halted:
                        entries.append(item)
                case Probe():
                    probes.append(item)
                case Resumption(lesson):
                    self._halted.discard(lesson)
                case Stop():
                    self._is_over = True
                case _:
                    assert_never(item)
        return entries, probes

    def _store(self, entries: list[Entry]) -> Outcome:
        """Store all of them in one transaction; if one lesson's rows are to blame, store the others without it."""
        try:
            self._commits.store(
                [row for entry in entries for row in entry.events],
                [row for entry in entries for row in entry.writings],
            )
        except Exception as error:
            by_lesson: dict[str, list[Entry]] = {}
            for entry in entries:
                by_lesson.setdefault(entry.lesson, []).append(entry)
            if isinstance(error, Unwritable) or len(by_lesson) == 1:
                return {lesson: Failure(own[0].first - 1, error) for lesson, own in by_lesson.items()}
            return {lesson: result for own in by_lesson.values() for lesson, result in self._store(own).items()}
        return {entry.lesson: entry.last for entry in entries}

    def _probe(self) -> bool:
        try:
            self._commits.probe()
        except Exception as error:
            log.warning("the journal cannot be written: %s", _told(error))
            return False
        return True


def _told(error: Exception) -> str:
    """What the database says; of a row that it does not take only the kind, for the text may quote the row."""
    return str(error) if isinstance(error, Unwritable | Conflict) else type(error).__name__
