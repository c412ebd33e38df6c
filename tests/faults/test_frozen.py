"""A server that stops for a while, and everybody who comes back at once."""

from __future__ import annotations

import asyncio
import os
import signal
import time

from attending import lesson
from counting_up import counted
from serving import Server

CLASS = 30
BACK_WITHIN = 3.0
NAMES = "\n".join(f"Student {i}" for i in range(1, CLASS + 1))


async def test_a_server_that_was_frozen_goes_on_and_nothing_is_lost(server: Server):
    async with lesson(server, NAMES) as attended:
        devices = await asyncio.gather(*(attended.sits(i) for i in range(CLASS)))
        await attended.teacher.open("board")
        await asyncio.gather(*(device.is_asked("board.1") for device in devices))
        os.kill(server.pid, signal.SIGSTOP)
        waiting = [device.put({"do": "answer", "question": "board.1", "text": "7.5"}) for device in devices]
        await asyncio.wait(waiting, timeout=1.0)
        assert not any(receipt.done() for receipt in waiting)
        os.kill(server.pid, signal.SIGCONT)
        over = time.monotonic()
        await asyncio.gather(*waiting)
        await attended.teacher.sees(lambda: bool(attended.teacher.says("tallies", f"{CLASS} of {CLASS} right")))
        assert time.monotonic() - over < BACK_WITHIN
        found = counted(server, attended.code, devices)
        assert (found.saved, found.lost, found.doubled) == (CLASS, 0, 0)


async def test_a_class_whose_network_fails_is_back_within_three_seconds_on_the_same_tiles(server: Server):
    async with lesson(server, NAMES) as attended:
        devices = await asyncio.gather(*(attended.sits(i) for i in range(CLASS)))
        await attended.teacher.open("board")
        await asyncio.gather(*(device.is_asked("board.1") for device in devices))
        for device in devices:
            device.page.regions.clear()
            device.drop()
        cut = time.monotonic()
        await asyncio.gather(
            *(device.sees(lambda d=device: "board.1" in d.page.regions.get("task", "")) for device in devices)
        )
        assert time.monotonic() - cut < 3
        assert all("Tap your name" not in device.page.regions["task"] for device in devices)


async def test_a_hundred_devices_of_one_address_join_at_once(start_server):
    server = start_server()
    names = "\n".join(f"Student {i}" for i in range(1, 101))
    async with lesson(server, names) as attended:
        devices = await asyncio.gather(*(attended.sits(i) for i in range(100)))
        await attended.teacher.sees(lambda: bool(attended.teacher.says("console-head", "100 of 100")))
        assert len({device.browser.cookies["board"] for device in devices}) == 100
