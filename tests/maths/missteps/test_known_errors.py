"""Errors that the literature and the classroom know are named, each by its own id."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsup.cli.diagnose import diagnose

ROWS = Path(__file__).with_name("known_errors.rows")


def rows() -> list[tuple[str, str, str]]:
    lines = ROWS.read_text(encoding="utf-8").splitlines()
    cells = (line.split(" ¦ ") for line in lines if line and not line.startswith("#"))
    return [(question, answer, id) for question, answer, id in cells]


@pytest.mark.parametrize(("question", "answer", "id"), rows())
def test_a_known_error_has_its_name(question: str, answer: str, id: str):
    found = diagnose(question, answer)
    assert found["verdict"] == "incorrect"
    assert id in [named["id"] for named in found["misconceptions"]]
    assert all(named["specific"] and named["says"] for named in found["misconceptions"])
