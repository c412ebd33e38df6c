"""A real Chromium for the stories of this folder: one for the whole run, and screens of their own for every test."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, async_playwright

from browsing import FLAGS, Screens
from setting_up.browser import find

HAS_FAILED = pytest.StashKey[bool]()
PICTURES = pytest.StashKey[list[str]]()


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
            request.config.stash.setdefault(PICTURES, []).extend(lines)
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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print where the pictures of failed tests are."""
    if pictures := config.stash.get(PICTURES, []):
        terminalreporter.section("screens of failed tests")
        for line in pictures:
            terminalreporter.line(line)
