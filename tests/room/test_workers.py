"""Killable workers: a verdict in time, or a verdict that says why there is none; the server never waits."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from boardsup.maths import tree as t
from boardsup.maths.question import Question
from boardsup.room.workers import Workers
from rooming import until

X, TWO, FOUR, NINE = t.Variable("x"), t.Number("2"), t.Number("4"), t.Number("9")
SAME = Question(t.Power(X, TWO), t.Root(t.Power(X, FOUR)))
OTHER = Question(t.Power(X, TWO), t.Power(X, t.Number("3")))
ENDLESS = Question(TWO, t.Power(NINE, t.Power(NINE, t.Power(NINE, NINE))))
"""9^9^9^9 never returns; no reading of a text gives this tree, so it is built by hand."""

AT_WORK = 5
"""Hundredths of a second after which a worker is at work on a question; one that has only just been forked has none."""


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    found = Workers(deadline=1.5)
    found.start()
    assert found.wait_until_warm(60)
    yield found
    found.close()


async def test_a_worker_says_equal_or_unequal(workers: Workers):
    assert await workers.decide(SAME) == "equal"
    assert await workers.decide(OTHER) == "unequal"


async def test_a_question_that_never_ends_is_stopped_in_time_and_the_next_one_is_answered(workers: Workers):
    began = time.monotonic()
    assert await workers.decide(ENDLESS) == "timeout"
    assert time.monotonic() - began < 5
    fresh = Question(t.Power(X, FOUR), t.Power(X, TWO))
    assert await workers.decide(fresh) == "unequal"


async def test_a_worker_that_is_killed_gives_no_verdict_and_the_next_question_gets_a_fresh_one(workers: Workers):
    """A crash is never "unequal"."""
    asking = asyncio.create_task(workers.decide(Question(ENDLESS.found, t.Number("7"))))
    busy: list[int] = []
    await until(lambda: busy.extend(child for child in forked() if ticks(child) >= AT_WORK) or busy)
    for child in busy:
        os.kill(child, signal.SIGKILL)
    assert await asking == "crash"
    assert await workers.decide(Question(t.Power(X, NINE), t.Power(X, TWO))) == "unequal"


async def test_a_question_that_needs_all_the_memory_there_is_gets_no_verdict_but_an_end(workers: Workers):
    everything = t.Power(t.Number("10"), t.Power(t.Number("10"), t.Number("11")))
    assert await workers.decide(Question(everything, t.Sum((everything, TWO)))) in ("crash", "timeout", "unsure")
    assert await workers.decide(Question(t.Power(X, t.Number("8")), t.Power(X, TWO))) == "unequal"


async def test_the_loop_goes_on_while_workers_struggle(workers: Workers):
    asking = [asyncio.create_task(workers.decide(Question(ENDLESS.found, t.Number(str(i))))) for i in range(2, 6)]
    late = 0.0
    while not all(task.done() for task in asking):
        before = time.monotonic()
        await asyncio.sleep(0.005)
        late = max(late, time.monotonic() - before - 0.005)
    assert [task.result() for task in asking] == ["timeout"] * 4
    assert late < 1.0


async def test_equal_questions_are_asked_once():
    workers = Workers(most_waiting=1, deadline=30)
    try:
        assert await asyncio.gather(*(workers.decide(SAME) for _ in range(40))) == ["equal"] * 40
        assert await workers.decide(SAME) == "equal"
    finally:
        await asyncio.to_thread(workers.close)


async def test_too_many_questions_at_once_are_turned_away_and_never_called_unequal():
    workers = Workers(how_many=1, most_waiting=2, deadline=30)
    try:
        found = await asyncio.gather(
            *(workers.decide(Question(t.Power(X, TWO), t.Number(str(i)))) for i in range(2, 22))
        )
        assert set(found) <= {"overload", "unequal"}
        assert found.count("overload") >= 10
    finally:
        await asyncio.to_thread(workers.close)


def test_nothing_is_started_before_the_first_question():
    before = nurseries()
    workers = Workers()
    assert nurseries() == before
    workers.close()


def test_closing_leaves_no_process_behind():
    before = nurseries()
    workers = Workers()
    workers.start()
    assert workers.wait_until_warm(60)
    assert nurseries() > before
    workers.close()
    assert nurseries() == before


async def test_after_closing_there_is_no_verdict_and_no_exception():
    workers = Workers()
    workers.close()
    assert await workers.decide(SAME) == "overload"


def nurseries() -> set[int]:
    """The nursery processes that this one has started and that are still there."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid() and b"boardsup.room.nursery" in (folder / "cmdline").read_bytes():
                found.add(int(folder.name))
    return found


def forked() -> list[int]:
    """The workers that the nurseries of this process have forked."""
    mine = nurseries()
    return [child for child in numbers() if parent(child) in mine]


def numbers() -> list[int]:
    return [int(folder.name) for folder in Path("/proc").glob("[0-9]*")]


def parent(process: int) -> int:
    """The parent of a process; 0 when that is gone."""
    return int((_stat(process) or "0 0").split()[1])


def ticks(process: int) -> int:
    """Hundredths of a second that a process has worked for."""
    return int((_stat(process) or "0 " * 12).split()[11])


def _stat(process: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2]
    return ""
