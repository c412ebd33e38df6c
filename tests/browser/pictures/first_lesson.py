"""The sample lesson with a class of thirty, from the empty desk to the goodbye; the README's pictures, too."""

from __future__ import annotations

import asyncio
import base64
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.async_api import expect

from boardsup.cli.simulated.device import Device
from boardsup.cli.simulated.page import Form
from boardsup.cli.simulated.pupil import Pupil
from browser.lesson import tiles_of
from browser.pictures.album import Album
from browsing import CONSOLE, STUDENT, WALL, Screen, Screens
from serving import Server

HERE = 27
"""Of the thirty on the list, this many come by themselves; one more has a picture taken of their page."""

OWN = 25
"""The tile of that one."""

SLOW = 4
REASONS = (
    "it is already solved",
    "it only multiplies",
    "it has two steps",
    "its solution is negative",
    "no minus in it",
)
WRITES = {
    "check.1": ["9"] * 11 + ["x = 9", "19", "-9"],
    "check.2": ["-4"] * 7 + ["-4 = x", "-14", "-14", "-8", "1", "4"],
    "check.3": ["56/5", "11.2", "11 1/5", "28/5", "28/5", "28/5", "28/5", "56", "23", "-14/5"],
    "board.1": ["15/2", "7.5", "7 1/2", "x=7.5"] * 2 + ["21/4"] * 5 + ["30", "17"],
    "spot": ["4"] * 14 + ["5"],
}
"""What a class writes, drawn from at random with a seed."""

THREE = """<style>
  body {{ margin: 0; position: relative; height: 700px; background: #e9e4d6; }}
  img {{ position: absolute; border: 5px solid #1e2430; border-radius: 12px; }}
</style>
<img style="left: 28px; top: 48px; width: 1060px" src="data:image/png;base64,{console}">
<img style="left: 1122px; top: 28px; width: 480px" src="data:image/png;base64,{wall}">
<img style="left: 1275px; top: 330px; width: 168px" src="data:image/png;base64,{student}">"""


@dataclass
class Class:
    """The simulated students. The slow ones hand in once `go` is set."""

    chance: random.Random = field(default_factory=lambda: random.Random(7))
    go: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def arrive(self, here: str, code: str, tiles: list[str]) -> None:
        """Each takes a tile and stays."""
        pupils = [Pupil(Device(here, code, tile), self.mind(i)) for i, tile in enumerate(tiles)]
        self.tasks = [asyncio.create_task(pupil.live()) for pupil in pupils]
        await asyncio.gather(*(pupil.device.sits() for pupil in pupils))

    def mind(self, i: int) -> Callable[[Form], asyncio.Future[Form]]:
        """How the i-th student thinks."""

        async def thinks(form: Form) -> Form:
            await asyncio.sleep(self.chance.random())
            if i < SLOW:
                await self.go.wait()
            if form["do"] == "share":
                return {**form, "choice": self.chance.choice("AABBCCCD"), "text": self.chance.choice(REASONS)}
            if i == SLOW and form["question"].startswith(("board", "spot")):
                return {**form, "text": "seven and a bit"}
            if i == SLOW + 1:
                return {"do": "dont_know", "question": form["question"]}
            return {**form, "text": self.chance.choice(WRITES.get(form["question"], WRITES["spot"]))}

        return thinks


