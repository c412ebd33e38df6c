"""Mark answers from the command line, for authors and for other programs: one line `verdict<TAB>code` each, in order.

A batch is tab-separated lines `expected, answer, kind` on standard input, of any bytes; only a newline ends a line.
What exact marking leaves open goes to a worker; without a verdict in time it is `check`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import BinaryIO

from boardsup.maths.mark import Key, mark, pose, settled
from boardsup.room.workers import Workers

WITHIN = 0.3
"""Seconds that a hard case may take, the start of its first worker aside."""

STARTS_WITHIN = 20.0


def grade(expected: str, answer: str, kind: str) -> int:
    """Print the verdict on one answer."""
    with _Graders() as graders:
        print(graders.line(expected, answer, kind))
    return 0


def grade_batch(source: BinaryIO, target: BinaryIO) -> int:
    """Print one verdict for each line, in order, for any input."""
    with _Graders() as graders:
        for raw in _lines(source):
            expected, answer, kind = [*raw.decode("utf-8", "replace").split("\t"), "", "", ""][:3]
            target.write(f"{graders.line(expected, answer, kind or 'number')}\n".encode())
            target.flush()
    return 0


class _Graders:
    """Marks lines, with workers that start when the first hard case comes."""

    def __init__(self) -> None:
        self._workers: Workers | None = None
        self._key = lru_cache(maxsize=1_024)(pose)

    def __enter__(self) -> _Graders:
        return self

    def __exit__(self, *_: object) -> None:
        if self._workers is not None:
            self._workers.close()

    def line(self, expected: str, answer: str, kind: str) -> str:
        """The verdict and its code, a tab between."""
        key: Key = self._key(kind.strip(), expected)
        found = mark(key, answer)
        if found.hard is not None:
            found = settled(key, answer, self._warm().ask(found.hard).result())
        return f"{found.outcome}\t{found.code}"

    def _warm(self) -> Workers:
        if self._workers is None:
            self._workers = Workers(how_many=1, deadline=WITHIN)
            self._workers.start()
            self._workers.wait_until_warm(STARTS_WITHIN)
        return self._workers


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """The lines, their newline gone; a last one without a newline counts, an empty rest does not."""
    rows: Iterable[bytes] = source
    for raw in rows:
        yield raw[:-1] if raw.endswith(b"\n") else raw


def main(expected: str | None, answer: str | None, kind: str) -> int:
    """One answer when both are given, else a batch from standard input."""
    if expected is not None and answer is not None:
        return grade(expected, answer, kind)
    return grade_batch(sys.stdin.buffer, sys.stdout.buffer)
