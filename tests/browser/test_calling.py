"""A cold call, from the heads-up to what is written after a pass; and who is never called."""

from __future__ import annotations

import asyncio

from playwright.async_api import Page, expect

from browser.lesson import Lesson, lesson, no_barriers, says, started
from browsing import CONSOLE, STUDENT

THINK_TIME = 15_000
"""Milliseconds in which a name comes: ten seconds to think, and a busy machine."""


async def test_a_heads_up_a_pass_and_a_name_after_the_pause(server, screens):
    played = await with_one_who_is_never_called(server, screens)
    wall = await played.wall()
    ana, bo, dee = [await played.student(name) for name in ("Ana", "Bo", "Dee")]
    await played.open("Cold call")
    first, second = await in_line(ana, bo)
    await expect(dee.locator("#heads-up")).to_contain_text("Would you share")

    await played.press("l")
    await expect(wall.locator(".think")).to_be_visible()
    await first.get_by_role("button", name="Pass this time").click()
    await expect(wall.locator(".think")).to_have_count(0)
    await expect(played.console.locator("#calling")).to_contain_text("The last one passed.")
    await expect(second.locator("#heads-up")).to_contain_text("You may be asked")
    await second.get_by_role("button", name="I am ready").click()
    await expect(played.console.locator("#calling")).to_contain_text("is ready")

    await played.press("l")
    await expect(wall.locator(".think")).to_be_visible()
    assert not {"Ana", "Bo", "Dee"} & set((await says(wall) + await says(played.console)).split())
    await no_barriers(played.console, "#calling")
    await no_barriers(second)
    await played.console.keyboard.down("n")
    name = await second.locator("#me strong").inner_text()
    await expect(played.console.locator("#calling .who .name")).to_have_text(name)
    await played.console.keyboard.up("n")
    await expect(wall.locator(".called")).to_have_text(name, timeout=THINK_TIME)
    await played.press("3")
    await expect(wall.locator(".think")).to_contain_text("Let that answer stand")

    await played.open("Board")
    await first.get_by_label("in your own words").fill("First I divided by 4")
    await first.get_by_role("button", name="Send to my teacher").click()
    await expect(played.console.locator(".notes")).to_contain_text("First I divided by 4")
    await expect(first.locator(".own-words")).to_have_count(0)


async def test_a_square_of_the_grid_says_who_counts_and_shows_no_name_until_it_is_held(server, screens):
    played = await lesson(server, screens, "Ana\nBo")
    ana = await played.student("Ana")
    bo = played.console.locator(".square button").nth(1)
    await bo.click()
    sheet = played.console.locator("#person-sheet")
    await expect(sheet.locator(".name")).to_be_hidden()
    await no_barriers(played.console)
    await sheet.get_by_role("button", name="No device").click()
    await expect(played.console.locator(".square").nth(1)).to_contain_text("paper")
    await played.open("Board")
    await bo.click()
    await sheet.get_by_role("button", name="Right on paper").click()
    await expect(played.console.locator("#tallies")).to_contain_text("1 of 2")
    await bo.click()
    await sheet.get_by_role("button", name="Share a device").click()
    await played.console.locator(".square button").first.click()
    await ana.get_by_role("textbox", name="Your answer").fill("41/7")
    await ana.get_by_role("button", name="Hand in").click()
    await expect(ana.locator("#saved")).to_contain_text("Saved.")
    await ana.get_by_role("button", name="Hand to Bo").click()
    await expect(ana.locator("#me strong")).to_have_text("Bo")
    assert "41" not in await says(ana)
    await expect(ana.get_by_role("textbox", name="Your answer")).to_have_value("")


async def test_a_page_out_of_sight_says_so_with_its_next_beat(server, screens):
    played = await lesson(server, screens, "Ana\nBo")
    ana = await played.student("Ana")
    async with ana.expect_websocket() as opened:
        await ana.reload()
    line = await opened.value
    await ana.evaluate("Object.defineProperty(document, 'hidden', { get: () => true })")
    beat = await line.wait_for_event("framesent", lambda frame: "beat" in str(frame) and "line" in str(frame))
    assert "line" in str(beat)


async def test_the_page_for_the_class_can_be_read_and_printed_on_one_sheet(server, screens):
    page = await screens.open(STUDENT, f"{server.here}/why-we-call")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Why I call names")
    await no_barriers(page)
    assert (await page.pdf(format="Letter", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))).count(
        b"/Type /Page\n"
    ) == 1


async def with_one_who_is_never_called(server, screens) -> Lesson:
    """A lesson for four, with Dee set at the desk as never called."""
    desk = await screens.open(CONSOLE, server.sign_in)
    await desk.get_by_label("First names").fill("Ana\nBo\nCai\nDee")
    await desk.get_by_role("button", name="Make the class").click()
    await desk.get_by_role("link", name="What Dee needs").click()
    await desk.get_by_label("Never in public").check()
    await desk.get_by_label("Does not coach").check()
    await no_barriers(desk)
    await desk.get_by_role("button", name="Keep").click()
    await expect(desk.get_by_label("Never in public")).to_be_checked()
    await desk.get_by_role("link", name="My class").click()
    return await started(server, screens, desk)


async def in_line(ana: Page, bo: Page) -> tuple[Page, Page]:
    """Who has the heads-up, and who has not."""
    waiting = {asyncio.ensure_future(page.locator(".replies").wait_for()): page for page in (ana, bo)}
    told, others = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for other in others:
        other.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    first = waiting[told.pop()]
    return (ana, bo) if first is ana else (bo, ana)
