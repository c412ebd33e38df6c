"""Our server under the loads of the bench: what each costs it, in seconds of its own CPU."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from pathlib import Path

from boardsup.cli.bench.durable import durable_writes
from boardsup.cli.load.arrivals import answer
from boardsup.cli.load.clicker import Clicker
from boardsup.cli.load.figures import percentile
from boardsup.cli.load.hall import QUESTION, Hall
from boardsup.cli.load.scenarios import Figures, Pace, answers, push

ROUNDS = 10
"""Answers of each device while the server is saturated; a seat's limit lets through 60 at once."""


async def saturated(hall: Hall, rounds: int = ROUNDS) -> float:
    """Every device hands in again as soon as it is saved, so often; CPU seconds of the server for one answer."""
    chance = random.Random(2)
    texts = [answer(chance) for _ in range(200)]
    await hall.until_settled()
    left = len(hall.clickers)
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def again(clicker: Clicker, turn: int) -> Callable[[], None]:
        count = 0

        def ask() -> None:
            nonlocal count, left
            if count < rounds:
                count += 1
                clicker.hand_in(QUESTION, texts[(turn + 17 * count) % len(texts)], time.perf_counter())
                return
            clicker.on_saved = None
            left -= 1
            if not left:
                done.set_result(None)

        return ask

    before = hall.cpu()
    for turn, clicker in enumerate(hall.clickers):
        clicker.on_saved = again(clicker, turn)
        clicker.on_saved()
    async with asyncio.timeout(300):
        await done
    return (hall.cpu() - before) / (rounds * len(hall.clickers))


async def pushed(hall: Hall, times: int) -> tuple[float, list[int]]:
    """Stop the class and let it go on, so often; CPU seconds for one recipient, and the bytes of the two pushes."""
    before, devices = hall.cpu(), hall.clickers
    for _ in range(times):
        await push(hall, "up", devices)
        paused = devices[0].length
        await push(hall, "down", devices)
    return (hall.cpu() - before) / (2 * times * len(devices)), [paused, devices[0].length]


async def burst(hall: Hall, folder: Path) -> Figures:
    """Everybody answers within a second; beside it the disk's own sync time, measured before and after."""
    writes = await asyncio.to_thread(durable_writes, folder)
    found = await answers(hall, Pace())
    writes += await asyncio.to_thread(durable_writes, folder)
    return found | {"sync_ms": round(1_000 * percentile(writes, 50), 3)}
