"""All that is kept of a class, for the school: as values for JSON, and as rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, and_, select
from sqlmodel import Session, col

from boardsup.lesson.evidence import Shown
from boardsup.store.clock import day_at
from boardsup.store.evidence import Measured, measured
from boardsup.store.needs import needs_of
from boardsup.store.rosters import find_class, removed_of, students_of
from boardsup.store.tables import EventRow, LessonRow, WritingRow

Values = dict[str, object]

COLUMNS = ("day", "lesson", "title", "part", "skill", "question", "student", "result", "sure", "wrote")
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def exported(session: Session, class_id: str) -> Values:
    """The class, its students with what is set for them, and every answer of every lesson that has ended."""
    klass, needs = find_class(session, class_id), needs_of(session, class_id)
    students = [*students_of(session, class_id), *removed_of(session, class_id)]
    return {
        "class": klass.name if klass is not None else "",
        "students": [
            {"id": one.id, "name": one.first_name, "on_the_list": one.active, "needs": _plain(needs.get(one.id))}
            for one in students
        ],
        "answers": answers(session, class_id),
    }


def answers(session: Session, class_id: str) -> list[dict[str, str]]:
    """A row for each answer, in the order of `COLUMNS`; `wrote` is empty once its time was over."""
    names = {one.id: one.first_name for one in (*students_of(session, class_id), *removed_of(session, class_id))}
    wrote = _written(session, select(col(LessonRow.code)).where(col(LessonRow.class_id) == class_id))
    return [
        row
        for lesson in measured(session, class_id)
        for shown in lesson.shown
        for row in _rows(lesson, shown, names, wrote)
    ]


def written_in(session: Session, code: str) -> dict[tuple[str, str], str]:
    """By question and student, what stood on the board last in this lesson, as far as it is still kept."""
    ours = select(col(LessonRow.code)).where(col(LessonRow.code) == code)
    return {(question, student): text for (_, question, student), text in _written(session, ours).items()}


def as_csv(rows: list[dict[str, str]]) -> str:
    """The rows for a spreadsheet, in which nothing that anybody typed can be a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows({name: guarded(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def guarded(value: str) -> str:
    """The value with a quote in front where a spreadsheet would calculate it."""
    return f"'{value}" if value.startswith(FORMULAS) else value


def _rows(
    lesson: Measured, shown: Shown, names: Mapping[str, str], wrote: Mapping[tuple[str, str, str], str]
) -> list[dict[str, str]]:
    return [
        {
            "day": day_at(lesson.at).isoformat(),
            "lesson": lesson.code,
            "title": lesson.title,
            "part": shown.part,
            "skill": shown.skill,
            "question": shown.ask,
            "student": names.get(one.student, ""),
            "result": one.showed,
            "sure": one.sure,
            "wrote": wrote.get((lesson.code, shown.question, one.student), ""),
        }
        for one in shown.students
    ]


def _written(session: Session, ours: Select[Any]) -> dict[tuple[str, str, str], str]:
    """By lesson, question and student, what stood on the board last in these lessons."""
    rows = session.connection().execute(
        select(col(EventRow.lesson), col(EventRow.body), col(WritingRow.text))
        .join(
            WritingRow,
            and_(col(WritingRow.lesson) == col(EventRow.lesson), col(WritingRow.seq) == col(EventRow.seq)),
        )
        .where(col(EventRow.lesson).in_(ours), col(EventRow.kind) == "AnswerGiven")
        .order_by(col(EventRow.lesson), col(EventRow.seq))
    )
    said = ((lesson, json.loads(body), text) for lesson, body, text in rows)
    return {(lesson, body["question"], body["student"]): text for lesson, body, text in said}


def _plain(needs: object) -> Values | None:
    if needs is None:
        return None
    fields = ("extra_time", "calls", "coaches", "language", "draws")
    return {name: getattr(needs, name) for name in fields}
