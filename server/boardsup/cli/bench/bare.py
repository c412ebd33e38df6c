"""Bare things on the same stack, in their own process: an echo, a broadcast, an accept: what ours is compared with.

The broadcast is the plain one: one awaited send after the other, to everybody.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from boardsup.cli.serve import listen

HELLO = "hello"
"""What every socket hears once it is accepted."""


@dataclass(frozen=True, slots=True)
class Bare:
    """Where it listens, and its process."""

    origin: str
    pid: int


@asynccontextmanager
async def bare() -> AsyncIterator[Bare]:
    """Run it until the block ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from boardsup.cli.bench.bare import main; main()", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(60):
            port = int(await process.stdout.readline())
        yield Bare(f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.kill()
        await process.wait()


_everybody: set[WebSocket] = set()


async def _echo(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(HELLO)
    with suppress(WebSocketDisconnect):
        while True:
            await socket.send_text(await socket.receive_text())


async def _broadcast(socket: WebSocket) -> None:
    """Whatever one of them says, all of them hear."""
    await socket.accept()
    await socket.send_text(HELLO)
    _everybody.add(socket)
    try:
        while True:
            text = await socket.receive_text()
            for other in list(_everybody):
                await other.send_text(text)
    except WebSocketDisconnect:
        _everybody.discard(socket)


async def _page(_: Request) -> HTMLResponse:
    return HTMLResponse("<!doctype html><title>Bare</title>")


def main() -> None:
    """Listen on a free port, print it, serve."""
    address = listen("127.0.0.1", 8200)
    routes = [Route("/", _page), WebSocketRoute("/echo", _echo), WebSocketRoute("/broadcast", _broadcast)]
    config = uvicorn.Config(
        Starlette(routes=routes),
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=100_000,
        access_log=False,
        log_level="warning",
    )
    print(address.here.rpartition(":")[2], flush=True)
    uvicorn.Server(config).run(sockets=[address.socket])
