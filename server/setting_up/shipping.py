"""What a wheel carries beside the code: client/, problems/ and server/docs, as `boardsup/shipped`.

Standard library and setuptools alone. A folder that has to go along is a line of BESIDE; an editable install has them
in its checkout and copies nothing.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

BESIDE = ("client", "problems", "server/docs")
"""Folders of the checkout that a running server reads."""

BUILDERS = "server/setting_up"
"""What a source archive needs to build a wheel."""

LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*")


class WithWhatItReads(build_py):
    """setuptools' own step, and the folders that the server reads."""

    def run(self) -> None:
        """Build the package, then put the folders into it."""
        super().run()
        if not self.editable_mode:
            for folder in BESIDE:
                target = Path(self.build_lib) / "boardsup" / "shipped" / folder
                shutil.copytree(folder, target, ignore=LEFT_OUT, dirs_exist_ok=True)

    def get_source_files(self) -> list[str]:
        """What a source archive holds: a wheel that is built from it is the same."""
        beside = [str(path) for folder in (*BESIDE, BUILDERS) for path in Path(folder).rglob("*") if _goes_along(path)]
        return [*super().get_source_files(), *sorted(beside)]


def _goes_along(path: Path) -> bool:
    return path.is_file() and not any(part.startswith((".", "__pycache__")) for part in path.parts)
