"""What a screen reader is told on the student's page, state by state, by the keyboard alone.

Compared with `screen_reader.txt`: a change of words or roles is seen, and read, before it is kept. To write it anew:
BOARDSUP_WRITE=1 make test ARGS=tests/browser/test_screen_reader.py
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from playwright.async_api import Page, expect

from browser.lesson import Lesson, lesson
from browsing import STUDENT, Screens
from serving import Server

EXPECTED = Path(__file__).with_name("screen_reader.txt")
ADDRESS = re.compile(r"^\s*- /url: .*\n", re.MULTILINE)


class Told:
    """What a page says, under a heading for each state."""

    def __init__(self, page: Page, code: str) -> None:
        self.page, self.code = page, code
        self.parts: list[str] = []

    async def at(self, state: str) -> None:
        """Keep what is said now."""
        said = await self.page.locator("body").aria_snapshot()
        self.parts.append(f"== {state}\n{ADDRESS.sub('', said + chr(10)).replace(self.code, 'CODE7').strip()}\n")


async def test_everything_has_a_name_and_all_of_it_is_done_by_keyboard(server: Server, screens: Screens):
    begun = await lesson(server, screens, "Ana\nBo")
    page = await begun.screens.open(STUDENT, begun.server.here)
    told = Told(page, begun.code)
    await played(begun, page, told)
    found = "\n".join(told.parts)
    if os.environ.get("BOARDSUP_WRITE"):
        EXPECTED.write_text(found, encoding="utf-8")
    assert found == EXPECTED.read_text(encoding="utf-8")


async def played(begun: Lesson, page: Page, told: Told) -> None:
    """From the code to the end of the lesson; every press is a key."""
    await told.at("the code")
    await tab_to(page, page.get_by_label("Enter the code"))
    await page.keyboard.type(begun.code)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Ana")).to_be_visible()
    await expect(page.locator("#connection")).to_have_text("Connected")
    await told.at("the tiles")
    await tab_to(page, page.get_by_role("button", name="Ana"))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="You are in.")).to_be_visible()
    await expect(page.locator("#connection")).to_have_text("Connected")
    await told.at("waiting")
    await begun.open("Warm-up")
    await tab_to(page, page.locator(".pick input").first)
    await page.keyboard.press("Space")
    await told.at("a warm-up")
    await begun.open("Board")
    await tab_to(page, page.locator(".answer-line"))
    await page.keyboard.type("7.5")
    await expect(page.locator("#echo math")).to_be_visible()
    await told.at("a question")
    await page.keyboard.press("Enter")
    await expect(page.locator("#saved strong")).to_have_text("Saved")
    await told.at("handed in")
    await tab_to(page, page.locator("[popovertarget=comfort]").first)
    await page.keyboard.press("Enter")
    await expect(page.locator("#comfort")).to_be_visible()
    await told.at("how one likes to read")
    await page.keyboard.press("Escape")
    await begun.press("e")
    await expect(page.get_by_text("Eyes up.")).to_be_visible()
    await told.at("eyes up")
    await begun.press("e", "r")
    await expect(page.get_by_text("Right.")).to_be_visible()
    await told.at("how it went")
    await begun.console.get_by_role("button", name="End…").click()
    await begun.console.get_by_role("button", name="End the lesson").click()
    await expect(page.get_by_text("Thank you. See you next time.")).to_be_visible()
    await told.at("the end")


async def tab_to(page: Page, wanted) -> None:
    """Press Tab until this has the focus; it must be reached."""
    for _ in range(60):
        if await wanted.evaluate("(element) => element === document.activeElement"):
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} is not reached by Tab")
