"""What must not stand in any file: empty names, somebody's machine, a registry's address, an unexplained exception."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkout import files, none_found, shown

EMPTY_WORDS = {"Manager", "Service", "Helper", "Helpers", "Util", "Utils", "Base", "Data", "Info"}

# Written so that this file does not hold what it looks for.
MACHINES = re.compile(r"(?<![\w.])/(?:wor[k]/\w|roo[t]/|hom[e]/\w|User[s]/\w|tm[p]/[\w-]+/)|[A-Z]:\\\\Users|pyen[v]")
REGISTRIES = re.compile(
    r"pyp[i]\.org|pythonhoste[d]\.org|npmj[s]\.(?:org|com)|de[b]\.debian|debia[n]\.org|yarnpk[g]|crate[s]\.io"
    r"|--(?:extra-)?index-ur[l]|--find-link[s]|registr[y]\.\w"
)
MARK = re.compile(r"#\s*(?:no[q]a|type:\s*ignor[e])")
EXPLAINED = re.compile(MARK.pattern + r"(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[a-z, -]+\])\W+(?:\w\S*\s+){2}\w")
"""The rule by its code, then at least three words."""


def test_no_class_and_no_module_has_a_name_that_says_nothing():
    none_found(f"{shown(path)}: {name}" for path in files(".py") for name in names(path) if says_nothing(name))


def test_no_file_names_somebodys_machine():
    none_found(places(MACHINES))


def test_no_file_names_a_package_registry():
    none_found(places(REGISTRIES))


def test_every_exception_from_lint_or_types_names_its_rule_and_its_reason():
    none_found(
        f"{shown(path)}:{number}: {line.strip()}"
        for path in files(".py")
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if MARK.search(line) and not EXPLAINED.search(line)
    )


@pytest.mark.parametrize("name", ["SeatManager", "BaseRoom", "utils", "string_helpers", "AnswerData"])
def test_says_nothing(name: str):
    assert says_nothing(name)


@pytest.mark.parametrize("name", ["Database", "Handled", "Room", "serviceable", "database"])
def test_says_something(name: str):
    assert not says_nothing(name)


@pytest.mark.parametrize("mark", ["no" + "qa", "no" + "qa: S104", "type: " + "ignore[arg-type]", "type: " + "ignore"])
def test_an_exception_without_a_reason_is_found(mark: str):
    assert not EXPLAINED.search(f"x = 1  # {mark}")


@pytest.mark.parametrize(
    "mark", ["no" + "qa: S104 - the host that serves a classroom", "type: " + "ignore[misc]  # the stub is wrong"]
)
def test_an_exception_with_its_rule_and_a_reason_is_fine(mark: str):
    assert EXPLAINED.search(f"x = 1  # {mark}")


def names(path: Path) -> Iterator[str]:
    """The module's name and those of its classes."""
    yield path.stem
    yield from (node.name for node in ast.walk(ast.parse(text_of(path))) if isinstance(node, ast.ClassDef))


def says_nothing(name: str) -> bool:
    """Whether one of a name's words would fit any program."""
    words = re.findall(r"[A-Z][a-z]+|[a-z]+", name)
    return any(word.capitalize() in EMPTY_WORDS for word in words)


def places(pattern: re.Pattern[str]) -> Iterator[str]:
    """Every line of a text file that has this in it."""
    for path in files():
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if pattern.search(line):
                yield f"{shown(path)}:{number}: {line.strip()[:100]}"


def text_of(path: Path) -> str:
    """The text of a file; nothing for one that is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
