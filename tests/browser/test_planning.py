"""A lesson from its target: what is taught today, the proposal, start."""

from __future__ import annotations

from playwright.async_api import expect

from browsing import CONSOLE


async def test_a_lesson_is_planned_from_its_target_in_five_presses(server, screens):
    desk = await screens.open(CONSOLE, server.sign_in)
    await desk.get_by_role("button", name="Take the sample class").click()
    await desk.get_by_role("link", name="plan one from what you teach").click()
    await desk.get_by_label("Look for").fill("variables both sides")
    await desk.keyboard.press("Enter")
    await desk.locator("a.tile").first.click()
    await expect(desk.get_by_role("listitem").filter(has_text="Diagnostic")).to_be_visible()
    await desk.get_by_role("button", name="Start").click()
    await expect(desk.locator("#agenda")).to_contain_text("Exit")
    await expect(desk.locator("#agenda")).to_contain_text("Model")


async def test_what_nobody_has_written_yet_is_said_plainly(server, screens):
    desk = await screens.open(CONSOLE, server.sign_in)
    await desk.get_by_role("button", name="Take the sample class").click()
    await desk.goto(f"{desk.url}/targets?q=quantum")
    await expect(desk.locator("main")).to_contain_text("Nothing like")
