"""The machine's clock is set in the middle of a lesson: an hour back, two ahead. The lesson does not notice."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from attending import lesson
from classes import CLASS, NAMES, answers, asked, settled
from counting_up import counted, replayed
from troubled import TroubledServer

HOUR_MS = 3_600_000
HEADS_UP = 20.0
"""Seconds between the private heads-up of who is next in line and the name on the wall."""

BACK_WITHIN = 3.0


async def test_answers_flags_and_timers_go_on_while_the_clock_is_set_back_and_ahead(tmp_path: Path):
    """Seen to fail with the machine's clock as the lesson's: no name came for an hour."""
    server = TroubledServer(tmp_path / "data")
    server.start()
    try:
        async with lesson(server, NAMES) as attended:
            devices = await asked(attended)
            answers(devices, 1, 1)
            server.has(ahead_ms=-HOUR_MS)
            answers(devices, 2, 2)
            await settled(devices)
            server.has(ahead_ms=2 * HOUR_MS)
            answers(devices, 3, 3)
            await settled(devices)
            await attended.teacher.sees(lambda: bool(attended.teacher.says("tallies", f"0 of {CLASS} right")))
            assert attended.teacher.says("console-head", f"{CLASS} of {CLASS}")
            await attended.teacher.press("reveal", segment="board")

            await attended.teacher.open("why")
            await attended.teacher.press("call_next")
            asked_at = time.monotonic()
            await attended.teacher.sees(lambda: attended.teacher.offers("end_call"))
            server.has(ahead_ms=-HOUR_MS)
            await attended.teacher.sees(attended.teacher.is_named)
            assert HEADS_UP - 1 < time.monotonic() - asked_at < HEADS_UP + BACK_WITHIN

            found = counted(server, attended.code, devices)
            assert (found.lost, found.doubled) == (0, 0)
            assert (await replayed(server, attended.code)).returncode == 0
            assert await asyncio.to_thread(server.get, "/readyz") == (200, "ok\n")
    finally:
        server.kill()
