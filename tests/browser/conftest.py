"""A real Chromium for the stories of this folder: one for the whole run, and screens of their own for every test."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, async_playwright

from boardsup.store.database import database_in, open_database
from boardsup.store.signin import new_signin
from browsing import FLAGS, Screens
from conftest import SERVERS
from serving import Server
from setting_up.browser import find

HAS_FAILED = pytest.StashKey[bool]()
PICTURE, TABLE = "picture", "table"
"""What a test has to say at the end of the run, as its properties."""


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser that is driven. Without one these tests fail; only BOARDSUP_BROWSER=skip leaves them out."""
    if os.environ.get("BOARDSUP_BROWSER") == "skip":
        pytest.skip("BOARDSUP_BROWSER=skip leaves the browser tests out")
    return os.environ.get("BOARDSUP_CHROMIUM") or find() or pytest.fail("no Chromium here; `make test` gets one")


@pytest.fixture(scope="session")
async def chromium(chromium_path: str) -> AsyncIterator[Browser]:
    """One browser process for the whole run."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield browser
        await browser.close()


class OneServer(Server):
    """A server for many stories, each with a class of its own; whoever asks gets a sign-in link that was never used."""

    @property
    def sign_in(self) -> str:
        database = open_database(database_in(self.data, self.database))
        try:
            with database.session() as session:
                return f"{self.here}/signin/{new_signin(session)}"
        finally:
            database.close()

    @sign_in.setter
    def sign_in(self, _: str) -> None:
        """The link that it printed at its start stays unused."""


@pytest.fixture(scope="session")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of this process's stories."""
    server = OneServer(tmp_path_factory.mktemp("school")).start()
    yield server
    server.kill()


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Server:
    """The server of a story: the one of all, or with the mark `own_server` its own, to be killed or seen whole."""
    if request.node.get_closest_marker("own_server"):
        return request.getfixturevalue("start_server")()
    server = request.getfixturevalue("one_server")
    request.node.stash.setdefault(SERVERS, []).append(server)
    return server


@pytest.fixture
async def screens(
    chromium: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Screens]:
    """Screens to open. After a failure each is saved as a picture; an error in our own scripts is a failure."""
    opened = Screens(chromium)
    yield opened
    try:
        if request.node.stash.get(HAS_FAILED, False):
            folder = tmp_path_factory.mktemp(re.sub(r"\W", "_", request.node.name)[:40])
            lines = [f"{request.node.name}: {file}" for file in await opened.picture(folder)]
            request.node.user_properties += [(PICTURE, line) for line in lines]
        else:
            assert opened.mistakes == []
    finally:
        await opened.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember whether the test failed, for the fixture that takes the pictures."""
    report = yield
    item.stash[HAS_FAILED] = item.stash.get(HAS_FAILED, False) or report.failed
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print where the pictures of failed tests are, and what was measured; the tests run in other processes."""
    reports = [one for some in terminalreporter.stats.values() for one in some if hasattr(one, "user_properties")]
    said = dict.fromkeys(tuple(pair) for one in reports for pair in one.user_properties)
    for name, title in ((PICTURE, "screens of failed tests"), (TABLE, "measured")):
        if lines := [line for kind, line in said if kind == name]:
            terminalreporter.section(title)
            for line in lines:
                terminalreporter.line(line)
