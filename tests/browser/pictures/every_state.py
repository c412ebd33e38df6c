"""Every state of every part of a live screen, put into real pages: those of the contract tests."""

from __future__ import annotations

from playwright.async_api import Page, expect

from boardsup.lesson.regions import (
    Advice,
    ConsoleRegion,
    Other,
    QuestionPanel,
    Region,
    Saved,
    StudentRegion,
    Tallies,
    Tally,
    WallRegion,
)
from boardsup.teaching.cards import WORDS
from boardsup.web.html import Pages
from browser.lesson import Lesson, lesson
from browser.pictures.album import Album
from browsing import CONSOLE, STUDENT, Screens
from checkout import ROOT
from client.regions import SAMPLES
from serving import Server

PUT = """([id, html]) => {
  const place = document.createElement("template");
  place.innerHTML = html;
  document.getElementById(id).replaceWith(place.content.firstElementChild);
}"""

COUNTS = {
    "": (9, 5, 1, ""),
    "leaning_move_on": (20, 2, 0, "20 of the first 22 right. If it goes on so, 24 of 30 are reached."),
    "move_on": (25, 3, 0, "25 of 30 are right, and 24 are enough: whatever still comes."),
    "leaning_stop": (6, 9, 1, "9 of the first 15 not yet. If it goes on so, 24 of 30 are out of reach."),
    "stop": (9, 14, 2, "14 not yet, so at most 16 of 30 can be right. 24 are needed to move on."),
}
SAYS = ("Multiplied only the first term in the parentheses.",)
REASON = "12 of 28 right. 5 answers show the same idea. Which of the two lines is right, and why?"


async def every_state(screens: Screens, server: Server, album: Album) -> None:
    """Of the student's page, the wall and the console."""
    begun = await lesson(server, screens, "\n".join(f"Kim{i}" for i in range(1, 31)))
    pages = Pages(ROOT / "client")
    await of_students(begun, pages, album)
    await of_the_wall(begun, pages, album)
    await of_the_console(begun, pages, album)


async def of_students(begun: Lesson, pages: Pages, album: Album) -> None:
    """Joining, and each state of the page after it."""
    page = await begun.screens.open(STUDENT, begun.server.here)
    await album.take(page, "student-join")
    await page.goto(f"{begun.server.here}/away")
    await album.take(page, "student-away")
    await page.goto(f"{begun.server.here}/why-we-call")
    await album.take(page, "student-why-we-call")
    page = await begun.student("Kim7")
    await page.get_by_role("button", name="How you like to read").click()
    await album.take(page, "student-comfort")
    await page.keyboard.press("Escape")
    asked = next(one for one in SAMPLES if isinstance(one, QuestionPanel))
    for at, sample in enumerate(one for one in SAMPLES if isinstance(one, StudentRegion)):
        if isinstance(sample, Saved):
            await put(page, pages, asked)
        await put(page, pages, sample)
        await album.take(page, f"student-{at:02}-{type(sample).__name__}")
    tab = await page.context.new_page()
    await tab.goto(page.url)
    await expect(page.get_by_role("button", name="Use this one")).to_be_visible()
    await album.take(page, "student-other-tab")


async def of_the_wall(begun: Lesson, pages: Pages, album: Album) -> None:
    """Each scene, and each strip."""
    wall = await begun.wall()
    for at, sample in enumerate(one for one in SAMPLES if isinstance(one, WallRegion)):
        await put(wall, pages, sample)
        await album.take(wall, f"wall-{at:02}-{type(sample).__name__}")


async def of_the_console(begun: Lesson, pages: Pages, album: Album) -> None:
    """Each sample; and over a board question each sign and each recommendation."""
    console = begun.console
    await begun.open("Board")
    for at, sample in enumerate(one for one in SAMPLES if isinstance(one, ConsoleRegion)):
        place = console.locator(f"#{sample.region}")
        before = await place.evaluate("(one) => one.outerHTML")
        if sample.region == "boards":
            await begun.press("o")
            await expect(place.locator(".switch")).to_be_visible()
        await put(console, pages, sample)
        await album.take(console, f"console-{at:02}-{type(sample).__name__}")
        if sample.region == "boards":
            await begun.press("o")
        await console.evaluate(PUT, [sample.region, before])
    await expect(console.locator(".stage .ask")).to_contain_text("Solve")
    for flag, (right, not_yet, check, reason) in COUNTS.items():
        await put(console, pages, Tallies((tally(flag, right, not_yet, check, reason),)))
        await album.take(console, f"console-flag-{flag or 'collecting'}", CONSOLE)
    others = tuple(Other(action, words.button) for action, words in WORDS.items())
    for action, words in WORDS.items():
        card = Advice(
            begun.code, "q1", action, words.title, words.button, words.steps, REASON, "", SAYS, ("Kim1",), others
        )
        await put(console, pages, card)
        await album.take(console, f"console-advice-{action}", CONSOLE)


def tally(flag: str, right: int, not_yet: int, check: int, reason: str) -> Tally:
    """The counts of a board question of thirty under this flag."""
    rest = {"idk": 0, "away": 0, "late": 0, "shared": 0, "working": 30 - right - not_yet - check}
    return Tally("q1", "", True, 30, right, not_yet, check=check, flag=flag, reason=reason, **rest)


async def put(page: Page, pages: Pages, sample: Region) -> None:
    """This state in the place of the present one, as a frame would be."""
    await page.evaluate(PUT, [sample.region, pages.region(sample, "en").strip()])
