"""Papers without questions: a list of names to mark by hand, and cards to hold up."""

from __future__ import annotations

from collections.abc import Sequence

from boardsup.web.worksheets.pieces import Cards, Paper, Roster

MARKS = 6
"""Empty columns beside the names, for the questions of a lesson."""

FACES = (("A", "B", "C", "D"), ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "−", "/"))


def roster(title: str, names: Sequence[str], *, is_large: bool = False) -> Paper:
    """The names of a class by tile, with columns for who is here and for what each showed."""
    head = ("No.", "Name", "Here", *(str(number) for number in range(1, MARKS + 1)))
    rows = tuple((str(place), name, *("",) * (MARKS + 1)) for place, name in enumerate(names, start=1))
    return Paper(
        title, "en", (Roster("en", title, "✓ right   · not yet   ? does not know", "Page", head, rows),), is_large
    )


def answer_cards() -> Paper:
    """Letters and digits to cut out and hold up, for students without a device."""
    letters, digits = FACES
    pages = (Cards("en", "Answer cards A to D", 2, letters), Cards("en", "Answer cards: digits", 3, digits))
    return Paper("Answer cards", "en", pages)
