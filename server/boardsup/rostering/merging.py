"""A section of a file against the tiles of a class: who is there already, who is new, who is not in the file.

By the file's id first, then by the name where no id says otherwise. A tile keeps the name that the teacher gave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boardsup.rostering.names import alike, numbered
from boardsup.rostering.roster import Person, Section


@dataclass(frozen=True, slots=True)
class Tile:
    """A student of a class as it stands: id, the file's id if it is known, the name, and is it on the list?"""

    id: str
    external: str
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Merge:
    """What taking a section into a class would do."""

    same: tuple[tuple[Tile, Person], ...] = ()
    back: tuple[tuple[Tile, Person], ...] = ()
    added: tuple[tuple[str, Person], ...] = ()
    missing: tuple[Tile, ...] = ()


def merge(section: Section, tiles: Iterable[Tile]) -> Merge:
    """Match them. `added` comes with the name that its tile will have: an initial or a number tells two alike apart."""
    there = list(tiles)
    by_external = {tile.external: tile for tile in there if tile.external}
    matched: dict[str, Person] = {}
    left: list[tuple[Person, str]] = []
    for person, shown in zip(section.people, _told_apart(section.people), strict=True):
        tile = by_external.get(person.id) if person.id else None
        if tile is None:
            left.append((person, shown))
        else:
            matched[tile.id] = person
    added: list[tuple[Person, str]] = []
    for person, shown in left:
        tile = _named(person, shown, [one for one in there if one.id not in matched])
        if tile is None:
            added.append((person, shown))
        else:
            matched[tile.id] = person
    pairs = [(tile, matched[tile.id]) for tile in there if tile.id in matched]
    listed = [tile.name for tile in there if tile.active or tile.id in matched]
    names = numbered([shown for _, shown in added], listed)
    return Merge(
        same=tuple(pair for pair in pairs if pair[0].active),
        back=tuple(pair for pair in pairs if not pair[0].active),
        added=tuple(zip(names, (person for person, _ in added), strict=True)),
        missing=tuple(tile for tile in there if tile.active and tile.id not in matched),
    )


def _named(person: Person, shown: str, free: list[Tile]) -> Tile | None:
    """The first free tile of this name, unless it is known by another id of a file."""
    for wanted in (shown, person.first_name):
        for tile in free:
            if alike(tile.name) == alike(wanted) and not (tile.external and person.id):
                return tile
    return None


def _told_apart(people: Sequence[Person]) -> list[str]:
    """First names, with the last name's initial where two are alike and the initials differ."""
    initials: dict[str, set[str]] = {}
    for one in people:
        initials.setdefault(alike(one.first_name), set()).add(one.initial)
    return [
        f"{one.first_name} {one.initial}."
        if len(initials[alike(one.first_name)]) > 1 and one.initial
        else one.first_name
        for one in people
    ]
