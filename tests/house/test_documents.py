"""What the pages for operators name is there: every command with its options, every address, every test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import typer
from fastapi.testclient import TestClient

from boardsup.cli import app
from boardsup.web.app import build
from boardsup.web.settings import Settings
from checkout import ROOT

DOCS = ROOT / "server" / "docs"
PAGES = (DOCS / "runbook.md", DOCS / "upgrading.md", DOCS / "threats.md", ROOT / "SECURITY.md", ROOT / "README.md")
THREATS = DOCS / "threats.md"
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_COMMAND = re.compile(r"`(?:[A-Z_]+=\S+ )*boardsup ([a-z]+)([^`]*)`")
_ADDRESS = re.compile(r"`(?:curl ADDRESS)?(/[a-z]+z|/metrics|/help|/styleguide)`")
_METRIC = re.compile(r"`(boardsup_[a-z_]+)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_one_with_these_options(page: Path):
    commands = typer.main.get_command(app).commands
    for name, rest in _COMMAND.findall(page.read_text(encoding="utf-8")):
        assert name in commands, f"there is no boardsup {name}"
        assert [word for word in rest.split() if word.startswith("--") and word not in options(commands[name])] == []


def options(command) -> set[str]:
    """The options of a command, and of those below it."""
    below = getattr(command, "commands", {}).values()
    return {"--help"} | {o for p in command.params for o in p.opts} | {o for one in below for o in options(one)}


def test_every_address_and_every_measure_of_the_runbook_is_there(tmp_path: Path):
    text = (DOCS / "runbook.md").read_text(encoding="utf-8")
    named = set(_ADDRESS.findall(text))
    assert named >= {"/healthz", "/readyz", "/metrics"}
    with TestClient(build(Settings(data=tmp_path, metrics=True))) as browser:
        assert {path: browser.get(path).status_code for path in named} == dict.fromkeys(named, 200)
    measured = (ROOT / "server" / "boardsup" / "web" / "metrics.py").read_text(encoding="utf-8")
    named = {name.removesuffix("_total") for name in _METRIC.findall(text)}
    assert named
    assert [name for name in named if f'"{name}"' not in measured] == []


def test_every_threat_names_a_test_and_every_test_that_it_names_is_there():
    lines = list(threats())
    assert len(lines) > 30
    assert [line for line in lines if not _TEST.search(line)] == []
    named = {(file, test) for line in lines for file, test in _TEST.findall(line)}
    assert [f"{file}::{test}" for file, test in sorted(named) if test not in those_in(file)] == []


def threats() -> Iterator[str]:
    """The lines of the table."""
    table = [line for line in THREATS.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    yield from table[2:]


@cache
def those_in(file: str) -> frozenset[str]:
    """The tests of a file; none where there is no such file."""
    if not (ROOT / file).exists():
        return frozenset()
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
