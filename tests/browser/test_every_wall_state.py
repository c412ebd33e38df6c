"""Every state of the wall: read from the last row, whole on the screen, no barrier, in a bright and in a dark room.

The states are those of the contract tests (tests/client/regions.py); each is put into a real wall as a frame would be.
"""

from __future__ import annotations

from typing import get_args

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from boardsup.lesson.regions import WallRegion
from boardsup.web.html import Pages
from browser.lesson import lesson
from browser.test_every_state import PUT
from browser.test_wall import small
from browsing import Screens
from checkout import ROOT
from client.regions import SAMPLES
from serving import Server

BEYOND = """() => [...document.querySelectorAll("#scene, #scene *, .wall-head, .wall-count")]
  .filter((one) => one.checkVisibility() && !one.closest(".unseen, .countdown, svg, math"))
  .filter((one) => {
    const box = one.getBoundingClientRect();
    return box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1;
  })
  .map((one) => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 40)}`)"""


async def test_no_state_is_too_small_to_read_or_leaves_the_screen_or_has_a_barrier(server: Server, screens: Screens):
    begun = await lesson(server, screens)
    wall, pages, seen = await begun.wall(), Pages(ROOT / "client"), set[type]()
    for at, sample in enumerate(one for one in SAMPLES if isinstance(one, WallRegion)):
        await wall.emulate_media(color_scheme="dark" if at % 2 else "light", reduced_motion="reduce")
        await wall.evaluate(PUT, [sample.region, pages.region(sample).strip()])
        assert await small(wall) == [], sample
        assert await wall.evaluate(BEYOND) == [], sample
        found = await Axe().run(wall, context="#main", options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]})
        assert found.violations_count == 0, f"{sample}: {found.generate_report()}"
        seen.add(type(sample))
    assert seen == set(get_args(WallRegion))


async def test_the_wall_is_made_bright_or_dark_for_its_room_and_stays_so(server: Server, screens: Screens):
    begun = await lesson(server, screens)
    wall = await begun.wall()
    await wall.emulate_media(color_scheme="light")
    bright = await ground(wall)
    await wall.keyboard.press("d")
    await expect(wall.locator("html")).to_have_attribute("data-room-light", "dark")
    dark = await ground(wall)
    assert sum(dark) < 150 < 600 < sum(bright)
    await wall.reload()
    await expect(wall.locator("html")).to_have_attribute("data-room-light", "dark")
    assert await ground(wall) == dark
    await wall.keyboard.press("d")
    assert await ground(wall) == bright


async def ground(wall: Page) -> list[int]:
    """Red, green and blue of the wall's ground."""
    found: list[int] = await wall.evaluate(
        "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    )
    return found
