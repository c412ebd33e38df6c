"""The server's side of the nursery: ask it for a worker, speak to that worker, end it.

Only the server ends a worker, by SIGKILL to a number that stays reserved until the worker is buried.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

LENGTH = 8
"""Bytes of every message on the desk, as in nursery.py, which this process must not import."""

WARM, FORK = b"warm".ljust(LENGTH), bytes(LENGTH)
"""What the nursery says once SymPy is imported and has solved its first problems, and what it is asked for."""


@dataclass(frozen=True, slots=True)
class Forked:
    """A worker process and the line to it."""

    process: int
    line: Connection


class Nursery:
    """The process that forks workers, started when first needed and again when it is gone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: tuple[subprocess.Popen[bytes], socket.socket] | None = None
        self._is_closed = False

    def fork(self) -> Forked:
        """A fresh warm worker: milliseconds, or about a second when SymPy must be imported; raises OSError."""
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            try:
                desk = self._desk()
                socket.send_fds(desk, [FORK], [theirs.fileno()])
                number = desk.recv(LENGTH, socket.MSG_WAITALL)
                if len(number) != LENGTH:
                    raise ConnectionResetError("the nursery is gone")
            except OSError:
                ours.close()
                self._forget()
                raise
        return Forked(int.from_bytes(number, "big"), Connection(ours.detach()))

    def end(self, worker: Forked) -> None:
        """Kill a worker at once, whatever it is doing, and give its number free."""
        with suppress(OSError):
            os.kill(worker.process, signal.SIGKILL)
        worker.line.close()
        with self._lock, suppress(OSError):
            if self._running:
                self._running[1].sendall(worker.process.to_bytes(LENGTH, "big"))

    def close(self) -> None:
        """End the nursery for good; its idle workers end with their lines."""
        self._is_closed = True
        with self._lock:
            self._forget()

    def _desk(self) -> socket.socket:
        """The socket to a warm nursery, starting one when there is none."""
        if self._is_closed:
            raise ConnectionAbortedError("the nursery is closed")
        if self._running is None:
            ours, theirs = socket.socketpair()
            with theirs:
                self._running = (_start(theirs.fileno()), ours)
            if ours.recv(len(WARM), socket.MSG_WAITALL) != WARM:
                raise ConnectionResetError("the nursery did not start")
        return self._running[1]

    def _forget(self) -> None:
        if self._running is not None:
            process, desk = self._running
            desk.close()
            process.kill()
            process.wait()
            self._running = None


def _start(handle: int) -> subprocess.Popen[bytes]:
    """Start the nursery on an inherited socket, with nothing of the server's environment but what Python needs."""
    environment = {k: v for k, v in os.environ.items() if k == "PATH" or k.startswith("PYTHON")}
    command = [sys.executable, "-P", "-m", "boardsup.room.nursery", str(handle)]
    return subprocess.Popen(command, pass_fds=(handle,), env=environment, stdin=subprocess.DEVNULL)
