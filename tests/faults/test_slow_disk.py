"""A disk on which each commit takes 50 ms, or half a second: "saved" comes later, and nothing else does."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from attending import hears, lesson, line
from classes import CLASS, NAMES, answers, asked, settled
from counting_up import counted, replayed
from troubled import TroubledServer

BACK_WITHIN = 3.0


@pytest.mark.parametrize("slow_ms", [50, 500])
async def test_nothing_is_lost_nothing_is_said_too_early_and_the_loop_goes_on(tmp_path: Path, slow_ms: int):
    server = TroubledServer(tmp_path / "data")
    server.start()
    try:
        async with lesson(server, NAMES) as attended:
            devices = await asked(attended)
            server.has(slow_ms=slow_ms)
            began = time.perf_counter()
            first = [device.put({"do": "answer", "question": "board.1", "text": "x = 1"}) for device in devices]
            answers(devices, 2, 4)
            assert await beat(server, attended) < slow_ms / 1_000 / 2 + 0.2
            saved = await asyncio.gather(*first)
            assert min(saved) - began >= slow_ms / 1_000
            await settled(devices)

            server.has(slow_ms=0)
            over = time.monotonic()
            answers(devices, 5, 5)
            await settled(devices)
            await attended.teacher.sees(lambda: bool(attended.teacher.says("tallies", f"0 of {CLASS} right")))
            assert time.monotonic() - over < BACK_WITHIN

            found = counted(server, attended.code, devices)
            assert (found.lost, found.doubled) == (0, 0)
            assert all(device.saved["board.1"] == 5 for device in devices)
            assert (await replayed(server, attended.code)).returncode == 0
    finally:
        server.kill()


async def beat(server: TroubledServer, attended) -> float:
    """Seconds until a sign of life on a console is answered."""
    cookies = attended.teacher.browser.cookies
    async with line(server, attended.code, cookies, query="v=1&page=console") as socket:
        await hears(socket, 'id="stage"')
        began = time.perf_counter()
        await socket.send('{"do":"beat"}')
        await socket.recv()
        return time.perf_counter() - began
