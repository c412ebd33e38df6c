"""`boardsup serve`: the server on this machine, and the three lines that a teacher needs to see."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
from dataclasses import dataclass, replace
from pathlib import Path

import uvicorn

from boardsup.cli.signin import new_link
from boardsup.cli.waiting import wait_for
from boardsup.web.app import build
from boardsup.web.log_lines import is_for_programs, set_up
from boardsup.web.settings import Settings
from boardsup.web.slow_senders import Impatient, allow_many_files

log = logging.getLogger("boardsup.serve")

TRIES = 50
"""Ports that are looked at, one after the other, until one is free."""

BACKLOG = 2_048
"""Connections that may wait to be accepted: a whole school's, when the server comes back."""

LARGEST_MESSAGE = 16_384
"""Bytes of a socket's message; a larger one closes the line before it is in memory."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens: a bound socket, and how this machine is reached from here and from the network."""

    socket: socket.socket
    here: str
    network: str


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve until a signal says stop; then every browser is told that it may come back, and the journal is drained."""
    set_up(settings.log)
    allow_many_files()
    wait_for(settings.where)
    address = listen(host, port)
    settings = replace(settings, shown_at=settings.shown_at or address.network)
    config = uvicorn.Config(
        build(settings),
        http=Impatient,
        ws="websockets-sansio",
        ws_max_size=LARGEST_MESSAGE,
        ws_per_message_deflate=False,
        access_log=False,
        log_config=None,
        log_level="warning",
        timeout_graceful_shutdown=5,
        proxy_headers=True,
    )
    # Once everything is put away, uvicorn raises the signal that stopped it again: for us that is a good end.
    signal.signal(signal.SIGTERM, lambda *_: None)
    with contextlib.suppress(KeyboardInterrupt), asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(_Server(config, address, settings.where).serve(sockets=[address.socket]))


class _Server(uvicorn.Server):
    """Tells the teacher where it is, as soon as it is there."""

    def __init__(self, config: uvicorn.Config, address: Address, where: str | Path) -> None:
        super().__init__(config)
        self._address, self._where = address, where

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            _say(self._address, await asyncio.to_thread(new_link, self._where, self._address.here))


def _say(address: Address, link: str) -> None:
    if is_for_programs():
        # No link among lines that are kept: `boardsup signin` prints one.
        log.info("ready", extra={"about": {"here": address.here, "network": address.network}})
        return
    print(f"Here: {address.here}")
    print(f"On this network: {address.network}")
    print(f"Sign in (once): {link}")
    print("Ready.", flush=True)


def listen(host: str, port: int) -> Address:
    """Bind the port, or the next free one. Raises OSError when none of them is free."""
    for candidate in range(port, port + TRIES):
        bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, candidate))
            # Two servers that start at once may both bind; only one of them can listen.
            bound.listen(BACKLOG)
        except OSError:
            bound.close()
            continue
        taken = bound.getsockname()[1]
        return Address(bound, f"http://127.0.0.1:{taken}", f"http://{_on_the_network(host)}:{taken}")
    raise OSError(f"No free port from {port} to {port + TRIES - 1}.")


def _on_the_network(host: str) -> str:
    """This machine's address as others on the network see it. Nothing is sent to find out."""
    if host not in ("0.0.0.0", ""):  # noqa: S104 - an address that is compared, not bound
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