@dataclass
class Play:
    """The lesson, from the empty desk to the goodbye."""

    screens: Screens
    server: Server
    album: Album
    pupils: Class = field(default_factory=Class)

    async def whole(self) -> None:
        """Everything, in order."""
        await self.desk()
        await self.join()
        await self.warm_up()
        await self.check()
        await self.board()
        await self.spot()
        await self.call()
        await self.end()
        for task in self.pupils.tasks:
            task.cancel()

    async def desk(self) -> None:
        stranger = await self.screens.open(CONSOLE, f"{self.server.here}/desk")
        await self.album.take(stranger, "desk-not-signed-in")
        self.console = await self.screens.open(CONSOLE, self.server.sign_in)
        await self.album.take(self.console, "desk-first-time")
        await self.console.get_by_role("button", name="Take the sample class").click()
        await self.album.take(self.console, "desk-class")
        await self.console.get_by_role("button", name="Take Bo off the list").click()
        await self.album.take(self.console, "desk-put-back")
        await self.console.get_by_role("button", name="Put back").click()

    async def join(self) -> None:
        await self.console.get_by_role("button", name="Start", exact=True).click()
        await expect(self.console.locator(".stage")).to_be_visible()
        code = self.console.url.split("/room/")[1][:5]
        await self.album.take(self.console, "console-before")
        self.wall = await self.console.context.new_page()
        await self.wall.set_viewport_size({"width": WALL.width, "height": WALL.height})
        await self.wall.goto(f"{self.server.here}/room/{code}/wall")
        self.student = await self.screens.open(STUDENT, f"{self.server.here}/room/{code}")
        tiles = await tiles_of(self.student)
        own = tiles.pop(OWN)
        await self.pupils.arrive(self.server.here, code, tiles[:HERE])
        await self.album.take(self.student, "student-tiles")
        await self.student.locator(f'.tiles button[value="{own}"]').click()
        await expect(self.wall.get_by_text("28 here")).to_be_visible()
        await self.album.take(self.wall, "wall-join")
        await self.album.take(self.console, "console-here")
        await self.sheet("?", "console-keys")
        await self.sheet("j", "console-joining")

    async def warm_up(self) -> None:
        await self.press("Enter")
        await self.asked(20)
        await self.both("warm-up")
        self.pupils.go.set()
        await self.album.take(self.student, "student-warm-up")
        await self.reveal()
        await self.console.get_by_role("button", name="Show on the wall").first.click()
        await expect(self.wall.locator(".texts q")).to_be_visible()
        await self.both("warm-up-shown")

    async def check(self) -> None:
        self.pupils.go.clear()
        await self.press("Enter")
        await self.asked(20)
        stranger = await self.screens.open(STUDENT, self.student.url)
        await stranger.locator(".tiles .taken button").first.click()
        await expect(self.console.locator(".request")).to_be_visible()
        await self.both("check")
        await self.console.keyboard.down("n")
        await self.album.take(self.console, "console-names")
        await self.console.keyboard.up("n")
        await self.press("d")
        self.pupils.go.set()
        await self.student.get_by_role("textbox", name="Your answer").fill("28/5")
        await self.album.take(self.student, "student-question")
        await expect(self.console.locator(".tally").first).to_contain_text("1 working")
        await self.reveal()
        await self.both("check-shown")

    async def board(self) -> None:
        self.pupils.go.clear()
        await self.press("Enter")
        await self.asked(10)
        await self.both("board-collecting")
        await expect(self.console.locator(".flag.solid")).to_be_visible()
        await self.asked(22)
        await self.student.get_by_role("textbox", name="Your answer").fill("21/4")
        await self.both("board")
        await self.album.take(self.student, "student-board")
        await self.three()
        await self.press("e")
        await expect(self.console.get_by_role("button", name="Eyes up is on")).to_be_visible()
        await self.album.take(self.console, "console-eyes-up")
        await self.press("e")
        await expect(self.console.get_by_role("button", name="Eyes up is on")).to_have_count(0)
        await self.press("c")
        await expect(self.console.locator(".stage.closing")).to_be_visible()
        await self.album.take(self.console, "console-last-call")
        await self.album.take(self.student, "student-last-call")
        await expect(self.console.locator(".stage.closed")).to_be_visible()
        await self.both("board-closed")
        await self.reveal()
        await self.both("board-shown")
        await self.album.take(self.student, "student-result")

    async def three(self) -> None:
        """The three screens of this moment on one picture, for the README."""
        shown = {}
        for name, page in (("console", self.console), ("wall", self.wall), ("student", self.student)):
            await page.emulate_media(color_scheme="light", reduced_motion="reduce")
            shown[name] = base64.b64encode(await page.screenshot()).decode()
        for name, page in (("console", self.console), ("wall", self.wall), ("student", self.student)):
            await page.screenshot(path=self.album.folder / f"{name}.png")
        sheet = await self.screens.open(Screen(1640, 700))
        await sheet.set_content(THREE.format(**shown))
        await sheet.screenshot(path=self.album.folder / "three-screens.png")
        await sheet.close()

    async def spot(self) -> None:
        self.pupils.go.set()
        await self.press("q")
        await self.console.keyboard.type("3(x - 2) = 6")
        await self.console.keyboard.press("Tab")
        await self.console.keyboard.type("x = = 4")
        await self.console.keyboard.press("Enter")
        await expect(self.console.locator("#notice")).not_to_be_empty()
        await self.album.take(self.console, "console-refused")
        await self.console.locator("#spot-answer").fill("4")
        await self.console.keyboard.press("Enter")
        await self.asked(26)
        await self.both("on-the-spot")

    async def call(self) -> None:
        await self.console.get_by_role("button", name="Open Cold call").click()
        await expect(self.console.locator(".stage.calling")).to_be_visible()
        await self.both("call-before")
        await self.press("Enter")
        await expect(self.wall.locator(".think")).to_be_visible()
        await self.both("call-thinking")
        await expect(self.wall.locator(".called")).to_be_visible(timeout=30_000)
        await self.both("call-named")
        await expect(self.console.get_by_role("button", name="✓ Right")).to_be_visible()
        await self.press("1")
        await expect(self.console.get_by_text("1 called today")).to_be_visible()
        await self.press("b")
        await expect(self.wall.locator(".scene.blank")).to_have_count(1)
        await expect(self.console.get_by_role("button", name="The wall is blank")).to_be_visible()
        await self.both("blank")
        await self.press("b")

    async def end(self) -> None:
        await self.console.locator(".console-head").get_by_text("End…").click()
        await self.album.take(self.console, "console-ending")
        await self.console.get_by_role("button", name="End the lesson", exact=True).click()
        await expect(self.wall.locator(".end-scene")).to_be_visible()
        await self.both("end")
        await self.console.goto(f"{self.server.here}/desk")
        await self.album.take(self.console, "desk-classes")

    async def reveal(self) -> None:
        await self.press("r")
        await expect(self.wall.locator(".reveal")).to_be_visible()
        await expect(self.console.locator(".stage.revealed")).to_be_visible()

    async def press(self, key: str) -> None:
        await self.console.keyboard.press(key)

    async def both(self, name: str) -> None:
        await self.album.take(self.console, f"console-{name}")
        await self.album.take(self.wall, f"wall-{name}")

    async def sheet(self, key: str, name: str) -> None:
        await self.press(key)
        await self.album.take(self.console, name)
        await self.press("Escape")

    async def asked(self, least: int) -> None:
        """Wait until the wall counts at least so many hand-ins."""
        enough = "|".join(str(count) for count in range(least, HERE + 3))
        await expect(self.wall.locator("#wall-count strong")).to_have_text(re.compile(rf"^({enough}) of"))
