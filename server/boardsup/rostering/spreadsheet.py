"""A class list that somebody made or exported: any header, one or many classes, or a bare column of names."""

from __future__ import annotations

from boardsup.rostering.names import cleaned
from boardsup.rostering.roster import Person, Roster, Unusable
from boardsup.rostering.rows import Row, key, lines, table
from boardsup.rostering.sections import Gathering

FIRST = ("firstname", "first", "givenname", "given", "preferredfirstname", "preferredname", "nickname",
         "studentfirstname", "nombre", "primernombre", "prenom", "vorname")  # fmt: skip
FULL = (
    "name",
    "student",
    "studentname",
    "fullname",
    "displayname",
    "studentfullname",
    "lastfirst",
    "alumno",
    "estudiante",
)
LAST = ("lastname", "last", "surname", "familyname", "studentlastname", "apellido", "apellidos", "nachname")
SECTION = ("class", "section", "period", "course", "coursename", "classname", "sectionname", "group", "hour", "block",
           "clase", "grupo", "homeroom")  # fmt: skip
ID = ("studentid", "id", "studentnumber", "sisid", "localid", "stateid", "sourcedid", "usersourcedid", "externalid")

NO_COLUMN = (
    "None of the columns of {file} is called “First name”, “Name” or the like. Please put a header above the names."
)


def read_spreadsheet(file: str, text: str, *, called: str = "") -> Roster:
    """The classes of one CSV file; `called` names the class where no column does. Raises `Unusable`."""
    first = next(iter(lines(file, text)), (0, []))[1]
    headers = [key(cell) for cell in first]
    gathering = Gathering("spreadsheet")
    if not _found(headers, FIRST) and not _found(headers, FULL):
        if len([cell for cell in first if cell]) > 1:
            raise Unusable(NO_COLUMN.format(file=file))
        return _bare(file, text, gathering, called)
    columns = {what: _found(headers, names) for what, names in _WANTED.items()}
    for row in table(file, text):
        name = row[columns["section"]] or called or "My class"
        gathering.section(name.casefold(), name)
        gathering.put(name.casefold(), _person(row, columns), file, row.line)
    return gathering.roster()


_WANTED = {"first": FIRST, "full": FULL, "last": LAST, "section": SECTION, "id": ID}


def _found(headers: list[str], names: tuple[str, ...]) -> str:
    """The first of these names that is a header."""
    return next((name for name in names if name in headers), "")


def _person(row: Row, columns: dict[str, str]) -> Person:
    """A student; of a last name the initial alone is kept, to tell two alike apart."""
    first, last = row[columns["first"]], row[columns["last"]]
    if not first:
        full = row[columns["full"]]
        before, comma, behind = full.partition(",")
        if comma:
            first, last = behind.strip(), before
        elif last or " " not in full:
            first = full
        else:
            first, _, last = full.rpartition(" ")
    return Person(row[columns["id"]], first, cleaned(last)[:1])


def _bare(file: str, text: str, gathering: Gathering, called: str) -> Roster:
    name = called or "My class"
    gathering.section(name.casefold(), name)
    for line, cells in lines(file, text):
        gathering.put(name.casefold(), Person("", cells[0]), file, line)
    return gathering.roster()
