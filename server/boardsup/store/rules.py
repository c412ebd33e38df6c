"""The rules of a class: what its teacher has named in any of its lessons, read from their journals."""

from __future__ import annotations

import json

from sqlmodel import Session, col, select

from boardsup.store.tables import EventRow, LessonRow

NAMED = "AnswerNamed"
MOST = 500


def named_in(session: Session, class_id: str) -> list[tuple[str, str, str]]:
    """(prompt, answer, what it shows) of each naming in this class, the oldest first; at most the newest 500."""
    codes = select(LessonRow.code).where(LessonRow.class_id == class_id)
    rows = session.exec(
        select(EventRow)
        .where(EventRow.kind == NAMED, col(EventRow.lesson).in_(codes))
        .order_by(col(EventRow.at).desc(), col(EventRow.lesson), col(EventRow.seq).desc())
        .limit(MOST)
    ).all()
    bodies = [json.loads(row.body) for row in reversed(rows)]
    return [(body["ask"], body["value"], body["says"]) for body in bodies]
