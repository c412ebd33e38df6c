"""Clever's CSV files: students, sections, enrolments."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.rostering.roster import Person, Roster
from boardsup.rostering.rows import Row, table
from boardsup.rostering.sections import Gathering

NEEDED = ("students.csv", "sections.csv", "enrollments.csv")

NO_SECTION = "There is no section with the id {id} in sections.csv."
NO_STUDENT = "There is no student with the id {id} in students.csv."


def is_clever(files: Mapping[str, str]) -> bool:
    """Are these the files of Clever?"""
    return all(name in files for name in NEEDED)


def read_clever(files: Mapping[str, str]) -> Roster:
    """The sections with their students. Raises `Unusable` for a file that is no table."""
    gathering = Gathering("Clever")
    students = {row["studentid"]: row for row in table("students.csv", files["students.csv"])}
    for row in table("sections.csv", files["sections.csv"]):
        gathering.section(row["sectionid"], _named(row))
    for row in table("enrollments.csv", files["enrollments.csv"]):
        section, student = row["sectionid"], students.get(row["studentid"])
        if section not in gathering.names:
            gathering.trouble("enrollments.csv", row.line, NO_SECTION.format(id=section[:40]))
        elif student is None:
            gathering.trouble("enrollments.csv", row.line, NO_STUDENT.format(id=row["studentid"][:40]))
        else:
            person = Person(row["studentid"], student["firstname"], student["lastname"][:1])
            gathering.put(section, person, "enrollments.csv", row.line)
    return gathering.roster()


def _named(row: Row) -> str:
    """What a teacher calls the section: its name, or its course with its period or number."""
    if row["name"] or row["sectionname"]:
        return row["name"] or row["sectionname"]
    return " ".join(part for part in (row["coursename"], row["period"] or row["sectionnumber"]) if part)
