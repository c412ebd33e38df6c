"""This checkout as a set of files, for the tests that hold the house in order."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "server" / "boardsup"

NOT_OURS = ("client/static/vendor/",)
"""Other people's work, kept as it came."""


@cache
def files(*suffixes: str, under: str = "") -> tuple[Path, ...]:
    """Our own files with one of these endings (any, when none is named), tracked by git or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", under or "."],  # noqa: S607 - git is where the person has it
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [name for name in listed.stdout.split("\0") if name and not name.startswith(NOT_OURS)]
    found = (ROOT / name for name in sorted(names))
    return tuple(path for path in found if path.is_file() and (not suffixes or path.suffix in suffixes))


def none_found(findings: Iterable[str]) -> None:
    """Pass when there is no finding; else fail and list them all."""
    found = list(findings)
    assert not found, "\n".join(["", *found])


def shown(path: Path) -> str:
    """A path as a message shows it."""
    return path.relative_to(ROOT).as_posix()
