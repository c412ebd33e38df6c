"""Join, answer, reveal: in Firefox and in WebKitGTK the same as in Chromium, on a phone and on a laptop."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from browser.lesson import Lesson, lesson
from browsing import Screens
from engines import Engine, firefox, webkit
from serving import Server
from setting_up.engines import find

SIZES = ((360, 740), (740, 360), (1366, 768))
"""A phone upright and on its side, and a laptop. WebKitGTK's window is no narrower than its buttons."""

STARTS = {"BOARDSUP_FIREFOX": firefox, "BOARDSUP_WEBKIT": webkit}
SAVED = "document.querySelector('#saved strong')?.textContent.includes('Saved')"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(params=STARTS)
def program(request: pytest.FixtureRequest) -> tuple[str, str]:
    """An engine and its path; skipped where it is not here, unless the run requires a browser."""
    path = find().get(request.param, "")
    if not path:
        why = f"{request.param} is not set, and there is none on the path"
        (pytest.fail if os.environ.get("BOARDSUP_BROWSER") == "required" else pytest.skip)(why)
    return request.param, path


@pytest.fixture
async def student(program: tuple[str, str], tmp_path: Path) -> AsyncIterator[Engine]:
    """A student's browser."""
    name, path = program
    async with STARTS[name](path, tmp_path) as engine:
        yield engine


@pytest.fixture
async def begun(server: Server, screens: Screens) -> Lesson:
    """A lesson at its console, in Chromium."""
    return await lesson(server, screens)


async def test_a_student_joins_answers_and_sees_how_it_went(begun: Lesson, student: Engine):
    await student.go_to(f"{begun.server.here}/room/{begun.code}")
    await student.click("#task form button")
    await student.sees("document.querySelector('#me')?.textContent.includes('Ana')")
    await begun.open("Board")
    await student.sees("document.querySelector('.answer-line')")
    await student.type(".answer-line", "15/2")
    await student.sees("document.querySelector('#echo mfrac')")
    await fits(student)
    await student.click(".buttons .main")
    await student.sees(SAVED)
    await student.go_to(f"{begun.server.here}/room/{begun.code}")
    await student.sees(SAVED)
    await begun.press("c", "c", "r")
    await student.sees("document.querySelector('#task')?.textContent.includes('Right.')")
    await fits(student)


async def fits(student: Engine) -> None:
    """Nothing scrolls sideways at any size."""
    for size in SIZES:
        await student.resize(*size)
        assert await student.value(SIDEWAYS) <= 0, size
