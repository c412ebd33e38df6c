"""The wheel: built from a source archive, installed into an empty environment away from any checkout, it plays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from checkout import ROOT, files, shown

VENDORED = ROOT / "client" / "static" / "vendor"
OURS = {shown(path) for path in (*files(), *VENDORED.rglob("*")) if path.is_file()}
BESIDE = ("client/", "problems/", "server/docs/")
BUILD = "import sys; from setuptools import build_meta as to; print(getattr(to, sys.argv[1])(sys.argv[2]))"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel as a stranger would build it: from the source archive, which was made of a copy of this checkout."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("out")
    for name in OURS:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    archive = built("build_sdist", copy, out)
    shutil.rmtree(copy)
    with tarfile.open(archive) as packed:
        packed.extractall(out, filter="data")
    return built("build_wheel", archive.with_name(archive.name.removesuffix(".tar.gz")), out)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that holds this wheel; what it depends on is lent by this one."""
    venv = tmp_path_factory.mktemp("elsewhere") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv)
    pip = (sys.executable, "-m", "pip", "--python", venv / "bin" / "python", "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel)
    site = next((venv / "lib").glob("python*/site-packages"))
    # Only what lies in that folder: the .pth file that leads from there to the checkout is not read from here.
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return venv / "bin"


def test_it_holds_everything_that_a_running_server_reads(wheel: Path):
    with zipfile.ZipFile(wheel) as packed:
        held = set(packed.namelist())
    beside = {f"boardsup/shipped/{name}" for name in OURS if name.startswith(BESIDE)}
    package = {name.removeprefix("server/") for name in OURS if name.startswith("server/boardsup/")}
    package = {name for name in package if not name.endswith("README.md")}
    assert (beside | package) - held == set()
    assert {name for name in held - beside - package if not name.startswith("boardsup-")} == set()


def test_nothing_in_it_names_the_place_where_it_was_built(wheel: Path):
    places = (str(ROOT).encode(), str(wheel.parent).encode())
    with zipfile.ZipFile(wheel) as packed:
        telling = [name for name in packed.namelist() if any(place in packed.read(name) for place in places)]
    assert telling == []


def test_in_an_empty_environment_it_plays_the_demo(installed: Path, tmp_path: Path):
    python = installed / "python"
    where = run(python, "-c", "import boardsup; print(boardsup.__file__)", folder=tmp_path).stdout
    assert where.startswith(str(installed.parent))
    done = run(installed / "boardsup", "demo", "--speed", "120", folder=tmp_path)
    lines = done.stdout.splitlines()
    assert lines[-1] == "lost 0, doubled 0"
    assert "30 students are here." in lines
    assert "30 of 30 here" in done.stdout
    assert "Solve 4(x - 3) = 18." in lines
    assert "Multiplied only the first term" in done.stdout
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_other_commands_find_what_it_brought(installed: Path, tmp_path: Path):
    assert "(eq2." in run(installed / "boardsup", "twin", "eq-2step", folder=tmp_path).stdout


def built(what: str, folder: Path, out: Path) -> Path:
    """What setuptools makes of this folder."""
    return out / run(sys.executable, "-c", BUILD, what, out, folder=folder).stdout.splitlines()[-1]


def run(*words: str | Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program that finds nothing of this checkout by itself; it must end well."""
    own = {name: text for name, text in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(word) for word in words], cwd=folder, env=own, capture_output=True, text=True, check=False, timeout=110
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done
