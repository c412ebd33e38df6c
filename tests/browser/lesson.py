"""A lesson in real browsers: the teacher at the desk and the console, the wall, students at their devices."""

from __future__ import annotations

from dataclasses import dataclass

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, expect

from browsing import CONSOLE, STUDENT, WALL, Screens
from serving import Server

NAMES = "Ana\nBo\nCai\nDee"


@dataclass
class Lesson:
    """A lesson of the sample plan that was started at the desk."""

    screens: Screens
    server: Server
    console: Page
    code: str

    async def wall(self) -> Page:
        """The wall, on the teacher's own computer."""
        page = await self.console.context.new_page()
        await page.set_viewport_size({"width": WALL.width, "height": WALL.height})
        await page.goto(f"{self.server.here}/room/{self.code}/wall")
        await expect(page.locator(".scene")).to_have_count(1)
        return page

    async def visitor(self) -> Page:
        """A device that has opened the link."""
        return await self.screens.open(STUDENT, f"{self.server.here}/room/{self.code}")

    async def student(self, name: str) -> Page:
        """A student who has tapped their tile."""
        page = await self.visitor()
        await page.locator("#task").get_by_role("button", name=name).click()
        await expect(page.locator("#me")).to_contain_text(name)
        return page

    async def press(self, *keys: str) -> None:
        """Press keys at the console, one after another."""
        for key in keys:
            await self.console.keyboard.press(key)

    async def open(self, title: str) -> None:
        """Open the part of this title from the agenda."""
        await self.console.locator("#agenda").get_by_role("button", name=title).click()
        await expect(self.stage.locator(".chip")).to_have_text(title)

    def button(self, name: str) -> Locator:
        """The button of this name on the console."""
        return self.console.get_by_role("button", name=name)

    @property
    def stage(self) -> Locator:
        """What is before the class."""
        return self.console.locator("#stage")


async def lesson(server: Server, screens: Screens, names: str = NAMES) -> Lesson:
    """Sign in, paste names, start the sample lesson."""
    console = await screens.open(CONSOLE, server.sign_in)
    await console.get_by_label("What you call it").fill("Period 3")
    await console.get_by_label("First names").fill(names)
    await console.get_by_role("button", name="Make the class").click()
    return await started(server, screens, console)


async def started(server: Server, screens: Screens, console: Page) -> Lesson:
    """Start the sample lesson from the page of a class."""
    await console.get_by_label("Multi-step equations").check()
    await console.get_by_role("button", name="Start", exact=True).click()
    await expect(console.locator(".stage")).to_be_visible()
    await console.wait_for_load_state("load")
    return Lesson(screens, server, console, console.url.split("/room/")[1].split("/")[0])


async def class_of(server: Server, screens: Screens, names: str) -> Page:
    """Sign in, paste names; the page of the class."""
    console = await screens.open(CONSOLE, server.sign_in)
    await console.get_by_label("What you call it").fill("Period 4")
    await console.get_by_label("First names").fill(names)
    await console.get_by_role("button", name="Make the class").click()
    await console.wait_for_url("**/desk/classes/*")
    return console


async def lesson_for_target(server: Server, screens: Screens, names: str, target: str) -> Lesson:
    """Sign in, paste names, plan a lesson from what is taught today, start it."""
    return await on_target(server, screens, await class_of(server, screens, names), target)


async def on_target(server: Server, screens: Screens, console: Page, target: str) -> Lesson:
    """From the page of a class, plan a lesson from what is taught today, and start it."""
    await console.get_by_role("link", name="plan one from what you teach").click()
    await console.get_by_label("Look for").fill(target)
    await console.keyboard.press("Enter")
    await console.locator("a.tile").first.click()
    await console.get_by_role("button", name="Start").click()
    await expect(console.locator(".stage")).to_be_visible()
    await console.wait_for_load_state("load")
    return Lesson(screens, server, console, console.url.split("/room/")[1].split("/")[0])


async def hands_in(student: Page, text: str) -> None:
    """Type an answer, hand it in, and wait until it is saved."""
    await student.get_by_role("textbox", name="Your answer").fill(text)
    await student.get_by_role("button", name="Hand in").click()
    await expect(student.locator("#saved")).to_contain_text("Saved")


async def says(page: Page) -> str:
    """All that can be read on the page just now."""
    return await page.locator("body").inner_text()


async def no_barriers(page: Page, within: str = "html") -> None:
    """axe-core finds nothing on the page, or within the elements of that selector, in light and in dark."""
    for scheme in ("dark", "light"):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = await Axe().run(page, context=within)
        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"


async def tiles_of(visitor: Page) -> list[str]:
    """The students' ids on the tiles that a device is shown, in their order."""
    tiles = visitor.locator(".tiles button[name=student]")
    await expect(tiles.first).to_be_visible()
    found: list[str] = await tiles.evaluate_all("all => all.map((tile) => tile.value)")
    return found
