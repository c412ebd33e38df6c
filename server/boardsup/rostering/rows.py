"""The rows of a CSV file by their headers, however these are spelled, each with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from boardsup.rostering.roster import Unusable

MOST_ROWS = 200_000
"""Rows of a file."""
LONGEST_CELL = 2_000
"""Characters of a cell; a longer one is no part of a class list."""

TOO_LONG = f"{{file}} has more than {MOST_ROWS:,} lines. Please send fewer classes at once."
NO_TABLE = "Line {line} of {file} is no line of a table. Is it a CSV file?"

_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its number, counted from 1, and its cells by header, in `key` spelling."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, header: str) -> str:
        return self.cells.get(header, "")


def key(header: str) -> str:
    """What a header comes to when case, spaces and signs do not count: "First Name" and first_name are firstname."""
    return _LETTERS.sub("", header.casefold())


def lines(file: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that are not empty, with their numbers. Raises `Unusable`."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader):
            if number > MOST_ROWS:
                raise Unusable(TOO_LONG.format(file=file))
            if any(cell.strip() for cell in cells):
                yield reader.line_num, [cell.strip()[:LONGEST_CELL] for cell in cells]
    except csv.Error:
        raise Unusable(NO_TABLE.format(line=reader.line_num, file=file)) from None


def table(file: str, text: str) -> Iterator[Row]:
    """The rows below the header. Raises `Unusable`."""
    headers: list[str] | None = None
    for line, cells in lines(file, text):
        if headers is None:
            headers = [key(cell) for cell in cells]
        else:
            yield Row(line, dict(zip(headers, cells, strict=False)))
