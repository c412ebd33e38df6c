"""`make WORD`: what a fresh machine runs before anything is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checkout import ROOT

WORDS = ("help", "run", "demo", "setup", "check", "test", "bench", "pictures", "audit", "lock")
DIGEST = "from setting_up.venv import TO_RUN, digest; print(digest(TO_RUN))"


def test_the_list_of_words_needs_the_standard_library_alone():
    listed = python("-S", "server/dev.py", "help", folder=ROOT)
    assert [line.split()[1] for line in listed.stdout.splitlines()] == list(WORDS)


@pytest.mark.parametrize("word", WORDS)
def test_make_knows(word: str):
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not on this machine")
    planned = subprocess.run(
        [make, "--no-print-directory", "-n", word], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert planned.stdout.split()[1:3] == ["server/dev.py", word]


def test_a_word_that_does_not_exist_gets_a_sentence_and_no_traceback():
    done = python("server/dev.py", "launch", folder=ROOT)
    assert done.returncode == 1
    assert "no word 'launch'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_browser_that_is_named_but_missing_is_said_to_be_missing():
    done = python("-c", "from setting_up.browser import browser; browser()", folder=ROOT, BOARDSUP_CHROMIUM="/nowhere")
    assert done.returncode == 1
    assert "BOARDSUP_CHROMIUM names /nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_set_up_is_not_set_up_again(a_copy: Path):
    (a_copy / ".venv").mkdir()
    (a_copy / ".venv" / "installed.txt").write_text(f"{a_copy}\n{digest(a_copy)}\n", encoding="utf-8")
    done = python("server/dev.py", "setup", folder=a_copy)
    assert done.stdout.splitlines() == ["Boards Up: set up. .venv/bin/boardsup is there."]
    assert list((a_copy / ".venv").iterdir()) == [a_copy / ".venv" / "installed.txt"]


@pytest.mark.parametrize("changed", ["server/requirements.lock", "pyproject.toml"])
def test_another_lock_or_project_file_asks_for_a_new_installation(a_copy: Path, changed: str):
    before = digest(a_copy)
    with (a_copy / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert digest(a_copy) != before


def test_a_checkout_that_was_moved_asks_for_a_new_installation(a_copy: Path, tmp_path: Path):
    before = digest(a_copy)
    moved = a_copy.rename(tmp_path / "moved")
    assert digest(moved) != before


@pytest.fixture
def a_copy(tmp_path: Path) -> Path:
    """A checkout that holds only what setting up reads."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "server" / "setting_up", copy / "server" / "setting_up")
    for name in ("server/dev.py", "server/requirements.lock", "server/requirements-test.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, copy / name)
    return copy


def digest(folder: Path) -> str:
    """What this checkout would write down after it was set up."""
    return python("-c", DIGEST, folder=folder).stdout.strip()


def python(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run this Python in a checkout."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "server"), **environment}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
