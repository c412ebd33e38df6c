"""A class of sixteen before a board question, and what it does: answers again and again, until all is settled."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from attending import Attended
from boardsup.cli.simulated.device import Device

CLASS = 16
NAMES = "\n".join(f"Student {i}" for i in range(1, CLASS + 1))


async def asked(attended: Attended) -> list[Device]:
    """Everybody sits, and is asked the board question."""
    devices = await asyncio.gather(*(attended.sits(i) for i in range(CLASS)))
    await asked_all(attended, devices)
    return devices


async def asked_all(attended: Attended, devices: Sequence[Device]) -> None:
    """These are asked the board question."""
    await attended.teacher.open("board")
    await asyncio.gather(*(device.is_asked("board.1") for device in devices))


def answers(devices: Sequence[Device], first: int, last: int) -> None:
    """Each hands in the answers x = first to x = last, without waiting for receipts."""
    for value in range(first, last + 1):
        for device in devices:
            device.put({"do": "answer", "question": "board.1", "text": f"x = {value}"})


async def settled(devices: Sequence[Device]) -> None:
    """All of it has its receipt."""
    await asyncio.gather(*(device.sees(lambda d=device: d.unsaved == 0) for device in devices))
