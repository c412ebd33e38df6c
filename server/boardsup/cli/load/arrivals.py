"""When answers are handed in, and what they say: scheduled beforehand, whatever the server does meanwhile.

Times are measured from the scheduled moment, so that a server which stands still cannot hide how long it stood (no
coordinated omission). The same seed makes the same schedule.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ANSWERS = ("x = 15/2", "7.5", "x=7.5", "15/2", "7 1/2", "x = 21/4", "5.25", "x=30", "3/2", "x = 17", "-4", "12")
"""What students write for the board question of the sample lesson, right and wrong, in several forms."""

ONE_IN = 10
"""Of so many answers one is a number that nobody else writes."""

AT_ONCE = 20
"""Answers sent in a row before the line's other side is listened to, when they are all due."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """In so many seconds this device hands in this text."""

    at: float
    device: int
    text: str


def burst(devices: int, seconds: float, seed: int = 1) -> list[Arrival]:
    """Each device once, at a random moment within so many seconds."""
    chance = random.Random(seed)
    return sorted(
        (Arrival(chance.random() * seconds, i, answer(chance)) for i in range(devices)), key=lambda one: one.at
    )


def steady(devices: int, seconds: float, rate: float, seed: int = 1) -> list[Arrival]:
    """So many a second for so many seconds, each from the device whose turn it is, at random distances (Poisson)."""
    chance = random.Random(seed)
    turns = list(range(devices))
    chance.shuffle(turns)
    found: list[Arrival] = []
    at = chance.expovariate(rate)
    while at < seconds:
        found.append(Arrival(at, turns[len(found) % devices], answer(chance)))
        at += chance.expovariate(rate)
    return found


def answer(chance: random.Random) -> str:
    """What a class writes: mostly what others write too, right or wrong, in several forms."""
    if chance.randrange(ONE_IN) == 0:
        return f"x = {chance.randint(1, 9_999)}/{chance.choice((7, 11, 13))}"
    return chance.choice(ANSWERS)


async def play(arrivals: Sequence[Arrival], hand_in: Callable[[Arrival, float], None]) -> None:
    """Hand each in when it is due; `hand_in` is told the moment when that was, in seconds of `perf_counter`."""
    began = time.perf_counter()
    in_a_row = 0
    for one in arrivals:
        due = began + one.at
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
            in_a_row = 0
        elif (in_a_row := in_a_row + 1) % AT_ONCE == 0:
            await asyncio.sleep(0)
        hand_in(one, due)
