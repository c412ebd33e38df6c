"""`boardsup serve`: the server on this machine, and the three lines that a teacher needs to see."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import threading
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import cast

import uvicorn
from fastapi import FastAPI

from boardsup.cli.signin import new_link
from boardsup.cli.waiting import wait_for
from boardsup.cli.workers import Workers, command_of_ours, stop_with
from boardsup.store.database import open_database
from boardsup.store.failures import Unwritable
from boardsup.store.owning import leave
from boardsup.web.app import build
from boardsup.web.log_lines import is_for_programs, set_up
from boardsup.web.settings import Settings
from boardsup.web.slow_senders import Impatient, allow_many_files
from boardsup.web.straight import protocol

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen, and beside whom: `inside` is HOST:PORT for other processes, `workers` how many run here.

    `worker` is set in one of several: the numbers of its listening socket and of its line to whoever started it.
    """

    host: str
    port: int
    inside: str = ""
    workers: int = 1
    worker: tuple[int, int] | None = None


def serve(settings: Settings, place: Place) -> None:
    """Serve until a signal says stop; then every browser is told that it may come back, and the journal is drained.

    Raises OSError when no port is free, RuntimeError when one of several processes does not get ready.
    """
    set_up(settings.log)
    # It would write every address that it asks.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    allow_many_files()
    wait_for(settings.where)
    address = listen(place.host, place.port) if place.worker is None else inherited(place.worker[0], place.host)
    settings = replace(settings, shown_at=settings.shown_at or address.network)
    if place.workers > 1 and place.worker is None:
        _serve_many(settings, place.workers, address)
        return
    sockets = [address.socket]
    if place.inside or place.worker is not None:
        host, _, port = (place.inside or "127.0.0.1:0").rpartition(":")
        inside = listen(host, int(port))
        sockets.append(inside.socket)
        settings = replace(settings, inside=inside.network)
    line = None if place.worker is None else socket.socket(fileno=place.worker[1])
    _run(settings, address, sockets, line)


def _run(settings: Settings, address: Address, sockets: list[socket.socket], line: socket.socket | None) -> None:
    config = uvicorn.Config(
        build(settings),
        ws="websockets-sansio" if settings.plain_lines else protocol(),
        http=Impatient,
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
        runner.run(_Server(config, address, settings.where, line).serve(sockets=sockets))


def _serve_many(settings: Settings, count: int, address: Address) -> None:
    several = Workers(command_of_ours(), address.socket, count, partial(_note_end, settings.where))
    several.start()
    _say(address, new_link(settings.where, address.here))
    several.run()


def _note_end(where: str | Path, process: str) -> None:
    """A worker has ended for certain: its lessons are free at once, where the database can be told."""
    try:
        with contextlib.closing(open_database(where)) as database, database.session() as session:
            leave(session, process)
    except Unwritable as error:
        log.warning("the end of a worker could not be noted: %s", error)


class _Server(uvicorn.Server):
    """Tells the teacher where it is as soon as it is there, or who started it that it is ready."""

    def __init__(self, config: uvicorn.Config, address: Address, where: str | Path, line: socket.socket | None) -> None:
        super().__init__(config)
        self._address, self._where, self._line = address, where, line

    @property
    def _name(self) -> str:
        """What this process is called among the others on its database."""
        owning = cast("FastAPI", self.config.app).state.door.rooms.owning
        return str(owning.me)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started and self._line is not None:
            with contextlib.suppress(OSError):
                self._line.sendall(self._name.encode())
            threading.Thread(target=stop_with, args=(self._line,), daemon=True).start()
        elif self.started:
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
        return _address(bound, host)
    raise OSError(f"No free port from {port} to {port + TRIES - 1}.")


def inherited(number: int, host: str) -> Address:
    """The socket that whoever started this process listens on."""
    return _address(socket.socket(fileno=number), host)


def _address(bound: socket.socket, host: str) -> Address:
    port = bound.getsockname()[1]
    return Address(bound, f"http://127.0.0.1:{port}", f"http://{_on_the_network(host)}:{port}")


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
