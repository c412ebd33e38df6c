"""The boards of the class: sorted, one of them large, marked in one key, and chosen ones side by side on the wall."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from browser.lesson import NAMES, Lesson, hands_in, lesson, no_barriers, says
from browsing import Screens
from serving import Server

AT_ONCE = 1_000
"""Milliseconds within which a press shows on the wall."""

WRITES = {"Ana": "21/4", "Bo": "15/2", "Cai": "21/4", "Dee": "30"}
ORDER = "all => all.sort((a, b) => a.style.order - b.style.order).map(one => one.querySelector('.name').textContent)"


@pytest.fixture
async def begun(server: Server, screens: Screens) -> Lesson:
    """Four boards, handed in one after another, and looked at by the teacher."""
    begun = await lesson(server, screens)
    students = {name: await begun.student(name) for name in NAMES.split()}
    await begun.open("Board")
    for name in ("Dee", "Cai", "Bo", "Ana"):
        await hands_in(students[name], WRITES[name])
    await begun.press("o")
    await expect(begun.console.locator(".a-board")).to_have_count(4)
    return begun


async def test_boards_are_sorted_by_tile_answer_misconception_and_time(begun: Lesson):
    by = begun.console.get_by_label("Sorted by")
    found = {}
    for how in ("tile", "answer", "misconception", "time"):
        await by.select_option(label=how)
        found[how] = await begun.console.locator(".a-board").evaluate_all(ORDER)
    assert found["tile"] == ["Ana", "Bo", "Cai", "Dee"]
    assert found["time"] == ["Dee", "Cai", "Bo", "Ana"]
    for how in ("answer", "misconception"):
        assert abs(found[how].index("Ana") - found[how].index("Cai")) == 1, how
    await by.select_option(label="chance")
    assert sorted(await begun.console.locator(".a-board").evaluate_all(ORDER)) == found["tile"]


async def test_a_board_is_large_after_a_press_and_small_after_another(begun: Lesson):
    board = begun.console.locator(".a-board").nth(1)
    small = (await board.bounding_box())["width"]
    await board.get_by_role("button", name="Look closer").click()
    await expect(board).to_have_class("a-board right large")
    assert (await board.bounding_box())["width"] > 3 * small
    await board.get_by_role("button", name="Look closer").click()
    await expect(board).to_have_class("a-board right")


async def test_chosen_boards_stand_side_by_side_in_their_order_and_come_back_at_once(begun: Lesson):
    console, wall = begun.console, await begun.wall()
    boards = console.locator(".a-board")
    for at in (1, 3, 0):
        await boards.nth(at).get_by_role("button", name="Choose this board").click()
    await expect(console.get_by_role("button", name="Show 3 side by side")).to_be_disabled()
    await begun.press("o", "r", "o")
    await expect(wall.locator(".reveal")).to_be_visible()
    await console.get_by_role("button", name="Board 2 earlier").click()
    await expect(boards.locator("[data-choose]")).to_have_text(["3", "2", "+", "1"])
    await console.get_by_role("button", name="Show 3 side by side").click()
    await expect(wall.locator(".shown-board blockquote")).to_have_text(["30", "152", "214"], timeout=AT_ONCE)
    await expect(wall.locator(".shown-board mfrac")).to_have_count(2)
    assert not set(NAMES.split()) & set((await says(wall)).split())
    await no_barriers(wall)
    await no_barriers(console)
    await console.get_by_role("button", name="Take all back").click()
    await expect(wall.locator(".shown-board")).to_have_count(0, timeout=AT_ONCE)
    await expect(wall.locator(".reveal")).to_be_visible()
    await expect(boards.locator("[data-choose]")).to_have_text(["+"] * 4)


async def test_by_keys_alone_a_board_is_marked_chosen_shown_and_taken_back(server: Server, screens: Screens):
    begun = await lesson(server, screens)
    ana, bo = await begun.student("Ana"), await begun.student("Bo")
    wall = await begun.wall()
    await begun.open("Board")
    await begun.console.bring_to_front()
    for student, text in ((ana, "about seven"), (bo, "seven and a bit")):
        await student.get_by_role("textbox", name="Your answer").fill(text)
        await student.get_by_role("button", name="Hand in").click()
    await expect(begun.console.locator(".group.check .members li")).to_have_count(2)
    await begun.press("o")
    await expect(begun.console.locator(".a-board.check")).to_have_count(2)
    await begun.press("1")
    await expect(begun.console.locator(".a-board.right")).to_have_count(1)
    await begun.press("2")
    await expect(begun.console.locator(".a-board.not_yet")).to_have_count(1)
    await begun.press("o", "r", "o")
    await expect(wall.locator(".reveal")).to_be_visible()
    await begun.press("ArrowRight", "ArrowRight", "c", "ArrowLeft", "c", "s")
    await expect(wall.locator(".shown-board blockquote")).to_have_text(["seven and a bit", "about seven"])
    await expect(begun.console.get_by_role("button", name="Take all back")).to_be_visible()
    await begun.press("t")
    await expect(wall.locator(".shown-board")).to_have_count(0)


async def test_a_board_to_look_at_says_which_keys_mark_it(server: Server, screens: Screens):
    begun = await lesson(server, screens)
    student: Page = await begun.student("Ana")
    await begun.open("Board")
    await student.get_by_role("textbox", name="Your answer").fill("about seven")
    await student.get_by_role("button", name="Hand in").click()
    await begun.press("o")
    await expect(begun.console.locator(".a-board.current kbd")).to_have_text(["1", "2"])
