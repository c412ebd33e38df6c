"""A lesson from its target: what is taught today, the proposal, start."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from browsing import CONSOLE

pytestmark = pytest.mark.own_server


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


async def test_a_lesson_is_changed_kept_and_started_as_it_stands(server, screens):
    desk = await screens.open(CONSOLE, server.sign_in)
    await desk.get_by_role("button", name="Take the sample class").click()
    await desk.goto(f"{desk.url}/targets/eq-both-dist")
    await desk.get_by_role("button", name="Leave out Warm-up").click()
    await desk.get_by_role("button", name="Discuss", exact=True).click()
    await desk.get_by_role("button", name="Discuss earlier").click()
    await expect(desk.locator(".part h2")).to_contain_text(["Diagnostic", "Plan", "Stations", "Model"])
    await desk.go_back()
    await expect(desk.locator(".part h2").last).to_contain_text("Discuss")
    await desk.go_forward()
    await desk.get_by_label("Keep it as").fill("My equations")
    await desk.get_by_role("button", name="Keep", exact=True).click()
    await desk.get_by_role("link", name="My equations").click()
    board = await desk.locator(".part").filter(has_text="Board").first.locator("math").first.get_attribute("alttext")
    await desk.get_by_role("button", name="Start").click()
    await expect(desk.locator("#agenda li").first).to_contain_text("Diagnostic")
    await expect(desk.locator(f'#agenda math[alttext="{board}"]')).to_be_visible()
    await expect(desk.locator("#agenda li").last).to_contain_text("Exit")
