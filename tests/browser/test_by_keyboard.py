"""A lesson planned, started, taught and ended by keyboard alone: no pointer touches the desk or the console."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from browsing import CONSOLE, WALL, Screens
from serving import Server

pytestmark = pytest.mark.own_server

FURTHEST = 150
"""Presses of Tab after which something counts as out of reach."""

FOCUSED = """() => {
  const one = document.activeElement;
  return one.ariaLabel || one.labels?.[0]?.textContent || one.textContent || "";
}"""


async def test_a_lesson_is_planned_and_taught_by_keyboard_alone(server: Server, screens: Screens):
    desk = await screens.open(CONSOLE, server.sign_in)
    await leads_on(desk, "Take the sample class")
    await leads_on(desk, "plan one from what you teach")
    await reaches(desk, "Look for")
    await desk.keyboard.type("variables both sides")
    await desk.keyboard.press("Enter")
    await desk.wait_for_url("**/targets?*")
    await leads_on(desk, "Variables on both sides")
    await leads_on(desk, "Start")
    wall = await desk.context.new_page()
    await wall.set_viewport_size({"width": WALL.width, "height": WALL.height})
    await wall.goto(desk.url.replace("/console", "/wall"))

    stage = desk.locator("#stage")
    await desk.keyboard.press("Enter")
    await expect(stage.locator(".chip")).to_have_text("Warm-up")
    while await stage.locator(".chip").text_content() != "Board":
        before = await stage.inner_html()
        await desk.keyboard.press("x")
        await desk.wait_for_function("(before) => document.getElementById('stage').innerHTML !== before", arg=before)
    await desk.keyboard.press("r")
    await expect(stage).to_contain_text("shown to the class")
    await expect(wall.locator(".reveal")).to_be_visible()
    await desk.keyboard.press("b")
    await expect(wall.locator(".scene.blank")).to_have_count(1)
    await desk.keyboard.press("b")
    await presses(desk, "End…")
    await presses(desk, "End the lesson")
    await expect(wall.locator(".end-scene")).to_contain_text("Today we learned")


async def reaches(page: Page, name: str) -> None:
    """Tab until something whose name has this in it has the focus, and it can be seen that it has."""
    for _ in range(FURTHEST):
        await page.keyboard.press("Tab")
        if name in await page.evaluate(FOCUSED):
            assert await page.evaluate("() => document.activeElement.matches(':focus-visible')")
            return
    pytest.fail(f"{name} cannot be reached")


async def leads_on(page: Page, name: str) -> None:
    """Reach what leads to another page, press Enter, and wait for that page."""
    await reaches(page, name)
    before = page.url
    await page.keyboard.press("Enter")
    await expect(page).not_to_have_url(before)
    await page.wait_for_load_state("load")


async def presses(page: Page, name: str) -> None:
    """Reach it, and press Enter."""
    await reaches(page, name)
    await page.keyboard.press("Enter")
