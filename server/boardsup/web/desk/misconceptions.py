"""Misconceptions over time: a small picture each, with its counts as a table behind it, and never a name."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from boardsup.items.bank import Bank
from boardsup.maths.missteps.wording import SAYS as OF_PROCEDURES
from boardsup.store.clock import day_at
from boardsup.store.missed import MissedIn, missed_in
from boardsup.teaching.fading import FEWEST, Change, Course, Seen, courses
from boardsup.web.charts import Shares, shares
from boardsup.web.desk.records import records_of
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door
from boardsup.web.library import bank_of

router = APIRouter(prefix="/desk")

TITLE = "Misconceptions over time"
MOST_LESSONS, MOST_PICTURES = 12, 12

Values = dict[str, object]

CHANGES: Mapping[Change, str] = {
    "fewer": "fewer than at first",
    "more": "more than at first",
    "no_change": "no clear change",
    "too_few": "too few answers to compare",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table behind a picture."""

    day: str
    title: str
    times: int
    settled: int


@router.get("/classes/{class_id}/misconceptions")
async def shown(door: TeachersDoor, class_id: str) -> Response:
    """How often each misconception showed, lesson by lesson."""
    values = await asyncio.to_thread(_values, door, class_id)
    if values is None:
        return class_page(door, class_id, status=404)
    return HTMLResponse(door.pages.page("desk/misconceptions.html", page="desk", title=TITLE, **values))


def _values(door: Door, class_id: str) -> Values | None:
    records = records_of(door, class_id)
    if records is None:
        return None
    with door.database.session() as session:
        lessons = missed_in(session, class_id)[-MOST_LESSONS:]
    bank = bank_of(door)
    found = courses([as_said(bank, lesson, lessons) for lesson in lessons])
    return {
        "klass": {"id": records.id, "name": records.name},
        "pictures": [_picture(one, lessons) for one in found[:MOST_PICTURES]],
        "others": [{"says": one.misconception, "times": one.times} for one in found[MOST_PICTURES:]],
        "lessons": len(lessons),
        "fewest": FEWEST,
    }


def label(bank: Bank, id: str, lessons: Sequence[MissedIn]) -> str:
    """How an id is said: by the bank, by the procedure of that name, or as it was worded when it was shown last."""
    if id in bank.misconceptions:
        return bank.misconceptions[id].says
    worded = [one.says for lesson in lessons for one in lesson.missed if one.misconception == id and one.says]
    return OF_PROCEDURES.get(id) or (worded[-1] if worded else id)


def as_said(bank: Bank, of: MissedIn, lessons: Sequence[MissedIn]) -> list[Seen]:
    """A lesson by wording: ids that are said alike are one, and at one question they count as the larger of them."""
    found: dict[tuple[str, str], Seen] = {}
    for one in of.missed:
        says = label(bank, one.misconception, lessons)
        before = found.get((one.question, says))
        if before is None or before.times < one.times:
            found[one.question, says] = Seen(says, one.times, one.settled)
    return list(found.values())


def _picture(of: Course, lessons: Sequence[MissedIn]) -> Values:
    drawn: Shares = shares([(one.lesson, one.times, one.settled, one.is_enough) for one in of.points], len(lessons))
    days = [day_at(lesson.at) for lesson in lessons]
    rows = [
        Row(f"{days[one.lesson]:%b} {days[one.lesson].day}", lessons[one.lesson].title, one.times, one.settled)
        for one in of.points
    ]
    return {"says": of.misconception, "change": CHANGES[of.change], "drawn": drawn, "rows": rows}
