"""The two loads: one answer each within one second, and answers one after the other as fast as they are saved."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence

ANSWERS = ("x = 15/2", "7.5", "x=7.5", "15/2", "7 1/2", "x = 21/4", "5.25", "x=30", "3/2", "x = 17", "-4", "12")
"""What students write for the board question of the sample lesson, right and wrong, in several forms."""

Ask = Callable[[int, str], Awaitable[float]]
"""The i-th socket sends a text; the seconds until it is answered."""


async def within_a_second(sockets: int, ask: Ask) -> list[float]:
    """Every socket asks once, at a random moment within one second; the seconds that each answer took."""
    chance = random.Random(1)

    async def once(i: int, after: float, text: str) -> float:
        await asyncio.sleep(after)
        return await ask(i, text)

    return await asyncio.gather(*(once(i, chance.random(), chance.choice(ANSWERS)) for i in range(sockets)))


async def saturated(sockets: int, rounds: int, ask: Ask) -> list[float]:
    """Every socket asks again as soon as it is answered: as many in flight as there are sockets."""
    chance = random.Random(2)
    texts = [chance.choice(ANSWERS) for _ in range(rounds)]

    async def loop(i: int) -> Sequence[float]:
        return [await ask(i, texts[(i + r) % rounds]) for r in range(rounds)]

    found = await asyncio.gather(*(loop(i) for i in range(sockets)))
    return [seconds for one in found for seconds in one]
