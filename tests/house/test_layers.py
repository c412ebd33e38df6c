"""The import rules of pyproject.toml hold, and fail the build when they are broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checkout import PACKAGE, ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

PLANTED = {
    "an import from a layer above": ("lesson", "from boardsup.room.room import Room", "A layer knows only those below"),
    "maths that knows items": ("maths", "import boardsup.items.item", "A layer knows only those below"),
    "a clock in a lesson": ("lesson", "import time", "no clock"),
    "a date in teaching": ("teaching", "from datetime import datetime", "no clock"),
    "chance in items": ("items", "import random", "no clock"),
    "a file in items": ("items", "from pathlib import Path", "no clock"),
    "a framework in a lesson": ("lesson", "from starlette.requests import Request", "no clock"),
    "a clock inside a function of maths": ("maths", "def now():\n    import time\n    return time", "no clock"),
    "SymPy in the web": ("web", "import sympy", "SymPy only in"),
    "SymPy in another module of maths": ("maths", "from sympy import Symbol", "SymPy only in"),
}


def test_the_package_keeps_its_layers():
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("layer", "line", "rule"), PLANTED.values(), ids=PLANTED.keys())
def test_the_build_fails_on(a_copy: Path, layer: str, line: str, rule: str):
    (a_copy / "boardsup" / layer / "planted.py").write_text(f"{line}\n", encoding="utf-8")
    done = lint(a_copy)
    assert done.returncode == 1, done.stdout
    assert rule in " ".join(done.stdout.split("Broken contracts")[-1].split())


def test_the_build_fails_on_a_package_that_belongs_to_no_layer(a_copy: Path):
    (a_copy / "boardsup" / "misc").mkdir()
    (a_copy / "boardsup" / "misc" / "__init__.py").write_text("", encoding="utf-8")
    assert lint(a_copy).returncode == 1


def test_a_page_is_served_without_loading_sympy():
    answer = subprocess.run(
        [sys.executable, "-c", "import sys, boardsup.web.app; print('sympy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == "False"


@pytest.fixture
def a_copy(tmp_path: Path) -> Path:
    """A copy of the package and of its rules, to plant something in."""
    shutil.copytree(PACKAGE, tmp_path / "boardsup", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the rules on the package in this folder, or on the installed one when it has none."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    command = [LINT_IMPORTS, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
