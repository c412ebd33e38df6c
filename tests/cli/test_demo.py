"""`boardsup demo`: a whole lesson with thirty students over real sockets, its report, and nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from attending import fetched
from serving import BOARDSUP, Server

FAST = ("demo", "--speed", "60")


@pytest.fixture
def kept() -> Iterator[subprocess.Popen[str]]:
    """A demo that stays open afterwards."""
    process = subprocess.Popen([BOARDSUP, *FAST, "--keep"], stdout=subprocess.PIPE, text=True)
    yield process
    if process.poll() is None:
        process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_it_plays_the_whole_lesson_reports_and_loses_nothing():
    done = subprocess.run([BOARDSUP, *FAST], capture_output=True, text=True, check=False, timeout=110)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout + done.stderr
    assert lines[-1] == "lost 0, doubled 0"
    assert "30 students are here." in lines
    assert "30 of 30 here" in done.stdout
    assert "Solve 4(x - 3) = 18." in lines
    assert "Multiplied only the first term" in done.stdout
    assert "Traceback" not in done.stderr


def test_kept_running_it_has_a_free_tile_for_a_visitor_and_ends_with_ctrl_c(kept: subprocess.Popen[str]):
    assert kept.stdout is not None
    said: list[str] = []
    for line in kept.stdout:
        said.append(line)
        if line.startswith("lost"):
            break
    page = next(line.split()[-1] for line in said if line.strip().startswith("Student:"))
    server = Server(Path())
    server.here = page.partition("/room/")[0]
    status, _, html = fetched(server, f"/room/{page.rpartition('/')[2]}", {})
    assert status == 200
    assert "The lesson has ended" not in html
    os.kill(kept.pid, signal.SIGINT)
    assert kept.wait(30) == 0
