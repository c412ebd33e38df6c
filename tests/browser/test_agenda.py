"""The lesson's parts at the console: put in, moved, left out, asked once more, in one press each, and taken back."""

from __future__ import annotations

from playwright.async_api import Page, expect

from browsing import CONSOLE


async def console_of(server, screens) -> Page:
    desk = await screens.open(CONSOLE, server.sign_in)
    await desk.get_by_role("button", name="Take the sample class").click()
    await desk.get_by_role("button", name="Start").click()
    await expect(desk.locator("#agenda li")).to_have_count(4)
    await desk.wait_for_load_state("load")  # The keys come with the page's modules.
    return desk


async def test_a_part_is_put_in_moved_and_left_out_in_one_press_each_and_each_is_taken_back(server, screens):
    console = await console_of(server, screens)
    parts = console.locator("#agenda li strong")
    await expect(parts).to_have_text(["Warm-up", "Diagnostic", "Board", "Cold call"])
    await console.locator("#agenda .put-in").get_by_role("button", name="Talk").click()
    await expect(parts).to_have_text(["Warm-up", "Diagnostic", "Board", "Cold call", "Discuss"])
    await console.locator("#agenda li").last.hover()
    await console.get_by_role("button", name="Discuss earlier").click()
    await expect(parts).to_have_text(["Warm-up", "Diagnostic", "Board", "Discuss", "Cold call"])
    await console.locator("#agenda li").first.hover()
    await console.get_by_role("button", name="Leave out Warm-up").click()
    await expect(parts).to_have_text(["Diagnostic", "Board", "Discuss", "Cold call"])
    await console.get_by_role("button", name="Undo: Leave out").click()
    await expect(parts).to_have_text(["Warm-up", "Diagnostic", "Board", "Discuss", "Cold call"])


async def test_by_keyboard_a_part_moves_with_alt_and_goes_with_delete(server, screens):
    console = await console_of(server, screens)
    parts = console.locator("#agenda li strong")
    await console.keyboard.press("ArrowDown")
    await expect(console.locator("#agenda button.entry").first).to_be_focused()
    await console.keyboard.press("Alt+ArrowDown")
    await expect(parts).to_have_text(["Diagnostic", "Warm-up", "Board", "Cold call"])
    await console.locator("#agenda button.entry").last.focus()
    await console.keyboard.press("Delete")
    await expect(parts).to_have_text(["Diagnostic", "Warm-up", "Board"])


async def test_what_was_asked_is_asked_once_more(server, screens):
    console = await console_of(server, screens)
    await console.locator("#agenda button.entry").filter(has_text="Diagnostic").click()
    await console.locator("#agenda li").filter(has_text="Diagnostic").hover()
    await console.get_by_role("button", name="Diagnostic once more").click()
    await expect(console.locator("#agenda li strong")).to_have_text(
        ["Warm-up", "Diagnostic", "Diagnostic", "Board", "Cold call"]
    )
    await expect(console.locator('#agenda li[aria-current="step"]')).to_contain_text("Diagnostic")
