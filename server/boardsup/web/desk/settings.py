"""What a class's teacher sets for its lessons: when a flag is said, how large a table is, how names are called."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field

from boardsup.lesson.settings import AS_SHIPPED, ClassSettings
from boardsup.store import rosters
from boardsup.store.settings import keep_settings, settings_of
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door

router = APIRouter(prefix="/desk/classes/{class_id}/settings")

OUT_OF_ORDER = "“Teach again below” has to be less than “Talk it over below”, and that less than “Move on from”."
LEANING_TO = AS_SHIPPED.flags.leaning_to

Percent = Annotated[int, Field(ge=5, le=100)]


class SettingsForm(BaseModel):
    """The form of the page; a box that is not ticked sends nothing."""

    high: Percent
    middle: Percent
    low: Percent
    leaning: str = ""
    whole_class: Percent
    cap: Annotated[int, Field(ge=2, le=15)]
    passes: Annotated[int, Field(ge=0, le=9)]
    call_back: Annotated[int, Field(ge=0, le=50)]
    heads_ups: str = ""
    weighted: str = ""


@router.get("")
def settings(door: TeachersDoor, class_id: str, kept: str = "") -> Response:
    """What is set for this class."""
    return _page(door, class_id, text="Kept. The next lesson starts with it." if kept else "")


@router.post("")
async def keep(door: TeachersDoor, class_id: str, form: Annotated[SettingsForm, Form()]) -> Response:
    """Set all of it for the lessons to come; one that is running goes on as it began."""
    if not form.low < form.middle < form.high:
        return await asyncio.to_thread(_page, door, class_id, text=OUT_OF_ORDER, of=_read(form, AS_SHIPPED), status=422)
    return await _kept(door, class_id, lambda now: _read(form, now))


@router.post("/as-shipped")
async def as_shipped(door: TeachersDoor, class_id: str) -> Response:
    """Everything as it was at first."""
    return await _kept(door, class_id, lambda now: replace(AS_SHIPPED, drawings=now.drawings, writings=now.writings))


def _read(form: SettingsForm, of: ClassSettings) -> ClassSettings:
    """What the form says, the rest as it is."""
    flags = replace(
        AS_SHIPPED.flags,
        high=form.high,
        middle=form.middle,
        low=form.low,
        leaning_to=LEANING_TO if form.leaning == "yes" else 0,
    )
    groups = replace(AS_SHIPPED.groups, high=form.high, whole_class=form.whole_class, cap=form.cap)
    calls = replace(AS_SHIPPED.calls, passes_a_day=form.passes, call_back_percent=form.call_back)
    heads_ups, weighted = form.heads_ups == "yes", form.weighted == "yes"
    return replace(of, flags=flags, groups=groups, calls=calls, heads_ups=heads_ups, weighted=weighted)


async def _kept(door: Door, class_id: str, wanted: Callable[[ClassSettings], ClassSettings]) -> Response:
    def commit() -> None:
        with door.database.session() as session:
            klass = rosters.find_class(session, class_id)
            now = settings_of(klass) if klass is not None else AS_SHIPPED
            keep_settings(session, class_id, wanted(now))

    try:
        await asyncio.to_thread(commit)
    except rosters.Refusal as refusal:
        return class_page(door, class_id, text=str(refusal), status=404)
    return RedirectResponse(f"/desk/classes/{class_id}/settings?kept=yes", status_code=303)


def _page(door: Door, class_id: str, *, text: str = "", of: ClassSettings | None = None, status: int = 200) -> Response:
    with door.database.session() as session:
        klass = rosters.find_class(session, class_id)
        if klass is None:
            return class_page(door, class_id, status=404)
        shown = of or settings_of(klass)
        values = {"klass": {"id": klass.id, "name": klass.name}, "of": shown, "shipped": AS_SHIPPED}
    title = "How lessons are run"
    return HTMLResponse(door.pages.page("desk/settings.html", page="desk", title=title, text=text, **values), status)
