"""A look at an item that somebody writes, in a process of its own that is killed when it takes too long.

So no formula that an author writes, by mistake or on purpose, holds up a lesson on this server.
"""

from __future__ import annotations

import threading
from contextlib import suppress

import msgspec

from boardsup.items.looking import Asked, Look, Said
from boardsup.room.forked import Nursery

DEADLINE = 5.0
"""Seconds of wall clock that one look may take; an ordinary one takes a tenth of a second."""

AT_ONCE = 2
"""Looks that this process has made for it at the same time; further ones wait, and give up after the deadline."""

LARGEST_LOOK = 400_000
"""Bytes of a look."""

TOO_LONG = "This takes too long to work out. Use smaller numbers, or fewer of them."
TOO_MANY = "Too many items are looked at just now. Please try again in a moment."
NOT_LOOKED = "This could not be worked out. Please make it simpler."

_turns = threading.BoundedSemaphore(AT_ONCE)
_decode = msgspec.json.Decoder(Look).decode


def looked_at(nursery: Nursery, asked: Asked, *, deadline: float = DEADLINE) -> Look:
    """What there is to say of the item; always an answer, also when the process crashed. Blocks."""
    if not _turns.acquire(timeout=deadline):
        return _only(TOO_MANY)
    try:
        worker = nursery.fork()
    except OSError:
        _turns.release()
        return _only(TOO_MANY)
    try:
        with suppress(OSError, EOFError, msgspec.DecodeError):
            worker.line.send(asked)
            if not worker.line.poll(deadline):
                return _only(TOO_LONG)
            return _decode(worker.line.recv_bytes(LARGEST_LOOK))
        return _only(NOT_LOOKED)
    finally:
        nursery.end(worker)
        _turns.release()


def _only(text: str) -> Look:
    return Look((Said("", text),))
