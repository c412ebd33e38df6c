"""`boardsup serve --workers`: several processes behind one port of one machine, each of which may end at any time."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import select

from attending import lesson
from boardsup.store.database import open_database
from boardsup.store.owning import ProcessRow
from bursting import BACK_WITHIN, nothing_is_lost, saved_again
from classes import NAMES, answers, asked, settled
from serving import PATIENCE, Server


@pytest.fixture
def server(start_server, postgres) -> Server:
    """Two workers on PostgreSQL."""
    return start_server("--workers", "2", database=postgres.new_database())


async def test_a_lesson_goes_on_when_each_of_its_workers_is_killed_in_turn(server):
    async with lesson(server, NAMES) as attended:
        devices = await asked(attended)
        value = 0
        for pid in workers_of(server):
            answers(devices, value + 1, value + 2)
            await devices[0].sees(lambda v=value: devices[0].saved.get("board.1", 0) > v)
            os.kill(pid, signal.SIGKILL)
            await saved_again(attended, devices, value + 3, within=BACK_WITHIN)
            await until(lambda: at_work(server) == 2)
            value += 3
        await nothing_is_lost(attended, devices, value)
        others = workers_of(server)
    # Seen to fail: a worker that was started later took the end of its starter for a fault, and stayed.
    await asyncio.to_thread(server.kill)
    await until(lambda: not any(is_there(pid) for pid in others))


async def test_workers_are_replaced_one_after_the_other_while_answers_come_in(server):
    async with lesson(server, NAMES) as attended:
        devices = await asked(attended)
        before = set(workers_of(server))
        os.kill(server.pid, signal.SIGHUP)
        value = 0
        while before & set(workers_of(server)) or len(workers_of(server)) < 2:
            value += 1
            answers(devices, value, value)
            await settled(devices)
        await saved_again(attended, devices, value + 1, within=BACK_WITHIN)
        await nothing_is_lost(attended, devices, value + 1)


async def test_it_stops_when_asked_and_no_worker_outlives_it(server):
    workers = workers_of(server)
    assert await asyncio.to_thread(server.stop) == 0
    assert not any(is_there(pid) for pid in workers)
    await asyncio.to_thread(server.start)
    workers = workers_of(server)
    await asyncio.to_thread(server.kill)
    await until(lambda: not any(is_there(pid) for pid in workers))


def workers_of(server: Server) -> list[int]:
    """The process ids of its workers."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    return [int(pid) for pid in children.read_text().split() if is_there(int(pid))]


def at_work(server: Server) -> int:
    """How many of its workers serve: each has its own row among the processes of this database."""
    with closing(open_database(server.database)) as database, database.session() as session:
        return len(session.exec(select(ProcessRow)).all())


def is_there(pid: int) -> bool:
    """Does this process still do anything?"""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


async def until(is_so: Callable[[], bool]) -> None:
    """Look again and again, until it is so."""
    late = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < late
        await asyncio.sleep(0.05)
