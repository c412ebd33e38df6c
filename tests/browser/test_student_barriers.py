"""Every state of the student's page: axe-core finds nothing, nothing scrolls sideways, every target is large enough."""

from __future__ import annotations

from collections.abc import AsyncIterator

from playwright.async_api import Page, expect

from browser.lesson import Lesson, hands_in, lesson, no_barriers
from browsing import STUDENT, Screens
from serving import Server

WIDTHS = (320, 360, 683, 768, 1366)
"""Pixels; 683 is what is left of 1366 at 200 %."""

TARGETS = "button, input:not([type=hidden], [type=radio]), .pick, .face, .button"
TOO_SMALL = """(targets) => [...document.querySelectorAll(targets)]
    .filter((e) => e.checkVisibility())
    .map((e) => [e.textContent.trim() || e.id, e.getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.9 || box.height < 43.9)
    .map(([name, box]) => `${name}: ${box.width} × ${box.height}`)"""

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


async def walk(begun: Lesson) -> AsyncIterator[Page]:
    """The student's page in one state after another."""
    page = await begun.screens.open(STUDENT, begun.server.here)
    yield page
    await page.get_by_label("Enter the code").fill("ZZZZ9")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_be_visible()
    yield page
    await page.goto(f"{begun.server.here}/room/{begun.code}")
    yield page
    await page.get_by_role("button", name="Ana").click()
    await expect(page.get_by_role("heading", name="You are in.")).to_be_visible()
    yield page
    await begun.open("Warm-up")
    await page.locator(".pick").first.click()
    yield page
    await begun.open("Diagnostic")
    await page.locator(".answer-line").fill("28/5")
    await expect(page.locator("#echo math")).to_be_visible()
    yield page
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Question 1 saved.")).to_be_visible()
    yield page
    await page.locator(".answer-line").fill("x = =")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Not handed in yet.")).to_be_visible()
    yield page
    await begun.press("e")
    await expect(page.get_by_text("Eyes up.")).to_be_visible()
    yield page
    await begun.press("e", "r")
    await expect(page.get_by_text("Look back")).to_be_visible()
    yield page
    await begun.open("Board")
    await hands_in(page, "7.5")
    yield page


async def test_no_state_of_the_page_has_a_barrier(server: Server, screens: Screens):
    async for page in walk(await lesson(server, screens)):
        await no_barriers(page)


async def test_a_page_that_gave_way_to_another_tab_says_so_without_a_barrier(server: Server, screens: Screens):
    begun = await lesson(server, screens)
    page = await begun.student("Ana")
    tab = await page.context.new_page()
    await tab.goto(page.url)
    await expect(page.get_by_role("button", name="Use this one")).to_be_visible()
    await no_barriers(page, within="header")


async def test_nothing_scrolls_sideways_and_every_target_is_large_enough(server: Server, screens: Screens):
    async for page in walk(await lesson(server, screens)):
        for width in WIDTHS:
            await page.set_viewport_size({"width": width, "height": 740})
            assert await page.evaluate(SIDEWAYS) <= 0, f"scrolls sideways at {width}: {await page.inner_text('body')}"
            assert await page.evaluate(TOO_SMALL, TARGETS) == [], f"at {width}"
        await page.set_viewport_size({"width": STUDENT.width, "height": STUDENT.height})
        await page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        assert await page.evaluate(SIDEWAYS) <= 0, f"scrolls sideways with large text: {await page.inner_text('body')}"
        await page.evaluate("() => { document.documentElement.style.fontSize = ''; }")
