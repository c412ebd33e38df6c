"""`boardsup worksheet`: a packet from the command line, and what it cost."""

from __future__ import annotations

import re
from pathlib import Path

from typer.testing import CliRunner, Result

from boardsup.cli import app
from papers import Pdf


def worksheet(*words: str) -> Result:
    return CliRunner().invoke(app, ["worksheet", *words])


def test_a_packet_for_a_file_of_names_is_written_with_its_key(tmp_path: Path):
    names, out = tmp_path / "names.txt", tmp_path / "packet.pdf"
    names.write_text("Ana\n$x$ #b\n", encoding="utf-8")
    done = worksheet("eq-2step", "--names", str(names), "--out", str(out), "--count", "3", "--example", "--large")
    assert done.exit_code == 0, done.output
    assert re.search(r"2 sheets and the key, \d+ KiB\. Numbers drawn in [\d,]+ ms, typeset in [\d,]+ ms\.", done.stdout)
    found = Pdf(out.read_bytes())
    assert found.says_ua_1
    assert "Name: Ana" in found.pages[0]
    assert "Name: $x$ #b" in found.text
    assert "Key: Two-step equation" in found.text


def test_a_skill_without_items_ends_with_one(tmp_path: Path):
    done = worksheet("juggling", "--out", str(tmp_path / "no.pdf"))
    assert done.exit_code == 1
    assert "There are no such worksheets" in done.output
    assert not (tmp_path / "no.pdf").exists()


def test_names_that_are_not_there_end_with_one(tmp_path: Path):
    assert worksheet("eq-2step", "--names", str(tmp_path / "none"), "--out", str(tmp_path / "no.pdf")).exit_code == 1
