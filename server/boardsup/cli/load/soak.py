"""A long lesson's day in short: answers without end, lines that break, presses; and what memory does meanwhile."""

from __future__ import annotations

import asyncio
import random
import time

from boardsup.cli.load.arrivals import Arrival, play, steady
from boardsup.cli.load.hall import QUESTION, Hall
from boardsup.cli.load.hand_ins import HandIn, milliseconds
from boardsup.cli.load.scenarios import Figures

WARM_AFTER = 300.0
"""Seconds after which memory must not grow any more; a sixth of the time where the soak is shorter than 30 minutes."""

LOOK_EVERY = 5.0
PRESS_EVERY = 30.0
"""Seconds between two looks at the memory, and between two presses at each console."""


async def soak(hall: Hall, seconds: float, rate: float) -> Figures:
    """So many answers a second for so many seconds; each second one line breaks. Memory once warm, and at the end."""
    devices = hall.clickers
    sent: list[HandIn] = []

    def hand_in(one: Arrival, due: float) -> None:
        sent.append(devices[one.device].hand_in(QUESTION, one.text, due))

    memory: list[tuple[float, int]] = []
    beside = [asyncio.create_task(doing) for doing in (_look(hall, memory), _break(hall), _press(hall))]
    cpu = hall.cpu()
    try:
        await play(steady(len(devices), seconds, rate), hand_in)
    finally:
        for task in beside:
            task.cancel()
    await asyncio.gather(*beside, return_exceptions=True)
    await hall.until_settled()
    memory.append((seconds, hall.memory()))
    return {
        "minutes": round(seconds / 60, 2),
        "answers": len(sent),
        "saved_ms": milliseconds(sent),
        "cpu_us": round(1e6 * (hall.cpu() - cpu) / max(1, len(sent)), 1),
        "memory_mb": [(round(at), round(size / 2**20, 1)) for at, size in memory],
        **growth(memory, min(WARM_AFTER, seconds / 6)),
    }


def growth(memory: list[tuple[float, int]], warm_after: float) -> Figures:
    """Memory at the first look after `warm_after` seconds and at the end, and by how many per cent it grew."""
    warm = next(size for at, size in memory if at >= warm_after)
    end = memory[-1][1]
    grew = round(100 * (end - warm) / warm, 1) if warm else 0.0
    return {"warm_mb": round(warm / 2**20, 1), "end_mb": round(end / 2**20, 1), "grew_percent": grew}


async def _look(hall: Hall, memory: list[tuple[float, int]]) -> None:
    began = time.perf_counter()
    while True:
        memory.append((time.perf_counter() - began, hall.memory()))
        await asyncio.sleep(LOOK_EVERY)


async def _break(hall: Hall) -> None:
    chance = random.Random(5)
    while True:
        await asyncio.sleep(1)
        chance.choice(hall.clickers).cut()


async def _press(hall: Hall) -> None:
    for i in range(1_000_000):
        await asyncio.sleep(PRESS_EVERY)
        for lesson in hall.lessons:
            await lesson.teacher.type({"do": "blank", "to": "shown" if i % 2 else "blank"})
