"""What has to be true of a class that hands in burst after burst, once what broke is whole again."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

from websockets.exceptions import WebSocketException

from attending import Attended
from boardsup.cli.simulated.device import Device
from boardsup.cli.simulated.teacher import ConsoleOperator
from classes import CLASS, answers, settled
from counting_up import counted, replayed

BACK_WITHIN = 3.0
"""Seconds from the end of a fault until every screen is right."""


async def saved_again(attended: Attended, devices: list[Device], number: int, *, within: float) -> None:
    """Everybody's next hand-in is saved and the console shows all of them, within these seconds.

    The figure is printed; what fails is twice as long, as the machine may have other work just now.
    """
    since = time.monotonic()
    answers(devices, number, number)
    console = ConsoleOperator(attended.teacher.browser)
    console.code = attended.code
    attended.tasks.append(asyncio.create_task(kept_open(console)))
    await settled(devices)
    await console.sees(lambda: bool(console.says("tallies", f"0 of {CLASS} right")))
    took = time.monotonic() - since
    print(f"everybody saved after {took:.1f} s")
    assert took < 2 * within


async def kept_open(console: ConsoleOperator) -> None:
    """The teacher's console, which comes back as a page does."""
    while True:
        with suppress(OSError, WebSocketException, TimeoutError):
            await console.watch()
        await asyncio.sleep(0.2)


async def nothing_is_lost(attended: Attended, devices: list[Device], number: int) -> None:
    """Everybody's newest hand-in has this number, and the journal has each of them once."""
    found = counted(attended.server, attended.code, devices)
    assert (found.lost, found.doubled) == (0, 0)
    assert all(device.saved["board.1"] == number for device in devices)
    assert (await replayed(attended.server, attended.code)).returncode == 0
