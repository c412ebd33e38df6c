"""The lock files: what pyproject.toml asks for, the same versions in both, every package with its hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from checkout import ROOT
from setting_up.venv import TO_RUN, TO_TEST

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        (TO_RUN, PROJECT["dependencies"] + EXTRAS["build"]),
        (TO_TEST, PROJECT["dependencies"] + EXTRAS["build"] + EXTRAS["test"]),
    ],
    ids=["to run", "to test"],
)
def test_a_lock_holds_what_the_project_asks_for(lock: Path, asked: list[str]):
    locked = {canonicalize_name(pin.name): pin for pin in pins(lock)}
    for wish in map(Requirement, asked):
        version = next(iter(locked[canonicalize_name(wish.name)].specifier)).version
        assert wish.specifier.contains(version), f"{wish} is locked at {version}; run `make lock`"


def test_tests_run_on_the_versions_that_the_server_runs_on():
    assert {str(pin) for pin in pins(TO_RUN)} <= {str(pin) for pin in pins(TO_TEST)}


@pytest.mark.parametrize("lock", [TO_RUN, TO_TEST], ids=["to run", "to test"])
def test_every_locked_package_has_a_hash(lock: Path):
    blocks = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8"))
    pinned = [block for block in blocks if "==" in block]
    assert pinned
    assert [block.splitlines()[0] for block in pinned if "--hash=sha256:" not in block] == []


def pins(lock: Path) -> list[Requirement]:
    """Each `name==version ; marker` of a lock file."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [Requirement(line.removesuffix("\\").strip()) for line in lines if re.match(r"[A-Za-z0-9].*==", line)]
