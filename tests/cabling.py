"""A cable between a server and its database that can be cut: what is sent is lost, and nobody says so."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import Self

from serving import PATIENCE


class Cable:
    """Listens on loopback while it is entered, in a thread of its own, and carries everything to `port` until cut."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._whole: asyncio.Event
        self._carrying: set[asyncio.Task[None]] = set()
        self.port = 0

    def __enter__(self) -> Self:
        """Start to listen."""
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and drop what is open."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(PATIENCE)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    def cut(self) -> None:
        """From now on nothing comes through, either way."""
        self._loop.call_soon_threadsafe(self._whole.clear)

    def mend(self) -> None:
        """Whole again: what was under way comes through after all, late."""
        self._loop.call_soon_threadsafe(self._whole.set)

    async def _listen(self) -> None:
        self._whole = asyncio.Event()
        self._whole.set()
        self._listening = await asyncio.start_server(self._met, "127.0.0.1", 0)
        self.port = int(self._listening.sockets[0].getsockname()[1])

    async def _stop(self) -> None:
        self._listening.close()
        for carrying in self._carrying:
            carrying.cancel()
        await asyncio.gather(*self._carrying, return_exceptions=True)

    def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        carrying = self._loop.create_task(self._carry(reader, writer))
        self._carrying.add(carrying)
        carrying.add_done_callback(self._carrying.discard)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._whole.wait()
        back, there = await asyncio.open_connection("127.0.0.1", self._to)
        try:
            await asyncio.gather(self._pipe(reader, there), self._pipe(back, writer))
        finally:
            there.close()
            writer.close()

    async def _pipe(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while chunk := await source.read(65_536):
                await self._whole.wait()
                target.write(chunk)
                await target.drain()
        target.close()
