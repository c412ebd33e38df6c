"""What rooms read of a lesson from the database. All of it blocks."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import reduce

from boardsup.lesson.commands import SetNeeds
from boardsup.lesson.lesson import apply
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import StudentId
from boardsup.room.house import House
from boardsup.room.room import Room
from boardsup.store.database import Database
from boardsup.store.failures import Unreadable, Unwritable
from boardsup.store.journal import Journal
from boardsup.store.lessons import find_lesson, lessons_of
from boardsup.store.needs import apart_of, needs_of
from boardsup.store.rosters import bag_of, names_of
from boardsup.teaching.pick import Bag, new_day

log = logging.getLogger("boardsup.rooms")


def replayed(journal: Journal, code: str) -> tuple[Lesson, int, int]:
    """A lesson as its journal has it, with the number and the time of its newest event."""
    recorded = journal.load(code)
    lesson = reduce(apply, (entry.event for entry in recorded), Lesson())
    last = recorded[-1] if recorded else None
    return lesson, last.seq if last else 0, last.at if last else 0


def opened(house: House, database: Database, code: str, claim: Callable[[str], None] | None) -> Room | None:
    """The room of a lesson, from its journal, once `claim` has made it ours; None when there is no such lesson."""
    with database.session() as session:
        row = find_lesson(session, code)
        if row is None:
            return None
        names = names_of(session, row.class_id)
    if claim is not None:
        claim(code)
    lesson, seq, last_at = replayed(house.journal, code)
    return Room(house, lesson, seq=seq, names=names, last_at=last_at)


def held(journal: Journal, code: str) -> tuple[Lesson, int] | None:
    """What the journal holds of a lesson; None as long as it cannot be written, or cannot be read."""
    try:
        return replayed(journal, code)[:2] if journal.writable() else None
    except (Unwritable, Unreadable) as error:
        log.warning("the journal cannot be read: %s", type(error).__name__)
        return None


def bag_for(journal: Journal, database: Database, class_id: str) -> Bag:
    """The bag that a class's next lesson begins with: as its newest lesson left it."""
    with database.session() as session:
        newest = next(iter(lessons_of(session, class_id)), None)
        kept = bag_of(session, class_id)
    if newest is None or newest.ended_at is not None:
        return kept
    return new_day(replayed(journal, newest.code)[0].bag)


def roster_of(database: Database, class_id: str) -> tuple[list[str], dict[StudentId, str], SetNeeds]:
    """A class: the codes of its lessons, the names on its tiles, and what is set for its students."""
    with database.session() as session:
        needed = SetNeeds(tuple(needs_of(session, class_id).values()), apart_of(session, class_id))
        return [row.code for row in lessons_of(session, class_id)], names_of(session, class_id), needed
