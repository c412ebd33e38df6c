"""Students on a poor network: 5 % of the packets lost, each 200 ms late. What they see as saved is saved, once."""

from __future__ import annotations

import asyncio
import time

from attending import lesson
from boardsup.cli.simulated.device import Device
from classes import CLASS, NAMES, answers, asked_all, settled
from counting_up import counted
from rough_network import RoughNetwork
from serving import Server

BACK_WITHIN = 3.0


async def test_a_class_with_loss_and_delay_answers_and_is_right_again_at_once_when_it_is_over(server: Server):
    async with lesson(server, NAMES) as attended, RoughNetwork(server, delay=0.2, loss=0.05) as network:
        devices = [Device(network.here, attended.code, tile) for tile in attended.tiles]
        attended.tasks.extend(asyncio.create_task(device.live()) for device in devices)
        await asyncio.gather(*(device.sits() for device in devices))
        await asked_all(attended, devices)
        answers(devices, 1, 4)
        for device in devices[::4]:
            device.drop()
        await settled(devices)
        assert network.lost > 0.02 * network.packets > 1

        answers(devices, 5, 5)
        network.is_good_again()
        over = time.monotonic()
        await settled(devices)
        await attended.teacher.sees(lambda: bool(attended.teacher.says("tallies", f"0 of {CLASS} right")))
        assert time.monotonic() - over < BACK_WITHIN
        found = counted(server, attended.code, devices)
        assert (found.lost, found.doubled) == (0, 0)
        assert all(device.saved["board.1"] == 5 for device in devices)
