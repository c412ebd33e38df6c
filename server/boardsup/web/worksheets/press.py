"""The press: papers become PDFs in a process of their own, one after the other, so that no lesson ever waits for one.

Whatever takes too long is killed, and the next paper gets a new process. Blocks: ask it from a thread.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

import msgspec

from boardsup.web.worksheets.pieces import Paper
from boardsup.web.worksheets.typesetter import GOOD, HEAD, LENGTH

DEADLINE = 15.0
"""Seconds that one paper may take, the start of the process included."""

IDLE = 300.0
"""Seconds without a paper after which the process ends, and what its compiler remembers with it."""

MOST_BYTES = 8_000_000
"""Of one paper's JSON."""

MOST_WAITING = 8
"""Papers that wait for the press, beyond which a further one is turned away at once."""

BUSY = "Much is being printed just now. Please try again in a moment."
TOO_LARGE = "This is too much for one printing. Please print it in parts."
NOT_PRINTED = "This could not be printed, or took too long. Please print fewer sheets at once."


class NotPrinted(Exception):
    """There is no PDF of this paper; the text is one plain sentence for the teacher."""


class Press:
    """One warm process that typesets, started with the first paper and again when it is gone."""

    def __init__(self, client: Path, *, deadline: float = DEADLINE, idle: float = IDLE) -> None:
        self._templates = client / "paper"
        self._deadline, self._idle = deadline, idle
        self._rest = threading.Timer(idle, self._end)
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(MOST_WAITING)
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    def pdf(self, paper: Paper) -> bytes:
        """The paper as PDF/UA-1. Raises `NotPrinted`."""
        return self.drawn(lambda: paper)

    def drawn(self, make: Callable[[], Paper]) -> bytes:
        """The paper that `make` makes when its turn comes: one is drawn at a time, too. Raises `NotPrinted`."""
        if not self._places.acquire(blocking=False):
            raise NotPrinted(BUSY)
        try:
            with self._lock:
                wanted = msgspec.json.encode(make())
                if len(wanted) > MOST_BYTES:
                    raise NotPrinted(TOO_LARGE)
                self._rest.cancel()
                try:
                    return self._typeset(wanted)
                finally:
                    self._rest = threading.Timer(self._idle, self._end)
                    self._rest.daemon = True
                    self._rest.start()
        finally:
            self._places.release()

    def close(self) -> None:
        """End the process for good; what it is at work on is not finished."""
        self._is_closed = True
        process = self._process
        if process is not None:
            process.kill()
        self._end()
        self._rest.cancel()

    @property
    def is_warm(self) -> bool:
        """Is there a process that waits for papers?"""
        return self._process is not None

    def _end(self) -> None:
        with self._lock:
            self._forget()

    def _typeset(self, wanted: bytes) -> bytes:
        process = self._running()
        too_late = threading.Timer(self._deadline, process.kill)
        too_late.daemon = True
        too_late.start()
        try:
            sign, made = _asked(process, wanted)
        except (OSError, EOFError) as gone:
            self._forget()
            raise NotPrinted(NOT_PRINTED) from gone
        finally:
            too_late.cancel()
        if sign != GOOD:
            raise NotPrinted(NOT_PRINTED) from ValueError(made.decode(errors="replace"))
        return made

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, a new one where there is none that lives."""
        if self._is_closed:
            raise NotPrinted(BUSY)
        if self._process is None or self._process.poll() is not None:
            self._forget()
            self._process = _start(self._templates)
        return self._process

    def _forget(self) -> None:
        if self._process is not None:
            self._process.kill()
            for line in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    _there(line).close()
            self._process.wait()
            self._process = None


def _asked(process: subprocess.Popen[bytes], wanted: bytes) -> tuple[bytes, bytes]:
    """Hand one paper over and read what comes back. Raises OSError or EOFError when the process is gone."""
    there, back = _there(process.stdin), _there(process.stdout)
    there.write(LENGTH.pack(len(wanted)) + wanted)
    there.flush()
    head = back.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    sign, length = HEAD.unpack(head)
    made = back.read(length)
    if len(made) < length:
        raise EOFError
    return sign, made


def _there(line: IO[bytes] | None) -> IO[bytes]:
    if line is None:
        raise EOFError
    return line


def _start(templates: Path) -> subprocess.Popen[bytes]:
    """Start the process with nothing of the server's environment but what Python needs."""
    environment = {k: v for k, v in os.environ.items() if k == "PATH" or k.startswith("PYTHON")}
    command = [sys.executable, "-P", "-m", "boardsup.web.worksheets.typesetter", str(templates)]
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
