"""A picture of every screen in every state, to be looked at: `make pictures`, or by hand

    cd tests && python -m browser.take_pictures [FOLDER/] [lesson] [class] [states] [desk]

Into screenshots/ beside the README, which git ignores, unless another folder is named. `lesson` is the sample lesson,
with the README's pictures, `class` every kind of part with a class of 32, `states` every state of a part of a screen.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import async_playwright

from browser.pictures.album import Album
from browser.pictures.desk_pages import desk_pages
from browser.pictures.every_state import every_state
from browser.pictures.first_lesson import Play
from browser.pictures.whole_lesson import whole_lesson
from browsing import FLAGS, Screens
from checkout import ROOT
from serving import Server
from setting_up.browser import find

Part = Callable[[Screens, Server, Album], Awaitable[None]]


async def sample(screens: Screens, server: Server, album: Album) -> None:
    """The sample lesson."""
    await Play(screens, server, album).whole()


PARTS: dict[str, Part] = {"lesson": sample, "class": whole_lesson, "states": every_state}


async def main(folder: Path, wanted: set[str]) -> None:
    """Play one part after another, each on a server of its own."""
    album = Album(folder)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find(), args=FLAGS)
        for name, part in PARTS.items():
            if name in wanted:
                await played(part, Screens(browser), album)
        if "desk" in wanted:
            await desk_pages(Screens(browser), album)
        await browser.close()
    print(f"{len(album.taken)} states in {folder}")


async def played(part: Part, screens: Screens, album: Album) -> None:
    """One part, on a new server."""
    with tempfile.TemporaryDirectory(prefix="boardsup-pictures-") as data:
        server = Server(Path(data)).start()
        try:
            await part(screens, server, album)
        finally:
            await screens.close()
            server.stop()


if __name__ == "__main__":
    words = sys.argv[1:]
    into = Path(words.pop(0)) if words and "/" in words[0] else ROOT / "screenshots"
    into.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(into, set(words) or {*PARTS, "desk"}))
