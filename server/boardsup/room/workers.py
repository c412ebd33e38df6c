"""Two killable processes for the hard cases, each question with a deadline that the server enforces.

Whatever goes wrong (too late, too many waiting, a crash, no process at all) is a verdict like any other, never
an exception and never "unequal". One thread looks after each worker, so the event loop only ever awaits a future.
They start with the first question, so that a server which is never asked one pays nothing for them.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field

from boardsup.maths.question import VERDICTS, Question, Verdict

from .forked import Forked, Nursery

DEADLINE = 0.25
"""Seconds of wall clock that one question may take."""

MOST_WAITING = 64
"""Questions in the queue beyond which a further one is turned away at once. Equal ones are asked once."""

MOST_REMEMBERED = 4_096
"""Verdicts that are kept; a class gives the same answers again and again."""

HOW_MANY = 2
"""Worker processes."""


@dataclass(frozen=True, slots=True)
class _Asked:
    question: Question
    future: Future[Verdict] = field(default_factory=Future)


class Workers:
    """The pool: `start` it once, ask it questions, `close` it."""

    def __init__(
        self, *, how_many: int = HOW_MANY, deadline: float = DEADLINE, most_waiting: int = MOST_WAITING
    ) -> None:
        self._deadline = deadline
        self._waiting: queue.Queue[_Asked | None] = queue.Queue(most_waiting)
        self.nursery = Nursery()
        self._warm = threading.Event()
        self._is_closed = False
        self._remembered: dict[Question, Verdict] = {}
        self._asking: dict[Question, Future[Verdict]] = {}
        self._keepers = [threading.Thread(target=self._keep, daemon=True) for _ in range(how_many)]

    def start(self) -> None:
        """Start warming up, if that has not begun, and return at once; questions asked meanwhile wait in the queue."""
        for keeper in self._keepers:
            if keeper.ident is None:
                keeper.start()

    def wait_until_warm(self, seconds: float) -> bool:
        """Block until a worker is ready for its first question; False when that takes longer."""
        return self._warm.wait(seconds)

    def ask(self, question: Question) -> Future[Verdict]:
        """Queue one question; the future always ends in a verdict, at once in "overload" when too many wait."""
        asked = _Asked(question)
        try:
            if self._is_closed:
                raise queue.Full
            self.start()
            self._waiting.put_nowait(asked)
        except queue.Full:
            asked.future.set_result("overload")
        return asked.future

    @property
    def queued(self) -> int:
        """Questions that no worker has taken up yet."""
        return self._waiting.qsize()

    async def decide(self, question: Question) -> Verdict:
        """What a worker says of one question, without holding up the event loop. Equal questions share an answer."""
        if question in self._remembered:
            return self._remembered[question]
        if question not in self._asking:
            self._asking[question] = self.ask(question)
        try:
            # Shielded: several may wait for one verdict, and one of them may go away.
            verdict = await asyncio.shield(asyncio.wrap_future(self._asking[question]))
        finally:
            self._asking.pop(question, None)
        if verdict in ("equal", "unequal", "unsure") and len(self._remembered) < MOST_REMEMBERED:
            self._remembered[question] = verdict
        return verdict

    def close(self) -> None:
        """End all processes; questions still waiting get "overload". Blocks until the present ones are answered."""
        self._is_closed = True
        with suppress(queue.Empty):
            while True:
                self._tell(self._waiting.get_nowait(), "overload")
        for _ in self._keepers:
            self._waiting.put(None)
        for keeper in self._keepers:
            # Workers end before the nursery, which keeps their process numbers reserved.
            if keeper.is_alive():
                keeper.join(timeout=5)
        self.nursery.close()

    def _keep(self) -> None:
        """Look after one worker for as long as the pool is open."""
        worker: Forked | None = None
        while True:
            worker = worker or self._fresh()
            asked = self._waiting.get()
            if asked is None:
                break
            worker, verdict = self._answer(worker, asked.question)
            self._tell(asked, verdict)
        if worker:
            self.nursery.end(worker)

    def _fresh(self) -> Forked | None:
        """A new worker, or None when there is none to be had now."""
        with suppress(OSError):
            worker = self.nursery.fork()
            self._warm.set()
            return worker
        return None

    def _answer(self, worker: Forked | None, question: Question) -> tuple[Forked | None, Verdict]:
        """Ask the worker and wait for its verdict; it is gone afterwards unless it answered in time."""
        if worker is None:
            return None, "crash"
        verdict: Verdict = "crash"
        with suppress(OSError, EOFError):
            worker.line.send(question)
            if worker.line.poll(self._deadline):
                return worker, VERDICTS[worker.line.recv_bytes(32)]
            verdict = "timeout"
        self.nursery.end(worker)
        return None, verdict

    def _tell(self, asked: _Asked | None, verdict: Verdict) -> None:
        """Hand over the verdict, unless the one who asked has gone away."""
        if asked and asked.future.set_running_or_notify_cancel():
            asked.future.set_result(verdict)
