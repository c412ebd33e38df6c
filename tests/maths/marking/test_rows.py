"""Every row of rows/*.rows: what an answer is worth, by kind. The files are the documentation; this only reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from boardsup.maths.mark import mark, pose

ROWS = sorted((Path(__file__).parent / "rows").glob("*.rows"))
FEWEST = 400


@dataclass(frozen=True)
class Row:
    """One line: for this kind and key, this answer has this outcome and code (`read.*`: any code of that sort)."""

    place: str
    kind: str
    expected: str
    typed: str
    outcome: str
    code: str


def rows() -> list[Row]:
    """All rows of all files."""
    found, kind, expected = [], "", ""
    for file in ROWS:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            section = re.fullmatch(r"\[(.*?)\] ?(.*)", line)
            if line.startswith("#") or not line.strip():
                continue
            if section and "¦" not in line:
                kind, expected = section.groups()
                continue
            typed, outcome, code = (part.strip(" ") for part in line.split("¦")[:3])
            typed = re.sub(r"\\u([0-9a-fA-F]{4})", lambda c: chr(int(c.group(1), 16)), typed)
            found.append(Row(f"{file.stem}:{number}", kind, expected, typed, outcome, code))
    return found


def test_there_are_enough_rows_and_every_outcome_is_among_them():
    assert len(rows()) >= FEWEST
    assert {row.outcome for row in rows()} >= {"correct", "equivalent_not_simplified", "incorrect", "unparseable"}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.place)
def test_a_row_is_marked_as_it_says(row: Row):
    found = mark(pose(row.kind, row.expected), row.typed)
    assert found.outcome == row.outcome, found.code
    assert found.code == row.code or (row.code == "read.*" and found.code.startswith("read."))
