"""The teacher tables: those who lack two items or more, by how much they have, in tables small enough to be heard.

One level is one table, or several of nearly the same size where it is larger than a table holds; the lowest level
comes first; each table is one round. Small groups of two to five do best and quality matters more than size (EEF).
"""

from __future__ import annotations

from collections.abc import Sequence

from boardsup.teaching.group.values import Member, StudentId, Table, Wishes

Seats = list[tuple[int, list[StudentId]]]
"""Tables in the making: the item at which each starts, and its students."""


def seats(members: Sequence[Member], wishes: Wishes, cap: int) -> Seats:
    """The tables for these members, the lowest level first; those to be kept apart in different ones where possible."""
    found: Seats = []
    for level in sorted({member.level for member in members}):
        students = sorted(member.student for member in members if member.level == level)
        found += [(level + 1, part) for part in _split(students, wishes, cap)]
    return found


def seated(at: Seats, labels: Sequence[str]) -> tuple[Table, ...]:
    """The same as tables with their labels, students in order."""
    return tuple(
        Table(label, start, tuple(sorted(students))) for label, (start, students) in zip(labels, at, strict=True)
    )


def add(at: Seats, student: StudentId, start: int, cap: int) -> None:
    """Find a seat: at a table of the same start with room, else at any with room (the last first), else a new one."""
    room = [table for table in at if len(table[1]) < cap]
    same = [table for table in room if table[0] == start]
    if same or room:
        (same or room)[-1][1].append(student)
    else:
        at.append((start, [student]))


def _split(students: Sequence[StudentId], wishes: Wishes, cap: int) -> list[list[StudentId]]:
    count = -(-len(students) // cap)
    sizes = [len(students) // count + (i < len(students) % count) for i in range(count)]
    parts: list[list[StudentId]] = [[] for _ in range(count)]
    for student in students:
        free = [part for part, size in zip(parts, sizes, strict=True) if len(part) < size]
        suits = (part for part in free if not wishes.apart(student, frozenset(part)))
        next(suits, free[0]).append(student)
    return parts
