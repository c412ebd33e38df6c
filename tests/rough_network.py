"""A poor network between students and a server: every packet late, some lost, which TCP sends again after a while.

A lost packet holds up what comes behind it in its line, as it does in TCP; nothing is reordered.
"""

from __future__ import annotations

import asyncio
import random
from contextlib import closing, suppress
from typing import Self

from serving import Server

PACKET = 1_400
AGAIN_AFTER = 0.4
"""Seconds until a lost packet is sent again: what Linux waits at this delay, or longer."""


class RoughNetwork:
    """Listens on loopback while it is entered; `delay` in seconds each way, `loss` the share that gets lost."""

    def __init__(self, server: Server, *, delay: float, loss: float) -> None:
        self._server, self._delay, self._loss = server, delay, loss
        self._chance = random.Random(7)
        self.packets = self.lost = 0
        self._meetings: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Start to listen."""
        self._listening = await asyncio.start_server(self._met, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop, and drop what is open."""
        self._listening.close()
        for meeting in self._meetings:
            meeting.cancel()
        await asyncio.gather(*self._meetings, return_exceptions=True)

    @property
    def here(self) -> str:
        """The address to give to a student's device."""
        return f"http://127.0.0.1:{self._listening.sockets[0].getsockname()[1]}"

    def is_good_again(self) -> None:
        """From now on nothing is late or lost."""
        self._delay = self._loss = 0.0

    def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        meeting = asyncio.create_task(self._pass_on(reader, writer))
        self._meetings.add(meeting)
        meeting.add_done_callback(self._meetings.discard)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError), closing(writer):
            answers, requests = await asyncio.open_connection("127.0.0.1", self._server.port)
            with closing(requests):
                await asyncio.gather(self._pipe(reader, requests), self._pipe(answers, writer))

    async def _pipe(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        """Carry packets, each due after its delay and never before the one ahead of it."""
        clock = asyncio.get_running_loop().time
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def arrive() -> None:
            while True:
                due, packet = await under_way.get()
                await asyncio.sleep(due - clock())
                if not packet:
                    return
                target.write(packet)
                await target.drain()

        arriving, due = asyncio.create_task(arrive()), 0.0
        with suppress(ConnectionError):
            while packet := await source.read(PACKET):
                self.packets += 1
                is_lost = self._chance.random() < self._loss
                self.lost += is_lost
                due = max(due, clock() + self._delay + (AGAIN_AFTER if is_lost else 0.0))
                under_way.put_nowait((due, packet))
        under_way.put_nowait((due, b""))
        with suppress(ConnectionError):
            await arriving
        target.close()
