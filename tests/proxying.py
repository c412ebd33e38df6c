"""A school's proxy in front of a server: plain requests pass, sockets are refused, or left without an answer."""

from __future__ import annotations

import asyncio
from contextlib import closing, suppress
from typing import Literal, Self

from serving import Server

REFUSAL = b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class Proxy:
    """Listens on loopback while it is entered. A browser that asks for a socket gets a refusal, or waits in vain."""

    def __init__(self, server: Server, sockets: Literal["refused", "unanswered"]) -> None:
        self.server = server
        self.sockets = sockets
        self.asked_for_sockets = 0
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
        """The address to give to a browser."""
        return f"http://127.0.0.1:{self._listening.sockets[0].getsockname()[1]}"

    def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        meeting = asyncio.create_task(self._pass_on(reader, writer))
        self._meetings.add(meeting)
        meeting.add_done_callback(self._meetings.discard)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError), closing(writer):
            head = await reader.readuntil(b"\r\n\r\n")
            if b"upgrade: websocket" in head.lower():
                self.asked_for_sockets += 1
                await self._turn_away(reader, writer)
            else:
                answers, requests = await asyncio.open_connection("127.0.0.1", self.server.port)
                with closing(requests):
                    requests.write(head)
                    await asyncio.gather(_pipe(reader, requests), _pipe(answers, writer))

    async def _turn_away(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.sockets == "refused":
            writer.write(REFUSAL)
            await writer.drain()
        else:
            await reader.read()


async def _pipe(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while chunk := await source.read(65_536):
            target.write(chunk)
            await target.drain()
    target.close()
