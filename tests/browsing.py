"""Screens for browser tests: their sizes, and contexts that remember what went wrong in them.

A test waits for what it wants to see (`expect(...)`), never for a fixed time.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, expect

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # As on a LAN without internet, so that no test depends on the machine's network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)

PATIENCE = 10_000
"""Milliseconds that a screen may take to show what a test waits for."""

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True, slots=True)
class Screen:
    """The size of what somebody looks at, in CSS pixels."""

    width: int
    height: int


STUDENT = Screen(360, 740)
CONSOLE = Screen(1366, 768)
WALL = Screen(1920, 1080)


class Screens:
    """Everybody's screens in one test. Each is a person's own browser: nothing is shared between two of them."""

    def __init__(self, browser: Browser) -> None:
        """`mistakes` fills with errors in our own scripts, and with what the content security policy refused."""
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.mistakes: list[str] = []

    async def open(self, screen: Screen, url: str = "about:blank") -> Page:
        """A new person's browser at this page. For a second tab of theirs: `await page.context.new_page()`."""
        context = await self.browser.new_context(viewport={"width": screen.width, "height": screen.height})
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda error: self.mistakes.append(f"{error.page and error.page.url}: {error.error}"))
        context.on("console", self._listen)
        self.contexts.append(context)
        page = await context.new_page()
        await page.goto(url)
        return page

    async def picture(self, folder: Path) -> list[Path]:
        """Save what every tab shows; returns the files."""
        tabs = [page for context in self.contexts for page in context.pages]
        files = [folder / f"{number}.png" for number in range(1, len(tabs) + 1)]
        for page, file in zip(tabs, files, strict=True):
            await page.screenshot(path=file, timeout=PATIENCE)
        return files

    async def close(self) -> None:
        """Close every browser of this test."""
        for context in self.contexts:
            await context.close()

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.mistakes.append(f"{message.page and message.page.url}: {message.text}")
