"""A bare echo on the same uvicorn stack, in a process of its own: the floor that an answer is compared with."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from boardsup.cli.serve import listen


@dataclass(frozen=True, slots=True)
class Echo:
    """Where the echo listens, and its process."""

    uri: str
    pid: int


@asynccontextmanager
async def echoing() -> AsyncIterator[Echo]:
    """Run the echo until the block ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from boardsup.cli.bench.echo import main; main()", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(30):
            port = int(await process.stdout.readline())
        yield Echo(f"ws://127.0.0.1:{port}/", process.pid)
    finally:
        process.kill()
        await process.wait()


async def _echo(socket: WebSocket) -> None:
    await socket.accept()
    try:
        while True:
            await socket.send_text(await socket.receive_text())
    except WebSocketDisconnect:
        return


def main() -> None:
    """Listen on a free port, print it, echo."""
    address = listen("127.0.0.1", 8200)
    app = Starlette(routes=[WebSocketRoute("/", _echo)])
    config = uvicorn.Config(
        app, ws="websockets-sansio", ws_per_message_deflate=False, access_log=False, log_level="warning"
    )
    print(address.here.rpartition(":")[2], flush=True)
    uvicorn.Server(config).run(sockets=[address.socket])
