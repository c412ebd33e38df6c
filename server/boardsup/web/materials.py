"""The materials of each group to print, for the teacher alone: one page in the browser, or PDFs."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from boardsup.lesson.views.printed import printed
from boardsup.web.door import Door
from boardsup.web.library import bank_of
from boardsup.web.said import denied, said
from boardsup.web.worksheets.answering import as_pdf
from boardsup.web.worksheets.groups import Printing, group_pages, student_pages
from boardsup.web.worksheets.packets import Look

router = APIRouter()

NOTHING = "This lesson has no stations, so there is nothing to print."

Whose = Annotated[Literal["groups", "students"], Query(alias="for")]


@router.get("/room/{code}/materials")
async def materials(request: Request, code: str) -> Response:
    """A page for each group, then the key."""
    door: Door = request.app.state.door
    entry = await door.enter(request, code, "console")
    if isinstance(entry, str):
        return denied(door, entry)
    room = entry.room
    found = printed(room.lesson, room.screens.names)
    page = door.pages.page("materials.html", page="materials", title=room.lesson.title, it=found, code=room.code)
    return HTMLResponse(page)


@router.get("/room/{code}/materials.pdf")
async def materials_on_paper(request: Request, code: str, whose: Whose = "groups", large: str = "") -> Response:
    """The same as PDF: a page a group, or one a student with numbers of their own; with coach cards and the key."""
    door: Door = request.app.state.door
    entry = await door.enter(request, code, "console")
    if isinstance(entry, str):
        return denied(door, entry)
    room = entry.room
    found = printed(room.lesson, room.screens.names)
    back = f"/room/{room.code}/materials"
    if not found.sets:
        return said(door, NOTHING, status=404, back=back)
    lesson = Printing(room.lesson.title, room.code, door.origin(request))
    look = Look(door.settings.client, is_large=large == "yes")
    bank = await asyncio.to_thread(bank_of, door)
    is_each = whose == "students" and bool(found.sheets)
    return await as_pdf(
        door,
        lambda: student_pages(bank, found, lesson, look) if is_each else group_pages(found, lesson, look),
        name=f"{whose}-{room.code}.pdf",
        back=back,
    )
