"""What is kept of a class: set, taken out, deleted, and gone from every page."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from attending import fetched, posted
from boardsup.store.evidence import forget
from serving import PATIENCE
from weeks import NEXT_MONDAY, Attending, Weeks, attending, weeks

NAMES = ["Anaïsabel", "Boqueron", "Caiphas"]


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with weeks(tmp_path) as started:
        yield started


def taught(school: Weeks) -> tuple[str, Attending]:
    """A class and its lesson, in which two answered."""
    klass = school.make_class(NAMES)
    lesson = attending(school, school.press(f"{klass}/lessons", plan="multi-step-equations"))
    lesson.sit(*NAMES[:2])
    lesson.asks("board", {NAMES[0]: {"board.1": "15/2"}, NAMES[1]: {"board.1": "-9 + 2"}})
    lesson.ends()
    return klass, lesson


def student_of(school: Weeks, klass: str, name: str) -> str:
    """The page of a student."""
    return re.search(rf'href="({klass}/students/[^"]+)" aria-label="What {name} needs', school.desk(klass))[1]


def test_a_class_is_taken_out_as_a_spreadsheet_and_as_json(school: Weeks) -> None:
    klass, lesson = taught(school)
    with school.database() as session:  # As right after the end, when what the lesson showed is not put away yet.
        forget(session, lesson.code)
    status, headers, text = fetched(school, f"{klass}/data/export.csv", school.teacher)
    assert (status, headers["content-type"].split(";")[0]) == (200, "text/csv")
    assert "attachment" in headers["content-disposition"]
    assert "'-9 + 2" in text
    found = json.loads(fetched(school, f"{klass}/data/export.json", school.teacher)[2])
    assert {one["student"] for one in found["answers"] if one["lesson"] == lesson.code} == set(NAMES[:2])
    log = school.desk(f"{klass}/data")
    assert "exports of a class as CSV" in log
    assert NAMES[0] not in log


def test_a_deleted_student_is_on_no_page_and_the_counts_stay(school: Weeks) -> None:
    klass, lesson = taught(school)
    page = student_of(school, klass, NAMES[1])
    status, text = posted(school, f"{page}/delete", {}, school.teacher)
    assert status == 200
    assert "Deleted for good" in text
    for path in (
        klass,
        f"{klass}/lessons/{lesson.code}",
        f"{klass}/growth",
        f"{klass}/data",
        f"/room/{lesson.code}/console",
    ):
        assert NAMES[1] not in school.desk(path), path
    assert "1 of 2 right" in re.sub(r"\s+", " ", school.desk(f"{klass}/lessons/{lesson.code}"))


def test_of_a_deleted_student_no_byte_stays_in_the_files_while_the_server_goes_on(
    school: Weeks, tmp_path: Path
) -> None:
    """Seen to fail with nothing wiped where no lesson had changed: the names were still in the WAL."""
    klass, _ = taught(school)
    untaught = school.make_class(["Dagmarlene"])
    traces = (NAMES[1].encode(), b"-9 + 2", b"Dagmarlene")
    assert all(trace in bytes_of(tmp_path) for trace in traces)
    for where, name in ((klass, NAMES[1]), (untaught, "Dagmarlene")):
        posted(school, f"{student_of(school, where, name)}/delete", {}, school.teacher)
    until = time.monotonic() + PATIENCE
    while any(trace in bytes_of(tmp_path) for trace in traces):
        assert time.monotonic() < until, "what was deleted is still on the disk"
    assert NAMES[0].encode() in bytes_of(tmp_path)


def bytes_of(folder: Path) -> bytes:
    """All that the data folder holds."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_while_a_lesson_runs_a_sentence_says_why_nobody_is_deleted(school: Weeks) -> None:
    klass, _ = taught(school)
    school.press(f"{klass}/lessons", plan="multi-step-equations")
    for path in (f"{student_of(school, klass, NAMES[0])}/delete", f"{klass}/data/delete"):
        status, text = posted(school, path, {}, school.teacher)
        assert status == 422
        assert "is running" in text


def test_a_deleted_class_is_gone_with_its_lessons(school: Weeks) -> None:
    klass, lesson = taught(school)
    status, text = posted(school, f"{klass}/data/delete", {}, school.teacher)
    assert (status, "Deleted for good" in text) == (200, True)
    assert klass not in school.desk("/desk")
    assert fetched(school, f"/room/{lesson.code}/console", school.teacher)[0] == 404


def test_texts_that_are_over_are_deleted_while_the_server_runs(school: Weeks) -> None:
    klass, _ = taught(school)
    school.press(f"{klass}/data", drawings="lesson", writings="lesson")
    until = time.monotonic() + PATIENCE
    while "answers&#39; texts deleted" not in school.desk(f"{klass}/data"):
        assert time.monotonic() < until, "nothing was deleted"
    assert "15/2" not in fetched(school, f"{klass}/data/export.csv", school.teacher)[2]


def test_changing_how_lessons_are_run_leaves_what_is_kept_as_it_is(school: Weeks) -> None:
    klass, _ = taught(school)
    school.press(f"{klass}/data", drawings="year", writings="year")
    school.press(f"{klass}/settings/as-shipped")
    assert school.desk(f"{klass}/data").count('<option value="year" selected>') == 2


def test_only_the_teacher_takes_out_and_deletes(school: Weeks) -> None:
    klass, _ = taught(school)
    school.calendar.go_to(NEXT_MONDAY)
    assert fetched(school, f"{klass}/data/export.csv", {})[0] != 200
    assert posted(school, f"{klass}/data/delete", {}, {})[0] != 200
    assert klass in school.desk("/desk")
