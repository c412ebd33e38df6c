"""What a file of class lists holds, whichever kind it was: sections with first names, and what could not be taken."""

from __future__ import annotations

from dataclasses import dataclass

MOST_TROUBLES = 200
"""Lines that a teacher is told about; of more only how many."""


@dataclass(frozen=True, slots=True)
class Person:
    """A student of a section: the id that the file gives, or none; the first name; the last name's initial, if told."""

    id: str
    first_name: str
    initial: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A class of the file, its students in the file's order, none of them twice."""

    id: str
    name: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A line of a file that was left out, counted from 1, and why, in a sentence; line 0 is the file as a whole."""

    file: str
    line: int
    says: str


@dataclass(frozen=True, slots=True)
class Roster:
    """All sections of an upload, and what was left out."""

    kind: str
    sections: tuple[Section, ...] = ()
    troubles: tuple[Trouble, ...] = ()


class Unusable(ValueError):
    """An upload of which nothing can be used; the text is one plain sentence for the teacher."""
