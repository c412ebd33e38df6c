"""A socket whose lesson another process has: every message is passed on, and so is the code that it closes with."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from boardsup.room.tab import RESTARTING

CONNECTS_WITHIN = 2.0
"""Seconds in which the owner has to answer."""
UNSENT = frozenset({1004, 1005, 1006, 1015})
"""Codes that say how a line was lost, and never stand in a frame (RFC 6455, 7.4.1)."""

BY_THE_CLIENT = frozenset({"host", "upgrade", "connection"})
"""Headers of a handshake that the library writes itself, as it does all that begin with sec-websocket."""


class Unreachable(Exception):
    """The process that has the lesson does not answer."""


async def relay_socket(
    scope: Scope, receive: Receive, send: Send, address: str, headers: list[tuple[str, str]]
) -> None:
    """Carry a socket until either side ends it. Raises `Unreachable` before it was accepted."""
    inside = urlsplit(address)
    host = next((value for name, value in headers if name == "host"), inside.netloc)
    path = scope["raw_path"].decode("latin-1") + "?" + scope["query_string"].decode("latin-1")
    theirs = [
        (name, value) for name, value in headers if name not in BY_THE_CLIENT and not name.startswith("sec-websocket")
    ]
    # Whatever a browser says that its host is goes into the handshake alone: where to is ours to say.
    try:
        owner = await connect(
            f"ws://{host}{path}",
            host=inside.hostname,
            port=inside.port,
            additional_headers=theirs,
            user_agent_header=None,
            compression=None,
            open_timeout=CONNECTS_WITHIN,
            close_timeout=CONNECTS_WITHIN,
            ping_interval=None,
            max_size=None,
            proxy=None,
        )
    except (OSError, TimeoutError, ValueError, WebSocketException) as error:
        raise Unreachable from error
    async with owner:
        await receive()
        await send({"type": "websocket.accept"})
        await _carry(receive, send, owner)


async def close_early(receive: Receive, send: Send) -> None:
    """Accept, then say that the page may come back: it learns nothing from a refused handshake."""
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.close", "code": RESTARTING})


async def _carry(receive: Receive, send: Send, owner: ClientConnection) -> None:
    there = asyncio.create_task(_there(receive, owner))
    back = asyncio.create_task(_back(send, owner))
    try:
        await asyncio.wait((there, back), return_when=asyncio.FIRST_COMPLETED)
        if owner.close_code is not None:
            # Whoever heard of it first: the browser is told the owner's code.
            await asyncio.wait((back,), timeout=CONNECTS_WITHIN)
    finally:
        there.cancel()
        back.cancel()
        await asyncio.gather(there, back, return_exceptions=True)


async def _there(receive: Receive, owner: ClientConnection) -> None:
    """From the browser to the owner, until the browser leaves."""
    with suppress(ConnectionClosed):
        while (message := await receive())["type"] == "websocket.receive":
            await owner.send(message.get("text") or "")
        await owner.close()


async def _back(send: Send, owner: ClientConnection) -> None:
    """From the owner to the browser, until the owner closes; then with its code, or as one that may come back."""
    with suppress(ConnectionClosed):
        while True:
            message = await owner.recv()
            await send({"type": "websocket.send", "text": message if isinstance(message, str) else message.decode()})
    code = owner.close_code
    with suppress(RuntimeError):
        await send({"type": "websocket.close", "code": RESTARTING if code is None or code in UNSENT else code})
