"""`boardsup serve --workers N`: several processes behind one port, each started again when it ends.

They share the listening socket, so that the kernel hands each connection to one that is free; a lesson's visitors who
land elsewhere are passed on to its owner (web/relaying.py). Every worker holds one end of a pair of sockets: it says
there that it is ready, and stops when the other end is gone.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger("boardsup.workers")

FIRST_WAIT, LONGEST_WAIT = 0.25, 10.0
"""Seconds before a worker that ended is started again; twice as long each time that it ends within `SOON`."""

LONGEST_NAME = 64
"""Bytes of what a worker says once it serves: what it is called among the processes on its database."""

SOON = 10.0
STARTS_WITHIN = 60.0
STOPS_WITHIN = 15.0
LOOKS = 0.1


@dataclass(slots=True)
class Worker:
    """One process, our end of its pair, when it was started; its name among the others once it is ready."""

    process: subprocess.Popen[bytes]
    line: socket.socket
    since: float
    name: str = ""


class Workers:
    """The processes. `command` starts one, given `--worker LISTENING,LINE` with the numbers of its two sockets.

    `gone` is told the name of one that has ended without being asked: nobody needs to wait until its lease is over.
    """

    def __init__(self, command: list[str], listening: socket.socket, count: int, gone: Callable[[str], None]) -> None:
        self._command, self._listening, self._gone = command, listening, gone
        self._is_over = self._is_rolling = False
        self._workers: list[Worker | None] = [None] * count
        self._due = [0.0] * count
        self._waits = [FIRST_WAIT] * count

    def start(self) -> None:
        """Start all of them; return when they are ready. Raises RuntimeError when one does not get ready."""
        # Before anybody can know that it is there: a signal that comes early is obeyed once all are ready.
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        signal.signal(signal.SIGHUP, self._roll)
        for i in range(len(self._workers)):
            # One after the other: the first one makes the tables.
            worker = self._workers[i] = self._one()
            if not _is_ready(worker):
                self.stop()
                raise RuntimeError("a worker did not get ready; the lines above say why")

    def run(self) -> None:
        """Keep them going until SIGTERM or SIGINT; SIGHUP replaces them one after the other."""
        while not self._is_over:
            for i, worker in enumerate(self._workers):
                self._look_after(i, worker)
            if self._is_rolling:
                self._is_rolling = False
                self._replace_all()
            time.sleep(LOOKS)
        self.stop()

    def stop(self) -> None:
        """Ask all of them to stop, and wait until their journals are drained."""
        running = [worker for worker in self._workers if worker is not None]
        for worker in running:
            _ask(worker)
        for worker in running:
            _wait(worker)

    def _look_after(self, i: int, worker: Worker | None) -> None:
        now = time.monotonic()
        if worker is not None and worker.process.poll() is not None:
            self._bury(worker)
            self._waits[i] = min(2 * self._waits[i], LONGEST_WAIT) if now - worker.since < SOON else FIRST_WAIT
            log.error("a worker ended with %s; another one starts", worker.process.returncode)
            self._workers[i], self._due[i] = None, now + self._waits[i]
        elif worker is None and now >= self._due[i]:
            self._workers[i] = self._one()

    def _bury(self, worker: Worker) -> None:
        name = worker.name or _name_of(worker, within=0.0)
        worker.line.close()
        if name:
            self._gone(name)

    def _replace_all(self) -> None:
        """A rolling restart: the others go on while one is replaced."""
        for i, worker in enumerate(self._workers):
            if worker is not None and not self._is_over:
                _ask(worker)
                _wait(worker)
                fresh = self._workers[i] = self._one()
                _is_ready(fresh)
        log.info("every worker was replaced")

    def _one(self) -> Worker:
        ours, theirs = socket.socketpair()
        numbers = (self._listening.fileno(), theirs.fileno())
        words = [*self._command, "--worker", ",".join(map(str, numbers))]
        # In a session of its own: Ctrl-C reaches this process alone, which asks each worker once.
        process = subprocess.Popen(words, pass_fds=numbers, start_new_session=True)
        theirs.close()
        return Worker(process, ours, time.monotonic())

    def _stop(self, *_: object) -> None:
        self._is_over = True

    def _roll(self, *_: object) -> None:
        self._is_rolling = True


def command_of_ours() -> list[str]:
    """The words that started this process, through this Python."""
    return [sys.executable, "-m", "boardsup", *sys.argv[1:]]


def _is_ready(worker: Worker) -> bool:
    """Wait until it says so; False when it ends before, or takes too long."""
    worker.name = _name_of(worker, within=STARTS_WITHIN)
    return bool(worker.name)


def _name_of(worker: Worker, *, within: float) -> str:
    """What it says that it is called; empty as long as it has not said so."""
    worker.line.settimeout(within)
    try:
        return worker.line.recv(LONGEST_NAME).decode()
    except OSError:
        return ""


def _ask(worker: Worker) -> None:
    if worker.process.poll() is None:
        worker.process.send_signal(signal.SIGTERM)


def _wait(worker: Worker) -> None:
    try:
        worker.process.wait(STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        worker.process.kill()
        worker.process.wait()
    worker.line.close()


def stop_with(line: socket.socket) -> None:
    """In a worker, in a thread of its own: when whoever started it is gone, stop as if asked. Blocks until then."""
    # A starter that was killed before it read our name leaves a reset behind, not an end.
    with contextlib.suppress(OSError):
        while line.recv(1):
            pass
    os.kill(os.getpid(), signal.SIGTERM)
