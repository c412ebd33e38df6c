"""A student's live line, as cheap as it can be: a load must not be slower than the server that it measures.

It speaks the protocol of a browser's WebSocket (RFC 6455) without extensions. Its masking key is zero, which any
server must accept: a mask protects proxies from scripts, and here is no script.
"""

from __future__ import annotations

import asyncio
import base64
import os
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

LEAST_ROOM = 4_096
"""Bytes that the system keeps for a reader which is to be slow."""

_TEXT, _CLOSE, _PING = 0x81, 0x88, 0x89
_NO_MASK = b"\0\0\0\0"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is reached."""

    host: str
    port: int
    netloc: str
    origin: str
    tls: ssl.SSLContext | None = None


def address_of(origin: str) -> Address:
    """The address of http://host:port or https://host."""
    parts = urlsplit(origin)
    tls = ssl.create_default_context() if parts.scheme == "https" else None
    port = parts.port or (443 if tls else 80)
    return Address(parts.hostname or "127.0.0.1", port, parts.netloc, origin, tls)


class Line(asyncio.Protocol):
    """One open WebSocket: `hear` is called with each text as bytes, `lost` once when it is over, with its code."""

    def __init__(self, hear: Callable[[bytes], None], lost: Callable[[int], None]) -> None:
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.ended = asyncio.Event()
        self.code = 1006
        self._hear, self._lost = hear, lost
        self._rest = b""
        self._is_open = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection stands; the handshake follows."""
        # uvloop's transports are none of asyncio's by type.
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over, by whichever side."""
        self.ended.set()
        if not self.opened.done():
            self.opened.set_exception(ConnectionResetError("the line did not open"))
            return
        self._lost(self.code)

    def data_received(self, data: bytes) -> None:
        """Bytes came: the answer to the handshake, then frames."""
        data = self._rest + data if self._rest else data
        if not self._is_open:
            head, end, data = data.partition(b"\r\n\r\n")
            if not end:
                self._rest = head
                return
            if not head.startswith(b"HTTP/1.1 101"):
                self.abort()
                return
            self._is_open = True
            if not self.opened.done():
                self.opened.set_result(None)
        self._rest = self._frames(data)

    def send(self, text: bytes) -> None:
        """Send a text; before the line is open, and after its end, nothing happens."""
        if self._is_open:
            self._write(_TEXT, text)

    def stop_reading(self) -> None:
        """Read nothing more, as a page does that hangs."""
        if self._transport is not None:
            self._transport.pause_reading()

    def abort(self) -> None:
        """Cut it, as a network does."""
        if self._transport is not None:
            self._transport.abort()

    async def close(self) -> None:
        """Go as a browser goes, and wait until the connection is gone."""
        if self._transport is not None:
            self._write(_CLOSE, (1001).to_bytes(2, "big"))
            self._transport.close()
            await self.ended.wait()

    def shake(self, path: str, where: Address, cookie: str) -> None:
        """Ask for the line."""
        lines = (
            f"GET {path} HTTP/1.1",
            f"Host: {where.netloc}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            "Sec-WebSocket-Version: 13",
            f"Origin: {where.origin}",
            f"Cookie: {cookie}",
        )
        assert self._transport is not None
        self._transport.write(("\r\n".join(lines) + "\r\n\r\n").encode())

    def _frames(self, data: bytes) -> bytes:
        """Take every whole frame; what is left over waits for more."""
        at, end = 0, len(data)
        while end - at >= 2:
            length, head = data[at + 1], 2
            if length > 125:
                head = 4 if length == 126 else 10
                length = int.from_bytes(data[at + 2 : at + head], "big")
            if end - at < head + length:
                break
            self._frame(data[at], data[at + head : at + head + length])
            at += head + length
        return data[at:]

    def _frame(self, first: int, payload: bytes) -> None:
        if first == _TEXT:
            self._hear(payload)
        elif first == _PING:
            self._write(0x8A, payload)
        elif first == _CLOSE:
            self.code = int.from_bytes(payload[:2], "big") if payload else 1005
            if self._transport is not None:
                self._transport.close()

    def _write(self, first: int, payload: bytes) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        length = len(payload)
        if length < 126:
            head = bytes((first, 0x80 | length))
        elif length < 65_536:
            head = bytes((first, 0x80 | 126)) + length.to_bytes(2, "big")
        else:
            head = bytes((first, 0x80 | 127)) + length.to_bytes(8, "big")
        self._transport.write(head + _NO_MASK + payload)


async def open_line(line: Line, path: str, where: Address, cookie: str, *, slow: bool = False) -> None:
    """Connect a line and wait until it is open. Raises OSError. A slow one has next to no room for what it is sent."""
    loop = asyncio.get_running_loop()
    if slow:
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, LEAST_ROOM)
        connection.setblocking(False)
        await loop.sock_connect(connection, (where.host, where.port))
        await loop.create_connection(lambda: line, sock=connection, ssl=where.tls, server_hostname=_name(where))
    else:
        await loop.create_connection(lambda: line, where.host, where.port, ssl=where.tls)
    line.shake(path, where, cookie)
    try:
        await line.opened
    except BaseException:
        with suppress(Exception):
            line.abort()
        raise


def _name(where: Address) -> str | None:
    return where.host if where.tls else None
