"""Every folder says on one screen what it is, what keeps it true, and what each of its files does."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkout import PACKAGE, ROOT, files, none_found, shown

ONE_SCREEN = 60
"""Lines."""


def test_every_folder_of_the_server_and_the_client_has_a_readme():
    folders = {path.parent for path in files(under="server") + files(under="client")}
    folders |= {ROOT / "server", ROOT / "client"}
    none_found(shown(folder) for folder in sorted(folders) if not (folder / "README.md").exists())


def test_every_folder_at_the_top_of_the_tests_has_a_readme():
    tops = {top_folder(path) for path in files(under="tests")}
    none_found(shown(folder) for folder in sorted(tops) if not (folder / "README.md").exists())


@pytest.mark.parametrize(
    "readme", [pytest.param(path, id=shown(path)) for path in files(".md") if path.stem == "README"]
)
def test_a_readme_fits_on_one_screen_and_opens_with_a_title(readme: Path):
    lines = readme.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert readme.parent == ROOT or len(lines) <= ONE_SCREEN


def test_the_readme_of_a_package_names_every_module_in_it():
    none_found(
        shown(module)
        for module in files(".py", under="server/boardsup")
        if module.stem != "__init__"
        and (module.parent / "README.md").exists()
        and f"`{module.name}`" not in (module.parent / "README.md").read_text(encoding="utf-8")
    )


def top_folder(path: Path) -> Path:
    """The folder directly under tests that holds this file, or that folder itself."""
    parts = path.relative_to(ROOT).parts
    return ROOT.joinpath(*parts[: min(2, len(parts) - 1)])


def test_the_package_says_that_it_is_typed():
    assert (PACKAGE / "py.typed").exists()
