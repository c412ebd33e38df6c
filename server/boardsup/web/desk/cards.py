"""Cards to print for students without a device: letters and digits to hold up."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from boardsup.web.desk.teacher import TeachersDoor

router = APIRouter(prefix="/desk")


@router.get("/cards")
async def cards(door: TeachersDoor) -> HTMLResponse:
    """A sheet of letters and a sheet of digits."""
    return HTMLResponse(door.pages.page("desk/cards.html", page="materials", title="Answer cards"))
