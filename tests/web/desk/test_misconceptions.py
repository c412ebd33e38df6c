"""Misconceptions over time: pictures with their counts as a table, of lessons that have ended, and never a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from attending import fetched
from boardsup.items.bank import Bank
from boardsup.items.skills import SkillMap
from boardsup.lesson.missing import Missed
from boardsup.store.missed import MissedIn
from boardsup.teaching.fading import Seen
from boardsup.web.charts import shares
from boardsup.web.desk.misconceptions import as_said, label
from weeks import FRIDAY, Weeks, attending, weeks

NAMES = ["Ana", "Bo", "Cai"]


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with weeks(tmp_path) as started:
        yield started


def test_two_lessons_make_small_pictures_with_counts_and_without_names(school: Weeks) -> None:
    klass = school.make_class(NAMES)
    assert "Nothing to see yet" in school.desk(f"{klass}/misconceptions")
    for day, wrong in ((None, ("x = 21/4", "x = 21/4")), (FRIDAY, ("x = 15/2", "x = 21/4"))):
        if day is not None:
            school.calendar.go_to(day)
        lesson = attending(school, school.press(f"{klass}/lessons", plan="multi-step-equations"))
        lesson.sit("Ana", "Bo")
        lesson.asks("board", {name: {"board.1": text} for name, text in zip(("Ana", "Bo"), wrong, strict=True)})
        lesson.ends()
    page = school.desk(f"{klass}/misconceptions")
    assert 'aria-label="Mar 2: 2 of 2. Mar 6: 1 of 2. Too few answers to compare."' in page
    assert len(re.findall(r'<circle class="faint"', page)) == 2
    assert re.search(r"<td>Mar 6</td><td>[^<]+</td><td>1</td><td>2</td>", page)
    assert not re.search(rf"\b({'|'.join(NAMES)})\b", page)
    assert fetched(school, "/desk/classes/none/misconceptions", school.teacher)[0] == 404


def test_an_id_that_no_file_has_any_more_is_still_said_as_it_was_worded() -> None:
    lessons = [MissedIn("A", "A", 0, (Missed("q", "s", "old.id", "Took one away.", 1, 2),))]
    bare = Bank(SkillMap(()), {}, {}, {})
    assert label(bare, "old.id", lessons) == "Took one away."
    assert label(bare, "unheard.of", lessons) == "unheard.of"


def test_ids_that_are_said_alike_are_one_picture() -> None:
    missed = (Missed("q", "s", "a.b", "Took one away.", 1, 9), Missed("q", "s", "c.d", "Took one away.", 2, 9))
    lesson = MissedIn("A", "A", 0, missed)
    bare = Bank(SkillMap(()), {}, {}, {})
    assert as_said(bare, lesson, [lesson]) == [Seen("Took one away.", 2, 9)]


def test_a_picture_of_shares_has_a_dot_a_lesson_at_its_own_height() -> None:
    found = shares([(0, 0, 10, True), (2, 5, 5, False)], 3)
    assert [(dot.x, dot.y, dot.is_faint) for dot in found.dots] == [(8.0, 64.0, False), (232.0, 8.0, True)]
    assert found.line == "M8.0 64.0L232.0 8.0"
    assert shares([], 0).line == ""
