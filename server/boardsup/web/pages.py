"""The pages of a lesson: enter a code, the student's page, the console, the wall, and the QR code that leads here."""

from __future__ import annotations

import io

import segno
from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from boardsup.lesson.languages import language_of
from boardsup.lesson.regions import Boards, Echo, Notice, Region, SpotPreview, Trouble
from boardsup.room.owning import Elsewhere
from boardsup.room.tab import Page
from boardsup.store.lessons import read_code
from boardsup.web.door import LONGEST_CODE, Door, Entry
from boardsup.web.packing import packed
from boardsup.web.said import denied

router = APIRouter()

TEMPLATES: dict[Page, str] = {"student": "room.html", "console": "console.html", "wall": "wall.html"}
GLIMPSES: dict[Page, tuple[Region, ...]] = {"student": (Echo(),), "console": (SpotPreview(), Boards())}
"""What a page can be shown in passing, still empty."""


@router.get("/", response_class=HTMLResponse)
async def front(request: Request) -> HTMLResponse:
    """Enter the code of a lesson."""
    door: Door = request.app.state.door
    is_teacher = await door.people.who(request) is not None
    return HTMLResponse(door.pages.page("join.html", page="join", title="Boards Up", is_teacher=is_teacher, text=""))


@router.get("/why-we-call", response_class=HTMLResponse)
async def why_we_call(request: Request) -> HTMLResponse:
    """One page for the class, to read aloud or to print: why names are called here, and how."""
    door: Door = request.app.state.door
    return HTMLResponse(door.pages.page("why_we_call.html", page="why", title="Why we call names"))


@router.get("/away", response_class=HTMLResponse)
async def away(request: Request) -> HTMLResponse:
    """What a student's worker shows when a lesson's page cannot be had."""
    door: Door = request.app.state.door
    return HTMLResponse(door.pages.page("away.html", page="away", title="Boards Up"))


@router.get("/away-worker.js")
def away_worker(request: Request) -> Response:
    """The worker's script, from the top: only from there may it look after the lessons' pages."""
    door: Door = request.app.state.door
    script = door.settings.client / "static" / "js" / "away-worker.js"
    return FileResponse(script, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


@router.post("/join")
async def join(request: Request) -> Response:
    """Go to the lesson of the code that was typed."""
    door: Door = request.app.state.door
    form = await request.form(max_fields=4)
    typed = str(form.get("code", ""))
    try:
        room = await door.find(request, typed)
    except Elsewhere:
        return RedirectResponse(f"/room/{read_code(typed[:LONGEST_CODE])}", status_code=303)
    if room is None:
        text = "There is no lesson with this code just now. Please check it with your teacher."
        page = door.pages.page("join.html", page="join", title="Boards Up", is_teacher=False, text=text)
        return HTMLResponse(page, 404)
    return RedirectResponse(f"/room/{room.code}", status_code=303)


@router.get("/room/{code}")
async def student(request: Request, code: str) -> Response:
    """A student's page; a device without an id is given one."""
    door: Door = request.app.state.door
    room = await door.find(request, code)
    if room is None:
        return denied(door, "no_lesson")
    device = door.seats.device(request)
    known = device or door.seats.new_device()
    response = await _live_page(door, Entry(room, "student", known))
    if device is None:
        door.seats.give_board(response, known, secure=request.url.scheme == "https")
    return packed(request, response)


@router.get("/room/{code}/console")
async def console(request: Request, code: str) -> Response:
    """The teacher's console."""
    return await _page(request, code, "console")


@router.get("/room/{code}/wall")
async def wall(request: Request, code: str, key: str = "") -> Response:
    """The wall; a key in the link lets a projector's computer show it without the teacher signing in there."""
    door: Door = request.app.state.door
    room = await door.find(request, code)
    if room is not None and key and door.seats.is_wall_key(key, room.code):
        response = RedirectResponse(f"/room/{room.code}/wall", status_code=303)
        door.seats.give_wall(response, room.code, secure=request.url.scheme == "https")
        return response
    return await _page(request, code, "wall")


@router.get("/room/{code}/qr.svg")
async def qr(request: Request, code: str) -> Response:
    """The student's link as a QR code."""
    door: Door = request.app.state.door
    room = await door.find(request, code)
    if room is None:
        return denied(door, "no_lesson", live=True)
    drawn = io.BytesIO()
    segno.make(student_link(request, door, room.code), error="m").save(
        drawn, kind="svg", border=2, xmldecl=False, svgns=True, omitsize=True
    )
    return Response(drawn.getvalue(), media_type="image/svg+xml")


def student_link(request: Request, door: Door, code: str) -> str:
    """The address that a class opens: as this page was reached, unless that was this machine's own loopback."""
    return f"{door.origin(request)}/room/{code}"


async def _page(request: Request, code: str, page: Page) -> Response:
    door: Door = request.app.state.door
    entry = await door.enter(request, code, page)
    if isinstance(entry, str):
        return denied(door, entry)
    return await _live_page(
        door,
        entry,
        link=student_link(request, door, entry.room.code),
        wall_key=door.seats.wall_key(entry.room.code) if page == "console" else "",
    )


async def _live_page(door: Door, entry: Entry, *, link: str = "", wall_key: str = "") -> HTMLResponse:
    """A live page with its present regions in place, so that it can be read before any script runs.

    Like every frame, it waits until what it shows is durable.
    """
    room = entry.room
    present = room.screens.regions(entry.page, entry.device)
    await room.screens.until_durable()
    if not room.is_saving:
        present = room.screens.regions(entry.page, entry.device)
    shown = (*present, Notice(), Trouble(room.is_saving), *GLIMPSES.get(entry.page, ()))
    language = language_of(room.lesson, room.screens.who(entry.page, entry.device))
    regions = {region.region: door.pages.region(region, language) for region in shown}
    values: dict[str, object] = {
        "code": room.code,
        "title": room.lesson.title,
        "regions": regions,
        "link": link,
        "wall_key": wall_key,
    }
    values["now"] = str(room.house.now())
    values["is_aide"] = entry.page == "console" and entry.standing == "aide"
    return HTMLResponse(door.pages.page(TEMPLATES[entry.page], language, page=entry.page, **values))
