"""Starting a lesson: a plan and a class become a room with a code of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from boardsup.lesson.class_rules import ClassRule, with_rules
from boardsup.lesson.events import LessonStarted
from boardsup.lesson.planned import segments_of
from boardsup.lesson.segments import Segment
from boardsup.store import rosters
from boardsup.store.lessons import new_lesson
from boardsup.store.needs import apart_of, needs_of
from boardsup.store.rules import named_in
from boardsup.store.settings import settings_of
from boardsup.web.desk.plans import plans
from boardsup.web.desk.records import lately, records_of
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door

router = APIRouter(prefix="/desk")

NOT_SAVED = "The lesson could not be saved just now. Please try again in a moment."
NO_NAMES = "This class has no names yet. Add some first."


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a lesson starts with: its title, its segments from a seed, and its minutes (0: nobody keeps the time)."""

    title: str
    draw: Callable[[str], tuple[Segment, ...]]
    minutes: int = 0
    only: frozenset[str] = frozenset()
    """The students whom it is for; empty: the class."""


@router.post("/classes/{class_id}/lessons")
async def start(door: TeachersDoor, class_id: str, plan: Annotated[str, Form(max_length=80)] = "") -> Response:
    """Start a lesson from a plan and go to its console."""
    chosen = plans(door.settings.problems).get(plan)
    if chosen is None:
        return class_page(door, class_id, text="Please choose a lesson first.", status=422)
    return await begin(door, class_id, Beginning(chosen.title, lambda _: segments_of(chosen)))


async def begin(door: Door, class_id: str, beginning: Beginning) -> Response:
    """A lesson for this class, and the way to its console; or a sentence about what is missing."""
    begun = await asyncio.to_thread(_begin, door, class_id, beginning)
    if begun is None:
        return class_page(door, class_id, text=NO_NAMES, status=422)
    started, names = begun
    room = door.rooms.start(started, names)
    await room.screens.until_durable()
    if not room.is_saving:
        door.rooms.abandon(room.code)
        return class_page(door, class_id, text=NOT_SAVED, status=503)
    door.rooms.begun(room.code)
    return RedirectResponse(f"/room/{room.code}/console", status_code=303)


def _begin(door: Door, class_id: str, beginning: Beginning) -> tuple[LessonStarted, dict[str, str]] | None:
    """A row with a fresh code, and the event that begins the lesson."""
    bag, records = door.rooms.bag_for(class_id), records_of(door, class_id)
    with door.database.session() as session:
        klass = rosters.find_class(session, class_id)
        names = {
            s: n for s, n in rosters.names_of(session, class_id).items() if not beginning.only or s in beginning.only
        }
        if klass is None or records is None or not names:
            return None
        rules = tuple(ClassRule(*named) for named in named_in(session, class_id))
        row = new_lesson(session, class_id, beginning.title, now=door.rooms.house.now)
        started = LessonStarted(
            code=row.code,
            title=beginning.title,
            seed=f"{klass.secret}|{klass.term}",
            roster=tuple(names),
            segments=with_rules(beginning.draw(f"{klass.secret}|{row.code}"), rules),
            bag=bag,
            at=door.rooms.house.now(),
            needs=tuple(needs_of(session, class_id).values()),
            apart=apart_of(session, class_id),
            minutes=beginning.minutes,
            settings=settings_of(klass),
            lately=lately(records),
        )
    return started, names
