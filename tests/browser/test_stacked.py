"""The two-dimensional field: a fraction is typed as a fraction, and what is handed in is the ordinary line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.async_api import FrameLocator, Page, expect

from boardsup.maths.reading import Unread, read
from browser.lesson import Lesson, lesson, no_barriers
from browsing import CONSOLE, STUDENT, Screens
from serving import Server

BUTTON = "Write as on paper, with fractions stacked"
TYPED = {
    "3/4": "3/4",
    "1 1/2": "1 1/2",
    "-18": "-18",
    "x=7.5": "x=7.5",
    "2(x+5)": "2(x+5)",
    "(x+1)/2": "(x+1)/2",
    "x^2": "x^2",
    "2^-3": "2^(-3)",
    "(2x)/3": "(2x)/3",
    "x≤-4": "x≤-4",
    "3*4": "3*4",
    "2 1/3 + 1/2": "2 1/3+1/2",
}
"""A line as it is typed into the ordinary field, and how the two-dimensional one spells the same."""


@pytest.fixture
async def begun(server: Server, screens: Screens) -> Lesson:
    """A lesson that has been started."""
    return await lesson(server, screens)


async def at_the_board(begun: Lesson, page: Page) -> FrameLocator:
    """Ana sits with the board question before her, and has pressed the button of the field."""
    await page.goto(f"{begun.server.here}/room/{begun.code}")
    await page.locator("#task").get_by_role("button", name="Ana").click()
    await begun.open("Board")
    await page.get_by_role("button", name=BUTTON).click()
    frame = page.frame_locator("[data-stacked] iframe")
    await expect(frame.locator("math-field")).to_be_focused()
    return frame


@pytest.mark.parametrize("screen", [STUDENT, CONSOLE], ids=["phone", "laptop"])
async def test_a_fraction_is_typed_as_a_fraction_and_handed_in_as_a_line(begun: Lesson, screen, tmp_path: Path):
    ana = await begun.screens.open(screen)
    await at_the_board(begun, ana)
    await ana.screenshot(path=tmp_path / "empty.png")
    await ana.keyboard.type("15/2")
    await expect(ana.locator("#echo math")).to_have_count(1)
    await expect(ana.locator(".answer-line")).to_have_value("15/2")
    await ana.screenshot(path=tmp_path / "typed.png")
    await no_barriers(ana)
    await ana.get_by_role("button", name="Hand in").click()
    await expect(ana.locator("#saved")).to_contain_text("Saved")


async def test_the_key_row_writes_into_the_field_and_enter_hands_in(begun: Lesson):
    ana = await begun.screens.open(STUDENT)
    frame = await at_the_board(begun, ana)
    for key in ("7", "space, for a mixed number", "1"):
        await ana.get_by_role("button", name=key, exact=True).click()
    await frame.get_by_role("button", name="On, out of a fraction").click()
    await ana.get_by_role("button", name="2", exact=True).click()
    await expect(ana.locator(".answer-line")).to_have_value("7 1/2")
    await ana.keyboard.press("Enter")
    await expect(ana.locator("#saved")).to_contain_text("Saved")


async def test_what_stands_on_the_line_comes_along_and_back(begun: Lesson):
    ana = await begun.screens.open(STUDENT)
    await ana.goto(f"{begun.server.here}/room/{begun.code}")
    await ana.locator("#task").get_by_role("button", name="Ana").click()
    await begun.open("Board")
    await ana.locator(".answer-line").fill("7 1/2")
    await ana.get_by_role("button", name=BUTTON).click()
    frame = ana.frame_locator("[data-stacked] iframe")
    await expect(frame.locator("math-field")).to_be_focused()
    await ana.keyboard.press("End")
    await ana.keyboard.type("+1")
    await expect(ana.locator(".answer-line")).to_have_value("7 1/2+1")
    await ana.reload()
    await expect(ana.locator(".answer-line")).to_have_value("7 1/2+1")
    await ana.get_by_role("button", name=BUTTON).click()
    await expect(ana.locator("iframe")).to_have_count(0)
    await expect(ana.locator(".answer-line")).to_be_visible()
    await expect(ana.locator(".answer-line")).to_have_value("7 1/2+1")


async def test_a_line_means_the_same_after_a_walk_through_the_field(begun: Lesson):
    ana = await begun.screens.open(STUDENT)
    await at_the_board(begun, ana)
    frame = ana.frames[-1]
    for line, spelled in TYPED.items():
        back = await frame.evaluate(
            """async (line) => {
                const { asLatex, asLine } = await import("/static/js/stacked/spelled.js");
                const field = document.querySelector("math-field");
                field.setValue(asLatex(line), { silenceNotifications: true });
                return asLine(field.getValue("latex"));
            }""",
            line,
        )
        assert re.sub(r" ?([+≤*]) ?", r"\1", back) == spelled
        assert not isinstance(read(back), Unread)
        assert read(back) == read(line)


async def test_the_frame_may_load_and_send_nothing_from_outside(begun: Lesson):
    ana = await begun.screens.open(STUDENT)
    reply = await ana.goto(f"{begun.server.here}/field/en")
    assert reply is not None
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "http" not in policy
