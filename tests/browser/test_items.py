"""The library of items: found, looked at, written, mended, kept, asked in a lesson."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from browser.lesson import hands_in, lesson, no_barriers
from browsing import STUDENT

pytestmark = pytest.mark.own_server

QUESTION = "Solve ${a}x = {b}$."
HAPPENED = "Took the number in front away instead of dividing by it."


async def test_an_item_is_found_and_its_twins_are_looked_at(server, screens):
    desk = await screens.open(STUDENT, server.sign_in)
    await desk.get_by_role("link", name="Items", exact=True).click()
    await desk.get_by_label("Look for").fill("two-step 7.EE")
    await desk.get_by_label("Answer").select_option("equation_solution")
    await desk.get_by_role("button", name="Look").click()
    await no_barriers(desk)
    await desk.locator(".items a").first.click()
    item = desk.locator("#item")
    first = await item.locator(".ask math").get_attribute("alttext")
    await expect(item.locator(".expected li").first).to_be_visible()
    await item.get_by_role("link", name="Another twin").click()
    await expect(item.locator(f'.ask math[alttext="{first}"]')).to_have_count(0)
    await expect(item.get_by_text("numbers 2")).to_be_visible()
    await no_barriers(desk)
    assert await desk.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for page in ("openers", "import", "new"):
        await desk.goto(f"{server.here}/desk/items/{page}")
        await no_barriers(desk)
        assert await desk.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


async def test_an_item_is_written_mended_kept_asked_and_a_wrong_answer_is_named(server, screens):
    played = await lesson(server, screens)
    student = await played.student("Ana")
    desk = played.console
    await desk.goto(f"{server.here}/desk/items/new")
    await written(desk)
    await expect(desk.locator("#look .as-asked math")).to_be_visible()
    await desk.get_by_label("Question", exact=True).fill("Solve ${a}x = {c}$.")
    await expect(desk.locator("#say-ask")).to_contain_text("No number is called “c” here")
    await no_barriers(desk)
    await desk.get_by_role("button", name="Keep it").click()
    await expect(desk.get_by_label("Right answer")).to_have_value("x = {k}")
    await expect(desk.locator("#say-ask")).to_be_visible()
    await desk.get_by_label("Question", exact=True).fill(QUESTION)
    await expect(desk.locator("#say-ask")).to_be_hidden()
    await expect(desk.locator("#look")).to_contain_text("It can be kept")
    await desk.get_by_role("button", name="Keep it").click()
    await expect(desk.get_by_role("heading", name="Your own item")).to_be_visible()
    asked = await desk.locator("#item .ask math").get_attribute("alttext")
    wrong = await desk.locator(".expected .value math").get_attribute("alttext")
    await no_barriers(desk)
    await desk.get_by_role("button", name="Put it into Period 3").click()
    mine = desk.locator("#agenda li").filter(has=desk.locator(f'math[alttext="{asked}"]'))
    await mine.get_by_role("button").first.click()
    await expect(student.locator(f'#ask math[alttext="{asked}"]')).to_be_visible()
    await hands_in(student, wrong)
    await expect(desk.locator("#answers")).to_contain_text(HAPPENED)
    await desk.get_by_role("button", name="End…").click()
    await desk.get_by_role("button", name="End the lesson", exact=True).click()
    await desk.get_by_role("link", name="Back to your classes").click()
    await desk.get_by_role("link", name="Period 3").click()
    await desk.get_by_role("link", name="Misconceptions").click()
    await expect(desk.get_by_role("figure").filter(has_text=HAPPENED)).to_contain_text("1 of 1")
    await no_barriers(desk)


async def written(desk: Page) -> None:
    """Fill in the form of an item that can be kept."""
    await desk.get_by_label("Skill", exact=True).select_option("eq-1mul")
    await desk.get_by_label("Question", exact=True).fill(QUESTION)
    for row, (name, values) in enumerate((("a", "2..9"), ("k", "2..12")), start=1):
        await desk.get_by_label(f"Name of number {row}").fill(name)
        await desk.get_by_label(f"Values of number {row}").fill(values)
    await desk.get_by_label("Name of what follows, 1").fill("b")
    await desk.get_by_label("Formula 1").fill("a*k")
    await desk.get_by_label("Only if").fill("b - a != k")
    await desk.get_by_label("Sort of answer").select_option("equation_solution")
    await desk.get_by_label("Right answer").fill("x = {k}")
    await desk.get_by_label("Letters in the answer").fill("x")
    await desk.get_by_label("Wrong answer 1", exact=True).fill("x = {b - a}")
    await desk.get_by_label("What happened, 1").fill(HAPPENED)
