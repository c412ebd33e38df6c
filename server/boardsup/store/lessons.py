"""Lessons and their codes. A code is read off the wall and typed by a child, so no two of its letters look alike."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from sqlalchemy import update
from sqlmodel import Session, col, select

from boardsup.store.clock import Now, now_ms
from boardsup.store.tables import LessonRow

ALPHABET = "34679CDFHJKMNPRTWX"
"""No letters or digits that look alike (0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V Y), and no vowels: a code is no word."""

CODE_LENGTH = 5

DAY_MS = 86_400_000

_LOOKS_LIKE = str.maketrans({"0": "D", "O": "D", "Q": "D", "G": "6", "A": "4", "E": "3"})
_BETWEEN = str.maketrans("", "", " \t\n\r-\u2010\u2011\u2013")

Draw = Callable[[], str]


def draw_code() -> str:
    """A random code: one of 1,889,568."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def read_code(typed: str) -> str:
    """The code that was meant: in any case, with spaces or a dash, with a letter's look-alike typed in its place."""
    return typed.translate(_BETWEEN).upper().translate(_LOOKS_LIKE)


def new_lesson(session: Session, class_id: str, title: str, *, now: Now = now_ms, draw: Draw = draw_code) -> LessonRow:
    """A lesson that starts now, with a code that no lesson has had before."""
    code = draw()
    while session.get(LessonRow, code) is not None:
        code = draw()
    row = LessonRow(code=code, class_id=class_id, title=title, started_at=now())
    session.add(row)
    session.flush()
    return row


def find_lesson(session: Session, code: str) -> LessonRow | None:
    """The lesson of exactly this code, as `read_code` gives it; None when there is none."""
    return session.get(LessonRow, code)


def lessons_of(session: Session, class_id: str) -> list[LessonRow]:
    """The lessons of a class, the newest first."""
    wanted = select(LessonRow).where(LessonRow.class_id == class_id)
    return list(session.exec(wanted.order_by(col(LessonRow.started_at).desc(), col(LessonRow.code))))


def is_running(session: Session, class_id: str, *, now: int) -> bool:
    """Does a lesson of this class run at `now`, in ms since 1970? One that nobody ended is over after a day."""
    return any(one.ended_at is None and one.started_at + DAY_MS > now for one in lessons_of(session, class_id))


def end_lesson(session: Session, code: str, *, at: int) -> bool:
    """Note when a lesson ended, in ms since 1970. The first end counts: True for it alone, whoever else notes one."""
    runs = (col(LessonRow.code) == code, col(LessonRow.ended_at).is_(None))
    return session.connection().execute(update(LessonRow).where(*runs).values(ended_at=at)).rowcount == 1
