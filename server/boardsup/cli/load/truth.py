"""What the server holds at the end, against what the devices sent and saw: lost, doubled, crossed, out of order.

From the journal, where the database can be opened here: every hand-in, its place and its text. From a class's export
over HTTP elsewhere: the last answer of each student. A difference is counted, never explained away.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from boardsup.cli.load.hand_ins import HandIn, Key, Seen
from boardsup.lesson.events import AnswerGiven, AnswerUnread, Event

Stored = Iterable[tuple[str, Event]]
"""A lesson's code and an event of its journal, in the journal's order."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of the hand-ins. All but `sent`, `saved` and `refused` are faults.

    `unsaved` were sent and never confirmed nor refused; `lost` were seen as saved and are not there; `doubled` are
    there more than once; `crossed` stand under a student, question or lesson that did not send them, or with another
    text, or were shown to somebody else; `disordered` came before one with a lower number; `uncounted` are missing on
    a console that has had time to show them.
    """

    sent: int = 0
    saved: int = 0
    refused: int = 0
    unsaved: int = 0
    lost: int = 0
    doubled: int = 0
    crossed: int = 0
    disordered: int = 0
    uncounted: int = 0

    @property
    def faults(self) -> int:
        """Everything that must not be."""
        return self.unsaved + self.lost + self.doubled + self.crossed + self.disordered + self.uncounted

    def __add__(self, other: Truth) -> Truth:
        return Truth(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


def sent_and_seen(seen: Seen) -> Truth:
    """What the devices say of themselves."""
    all_of_them = seen.hand_ins.values()
    return Truth(
        sent=len(all_of_them),
        saved=sum(1 for one in all_of_them if one.saved),
        refused=sum(1 for one in all_of_them if one.is_refused),
        unsaved=sum(1 for one in all_of_them if not one.saved and not one.is_refused),
        crossed=seen.strange,
        disordered=seen.backwards,
    )


def against_journal(hand_ins: Mapping[Key, HandIn], stored: Stored) -> Truth:
    """Compare with every hand-in of the journals of these lessons."""
    times: Counter[Key] = Counter()
    newest: dict[tuple[str, str, str], int] = {}
    crossed = disordered = 0
    for code, event in stored:
        if not isinstance(event, AnswerGiven | AnswerUnread):
            continue
        key = (code, event.student, event.question, event.number)
        times[key] += 1
        known = hand_ins.get(key)
        crossed += known is None or known.text != event.wrote
        if event.number < newest.get(key[:3], 0):
            disordered += 1
        newest[key[:3]] = event.number
    return Truth(
        lost=sum(1 for key, one in hand_ins.items() if one.saved and not times[key]),
        doubled=sum(many - 1 for many in times.values()),
        crossed=crossed,
        disordered=disordered,
    )


def against_export(hand_ins: Mapping[Key, HandIn], names: Mapping[str, str], rows: list[dict[str, Any]]) -> Truth:
    """Compare with the rows of one class's export: the last answer of each student, by the name on the tile."""
    last: dict[tuple[str, str], HandIn] = {}
    for (code, student, _, _), one in hand_ins.items():
        if one.saved and student in names:
            last[code, names[student]] = one
    before: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (code, student, _, _), one in hand_ins.items():
        before[code, names.get(student, "")].add(one.text)
    stand = Counter((row["lesson"], row["student"]) for row in rows if row["wrote"])
    lost = sum(1 for key in last if not stand[key])
    crossed = 0
    for row in rows:
        key = (row["lesson"], row["student"])
        if not row["wrote"] or (key in last and row["wrote"] == last[key].text):
            continue
        if row["wrote"] in before[key]:
            lost += key in last
        else:
            crossed += 1
    return Truth(lost=lost, doubled=sum(many - 1 for many in stand.values()), crossed=crossed)
