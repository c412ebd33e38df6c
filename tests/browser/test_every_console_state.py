"""Every state of the console: no name but while names are held, no barrier, and signs that say all without colour.

The states are those of the contract tests (tests/client/regions.py), each put into a real console.
"""

from __future__ import annotations

import base64
import re
from typing import get_args

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page

from boardsup.lesson.regions import Calling, ConsoleRegion, Square, Tallies, Tally
from boardsup.lesson.regions.console import Grid
from boardsup.web.html import Pages
from browser.lesson import Lesson, lesson
from browser.test_every_state import PUT
from browsing import Screens
from checkout import ROOT
from client.regions import SAMPLES
from serving import Server

NAMES = {"Ana", "Bo", "Cy"}
"""The students of the samples."""

SAID = """() => [document.body.innerText, ...[...document.querySelectorAll("[aria-label], [title], [placeholder]")]
  .flatMap((one) => [one.ariaLabel, one.title, one.placeholder])].join(" ")"""
"""All that can be read on the page, or is read aloud from it."""

STATES = ("absent", "here", "working", "in", "check", "away", "late", "paper", "excused")
SIGNS = ("move_on", "stop", "leaning_move_on", "leaning_stop")
VISIONS = ("protanopia", "deuteranopia", "tritanopia")
APART = 60
"""The least distance of two colours, of 442 between black and white, that still look like two."""

PIXEL = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  return [...canvas.getImageData(image.width - 30, image.height / 2, 1, 1).data].slice(0, 3);
}"""


@pytest.fixture
async def begun(server: Server, screens: Screens) -> Lesson:
    """A lesson that has been started."""
    return await lesson(server, screens, "Kim\nLee\nMia")


async def test_no_state_says_a_name_or_has_a_barrier(begun: Lesson):
    """A name stands there openly only once it is on the wall. Seen to fail with `.console .name` shown."""
    pages, seen = Pages(ROOT / "client"), set[type]()
    console = begun.console
    for at, sample in enumerate(one for one in SAMPLES if isinstance(one, ConsoleRegion)):
        await console.emulate_media(color_scheme="dark" if at % 2 else "light", reduced_motion="reduce")
        await put(console, pages, sample)
        await console.locator("#boards-sheet").evaluate(
            "(sheet, open) => open ? sheet.showPopover() : sheet.hidePopover()", sample.region == "boards"
        )
        if not (isinstance(sample, Calling) and sample.named):
            said = set(re.findall(r"\w+", await console.evaluate(SAID)))
            assert not said & NAMES, f"{sample}: {said & NAMES}"
        found = await Axe().run(console, context=f"#{sample.region}", options={"runOnly": ["wcag2a", "wcag2aa"]})
        assert found.violations_count == 0, f"{sample}: {found.generate_report()}"
        seen.add(type(sample))
    assert seen == set(get_args(ConsoleRegion))


async def test_every_square_and_every_sign_can_be_told_without_colour(begun: Lesson):
    """Each has a sign and a word of its own; and with no kind of colour blindness are the two flags one colour."""
    pages, console = Pages(ROOT / "client"), begun.console
    await put(console, pages, Grid(tuple(Square(f"s{at}", "", state) for at, state in enumerate(STATES))))
    squares = console.locator(".square")
    assert len(set(await squares.locator(".sign").all_text_contents())) == len(STATES)
    assert len(set(await squares.locator(".word").all_text_contents())) == len(STATES)
    words = set()
    for sign in SIGNS:
        await put(console, pages, Tallies((tally(sign),)))
        words.add(await console.locator(".flag .word").text_content())
    assert len(words) == len(SIGNS)
    device = await console.context.new_cdp_session(console)
    for vision in VISIONS:
        await device.send("Emulation.setEmulatedVisionDeficiency", {"type": vision})
        seen = []
        for sign in ("move_on", "stop"):
            await put(console, pages, Tallies((tally(sign),)))
            seen.append(await colour(console, console.locator(".flag")))
        go, stop = seen
        assert sum((a - b) ** 2 for a, b in zip(go, stop, strict=True)) ** 0.5 > APART, vision


async def put(console: Page, pages: Pages, sample: ConsoleRegion) -> None:
    """This state in the place of the present one."""
    await console.evaluate(PUT, [sample.region, pages.region(sample).strip()])


async def colour(page: Page, element: Locator) -> list[int]:
    """Red, green and blue near the far edge of an element, as they are on the screen."""
    png = base64.b64encode(await element.screenshot()).decode()
    found: list[int] = await page.evaluate(PIXEL, png)
    return found


def tally(flag: str) -> Tally:
    """A board question under this flag."""
    rest = {"idk": 0, "check": 0, "away": 0, "late": 0, "shared": 0, "working": 5}
    return Tally("q1", "", True, 30, 15, 10, flag=flag, reason="Because.", **rest)
