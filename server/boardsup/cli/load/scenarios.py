"""The scenarios: each puts one kind of load on the lessons of a hall, and says in figures how the server took it.

Whatever a scenario does, the hand-ins of all of them are counted at the end (`truth.py`).
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from boardsup.cli.load.arrivals import Arrival, burst, play, steady
from boardsup.cli.load.clicker import Clicker
from boardsup.cli.load.figures import percentile
from boardsup.cli.load.hall import QUESTION, Hall, until
from boardsup.cli.load.hand_ins import HandIn, milliseconds

Figures = dict[str, Any]

DRAWS_EVERY, MOST_DRAWN = 0.2, 400
"""Seconds between two glimpses of one device's drawing, and characters of one: both as much as a page ever sends."""


@dataclass(frozen=True, slots=True)
class Pace:
    """For how many seconds, and how many answers a second; without a rate, each device answers once."""

    seconds: float = 1.0
    rate: float = 0.0


async def answers(hall: Hall, pace: Pace, *, of: Sequence[Clicker] = ()) -> Figures:
    """The question is open; answers come as scheduled, until all are saved and every console counts them."""
    devices = of or hall.clickers
    N, seconds = len(devices), pace.seconds
    arrivals = steady(N, seconds, pace.rate) if pace.rate else burst(N, seconds)
    sent: list[HandIn] = []

    def hand_in(one: Arrival, due: float) -> None:
        sent.append(devices[one.device].hand_in(QUESTION, one.text, due))

    cpu, frames = hall.cpu(), hall.frames
    await play(arrivals, hand_in)
    last = time.perf_counter()
    missing = await hall.until_shown()
    shown = time.perf_counter()
    await hall.until_settled()
    spent = hall.cpu() - cpu
    return {
        "answers": len(sent),
        "saved_ms": milliseconds(sent),
        "console_ms": round(1_000 * (shown - last), 1),
        "uncounted": missing,
        "cpu_us": round(1e6 * spent / max(1, len(sent)), 1),
        "frames_per_answer": round((hall.frames - frames) / max(1, len(sent)), 2),
    }


async def drawing(hall: Hall, pace: Pace) -> Figures:
    """Everybody draws, the consoles have the boards open, and answers come meanwhile."""
    for lesson in hall.lessons:
        await lesson.teacher.type({"do": "boards", "to": "open"})
    scribbling = asyncio.create_task(_scribble(hall.clickers))
    try:
        return await answers(hall, pace)
    finally:
        scribbling.cancel()


async def join_storm(hall: Hall, _: Pace) -> Figures:
    """Everybody joins in the same moment, from one address: page, line, tile, and the tile is durable."""
    began, cpu = time.perf_counter(), hall.cpu()
    took = await hall.seat(at_once=len(hall.clickers))
    return {
        "students": len(took),
        "all_seated_s": round(time.perf_counter() - began, 2),
        "seated_ms": _times(took),
        "cpu_us": round(1e6 * (hall.cpu() - cpu) / len(took), 1),
    }


async def reconnect_storm(hall: Hall, _: Pace) -> Figures:
    """Every line is cut at once, with an answer on the way; all come back as pages do, and send it again."""
    chance = random.Random(3)
    due = time.perf_counter()
    sent = [one.hand_in(QUESTION, f"x = {chance.randint(1, 99)}", due) for one in hall.clickers]
    cpu = hall.cpu()
    for clicker in hall.clickers:
        clicker.cut()
    async with asyncio.timeout(60):
        for clicker in hall.clickers:
            await clicker.whole.wait()
    await hall.until_settled()
    return {
        "students": len(sent),
        "whole_again_ms": _times([clicker.whole_at - due for clicker in hall.clickers]),
        "saved_ms": milliseconds(sent),
        "cpu_us": round(1e6 * (hall.cpu() - cpu) / len(sent), 1),
    }


async def slow_consumers(hall: Hall, pace: Pace) -> Figures:
    """Some read nothing, while the others answer and the class is stopped and let go on again and again."""
    slow = [clicker for clicker in hall.clickers if clicker.is_slow]
    others = [clicker for clicker in hall.clickers if not clicker.is_slow]
    for clicker in slow:
        clicker.stop_reading()
    pushed = await pushes(hall, 20, others)
    found = await answers(hall, pace, of=others)
    return {"reading_nothing": len(slow), "pushed_ms": pushed, **found}


async def pushes(hall: Hall, times: int, devices: Sequence[Clicker]) -> dict[str, float]:
    """Stop every class and let it go on, so many times; ms from each press until the last device shows it."""
    return _times([await push(hall, to, devices) for _ in range(times // 2) for to in ("up", "down")])


async def push(hall: Hall, to: str, devices: Sequence[Clicker]) -> float:
    """Stop every class (up) or let it go on (down); seconds until the last of these devices shows it."""
    before = {clicker: clicker.tasks for clicker in devices}
    began = time.perf_counter()
    for lesson in hall.lessons:
        await lesson.teacher.type({"do": "eyes_up", "to": to})
    await until(partial(_all_have_more, before), within=60)
    return time.perf_counter() - began


def _all_have_more(before: dict[Clicker, int]) -> bool:
    return all(clicker.tasks > tasks for clicker, tasks in before.items())


def _times(seconds: Sequence[float]) -> dict[str, float]:
    found = {"p50": percentile(seconds, 50), "p99": percentile(seconds, 99), "max": max(seconds)}
    return {name: round(1_000 * one, 2) for name, one in found.items()}


async def _scribble(clickers: Sequence[Clicker]) -> None:
    """Every device adds to its drawing as often as a page tells of it."""
    strokes = dict.fromkeys(clickers, "-")
    chance = random.Random(4)
    while True:
        for clicker in clickers:
            drawn = f"{strokes[clicker]}|a2 {chance.randint(0, 380)} {chance.randint(0, 230)} 4 3 5 -2 6 1"
            strokes[clicker] = drawn if len(drawn) < MOST_DRAWN else "-"
            clicker.say(do="draw", question=QUESTION, sketch=strokes[clicker])
        await asyncio.sleep(DRAWS_EVERY)


Play = Callable[[Hall, Pace], Awaitable[Figures]]
SCENARIOS: dict[str, Play] = {
    "burst": answers,
    "steady": answers,
    "join-storm": join_storm,
    "reconnect-storm": reconnect_storm,
    "slow": slow_consumers,
    "drawing": drawing,
}
"""By the name that the command takes."""
