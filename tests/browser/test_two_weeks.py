"""Two weeks of a class: Monday's questions, Friday's quiz, the growth page, next Monday's proposal."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from browser.lesson import no_barriers
from browsing import CONSOLE, STUDENT, Screens
from weeks import FRIDAY, NEXT_MONDAY, Attending, Weeks, attending, weeks

NAMES = [f"s{i:02}" for i in range(1, 30)]
HERE = NAMES[:27]
ONE, TWO, THREE = ("9", "19"), ("-4", "-14"), ("56/5", "28/5")
"""Right and not yet."""


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with weeks(tmp_path) as started:
        yield started


def texts(questions: dict[str, tuple[tuple[str, str], int]], names: list[str]) -> dict[str, dict[str, str]]:
    """For each student what is handed in by question: right for so many of the first, not yet for the others."""
    return {
        name: {question: forms[place >= right] for question, (forms, right) in questions.items()}
        for place, name in enumerate(names)
    }


async def test_two_weeks_of_a_class(school: Weeks, screens: Screens) -> None:
    desk = await screens.open(CONSOLE, school.sign_in)
    klass = await asyncio.to_thread(school.make_class, NAMES)
    await desk.goto(school.here + klass)

    await desk.get_by_role("button", name="Start", exact=True).click()
    await desk.wait_for_url("**/console")
    await asyncio.to_thread(monday, attending(school, desk.url))

    school.calendar.go_to(FRIDAY)
    await desk.goto(school.here + klass)
    await desk.get_by_role("link", name="Friday's quiz").click()
    await expect(desk.locator(".quiz-items li")).to_have_count(5)
    await no_barriers(desk)
    await desk.get_by_role("button", name="Start the quiz").click()
    await desk.wait_for_url("**/console")
    friday = attending(school, desk.url)
    await asyncio.to_thread(friday.sit, *HERE[1:])
    await asyncio.to_thread(friday.console, "open", segment="quiz")
    await asyncio.to_thread(quiz, friday)
    await one_students_quiz(screens, school, friday)

    await desk.goto(f"{school.here}{klass}/growth")
    await grown(desk)
    await pictured(desk, f"{school.here}{klass}")
    school.calendar.go_to(NEXT_MONDAY)
    await desk.reload()
    await desk.get_by_role("link", name="Plan this lesson").click()
    await expect(desk.get_by_role("heading", level=1)).to_have_text("Variables on both sides")
    await expect(desk.get_by_role("listitem").filter(has_text="Review")).to_be_visible()
    await desk.get_by_role("button", name="Start").click()
    await expect(desk.locator("#agenda")).to_contain_text("Exit")


def monday(lesson: Attending) -> None:
    """Three questions, a board question that nine of the class had."""
    lesson.sit(*HERE)
    lesson.asks("check", texts({"check.1": (ONE, 24), "check.2": (TWO, 13), "check.3": (THREE, 9)}, HERE))
    lesson.asks("board", texts({"board.1": (("15/2", "21/4"), 9)}, HERE))
    lesson.ends()


def quiz(lesson: Attending) -> None:
    """Everybody but the first student."""
    asked = {"quiz.1": (ONE, 26), "quiz.2": (TWO, 23), "quiz.4": (THREE, 21), "quiz.5": (("1/5", ""), 6)}
    for name, by_question in texts(asked, HERE[1:]).items():
        for question, text in by_question.items():
            lesson.hands_in(name, question, text)


async def one_students_quiz(screens: Screens, school: Weeks, lesson: Attending) -> None:
    """The first student at a real page, from the first question to what helped; no result before it is given back."""
    page = await screens.open(STUDENT, f"{school.here}/room/{lesson.code}")
    await page.locator("#task").get_by_role("button", name=HERE[0]).click()
    for question, text in enumerate(("9", "-4", "18/5", "56/5", "1/5"), start=1):
        await hands_in(page, f"quiz.{question}", text)
    await expect(page.get_by_role("heading", name="What helped you this week?")).to_be_visible()
    await no_barriers(page)
    await hands_in(page, "quiz.helped", "The area model")
    await expect(page.get_by_role("heading", name="What is still muddy?")).to_be_visible()
    await asyncio.to_thread(lesson.closes, "quiz")
    await expect(page.locator("#task")).to_contain_text("Thank you. Eyes up.")
    await expect(page.locator("#task")).not_to_contain_text("Right.")
    await asyncio.to_thread(lesson.console, "give_back", segment="quiz")
    await expect(page.locator("#task")).to_contain_text("Right.")
    await asyncio.to_thread(lesson.ends)


async def hands_in(page: Page, question: str, text: str) -> None:
    """Answer the question that is on the screen, and wait for its receipt."""
    await expect(page.locator("#task")).to_have_attribute("data-question", question)
    await page.get_by_role("textbox", name="Your answer").fill(text)
    await page.get_by_role("button", name="Hand in").click()
    await expect(page.locator(f'#saved[data-receipts*="{question}:1"]')).to_have_count(1)


async def grown(desk: Page) -> None:
    """The page gives counts first, names on hold, and the same as a table."""
    main = desk.get_by_role("main")
    await expect(main).to_contain_text("9 of 27 on Monday, 22 of 27 on Friday.")
    await expect(main).to_contain_text("Of 18 who did not have it, 13 now do.")
    await expect(main).to_contain_text("On Friday 7 of 27 had it right already")
    await expect(main).to_contain_text("The area model")
    name = desk.locator(".name", has_text=HERE[0]).first
    await expect(name).to_be_hidden()
    await desk.keyboard.down("n")
    await expect(name).to_be_visible()
    await desk.keyboard.up("n")
    await expect(name).to_be_hidden()
    await desk.get_by_text("The same as a table").click()
    await expect(desk.get_by_role("row").filter(has_text="Equation with parentheses")).to_contain_text("Grew")
    await no_barriers(desk)


async def pictured(desk: Page, klass: str) -> None:
    """Who has what, in shapes and words; names on hold there, too. Then back."""
    await desk.goto(f"{klass}/map")
    await expect(desk.get_by_role("row")).to_have_count(2 + len(NAMES))
    await expect(desk.get_by_role("cell", name="right twice in a row").first).to_be_visible()
    await expect(desk.locator(".name", has_text=HERE[0]).first).to_be_hidden()
    await no_barriers(desk)
    await desk.goto(f"{klass}/growth")
