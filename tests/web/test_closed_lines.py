"""A line that is closed leaves nothing in memory, also where Python never looks for cycles among old objects."""

from __future__ import annotations

import asyncio
import gc
import socket
import sys
from pathlib import Path

import uvicorn
import uvloop
from websockets.server import ServerProtocol

from boardsup.cli.load.hall import hall
from boardsup.cli.load.load import signed_in
from boardsup.cli.signin import new_link
from boardsup.web.app import build
from boardsup.web.live import Line
from boardsup.web.settings import Settings
from boardsup.web.slow_senders import Impatient
from boardsup.web.straight import Straight


def in_memory(kind: type) -> int:
    """How many objects of a kind there are, reachable or not."""
    return sum(type(one) is kind for one in gc.get_objects())


async def lines_come_and_go(settings: Settings, listening: socket.socket) -> None:
    """A server in this process, on the loop that is used where it is taught; nobody collects cycles meanwhile."""
    server = uvicorn.Server(
        uvicorn.Config(build(settings), ws=Straight, http=Impatient, log_config=None, timeout_graceful_shutdown=1)
    )
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        async with asyncio.timeout(30):
            while not server.started:  # noqa: ASYNC110 - uvicorn tells nobody
                await asyncio.sleep(0.01)
            here = f"http://127.0.0.1:{listening.getsockname()[1]}"
            target = await signed_in(here, new_link(settings.where, here), ())
            async with hall(target, 1, 4) as lessons:
                await lessons.seat()
                await lessons.ask()
                gc.collect()
                gc.disable()
                before = {kind: in_memory(kind) for kind in (Line, Straight, ServerProtocol, Impatient)}
                for _ in range(3):
                    for clicker in lessons.clickers:
                        clicker.cut()
                    await asyncio.gather(*(clicker.whole.wait() for clicker in lessons.clickers))
                while left := {kind.__name__: n for kind, many in before.items() if (n := in_memory(kind)) > many}:
                    print(left)
                    await asyncio.sleep(0.1)
    finally:
        server.should_exit = True
        await serving


def test_a_line_that_is_closed_is_gone_without_a_search_for_cycles(tmp_path: Path):
    """Seen to fail with each: lines, their protocols, what these are built on, the readers of handshakes."""
    threshold, interval = gc.get_threshold(), sys.getswitchinterval()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        try:
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                runner.run(lines_come_and_go(Settings(tmp_path), listening))
        finally:
            gc.enable()
            gc.unfreeze()
            gc.set_threshold(*threshold)
            sys.setswitchinterval(interval)
