"""A disk that takes nothing more: every screen says so, nothing is claimed, and afterwards nothing is missing."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
import sys
import time
from contextlib import closing

import pytest

from attending import lesson, visitor
from counting_up import counted, replayed
from serving import Server

BACK_WITHIN = 3.0
"""Seconds from the cause being gone until every screen is right."""

LONG = "x = " + "1 + " * 48 + "1"


def refuse_to_grow(server: Server) -> None:
    """From now on the kernel lets no file of the server's grow, as on a disk that is full."""
    _, hard = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (1, hard))


def pages(server: Server) -> int:
    """How many pages the database has now."""
    with closing(sqlite3.connect(server.data / "boardsup.sqlite3")) as connection:
        return int(connection.execute("PRAGMA page_count").fetchone()[0])


def let_grow(server: Server) -> None:
    """There is room again."""
    _, hard = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (hard, hard))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets a limit of another process")
async def test_when_the_kernel_refuses_to_write_nothing_is_lost_and_it_is_over_by_itself(server: Server):
    async with lesson(server) as attended:
        devices = [await attended.sits(i) for i in range(3)]
        await attended.teacher.open("board")
        await asyncio.gather(*(device.is_asked("board.1") for device in devices))
        await devices[0].hand_in({"do": "answer", "question": "board.1", "text": "7.5"})

        refuse_to_grow(server)
        for device in devices:
            device.put({"do": "answer", "question": "board.1", "text": LONG})
        for screen in (*devices, attended.teacher):
            await screen.sees(lambda s=screen: "can be saved" in s.page.words("trouble"))
        assert (await asyncio.to_thread(server.get, "/healthz"))[0] == 503
        assert (await asyncio.to_thread(server.get, "/readyz"))[0] == 503
        assert all(device.unsaved for device in devices)

        let_grow(server)
        over = time.monotonic()
        for screen in (*devices, attended.teacher):
            await screen.sees(lambda s=screen: s.page.words("trouble") == "")
        assert time.monotonic() - over < BACK_WITHIN
        for device in devices:
            device.drop()
        await asyncio.gather(*(device.sees(lambda d=device: d.unsaved == 0) for device in devices))
        assert (await asyncio.to_thread(server.get, "/healthz"))[0] == 200
        found = counted(server, attended.code, devices)
        assert (found.saved, found.lost, found.doubled) == (4, 0, 0)
        assert (await replayed(server, attended.code)).returncode == 0
    said = "\n".join(server.said)
    assert "is not saved after event" in said
    assert not any(word in said for word in ("Ana", "1 + 1", devices[0].student))


async def test_a_database_that_has_reached_its_limit_refuses_with_a_sentence_and_keeps_what_it_has(start_server):
    server = start_server()
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        await attended.teacher.open("board")
        await ana.is_asked("board.1")
        server.options = ("--max-pages", str(pages(server) + 1))
        await asyncio.to_thread(server.restart)
        await ana.hand_in({"do": "answer", "question": "board.1", "text": "x = 4"})
        for _ in range(50):
            ana.put({"do": "answer", "question": "board.1", "text": LONG})
        await ana.sees(lambda: "can be saved" in ana.page.words("trouble"))
        found = counted(server, attended.code, [ana])
        assert found.saved > 0
        assert (found.lost, found.doubled) == (0, 0)
        late = await visitor(server, attended.code)
        _, page = await late.post(f"/room/{attended.code}/do", {"do": "sit", "student": attended.tiles[1]})
        assert "Nothing can be saved just now" in page
        _, page = await attended.teacher.browser.post(
            "/desk/classes", {"name": "x", "names": "\n".join(map(str, range(500)))}
        )
        assert "could not be saved" in page

        server.options = ()
        await asyncio.to_thread(server.restart)
        over = time.monotonic()
        await ana.sees(lambda: ana.unsaved == 0)
        assert time.monotonic() - over < BACK_WITHIN
        found = counted(server, attended.code, [ana])
        assert (found.lost, found.doubled) == (0, 0)
