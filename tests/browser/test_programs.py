"""Other programs: the desk's page and the API's documentation, in every state, without a barrier or an outside call."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from browser.lesson import no_barriers
from browsing import CONSOLE, STUDENT, Screen

pytestmark = pytest.mark.own_server

FITS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.mark.parametrize("screen", [STUDENT, CONSOLE], ids=["phone", "laptop"])
async def test_a_token_is_made_and_an_address_is_told(server, screens, screen: Screen) -> None:
    desk = await screens.open(screen, server.sign_in)
    await desk.get_by_role("link", name="Other programs").click()
    await looks_right(desk)
    await desk.get_by_label("For which program").fill("The school's gradebook")
    await desk.get_by_role("button", name="Make a token").click()
    await expect(desk.get_by_role("alert")).to_contain_text("tick what the program may do")
    await desk.get_by_label("Read classes and first names").check()
    await desk.get_by_role("button", name="Make a token").click()
    await expect(desk.locator(".secret")).to_contain_text("boardsup_")
    await looks_right(desk)
    await desk.get_by_label("Tell this address").fill("https://127.0.0.1/hook")
    await desk.get_by_role("button", name="Add").click()
    await expect(desk.get_by_role("alert")).to_contain_text("not on the public internet")
    await desk.get_by_label("Tell this address").fill("https://boards-up.invalid/hook")
    await desk.get_by_role("button", name="Add").click()
    await expect(desk.locator(".secret")).to_contain_text("whsec_")
    await desk.get_by_role("button", name="Send a test to").click()
    await expect(desk.get_by_text("A test", exact=True)).to_be_visible()
    await looks_right(desk)
    await desk.get_by_role("button", name="Revoke the token").click()
    await expect(desk.get_by_text("No program may ask for anything yet.")).to_be_visible()


@pytest.mark.parametrize("screen", [STUDENT, CONSOLE], ids=["phone", "laptop"])
async def test_the_documentation_is_a_plain_page(server, screens, screen: Screen) -> None:
    page = await screens.open(screen)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(f"{server.here}/api/v1/docs")
    await page.get_by_text("Example").first.click()
    await expect(page.get_by_text("GET /api/v1/classes").first).to_be_visible()
    await looks_right(page)
    assert [url for url in asked if not url.startswith(server.here)] == []
    assert await page.locator("script").count() == 0


async def looks_right(page: Page) -> None:
    """No barrier, light and dark, and nothing to scroll sideways."""
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        await no_barriers(page)
    assert await page.evaluate(FITS)
