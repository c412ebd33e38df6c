"""A lesson of a class of 32 through every kind of part: console, wall, two students' pages."""

from __future__ import annotations

import asyncio

from playwright.async_api import expect

from browser.lesson import class_of, on_target, tiles_of
from browser.pictures.album import Album
from browser.test_fifty_minutes import the_call, the_check, the_exit, the_stations, the_warm_up
from browser.whole_class import NAMES, ON_PAPER, READS_SPANISH, REAL, Room, the_cast
from browsing import Screens
from serving import Server


async def whole_lesson(screens: Screens, server: Server, album: Album) -> None:
    """The storyboard of fifty minutes, with a picture wherever a screen has changed."""
    desk = await class_of(server, screens, "\n".join(NAMES))
    await the_cast(server, desk)
    begun = await on_target(server, screens, desk, "eq-both-dist")
    wall, visitor = await begun.wall(), await begun.visitor()
    ids = await tiles_of(visitor)
    room = Room(begun, wall, ids)
    try:
        await room.comes(*(i for i in range(28) if i not in (*REAL, ON_PAPER)))
        await begun.console.locator(f'[data-person="{ids[ON_PAPER]}"]').click()
        await album.take(begun.console, "console-person-sheet")
        await begun.console.get_by_role("button", name="No device: I mark by hand").click()
        room.pages = {i: await begun.student(NAMES[i]) for i in REAL}
        await Pictures(room, album).all()
    finally:
        for task in room.tasks:
            task.cancel()
        await asyncio.gather(*room.tasks, return_exceptions=True)


class Pictures:
    """What the three screens show, part by part."""

    def __init__(self, room: Room, album: Album) -> None:
        self.room, self.album, self.console = room, album, room.begun.console

    async def all(self) -> None:
        """From the warm-up to the end."""
        await the_warm_up(self.room)
        await self.of("opener")
        await the_check(self.room)
        await self.of("check-closed")
        await self.groups()
        await self.room.begun.open("Model")
        await self.of("model")
        await self.room.begun.press("x", "x")
        await self.of("model-lines")
        await self.boards()
        await the_call(self.room)
        await self.of("call")
        await the_exit(self.room)
        await self.of("exit")
        await self.console.get_by_role("button", name="End…").click()
        await self.console.get_by_role("button", name="End the lesson").click()
        await expect(self.room.wall.locator(".end-scene")).to_be_visible()
        await self.of("ended")

    async def groups(self) -> None:
        """The plan, the groups on the wall, two rounds."""
        room, console = self.room, self.console
        await room.begun.open("Plan")
        await expect(console.locator("#plan-card h2")).to_have_text("Stations")
        await self.of("plan")
        await console.get_by_role("button", name="Show the groups").click()
        await expect(room.wall.locator(".named-groups")).to_be_visible()
        await self.of("groups")
        await the_stations(room)
        await self.of("stations")
        await console.locator("#rounds").get_by_role("button", name="End this round").click()
        await self.of("rounds-over")

    async def boards(self) -> None:
        """Stop, the two lines side by side, with new numbers move on; the boards of the class, three of them shown."""
        room, console = self.room, self.console
        await console.locator("#agenda").get_by_role("button", name="Board").first.click()
        await room.answered(17)
        await expect(console.locator(".flag .word")).to_have_text("STOP", timeout=20_000)
        await room.begun.press("c")
        await expect(console.locator("#advice .main")).to_be_visible(timeout=20_000)
        await room.begun.press("k")
        await expect(room.begun.stage.locator(".chip")).to_have_text("Discuss")
        await self.of("contrast")
        await room.begun.press("t")
        await room.answered(25)
        await expect(console.locator(".flag .word")).to_have_text("MOVE ON", timeout=20_000)
        await room.begun.press("c")
        await expect(console.locator("#advice .main")).to_be_visible(timeout=20_000)
        await self.of("move-on-closed")
        await room.begun.press("r")
        await expect(room.wall.locator(".reveal")).to_be_visible()
        await self.of("move-on")
        await room.begun.press("o")
        await expect(console.locator(".a-board")).not_to_have_count(0)
        for at in (2, 20, 27):
            await console.locator("[data-choose]").nth(at).click()
        await self.album.take(console, "console-boards")
        await self.album.take(console, "tablet-boards")
        await console.get_by_role("button", name="Show 3 side by side").click()
        await expect(room.wall.locator(".shown-board")).to_have_count(3)
        await self.album.take(console, "console-boards-shown")
        await self.album.take(room.wall, "wall-boards-shown")
        await console.get_by_role("button", name="Take all back").click()
        await room.begun.press("o")

    async def of(self, name: str) -> None:
        """This moment on every screen."""
        await self.album.take(self.console, f"console-{name}")
        await self.album.take(self.console, f"tablet-{name}")
        await self.album.take(self.room.wall, f"wall-{name}")
        for place, page in self.room.pages.items():
            language = "es" if place == READS_SPANISH else "en"
            await self.album.take(page, f"student-{name}-{language}")
