"""A server whose database is away, or is none: it says so in a sentence, waits where that is of use, and starts."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

import pytest

import postgres as databases
from serving import BOARDSUP, PATIENCE, Server


def test_while_postgresql_is_down_it_says_so_and_starts_as_soon_as_it_is_there(tmp_path: Path):
    with databases.own() as postgres:
        server = Server(tmp_path / "data", database=postgres.new_database())
        postgres.stop()
        starting = threading.Thread(target=server.start)
        starting.start()
        with server._news:
            server._news.wait_for(lambda: sum("Trying again" in line for line in server.said) > 1, PATIENCE)
        assert starting.is_alive()
        postgres.start()
        starting.join(PATIENCE)
        assert server.get("/readyz")[0] == 200
        server.stop()
    assert not any("Traceback" in line for line in server.said)


UNUSABLE = {
    "a file that is something else": (b"Dear diary, " * 400, "The database cannot be read: file is not a database"),
    "a damaged file": (b"SQLite format 3\0" + b"\xff" * 8_000, "The database cannot be read: "),
}


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("signin",), ("replay", "ABCDE")], ids=lambda c: c[0])
@pytest.mark.parametrize(("held", "sentence"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path, command, held: bytes, sentence: str):
    file = tmp_path / "boardsup.sqlite3"
    file.write_bytes(held)
    done = ran(*command, "--data", tmp_path)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert file.read_bytes() == held


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("signin",)], ids=lambda c: c[0])
def test_a_place_that_cannot_be_written_is_said_to_be_none(tmp_path: Path, command):
    (tmp_path / "file").touch()
    done = ran(*command, "--data", tmp_path / "file" / "data")
    assert done.returncode == 1
    assert "Not a directory" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_that_is_no_database_is_not_waited_for(tmp_path: Path):
    done = ran("serve", "--port", "0", "--database", "mysql://x@127.0.0.1/x", "--data", tmp_path)
    assert done.returncode == 1
    assert "postgresql://USER@HOST/NAME" in done.stderr


def test_where_no_port_is_free_a_sentence_says_so(tmp_path: Path):
    done = ran("serve", "--host", "192.0.2.99", "--data", tmp_path)
    assert done.returncode == 1
    assert "No free port from 8000" in done.stderr
    assert "Traceback" not in done.stderr


def ran(*words: object) -> subprocess.CompletedProcess[str]:
    """A command of ours."""
    command = [BOARDSUP, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
