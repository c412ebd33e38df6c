"""OneRoster 1.1 and 1.2, the CSV binding (1EdTech): users, classes and enrolments, of a bulk export."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.rostering.roster import Person, Roster, Unusable
from boardsup.rostering.rows import Row, table
from boardsup.rostering.sections import Gathering

NEEDED = ("users.csv", "classes.csv", "enrollments.csv")

DELTA = "This OneRoster file holds changes only (“delta”). Please export it in bulk."
NO_CLASS = "There is no class with the id {id} in classes.csv."
NO_USER = "There is no user with the id {id} in users.csv."


def is_oneroster(files: Mapping[str, str]) -> bool:
    """Are these the files of OneRoster? Clever's have other names for the first two."""
    return all(name in files for name in NEEDED)


def read_oneroster(files: Mapping[str, str]) -> Roster:
    """The classes with their students. Raises `Unusable` for a delta export, or a file that is no table."""
    manifest = {row["propertyname"]: row["value"] for row in table("manifest.csv", files.get("manifest.csv", ""))}
    if "delta" in (manifest.get(f"file.{name.removesuffix('.csv')}") for name in NEEDED):
        raise Unusable(DELTA)
    gathering = Gathering("OneRoster")
    users = {row["sourcedid"]: row for row in table("users.csv", files["users.csv"]) if _counts(row)}
    for row in table("classes.csv", files["classes.csv"]):
        if _counts(row):
            gathering.section(row["sourcedid"], row["title"] or row["classcode"])
    for row in table("enrollments.csv", files["enrollments.csv"]):
        if _counts(row) and row["role"].casefold() == "student":
            _enrol(gathering, users, row)
    return gathering.roster()


def _counts(row: Row) -> bool:
    """Is the record still there?"""
    return row["status"].casefold() != "tobedeleted" and row["enableduser"].casefold() != "false"


def _enrol(gathering: Gathering, users: Mapping[str, Row], row: Row) -> None:
    section, user = row["classsourcedid"], users.get(row["usersourcedid"])
    if section not in gathering.names:
        gathering.trouble("enrollments.csv", row.line, NO_CLASS.format(id=section[:40]))
    elif user is None:
        gathering.trouble("enrollments.csv", row.line, NO_USER.format(id=row["usersourcedid"][:40]))
    else:
        first = user["preferredgivenname"] or user["preferredfirstname"] or user["givenname"]
        last = user["preferredfamilyname"] or user["preferredlastname"] or user["familyname"]
        gathering.put(section, Person(user["sourcedid"], first, last[:1]), "enrollments.csv", row.line)
