"""Whatever a teacher sends, read as class lists."""

from __future__ import annotations

from collections.abc import Iterable

from boardsup.rostering.clever import is_clever, read_clever
from boardsup.rostering.oneroster import is_oneroster, read_oneroster
from boardsup.rostering.roster import Roster, Unusable
from boardsup.rostering.spreadsheet import read_spreadsheet
from boardsup.rostering.uploads import unpacked

NOBODY = "There is no student in this file."


def read_roster(uploads: Iterable[tuple[str, bytes]], *, called: str = "") -> Roster:
    """The class lists of these files (name, content). `called` names a class that has no name in a spreadsheet.

    Raises `Unusable` with one sentence; a line that cannot be taken is in the roster's `troubles` instead.
    """
    files = unpacked(uploads)
    if is_oneroster(files):
        roster = read_oneroster(files)
    elif is_clever(files):
        roster = read_clever(files)
    else:
        roster = _joined([read_spreadsheet(name, text, called=called) for name, text in files.items()])
    if not roster.sections:
        raise Unusable(roster.troubles[0].says if roster.troubles else NOBODY)
    return roster


def _joined(rosters: list[Roster]) -> Roster:
    return Roster(
        "spreadsheet",
        tuple(section for one in rosters for section in one.sections),
        tuple(trouble for one in rosters for trouble in one.troubles),
    )
