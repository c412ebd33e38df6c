"""A server that is asked to stop in mid-burst: every tab hears that it may come back, and what was saved is there."""

from __future__ import annotations

import asyncio
import time

import pytest

from attending import closed_with, hears, lesson, line, visitor
from classes import NAMES, answers, asked, settled
from counting_up import counted, events, replayed
from serving import Server

BACK_WITHIN = 3.0


@pytest.mark.parametrize("is_on", ["sqlite", "postgresql"])
async def test_the_journal_is_drained_and_the_lesson_goes_on_where_it_was(
    request: pytest.FixtureRequest, start_server, is_on: str
):
    database = request.getfixturevalue("postgres").new_database() if is_on == "postgresql" else ""
    server: Server = start_server(database=database)
    async with lesson(server, NAMES) as attended:
        devices = await asked(attended)
        stranger = await visitor(server, attended.code)
        async with line(server, attended.code, stranger.cookies) as socket:
            await hears(socket, "Tap your name")
            answers(devices, 1, 6)
            await devices[0].sees(lambda: devices[0].saved.get("board.1", 0) >= 1)
            stopping = asyncio.create_task(asyncio.to_thread(server.stop))
            assert await closed_with(socket) == 1012
            assert await stopping == 0
        kept = len(events(server, attended.code))
        assert (await replayed(server, attended.code)).returncode == 0

        await asyncio.to_thread(server.start)
        back = time.monotonic()
        await settled(devices)
        assert time.monotonic() - back < BACK_WITHIN
        assert len(events(server, attended.code)) >= kept
        found = counted(server, attended.code, devices)
        assert (found.lost, found.doubled) == (0, 0)
        assert all(device.saved["board.1"] == 6 for device in devices)
    assert not any("Traceback" in said or "ERROR" in said for said in server.said)
