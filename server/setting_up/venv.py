"""The folder .venv: made once, filled from a lock file, left alone as long as it is right.

Nothing is installed but what a lock file names, each package against its hash.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from setting_up.shell import ROOT, must, say, stop, works

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed.txt"
"""First line: the folder that this .venv was made in; then a digest for each lock file that it satisfies."""

TO_RUN = ROOT / "server" / "requirements.lock"
TO_TEST = ROOT / "server" / "requirements-test.lock"
"""Holds all of TO_RUN at the same versions; tests/house checks that."""

OLDEST_PYTHON = (3, 11)


def prepare(lock: Path) -> None:
    """Make .venv hold what this lock file names, and the package itself. Does nothing when it already does."""
    if sys.version_info < OLDEST_PYTHON:
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    stamp = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.exists() else []
    if digest(lock) in stamp[1:]:
        return
    has_moved = bool(stamp) and stamp[0] != str(ROOT)
    if has_moved or not works([PYTHON, "-m", "pip", "--version"]):
        make()
    install(lock)
    satisfied = (TO_RUN, TO_TEST) if lock == TO_TEST else (TO_RUN,)
    STAMP.write_text("\n".join([str(ROOT), *map(digest, satisfied)]) + "\n", encoding="utf-8")


def digest(lock: Path) -> str:
    """One word that changes whenever something else would have to be installed."""
    parts = [lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), f"{ROOT} {sys.version_info[:2]}".encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make() -> None:
    """Make .venv from nothing; an older or broken one is emptied first."""
    say(f"making .venv with Python {sys.version.split()[0]}")
    if not works([sys.executable, "-c", "import venv, ensurepip"]):
        stop("Python's venv is missing. On Debian or Ubuntu: apt install python3-venv")
    must([sys.executable, "-m", "venv", "--clear", VENV], otherwise="the folder .venv could not be made.")


def install(lock: Path) -> None:
    """Install what the lock file names, then this package from its own folder."""
    count = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    say(f"installing {count} packages from {lock.relative_to(ROOT)}; the first time this takes about a minute")
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
    trouble = "the installation stopped; the lines above say why. Nothing is lost: run the same command again."
    must([*pip, "--require-hashes", "--requirement", lock], otherwise=trouble)
    must([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], otherwise=trouble)
