"""The desk: a class from pasted names, its tiles, its lessons. Nothing here needs a script."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from browser.lesson import lesson, no_barriers, says, started
from browsing import CONSOLE, STUDENT
from rostering.files import ONEROSTER_11, zipped

pytestmark = pytest.mark.own_server


async def test_a_pasted_list_becomes_tiles_that_can_be_tapped(server, screens):
    played = await lesson(server, screens, "Ana, Bo\nZoë\n美咲\nAna")
    visitor = await played.visitor()
    await expect(visitor.locator("#task").get_by_role("button")).to_have_text(["Ana", "Bo", "Zoë", "美咲", "Ana 2"])


async def test_a_list_without_a_name_comes_back_with_a_sentence_and_what_was_typed(server, screens):
    desk = await screens.open(CONSOLE, server.sign_in)
    await desk.get_by_label("What you call it").fill("Period 3")
    await desk.get_by_label("First names").fill(" , ,")
    await desk.get_by_role("button", name="Make the class").click()
    await expect(desk.get_by_role("alert")).to_contain_text("no name in this list")
    await expect(desk.get_by_label("What you call it")).to_have_value("Period 3")


async def test_the_sample_class_starts_the_sample_lesson(server, screens):
    desk = await screens.open(CONSOLE, server.sign_in)
    await desk.get_by_role("button", name="Take the sample class").click()
    played = await started(server, screens, desk)
    await expect(played.console.locator(".here")).to_have_text("0 of 30 here")


async def test_a_tile_is_renamed_added_taken_off_and_put_back(server, screens):
    desk = await class_page(server, screens)
    await tile(desk, "Bo").fill("Bob")
    await desk.keyboard.press("Enter")
    await expect(tile(desk, "Bob")).to_be_visible()
    await desk.get_by_label("One more first name").fill("Cai")
    await desk.get_by_role("button", name="Add").click()
    await expect(tile(desk, "Cai")).to_be_visible()
    await desk.get_by_role("button", name="Take Ana off the list").click()
    await expect(tile(desk, "Ana")).to_have_count(0)
    await desk.get_by_role("button", name="Put back").click()
    await expect(desk.locator(".roster input[value]")).to_have_count(3)
    await expect(tile(desk, "Ana")).to_be_visible()


async def test_a_name_that_is_there_already_is_said_plainly(server, screens):
    desk = await class_page(server, screens)
    await tile(desk, "Bo").fill("Ana")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("alert")).to_contain_text("another Ana")


async def test_a_running_lesson_is_one_press_away_until_it_ends(server, screens):
    played = await lesson(server, screens)
    await played.console.goto(f"{server.here}/desk")
    running = played.console.get_by_role("region", name="Running now")
    await running.get_by_role("link", name="Go to the console").click()
    await played.console.get_by_role("button", name="End…").click()
    await played.console.get_by_role("button", name="End the lesson", exact=True).click()
    await expect(played.console.get_by_text("The lesson has ended")).to_be_visible()
    await played.console.get_by_role("link", name="Back to your classes").click()
    await expect(running).to_have_count(0)


async def test_a_tile_that_is_added_is_on_the_join_page_of_the_running_lesson(server, screens):
    played = await lesson(server, screens)
    visitor = await played.visitor()
    desk = await played.console.context.new_page()
    await desk.goto(f"{server.here}/desk")
    await desk.get_by_role("link", name="Period 3").click()
    await desk.get_by_label("One more first name").fill("Eva")
    await desk.get_by_role("button", name="Add").click()
    await expect(visitor.locator("#task").get_by_role("button", name="Eva")).to_be_visible()


async def test_who_is_not_signed_in_reads_one_sentence_and_no_class(server, screens):
    await lesson(server, screens)
    stranger = await screens.open(CONSOLE, f"{server.here}/desk")
    await expect(stranger.get_by_role("heading")).to_contain_text("Please sign in first")
    assert "Period 3" not in await says(stranger)
    await no_barriers(stranger)


async def test_the_desk_has_no_barriers(server, screens):
    desk = await screens.open(CONSOLE, server.sign_in)
    await no_barriers(desk)
    await desk.get_by_role("button", name="Take the sample class").click()
    await no_barriers(desk)
    await desk.get_by_role("button", name="Take Bo off the list").click()
    await no_barriers(desk)
    await started(server, screens, desk)
    await desk.goto(f"{server.here}/desk")
    await no_barriers(desk)


async def class_page(server, screens) -> Page:
    """The page of a class of two."""
    desk = await screens.open(CONSOLE, server.sign_in)
    await desk.get_by_label("First names").fill("Ana\nBo")
    await desk.get_by_role("button", name="Make the class").click()
    await expect(desk.get_by_role("heading", name="The names on the tiles")).to_be_visible()
    return desk


def tile(desk: Page, name: str):
    """The field of the tile that says this."""
    return desk.locator(f'.roster input[value="{name}"]')


async def test_answer_cards_are_printed_for_those_without_a_device(server, screens):
    desk = await screens.open(CONSOLE, server.sign_in)
    await desk.get_by_role("button", name="Take the sample class").click()
    await desk.get_by_role("link", name="Answer cards to print").click()
    await expect(desk.locator(".card-face")).to_have_text(["A", "B", "C", "D", *"0123456789", "−", "/"])
    await no_barriers(desk)


async def test_a_class_list_is_looked_at_before_it_is_taken_in(server, screens):
    desk = await screens.open(STUDENT, server.sign_in)
    await desk.get_by_role("link", name="Class lists from a file").click()
    await no_barriers(desk)
    sent = {"name": "rosters.zip", "mimeType": "application/zip", "buffer": zipped(ONEROSTER_11)}
    await desk.get_by_label("A CSV file").set_input_files(sent)
    await desk.get_by_role("button", name="Look at it").click()
    await expect(desk.get_by_role("heading", level=1)).to_have_text("Before anything changes")
    await no_barriers(desk)
    assert await desk.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    await desk.get_by_role("checkbox", name="Algebra").uncheck()
    await desk.get_by_role("button", name="Take in").click()
    await expect(desk.locator(".notice")).to_have_text("Taken in: 1 class, 3 new.")
