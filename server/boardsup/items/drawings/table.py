"""A table with its headings, as a picture that scales with the others."""

from __future__ import annotations

from boardsup.items.drawings.marks import captioned
from boardsup.items.drawings.pictures import Caption, Table
from boardsup.items.visuals.paper import BadPicture, box, listed, room_for, shown, stroke, words

HIGH = 36
MARGIN = 4
MOST_COLUMNS, MOST_ROWS = 6, 12
LONGEST_CELL = 16


def table(of: Table) -> str:
    """The picture as SVG; raises `BadPicture`."""
    _check(of)
    widths = [room_for(column, least=60) for column in zip(of.head, *of.rows, strict=True)]
    wide = sum(widths)
    foot = MARGIN + HIGH * (len(of.rows) + 1)
    parts = [box(MARGIN, MARGIN, wide, HIGH)]
    for down, row in enumerate((of.head, *of.rows)):
        y = MARGIN + down * HIGH
        x = float(MARGIN)
        for text, width in zip(row, widths, strict=True):
            parts.append(words(x + width / 2, y + HIGH / 2 + 1, text))
            x += width
        parts.append(stroke(MARGIN, y + HIGH, MARGIN + wide, y + HIGH, width=1 if down else 2.5))
    edges = [MARGIN + sum(widths[:at]) for at in range(len(widths) + 1)]
    parts += [stroke(x, MARGIN, x, foot, width=1) for x in edges]
    return captioned((wide + 2 * MARGIN, foot + MARGIN), parts, of.caption, _own(of))


def _check(of: Table) -> None:
    if not 1 <= len(of.head) <= MOST_COLUMNS or not 1 <= len(of.rows) <= MOST_ROWS:
        raise BadPicture(f"a table has at most {MOST_COLUMNS} columns and {MOST_ROWS} rows below its headings")
    for row in of.rows:
        if len(row) != len(of.head):
            raise BadPicture(f"a row has {len(row)} cells and the table {len(of.head)} columns")
    if any(len(cell) > LONGEST_CELL for row in (of.head, *of.rows) for cell in row):
        raise BadPicture(f"a cell holds at most {LONGEST_CELL} characters")


def _own(of: Table) -> Caption:
    said = [f"A table with the columns {listed(of.head)}."]
    said += [f"Row {at}: {', '.join(shown(cell) for cell in row)}." for at, row in enumerate(of.rows, start=1)]
    return Caption("Table", " ".join(said))
