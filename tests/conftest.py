"""Fixtures for every test: real servers, which say what they said when a test fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import postgres as databases
from serving import Server

settings.register_profile("boardsup", parent=settings(), deadline=None)
settings.load_profile("boardsup")
"""A busy machine is no counterexample. Everything else is as Hypothesis has it, which differs where CI is set."""

SERVERS = pytest.StashKey[list[Server]]()

StartServer = Callable[..., Server]


@pytest.fixture
def start_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StartServer]:
    """Start a server with a data folder of its own; each word given to it is one more word for `boardsup serve`."""
    servers = request.node.stash.setdefault(SERVERS, [])

    def start(*options: str, database: str = "") -> Server:
        servers.append(Server(tmp_path / f"data-{len(servers)}", *options, database=database))
        return servers[-1].start()

    yield start
    for server in servers:
        if server.is_running:
            server.kill()


@pytest.fixture
def server(start_server: StartServer) -> Server:
    """A server on loopback that is ready."""
    return start_server()


@pytest.fixture(scope="session")
def postgres() -> Iterator[databases.Postgres]:
    """One PostgreSQL for the whole run; it does not wait for the disk. Skips, or fails, where there can be none."""
    with databases.running("-c", "fsync=off", "-c", "synchronous_commit=off") as found:
        yield found


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """An empty place for a school: a SQLite file, then a database on PostgreSQL."""
    if request.param == "sqlite":
        return tmp_path / "x.sqlite3"
    return request.getfixturevalue("postgres").new_database()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Put what the servers said under the report of a failed test."""
    report = yield
    if report.failed:
        for server in item.stash.get(SERVERS, []):
            report.sections.append((f"server at {server.here}", "\n".join(server.said)))
    return report
