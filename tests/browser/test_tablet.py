"""The console on a tablet, lying and standing: fingers alone, nothing that needs a pointer to hover or a key."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from browser.lesson import Lesson, hands_in, lesson, no_barriers
from browser.test_student_barriers import SIDEWAYS
from browsing import Screen, Screens
from serving import Server

TABLETS = (Screen(1024, 768), Screen(768, 1024))

SMALL = """() => [...document.querySelectorAll("button, .button, input:not([type=hidden])")]
  .filter((one) => one.checkVisibility() && !one.closest(".unseen"))
  .map((one) => [one.textContent.trim() || one.id, one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 39.9 || box.width < 39.9)
  .map(([name, box]) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`)"""


@pytest.mark.parametrize("screen", TABLETS, ids=["lying", "standing"])
async def test_a_lesson_is_taught_with_fingers_alone(server: Server, screens: Screens, screen: Screen):
    begun = await lesson(server, screens)
    ana = await begun.student("Ana")
    tablet = await opened(begun, screens, screen)
    await tablet.get_by_role("button", name="Next: Warm-up").or_(tablet.get_by_role("button", name="Begin")).first.tap()
    await expect(tablet.locator(".stage .chip")).to_have_text("Warm-up")
    await tablet.locator("#agenda").get_by_role("button", name="Open Board").tap()
    await hands_in(ana, "21/4")
    await expect(tablet.locator(".group.not_yet")).to_be_visible()
    assert await tablet.evaluate(SIDEWAYS) <= 0
    assert await tablet.evaluate(SMALL) == []
    await held(tablet)
    await tablet.get_by_role("button", name="Boards").tap()
    await expect(tablet.locator(".a-board")).to_have_count(1)
    await tablet.get_by_role("button", name="Choose this board").tap()
    await expect(tablet.locator(".tray-list li")).to_have_count(1)
    assert await tablet.evaluate(SIDEWAYS) <= 0
    await no_barriers(tablet)
    await tablet.locator(".boards-head button").tap()
    await tablet.get_by_role("button", name="Reveal").tap()
    await expect(tablet.locator("#stage")).to_contain_text("shown to the class")


async def opened(begun: Lesson, screens: Screens, screen: Screen) -> Page:
    """The console of this lesson on a tablet of the teacher's, who is signed in there, too."""
    size = {"width": screen.width, "height": screen.height}
    context = await screens.browser.new_context(viewport=size, has_touch=True, is_mobile=True)
    screens.contexts.append(context)
    await context.add_cookies(await begun.console.context.cookies())
    page = await context.new_page()
    await page.goto(begun.console.url)
    await expect(page.locator("#stage")).to_be_visible()
    return page


async def held(tablet: Page) -> None:
    """Names are there as long as a finger is on the button, and no longer."""
    name = tablet.locator(".square .name").first
    await expect(name).to_be_hidden()
    box = await tablet.get_by_role("button", name="Hold to see names").bounding_box()
    assert box is not None
    finger = await tablet.context.new_cdp_session(tablet)
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    await finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    await expect(name).to_be_visible()
    await finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    await expect(name).to_be_hidden()
