"""`boardsup demo --keep`: the lesson stays open for somebody to join. That it is played whole: test_wheel.py."""

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
