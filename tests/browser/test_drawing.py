"""Drawing on a board: kept over a reload, seen by the teacher as it grows, on the wall by a press alone."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from browser.lesson import Lesson, lesson, no_barriers
from browsing import Screens
from serving import Server

STROKES = "[name=sketch]"


@pytest.fixture
async def begun(server: Server, screens: Screens) -> Lesson:
    """A lesson that has been started."""
    return await lesson(server, screens)


@pytest.fixture
async def ana(begun: Lesson) -> Page:
    """Ana, with a place to draw under the board question."""
    student = await begun.student("Ana")
    await begun.open("Board")
    await student.get_by_role("button", name="Draw").click()
    await expect(student.locator("canvas")).to_be_visible()
    return student


async def test_a_drawing_grows_on_the_teachers_grid_and_comes_on_the_wall_by_a_press(begun: Lesson, ana: Page):
    wall = await begun.wall()
    await begun.press("o")
    boards = begun.console.locator("#boards")
    await expect(boards.locator(".a-board")).to_have_count(1)

    await stroke(ana, (40, 40), (200, 120), (360, 60))
    await expect(boards.locator(".drawn path.pen-a")).to_have_count(1)

    await ana.get_by_role("button", name="Hand in").click()
    await expect(ana.locator("#saved")).to_contain_text("Your drawing")
    await boards.get_by_role("button", name="Right").click()
    await expect(boards.locator(".a-board.right")).to_have_count(1)

    await begun.press("o", "r")
    await expect(wall.locator(".reveal")).to_be_visible()
    await expect(wall.locator(".drawn")).to_have_count(0)
    await begun.press("o")
    await boards.get_by_role("button", name="Show on the wall").click()
    await expect(wall.locator(".drawn path")).to_have_count(1)
    await boards.get_by_role("button", name="Take back").click()
    await expect(wall.locator(".drawn")).to_have_count(0)


async def test_undo_redo_clear_and_a_reload(ana: Page):
    await stroke(ana, (40, 40), (200, 120))
    await stroke(ana, (40, 200), (300, 200))
    strokes = await drawn(ana)
    assert strokes.count("|") == 2

    await ana.get_by_role("button", name="Undo").click()
    assert (await drawn(ana)).count("|") == 1
    await ana.get_by_role("button", name="Redo").click()
    assert await drawn(ana) == strokes
    await ana.reload()
    await expect(ana.locator("canvas")).to_be_visible()
    await expect(ana.locator(STROKES)).to_have_value(strokes)
    await ana.get_by_role("button", name="Clear").click()
    assert await drawn(ana) == ""


async def test_the_eraser_takes_a_stroke_and_leaves_the_other(ana: Page):
    await stroke(ana, (40, 40), (200, 40))
    await stroke(ana, (40, 200), (300, 200))
    await ana.get_by_role("button", name="Eraser").click()
    await stroke(ana, (40, 40), (40, 44))
    assert (await drawn(ana)).count("|") == 1


@pytest.mark.parametrize(
    ("ground", "tool", "taps", "answer"),
    [
        ("Plane", "Point", [(240, 60)], "(2, 3)"),
        ("Plane", "Line", [(200, 100), (220, 60)], "y = 2x + 1"),
        ("Plane", "Line", [(200, 100), (240, 120)], "y = −(1/2)x + 1"),
        ("Plane", "Line", [(160, 100), (160, 20)], "x = −2"),
        ("Number line", "Ray from ○", [(254, 120), (300, 110)], "x > 3"),
        ("Number line", "Ray from ●", [(164, 120), (20, 120)], "x ≤ −2"),
        ("Number line", "Point", [(146, 118)], "−3"),
    ],
)
async def test_what_snaps_stands_on_the_line_to_be_marked(ana: Page, ground: str, tool: str, taps, answer: str):
    await ana.get_by_label("Behind the drawing").select_option(ground)
    await ana.get_by_role("button", name=tool, exact=True).click()
    for tap in taps:
        await stroke(ana, tap)
    await expect(ana.locator(".answer-line")).to_have_value(answer)
    await expect(ana.locator("#echo math")).to_be_visible()


async def test_with_drawing_off_there_is_no_place_to_draw(begun: Lesson, ana: Page):
    await begun.press("o")
    await begun.button("Drawing is on").click()
    await expect(ana.get_by_role("button", name="Draw")).to_have_count(0)


async def test_neither_the_place_to_draw_nor_the_grid_has_a_barrier(begun: Lesson, ana: Page):
    await ana.get_by_label("Behind the drawing").select_option("Plane")
    await stroke(ana, (40, 40), (200, 120))
    await no_barriers(ana)
    await begun.press("o")
    await expect(begun.console.locator("#boards .drawn path.pen-a")).to_be_visible()
    await no_barriers(begun.console)


async def stroke(page: Page, *points: tuple[int, int]) -> None:
    """Draw through these points of the board, which is 400 × 240 units large."""
    canvas = page.locator("canvas")
    await canvas.scroll_into_view_if_needed()
    box = await canvas.bounding_box()
    assert box is not None
    places = [(box["x"] + x * box["width"] / 400, box["y"] + y * box["height"] / 240) for x, y in points]
    await page.mouse.move(*places[0])
    await page.mouse.down()
    for place in places[1:]:
        await page.mouse.move(*place, steps=8)
    await page.mouse.up()


async def drawn(page: Page) -> str:
    """The drawing as it would be handed in."""
    return await page.locator(STROKES).input_value()


async def test_what_is_drawn_goes_out_at_most_five_times_a_second_and_two_kilobytes(begun: Lesson):
    """However fast somebody draws, measured on the wire over the seconds that the drawing takes."""
    student = await begun.student("Bo")
    await begun.open("Board")
    async with student.expect_websocket() as opened:
        await student.reload()
    line, sent = await opened.value, []
    line.on("framesent", lambda frame: sent.append(str(frame)) if '"draw"' in str(frame) else None)
    await student.get_by_role("button", name="Draw").click()
    began = await student.evaluate("performance.now()")
    async with line.expect_event("framesent", lambda frame: '"draw"' in str(frame)):
        for row in range(10):
            await stroke(student, (20, 20 + 18 * row), (380, 30 + 18 * row), (20, 38 + 18 * row))
    seconds = (await student.evaluate("performance.now()") - began) / 1_000
    assert 0 < len(sent) <= 5 * seconds + 2
    assert sum(map(len, sent)) <= 2_000 * seconds + 2 * max(map(len, sent))


POINTERS = """(canvas, { kind, id, pressure, points }) => {
  const box = canvas.getBoundingClientRect();
  const of = { pointerId: id, pointerType: kind, pressure, bubbles: true, cancelable: true };
  const send = (type, [x, y], target) =>
    target.dispatchEvent(new PointerEvent(type, { ...of, clientX: box.left + x, clientY: box.top + y }));
  canvas.setPointerCapture = () => {};
  send("pointerdown", points[0], canvas);
  for (const point of points.slice(1)) send("pointermove", point, canvas);
  send("pointerup", points.at(-1), canvas);
}"""
"""A pen, a finger or a palm, with a pressure: what no mouse can play."""


async def test_a_firm_pen_draws_thicker_and_a_palm_beside_it_draws_nothing(ana: Page):
    canvas = ana.locator("canvas")
    light = {"kind": "pen", "id": 7, "pressure": 0.3, "points": [[20, 20], [120, 60]]}
    await canvas.evaluate(POINTERS, light)
    await canvas.evaluate(POINTERS, light | {"pressure": 0.9, "points": [[20, 90], [120, 130]]})
    strokes = [one for one in (await drawn(ana)).split("|") if one]
    thin, firm = (re.match(r"[a-c](\d)", one)[1] for one in strokes[-2:])
    assert int(firm) == int(thin) + 1
    await canvas.evaluate(POINTERS, {"kind": "touch", "id": 9, "pressure": 0.5, "points": [[60, 60], [90, 100]]})
    assert [one for one in (await drawn(ana)).split("|") if one] == strokes


async def test_a_finger_draws_where_no_pen_has_been_and_the_page_scrolls_beside_the_place(ana: Page):
    await ana.locator("canvas").evaluate(
        POINTERS, {"kind": "touch", "id": 3, "pressure": 0.5, "points": [[20, 20], [120, 60]]}
    )
    before = await drawn(ana)
    assert before
    assert await ana.locator("canvas").evaluate("one => getComputedStyle(one).touchAction") == "none"
    assert await ana.locator("#ask").evaluate("one => getComputedStyle(one).touchAction") != "none"
    await ana.locator("#ask").evaluate(
        POINTERS, {"kind": "touch", "id": 4, "pressure": 0.5, "points": [[5, 5], [5, 60]]}
    )
    assert await drawn(ana) == before
