"""Who has what: a table of shapes and words, names apart, only of lessons that have ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from attending import fetched
from weeks import FRIDAY, Weeks, attending, weeks

NAMES = ["Ana", "Bo", "Cai"]


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with weeks(tmp_path) as started:
        yield started


def test_two_lessons_make_a_picture_in_which_who_needs_it_comes_first(school: Weeks) -> None:
    klass = school.make_class(NAMES)
    assert "Nothing to see yet" in school.desk(f"{klass}/map")
    for day in (None, FRIDAY):
        if day is not None:
            school.calendar.go_to(day)
        lesson = attending(school, school.press(f"{klass}/lessons", plan="multi-step-equations"))
        lesson.sit("Ana", "Bo")
        lesson.asks("board", {"Ana": {"board.1": "15/2"}, "Bo": {"board.1": "1"}})
        lesson.ends()
    page = school.desk(f"{klass}/map")
    rows = re.findall(r'<span class="name">(\w+)</span>.*?</tr>', page)
    assert rows == ["Bo", "Ana", "Cai"]
    assert re.search(r"Ana</span>.*?right twice in a row", page)
    assert re.search(r"Bo</span>.*?not yet, twice in a row", page)
    assert "1 of 2" in page


def test_a_class_that_is_not_there_has_no_picture(school: Weeks) -> None:
    assert fetched(school, "/desk/classes/none/map", school.teacher)[0] == 404
