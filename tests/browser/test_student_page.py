"""What a student does and sees: the code, the tile, the answer line, the keys, the echo, the receipts."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, expect

from browser.lesson import Lesson, hands_in, lesson
from browsing import STUDENT, Screens
from serving import Server


@pytest.fixture
async def begun(server: Server, screens: Screens) -> Lesson:
    """A lesson that has been started."""
    return await lesson(server, screens)


@pytest.fixture
async def ana(begun: Lesson) -> Page:
    """Ana, who sits with the board question before her."""
    student = await begun.student("Ana")
    await begun.open("Board")
    await expect(line(student)).to_be_visible()
    return student


@pytest.fixture
async def phone(chromium: Browser, begun: Lesson) -> AsyncIterator[Page]:
    """Bo on a phone, a touch screen, with the board question before him."""
    context = await chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = await context.new_page()
    await page.goto(f"{begun.server.here}/room/{begun.code}")
    await page.get_by_role("button", name="Bo").tap()
    await begun.open("Board")
    await expect(line(page)).to_be_visible()
    yield page
    await context.close()


def line(page: Page):
    """The answer line."""
    return page.locator(".answer-line")


async def test_a_student_joins_with_the_code_in_small_letters(begun: Lesson):
    page = await begun.screens.open(STUDENT, begun.server.here)
    await page.keyboard.type(begun.code.lower())
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Ana").click()
    await expect(page.get_by_role("heading", name="You are in.")).to_be_visible()
    await expect(page.locator("#connection")).to_have_text("Connected")


async def test_an_unknown_code_says_so_and_can_be_typed_again(begun: Lesson):
    page = await begun.screens.open(STUDENT, begun.server.here)
    await page.keyboard.type("ZZZZ9")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("no lesson with this code")
    await expect(page.get_by_label("Enter the code on the wall")).to_be_focused()


async def test_a_tile_in_use_asks_the_teacher_and_the_newest_device_wins(begun: Lesson):
    first = await begun.student("Ana")
    second = await begun.visitor()
    await second.get_by_role("button", name="Ana").click()
    await expect(second.get_by_text("asking your teacher")).to_be_visible()
    await begun.press("a")
    await expect(second.get_by_role("heading", name="You are in.")).to_be_visible()
    await expect(first.get_by_role("heading", name="Tap your name")).to_be_visible()


async def test_a_whole_answer_with_the_keyboard_alone(begun: Lesson):
    page = await begun.visitor()
    await expect(page.get_by_role("heading", name="Tap your name")).to_be_visible()
    await page.get_by_role("button", name="Ana").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="You are in.")).to_be_visible()
    await begun.open("Board")
    await expect(line(page)).to_be_focused()
    await page.keyboard.type("x = 15/2")
    await page.keyboard.press("Enter")
    await expect(page.locator("#saved")).to_contain_text("Saved")
    await page.get_by_role("button", name="I don't know yet").focus()
    await page.keyboard.press("Space")
    await expect(page.locator("#saved .what")).to_have_text("I don't know yet.")


async def test_keys_write_where_the_caret_is_without_the_keyboard_of_the_phone(phone: Page):
    for key in ("x", "equals", "minus", "1", "fraction bar", "2"):
        await phone.get_by_role("button", name=key, exact=True).tap()
    await expect(line(phone)).to_have_value("x=−1/2")
    await expect(line(phone)).to_have_attribute("inputmode", "none")
    await line(phone).evaluate("field => field.setSelectionRange(3, 4)")
    await phone.get_by_role("button", name="1", exact=True).tap()
    await phone.get_by_role("button", name="5", exact=True).tap()
    await phone.get_by_role("button", name="delete", exact=True).tap()
    await phone.get_by_role("button", name="decimal point", exact=True).tap()
    await expect(line(phone)).to_have_value("x=−1./2")
    await expect(line(phone)).to_be_focused()


async def test_the_keyboard_of_the_phone_comes_when_asked_for_and_goes_again(phone: Page):
    turn = phone.get_by_role("button", name="keyboard of this device")
    await turn.tap()
    await expect(line(phone)).to_have_attribute("inputmode", "text")
    await expect(phone.get_by_role("button", name="fraction bar")).to_be_hidden()
    await turn.tap()
    await expect(line(phone)).to_have_attribute("inputmode", "none")
    await expect(phone.get_by_role("button", name="fraction bar")).to_be_visible()


async def test_what_is_typed_is_echoed_as_math_and_names_where_it_stops_making_sense(ana: Page):
    await line(ana).press_sequentially("x = 15/2")
    await expect(ana.locator("#echo mfrac")).to_be_visible()
    await line(ana).press_sequentially(" +")
    await expect(ana.locator("#echo")).to_contain_text("“+”")
    await line(ana).fill("")
    await expect(ana.locator("#echo")).to_be_empty()


async def test_what_cannot_be_read_is_asked_again_at_once_and_replaces_nothing(ana: Page):
    await hands_in(ana, "7.5")
    await line(ana).fill("x = = 3")
    await ana.get_by_role("button", name="Hand in").click()
    await expect(ana.locator("#saved")).to_contain_text("Not handed in yet.")
    await expect(ana.locator("#saved")).to_contain_text("“=”")
    await expect(ana.locator("#saved")).to_contain_text("Still saved: 7.5")
    await expect(line(ana)).to_be_focused()


async def test_an_answer_can_be_changed_until_the_close(begun: Lesson, ana: Page):
    await hands_in(ana, "7")
    await line(ana).fill("7.5")
    await ana.keyboard.press("Enter")
    await expect(ana.locator("#saved .what")).to_have_text("7.5")
    await begun.press("r")
    await expect(ana.locator(".verdict")).to_have_text(re.compile("Right"))


async def test_a_double_tap_is_one_answer(begun: Lesson, ana: Page):
    await line(ana).fill("7.5")
    await ana.get_by_role("button", name="Hand in").dblclick()
    await expect(ana.locator("#saved .what")).to_have_text("7.5")
    await expect(begun.console.locator("#tallies")).to_contain_text("1 of 1 right")


async def test_not_knowing_yet_is_as_large_as_handing_in(ana: Page):
    hand_in = await ana.get_by_role("button", name="Hand in").bounding_box()
    not_yet = await ana.get_by_role("button", name="I don't know yet").bounding_box()
    assert (hand_in["width"], hand_in["height"]) == pytest.approx((not_yet["width"], not_yet["height"]), abs=1)


async def test_a_swap_leaves_the_text_the_focus_and_the_caret_where_they_are(begun: Lesson, ana: Page):
    await line(ana).press_sequentially("x = 15/2")
    await line(ana).evaluate("field => { field.setSelectionRange(2, 5); field.wasHere = true; }")
    await begun.press("c")
    await expect(ana.get_by_text("Last call.")).to_be_visible()
    kept = "f => [f.value, f.selectionStart, f.selectionEnd, f.wasHere, document.activeElement === f]"
    assert await line(ana).evaluate(kept) == ["x = 15/2", 2, 5, True, True]


async def test_a_set_goes_on_by_itself_and_the_caret_with_it(begun: Lesson):
    student = await begun.student("Ana")
    await begun.open("Diagnostic")
    await expect(student.get_by_text("Not graded.")).to_be_visible()
    await student.keyboard.type("9")
    await student.keyboard.press("Enter")
    await expect(student.get_by_text("Question 1 saved.")).to_be_visible()
    await expect(line(student)).to_be_focused()
    await expect(line(student)).to_have_value("")
    await student.keyboard.type("-4")
    await student.keyboard.press("Enter")
    await expect(student.get_by_text("Question 2 saved.")).to_be_visible()
    await student.get_by_role("button", name="Question 1, handed in").click()
    await expect(student.locator("#saved .what")).to_have_text("9")


async def test_a_reason_is_shared_and_another_one_may_follow(begun: Lesson):
    student = await begun.student("Ana")
    await begun.open("Warm-up")
    await student.locator(".pick").nth(2).click()
    await student.get_by_label("Why?").fill("It has <b>two</b> steps")
    await student.get_by_role("button", name="Share").click()
    await expect(student.locator("#saved .what")).to_have_text("C: It has <b>two</b> steps")
    await student.locator(".pick").nth(3).click()
    await student.get_by_label("Why?").fill("It is solved")
    await student.get_by_role("button", name="Share").click()
    await expect(student.locator("#saved .what")).to_have_text("D: It is solved")


async def test_without_script_a_student_joins_answers_and_changes_the_answer(chromium: Browser, begun: Lesson):
    context = await chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = await context.new_page()
    await page.goto(f"{begun.server.here}/room/{begun.code}")
    await page.get_by_role("button", name="Ana").click()
    await expect(page.get_by_role("heading", name="You are in.")).to_be_visible()
    await begun.open("Board")
    await page.reload()
    await hands_in(page, "7")
    await hands_in(page, "7.5")
    await expect(page.locator("#saved .what")).to_have_text("7.5")
    await page.get_by_role("button", name="I don't know yet").click()
    await expect(page.locator("#saved .what")).to_have_text("I don't know yet.")
    await context.close()
