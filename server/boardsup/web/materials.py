"""The materials of each group as one page to print, for the teacher alone."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from boardsup.lesson.views.printed import printed
from boardsup.web.door import Door
from boardsup.web.said import denied

router = APIRouter()


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
