"""A small process that has SymPy warm and forks a worker whenever it is asked, within milliseconds.

The server has threads and must not fork itself; this process has one thread and nothing of a lesson in it. A
worker answers one question at a time and holds no state. Its number is not given free before the server has
buried it, so that SIGKILL never reaches a stranger.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

import msgspec

from boardsup.items.looking import Asked, look
from boardsup.maths.equivalence import decide, warm_up

MOST_MEMORY = 512 * 1024 * 1024
"""The address space of one worker, in bytes."""

LENGTH = 8
"""Bytes of every message on the desk, so that two which arrive together are still two."""

LAST_RESORT = 2
"""Seconds of one question after which a worker ends itself, in case that nobody is left to end it."""

LONGEST_LOOK = 10
"""The same for a look at an item that somebody writes."""


def main() -> None:
    """Serve fork and bury requests on the inherited socket until the server goes away."""
    desk = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warm_up()
    desk.sendall(b"warm".ljust(LENGTH))
    while True:
        request, handles, _, _ = socket.recv_fds(desk, LENGTH, 1)
        if not request:
            return
        if handles:
            desk.sendall(_fork(desk, handles[0]).to_bytes(LENGTH, "big"))
        else:
            _bury(int.from_bytes(request, "big"))


def serve(line: Connection) -> None:
    """Answer questions one at a time until the line closes; running out of memory is an answer too."""
    while True:
        with suppress(MemoryError):
            question = line.recv()
            is_item = isinstance(question, Asked)
            signal.alarm(LONGEST_LOOK if is_item else LAST_RESORT)
            answer = msgspec.json.encode(look(question)) if is_item else decide(question).encode()
            signal.alarm(0)
            line.send_bytes(answer)
            continue
        os._exit(1)


def _fork(desk: socket.socket, handle: int) -> int:
    """Fork a worker that speaks on `handle`; returns its process number to the nursery only."""
    child = os.fork()
    if child:
        os.close(handle)
        return child
    try:
        desk.close()
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(EOFError, OSError):
            serve(Connection(handle))
    finally:
        # Never fall back into the nursery's own loop, whatever happened.
        os._exit(0)


def _bury(child: int) -> None:
    with suppress(ChildProcessError):
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
