"""The page of a class's settings, and that its next lesson is run by them and remembers who worked together."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from attending import posted
from weeks import FRIDAY, MONDAY, NEXT_MONDAY, Weeks, attending, weeks

NAMES = [f"Pupil{i:02}" for i in range(1, 13)]
FORM = {"high": "90", "middle": "75", "low": "40", "whole_class": "70", "cap": "5", "passes": "1", "call_back": "0"}
"""Every number changed, no box ticked."""


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with weeks(tmp_path) as started:
        yield started


def page(school: Weeks, klass: str) -> str:
    return school.desk(f"{klass}/settings")


def numbers(found: str) -> dict[str, str]:
    return dict(re.findall(r'<input id="(\w+)" name="\w+" type="number"[^>]*value="(\d+)"', found))


def test_what_is_kept_stands_on_the_page_and_can_be_put_back_as_shipped(school: Weeks) -> None:
    klass = school.make_class(NAMES)
    shipped = numbers(page(school, klass))
    school.press(f"{klass}/settings", **FORM)
    assert numbers(page(school, klass)) == FORM
    assert 'name="heads_ups" value="yes">' in page(school, klass)
    school.press(f"{klass}/settings/as-shipped")
    assert numbers(page(school, klass)) == shipped


def test_thresholds_out_of_order_are_said_and_nothing_is_kept(school: Weeks) -> None:
    klass = school.make_class(NAMES)
    shipped = numbers(page(school, klass))
    status, text = posted(school, f"{klass}/settings", FORM | {"middle": "95"}, school.teacher)
    assert status == 422
    assert "has to be less than" in text
    assert 'value="95"' in text, "what was typed is still there"
    assert numbers(page(school, klass)) == shipped


def taught(school: Weeks, klass: str) -> set[frozenset[str]]:
    """Teach the proposed lesson up to its stations, half of the class at its last question; the pairs."""
    lesson = attending(school, school.press(f"{klass}/targets/eq-both-dist", minutes="50"))
    lesson.sit(*NAMES)
    last = {name: "56/5" if i < 6 else "" for i, name in enumerate(NAMES)}
    lesson.asks("check", {name: {"check.1": "9", "check.2": "-4", "check.3": text} for name, text in last.items()})
    lesson.console("open", segment="plan")
    lesson.console("show_groups", to="shown")
    lesson.console("open", segment="stations")
    page = school.desk(f"/room/{lesson.code}/materials")
    lesson.ends()
    groups = re.findall(r'<h2>Pairs[^<]*</h2>\s*<p class="soft">([^<]+)</p>', page)
    return {frozenset(names.split(", ")) for names in groups}


def begun(school: Weeks, klass: str, data: Path) -> dict:
    """What the journal says a lesson of this class begins with today."""
    code = attending(school, school.press(f"{klass}/targets/eq-both-dist", minutes="50")).code
    with sqlite3.connect(next(data.glob("*.sqlite3"))) as database:
        wanted = "SELECT body FROM event WHERE lesson = ? AND kind = 'LessonStarted'"
        (body,) = database.execute(wanted, (code,)).fetchone()
    database.close()
    return json.loads(body)["lately"]


def test_a_lesson_leaves_to_the_next_who_worked_together_and_who_coached_this_week(
    school: Weeks, tmp_path: Path
) -> None:
    klass = school.make_class(NAMES)
    school.calendar.go_to(MONDAY)
    pairs = taught(school, klass)
    ids = dict(re.findall(rf'{klass}/students/([^"/]+)" aria-label="What (\w+) needs', school.desk(klass)))
    school.calendar.go_to(FRIDAY)
    friday = begun(school, klass, tmp_path)
    school.calendar.go_to(NEXT_MONDAY)
    monday = begun(school, klass, tmp_path)
    assert {frozenset((ids[one["one"]], ids[one["other"]])) for one in friday["pairs"]} == pairs
    assert len(pairs) == 6
    assert [one["times"] for one in friday["coached"]] == [1] * 6
    assert monday["coached"] == []
    assert (monday["sessions"], len(monday["pairs"])) == (1, 6)
    assert {one["times"] for one in monday["waited"]} == {5}
