"""What is kept of a class, and until when: set, taken out for the school, deleted."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from boardsup.lesson.settings import Keep
from boardsup.store import rosters
from boardsup.store.audit import audit, note
from boardsup.store.evidence import keep_missing
from boardsup.store.exporting import answers, as_csv, exported
from boardsup.store.forgetting import forget_class, forget_student
from boardsup.store.settings import keep_settings, settings_of
from boardsup.web.desk.shown import class_page, classes_page
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk/classes/{class_id}")

KEEPS: dict[Keep, str] = {
    "lesson": "until the lesson ends",
    "term": "until the end of the half-year",
    "year": "for a year",
}
GONE = "Deleted for good: {}."


@router.get("/data")
def data(door: TeachersDoor, class_id: str, kept: str = "") -> Response:
    """What is kept of this class, and what can be done with it."""
    with door.database.session() as session:
        klass = rosters.find_class(session, class_id)
        if klass is None:
            return class_page(door, class_id, status=404)
        values = {
            "klass": {"id": klass.id, "name": klass.name},
            "of": settings_of(klass),
            "keeps": KEEPS,
            "log": [
                {"at": f"{datetime.fromtimestamp(row.at / 1000):%Y-%m-%d %H:%M}", "what": row.what, "n": row.how_many}
                for row in (audit(session) if person_at(door).is_admin else ())
            ],
        }
    text = "Kept. What is over is deleted within the hour." if kept else ""
    return HTMLResponse(door.pages.page("desk/data.html", page="desk", title="What is kept", text=text, **values))


@router.post("/data")
async def keep(
    door: TeachersDoor, class_id: str, drawings: Annotated[Keep, Form()], writings: Annotated[Keep, Form()]
) -> Response:
    """Set until when drawings and texts are kept."""

    def change(session: Session) -> Collection[str]:
        klass = rosters.find_class(session, class_id)
        if klass is None:
            raise rosters.Refusal(rosters.NO_CLASS)
        keep_settings(session, class_id, replace(settings_of(klass), drawings=drawings, writings=writings))
        return ()

    done = await _done(door, class_id, change)
    door.rooms.retaining.is_due()
    return done or RedirectResponse(f"/desk/classes/{class_id}/data?kept=yes", status_code=303)


@router.get("/data/export.json")
def export_json(door: TeachersDoor, class_id: str) -> Response:
    """Everything, for another program."""
    with door.database.session() as session:
        keep_missing(session, class_id, door.rooms.replayed)
        text = json.dumps(exported(session, class_id), ensure_ascii=False, indent=1)
        note(session, "exports of a class as JSON", 1, at=door.rooms.house.now())
    return _file(text, "application/json", "class.json")


@router.get("/data/export.csv")
def export_csv(door: TeachersDoor, class_id: str) -> Response:
    """Every answer, for a spreadsheet."""
    with door.database.session() as session:
        keep_missing(session, class_id, door.rooms.replayed)
        text = as_csv(answers(session, class_id))
        note(session, "exports of a class as CSV", 1, at=door.rooms.house.now())
    # The mark in front tells a spreadsheet that the names are UTF-8.
    return _file(f"\ufeff{text}", "text/csv", "class.csv")


@router.post("/data/delete")
async def delete_class(door: TeachersDoor, class_id: str) -> Response:
    """Delete the class and everything in it, for good."""
    now = door.rooms.house.now()
    refused = await _done(door, class_id, lambda session: forget_class(session, class_id, now=now))
    if refused is not None:
        return refused
    return await asyncio.to_thread(classes_page, door, text=GONE.format("a class"))


@router.post("/students/{student}/delete")
async def delete_student(door: TeachersDoor, class_id: str, student: str) -> Response:
    """Delete a student and what they wrote, for good; the counts of past lessons stay."""
    now = door.rooms.house.now()
    refused = await _done(door, class_id, lambda session: forget_student(session, class_id, student, now=now))
    if refused is not None:
        return refused
    return await asyncio.to_thread(class_page, door, class_id, text=GONE.format("one student"))


async def _done(door: Door, class_id: str, change: Callable[[Session], Collection[str]]) -> Response | None:
    """Change the database, and have the rooms forget what is gone; the sentence of a refusal."""

    def commit() -> Collection[str]:
        with door.database.session() as session:
            changed = change(session)
        door.database.wipe()
        return changed

    try:
        door.rooms.deleted(await asyncio.to_thread(commit))
    except rosters.Refusal as refusal:
        return class_page(door, class_id, text=str(refusal), status=422)
    if door.database.is_to_wipe:
        door.rooms.retaining.is_due()
    return None


def _file(text: str, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(text, media_type=media_type, headers=headers)
