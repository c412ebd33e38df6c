"""One server for all tests of a file, for each of them has lessons of its own; who breaks it starts another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from conftest import SERVERS
from serving import Server


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on loopback that is ready, and stays until the file is through."""
    found = Server(tmp_path_factory.mktemp("data")).start()
    yield found
    found.kill()


@pytest.fixture
def server(shared: Server, request: pytest.FixtureRequest) -> Server:
    """The same, whose words are put under the report of a test that fails."""
    request.node.stash.setdefault(SERVERS, []).append(shared)
    return shared
