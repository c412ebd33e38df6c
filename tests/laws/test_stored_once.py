"""N students answer in the same moment, some of them twice: each answer is stored exactly once, and nobody waits long.

Through real sockets and a real journal. Seen to fail with `_is_heard` saying no (doubled), and with a writer that
throws away every hundredth entry (lost).
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from attending import lesson, line
from boardsup.lesson.events import AnswerGiven
from counting_up import counted, events
from serving import Server

ANSWERS = ("x = 15/2", "7.5", "x=7.5", "7 1/2", "x = 21/4", "5.25", "x=30", "3/2", "x = 17", "-4")


@pytest.mark.parametrize("count", [40, 200, 500])
async def test_answers_of_the_same_moment_are_stored_exactly_once(server: Server, count: int) -> None:
    async with lesson(server, "\n".join(f"Student {i}" for i in range(1, count + 1))) as attended:
        devices = await asyncio.gather(*(attended.sits(i) for i in range(count)))
        await attended.teacher.open("board")
        await asyncio.gather(*(device.is_asked("board.1") for device in devices))

        receipts = [
            device.put({"do": "answer", "question": "board.1", "text": ANSWERS[i % len(ANSWERS)]})
            for i, device in enumerate(devices)
        ]
        await asyncio.gather(*receipts)
        again = [device for i, device in enumerate(devices) if i % 10 == 0]
        await asyncio.gather(*(resent(server, attended.code, device) for device in again))

        given = Counter(e.student for e in events(server, attended.code) if isinstance(e, AnswerGiven))
        assert given == dict.fromkeys(attended.tiles, 1)
        found = counted(server, attended.code, devices)
        assert (found.saved, found.lost, found.doubled) == (count, 0, 0)
        right = sum(ANSWERS[i % len(ANSWERS)] in ANSWERS[:4] for i in range(count))
        await attended.teacher.sees(lambda: bool(attended.teacher.says("tallies", f"{right} of {count} right")))


async def resent(server: Server, code: str, device) -> None:
    """The same hand-in once more, from another tab of the same device."""
    form = {"do": "answer", "question": "board.1", "number": "1", "text": "x = 99"}
    async with line(server, code, device.browser.cookies) as socket:
        await socket.send(json.dumps(form))
        with suppress(ConnectionClosed):
            while "board.1:1" not in str(await socket.recv()):
                pass
