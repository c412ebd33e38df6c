"""Sections put together line by line, whatever file the lines come from: cleaned names, nobody twice, none without."""

from __future__ import annotations

from dataclasses import dataclass, field

from boardsup.rostering.names import LONGEST_NAME, MOST_NAMES, cleaned
from boardsup.rostering.roster import Person, Roster, Section, Trouble

NO_NAME = "There is no first name. This student was left out."
TOO_LONG = f"The name is longer than {LONGEST_NAME} letters. This student was left out."
TWICE = "This student is in the class twice. The second line was left out."
FULL = f"The class has more than {MOST_NAMES} students. This one was left out."

LONGEST_ID = 120


@dataclass
class Gathering:
    """What has been read so far."""

    kind: str
    names: dict[str, str] = field(default_factory=dict)
    people: dict[str, dict[str, Person]] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    def section(self, id: str, name: str) -> None:
        """There is this section; the first name that it is given stays."""
        self.names.setdefault(id, cleaned(name)[:60] or "Class")
        self.people.setdefault(id, {})

    def put(self, section: str, person: Person, file: str, line: int) -> None:
        """Put a student into a section, or note why not."""
        there = self.people[section]
        name = cleaned(person.first_name)
        who = person.id or f"{name}/{person.initial}/{line}"
        if not name:
            self.trouble(file, line, NO_NAME)
        elif len(name) > LONGEST_NAME - 3:
            self.trouble(file, line, TOO_LONG)
        elif person.id and who in there:
            self.trouble(file, line, TWICE)
        elif len(there) >= MOST_NAMES:
            self.trouble(file, line, FULL)
        else:
            there[who] = Person(person.id[:LONGEST_ID], name, cleaned(person.initial)[:1].upper())

    def trouble(self, file: str, line: int, says: str) -> None:
        """Note a line that was left out."""
        self.troubles.append(Trouble(file, line, says))

    def roster(self) -> Roster:
        """All of it; a section without a student is not a class."""
        found = (Section(id[:LONGEST_ID], self.names[id], tuple(self.people[id].values())) for id in self.names)
        sections = sorted((one for one in found if one.people), key=lambda one: one.name.casefold())
        return Roster(self.kind, tuple(sections), tuple(self.troubles))
