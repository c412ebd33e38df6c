"""`boardsup lint`: what an author reads, and how the command ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from boardsup.cli import app
from items.small_bank import FILES, ITEM_FILE, STRAND_FILE, spoiled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "problems", FILES)


def write(folder: Path, texts: dict[str, str]) -> Path:
    """A problems folder on disk."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def lint(*paths: Path) -> Result:
    return CliRunner().invoke(app, ["lint", *map(str, paths)])


def test_a_clean_folder_ends_with_zero(folder: Path):
    found = lint(folder)
    assert (found.exit_code, found.stdout) == (0, "6 files, nothing to mend.\n")


def test_a_finding_names_file_line_and_mend_and_ends_with_one(folder: Path):
    write(folder, spoiled(ITEM_FILE, "    kind:", "    knd:"))
    found = lint(folder)
    assert found.exit_code == 1
    assert found.stdout == "problems/items/equations/eq-one.yaml:12: an entry of shapes has no “kind” (add kind:)\n"


def test_one_file_is_judged_by_itself_and_with_what_the_others_say(folder: Path):
    write(folder, spoiled(STRAND_FILE, "[eq-one]", "[eq-none]"))
    assert lint(folder / ITEM_FILE).stdout == "1 files, nothing to mend.\n"


def test_a_folder_within_is_enough(folder: Path):
    assert lint(folder / "items").exit_code == 0


def test_a_file_that_is_not_text_is_a_finding(folder: Path):
    (folder / ITEM_FILE).write_bytes(b"skill: \xff\xfe")
    found = lint(folder)
    assert found.exit_code == 1
    assert "eq-one.yaml:1: the file is not UTF-8 text (save it as UTF-8)" in found.stdout


def test_a_huge_file_is_not_even_read(folder: Path):
    with (folder / ITEM_FILE).open("wb") as file:
        file.truncate(2_000_000_000)
    assert "more than 100,000 characters" in lint(folder).stdout


def test_a_path_without_problem_files_says_so(folder: Path, tmp_path: Path):
    (folder / "skills" / "notes").mkdir()
    found = lint(folder / "skills" / "notes")
    assert found.exit_code == 1
    assert "There is no problem file here." in found.output
