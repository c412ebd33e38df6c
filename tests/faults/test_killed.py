"""`kill -9` in the middle of a burst: every answer that a student saw as saved is there afterwards, exactly once.

Seen to fail (lost 5) with an outbox that does not wait for the journal.
"""

from __future__ import annotations

import asyncio
import time

from attending import Attended, lesson
from boardsup.cli.simulated.device import Device
from counting_up import counted, replayed
from serving import Server

CLASS = 32
NAMES = "\n".join(f"Student {i}" for i in range(1, CLASS + 1))


async def asked(attended: Attended) -> list[Device]:
    """Everybody sits, and the board question is before them."""
    devices = await asyncio.gather(*(attended.sits(i) for i in range(CLASS)))
    await attended.teacher.open("board")
    await asyncio.gather(*(device.is_asked("board.1") for device in devices))
    return devices


def answers(devices: list[Device], first: int, last: int) -> None:
    """Everybody hands in these values, one right after the other."""
    for value in range(first, last + 1):
        for device in devices:
            device.put({"do": "answer", "question": "board.1", "text": f"x = {value}"})


async def settled(devices: list[Device]) -> None:
    """Wait until nothing is on its way any more."""
    await asyncio.gather(*(device.sees(lambda d=device: d.unsaved == 0) for device in devices))


async def until_one_is_saved(devices: list[Device], number: int) -> None:
    """Wait until the first of the class has seen this hand-in as saved."""
    waits = [
        asyncio.create_task(device.sees(lambda d=device: d.saved.get("board.1", 0) >= number)) for device in devices
    ]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()


async def test_nothing_that_was_seen_as_saved_is_lost_and_nothing_is_doubled(server: Server):
    async with lesson(server, NAMES) as attended:
        devices = await asked(attended)
        answers(devices, 1, 8)
        await until_one_is_saved(devices, 2)
        await asyncio.to_thread(server.restart)
        answers(devices, 9, 10)
        await settled(devices)

        found = counted(server, attended.code, devices)
        assert (found.lost, found.doubled) == (0, 0)
        assert found.saved >= CLASS + 1
        assert all(device.saved["board.1"] == 10 for device in devices)
        assert (await replayed(server, attended.code)).returncode == 0


async def test_killed_again_and_again_it_still_comes_back_with_everything(server: Server):
    async with lesson(server, NAMES) as attended:
        devices = await asked(attended)
        for burst in range(3):
            answers(devices, 3 * burst + 1, 3 * burst + 3)
            await until_one_is_saved(devices, 3 * burst + 1)
            await asyncio.to_thread(server.restart)
        await settled(devices)

        found = counted(server, attended.code, devices)
        assert (found.lost, found.doubled) == (0, 0)
        assert all(device.saved["board.1"] == 9 for device in devices)


async def test_the_screens_come_back_by_themselves_and_the_lesson_goes_on_where_it_was(server: Server):
    async with lesson(server, NAMES) as attended:
        devices = await asked(attended)
        answers(devices, 1, 1)
        await settled(devices)
        code = attended.code
        for device in devices:
            device.page.regions.clear()
        await asyncio.to_thread(server.restart)
        back = time.monotonic()
        await asyncio.gather(
            *(device.sees(lambda d=device: "Saved" in d.page.regions.get("saved", "")) for device in devices)
        )
        assert time.monotonic() - back < 3
        again = type(attended.teacher)(attended.teacher.browser)
        again.code = code
        attended.tasks.append(asyncio.create_task(again.watch()))
        await again.sees(lambda: bool(again.says("tallies", f"0 of {CLASS} right")))
        await again.press("reveal", segment="board")
        await again.sees(lambda: not again.offers("reveal"))


async def test_what_was_typed_while_the_server_was_down_arrives_afterwards(server: Server):
    async with lesson(server, NAMES) as attended:
        devices = await asked(attended)
        await asyncio.to_thread(server.kill)
        answers(devices, 15, 15)
        await asyncio.to_thread(server.start)
        await settled(devices)
        found = counted(server, attended.code, devices)
        assert (found.saved, found.lost, found.doubled) == (CLASS, 0, 0)


async def test_what_comes_after_the_class_has_moved_on_is_told_plainly(server: Server):
    async with lesson(server, NAMES) as attended:
        devices = await asked(attended)
        late = devices[0]
        late.hold()
        late.put({"do": "answer", "question": "board.1", "text": "7.5"})
        await attended.teacher.press("reveal", segment="board")
        await attended.teacher.sees(lambda: not attended.teacher.offers("reveal"))
        late.go_on()
        await late.sees(lambda: ("board.1", 1) in late.given_up)
        assert "already closed" in late.page.words("notice")
