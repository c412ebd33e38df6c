"""`boardsup backup`, `restore` and `move`: what they print, and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from boardsup.cli import app
from boardsup.store.database import open_database
from boardsup.store.lessons import new_lesson
from boardsup.store.rosters import make_class
from boardsup.store.tables import EventRow


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A data folder with a class, a lesson, and one event."""
    (folder := tmp_path / "data").mkdir()
    database = open_database(folder / "boardsup.sqlite3")
    with database.session() as session:
        code = new_lesson(session, make_class(session, "Period 3", "Ana\nBo").id, "Equations").code
        session.add(EventRow(lesson=code, seq=1, at=1_790_000_000_000, kind="LessonStarted", body="{}"))
    database.close()
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(app, list(map(str, words)))


def test_a_school_moves_to_postgresql_and_back_with_the_same_checksum_on_all_sides(school, postgres, tmp_path) -> None:
    there, back = postgres.new_database(), tmp_path / "back.sqlite3"

    out, home = run("move", school, there), run("move", there, back)

    assert (out.exit_code, home.exit_code) == (0, 0), out.output + home.output
    sums = [line.split(": ", 1) for line in (*out.stdout.splitlines()[:2], *home.stdout.splitlines()[:2])]
    assert [name for name, _ in sums] == ["from", "to", "from", "to"]
    assert {said for _, said in sums} == {sums[0][1]}
    assert sums[0][1].startswith("1 events, SHA-256 ")


def test_a_second_move_is_refused_with_a_sentence(school, postgres) -> None:
    there = postgres.new_database()
    assert run("move", school, there).exit_code == 0

    again = run("move", school, there)

    assert again.exit_code == 1
    assert again.stderr == "The target is not empty: its table class holds rows.\n"


def test_moving_what_is_not_there_makes_nothing(tmp_path) -> None:
    found = run("move", tmp_path / "typo.sqlite3", tmp_path / "new.sqlite3")
    assert found.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_backup_goes_into_a_new_data_folder_and_not_into_a_used_one(school, tmp_path) -> None:
    made = run("backup", tmp_path / "b", "--data", school)
    restored = run("restore", tmp_path / "b", "--data", tmp_path / "new")
    refused = run("restore", tmp_path / "b", "--data", school)

    assert [one.exit_code for one in (made, restored, refused)] == [0, 0, 1]
    assert made.stdout.splitlines()[0] == restored.stdout.splitlines()[0]
    assert "is there already; nothing is overwritten" in refused.stderr
