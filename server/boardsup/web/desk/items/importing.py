"""Many items at once from a spreadsheet: looked at line by line first, kept all together or not at all."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.datastructures import UploadFile

from boardsup.items.looking import Asked, Drawn, Look, Said
from boardsup.items.written import file_text
from boardsup.room.looking import looked_at
from boardsup.rostering.names import Refusal
from boardsup.rostering.roster import Unusable
from boardsup.rostering.uploads import decoded
from boardsup.store.own_items import keep_items, new_id
from boardsup.web.desk.items.fields import wording
from boardsup.web.desk.items.spreadsheet import EXAMPLE, Line, read_items
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door
from boardsup.web.library import the_bank

router = APIRouter(prefix="/desk/items/import")

TITLE = "Items from a spreadsheet"
LONGEST = 100_000
"""Characters of a table."""
ONE_LINE, ALL_LINES = 3.0, 30.0
"""Seconds that one line may take, and all of them; what comes later is left for another time."""

NOTHING = "Please choose a file, or paste a table."
TOO_LONG = "This is too much at once. Please send fewer lines."
NONE_READY = "No line can be kept as it is. Mend one in the spreadsheet, and look again."
LATER = Look((Said("", "There was no time left for this line. Please send it in another part."),))

FIELDS = {
    "skill": "Skill", "ask": "Question", "kind": "Sort", "answer": "Answer", "letters": "Letters", "numbers": "Numbers",
    "follows": "Follows", "where": "Only if", "choices": "Choices", "hints": "Hint", "mistakes": "Wrong",
}  # fmt: skip
"""What a column is called beside its sentence."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A line with what is to be said of it, each with its column, and its first twin."""

    line: Line
    says: tuple[str, ...]
    is_ready: bool
    drawn: Drawn | None


@router.get("")
def send(door: TeachersDoor) -> Response:
    """Where a file is chosen or a table pasted, and how a line is written."""
    return _page(door)


@router.get("/example.csv")
def example(door: TeachersDoor) -> Response:
    """Three items to begin with."""
    headers = {"content-disposition": 'attachment; filename="items.csv"'}
    return PlainTextResponse(EXAMPLE, media_type="text/csv; charset=utf-8", headers=headers)


@router.post("")
async def sent(door: TeachersDoor, request: Request) -> Response:
    """Look at every line; with `keep`, keep those that are ready, in one go."""
    async with request.form(max_files=1, max_fields=4, max_part_size=4 * LONGEST) as form:
        try:
            text = await _text(form.get("file"), str(form.get("pasted", "")))
            seen = await asyncio.to_thread(_seen, door, text)
        except Unusable as unusable:
            return await asyncio.to_thread(_page, door, str(unusable), status=422)
        wants_to_keep = "keep" in form
    ready = [one.line for one in seen if one.is_ready]
    if not wants_to_keep:
        return await asyncio.to_thread(_page, door, "", text, seen)
    if not ready:
        return await asyncio.to_thread(_page, door, NONE_READY, text, seen, status=422)
    try:
        await asyncio.to_thread(_keep, door, ready)
    except Refusal as refusal:
        return await asyncio.to_thread(_page, door, str(refusal), text, seen, status=409)
    return RedirectResponse("/desk/items?own=yes&text=kept", status_code=303)


async def _text(file: object, pasted: str) -> str:
    """The table that was sent. Raises `Unusable`."""
    content = await file.read(4 * LONGEST + 1) if isinstance(file, UploadFile) and file.filename else b""
    text = decoded(content) if content else pasted.strip()
    if not text:
        raise Unusable(NOTHING)
    if len(text) > LONGEST:
        raise Unusable(TOO_LONG)
    return text


def _seen(door: Door, text: str) -> list[Seen]:
    """Every line, drawn and marked beside the server as long as there is time. Raises `Unusable`."""
    bank = the_bank(door.settings.problems)
    words = wording(bank)
    until = time.monotonic() + ALL_LINES
    found = []
    for line in read_items(text, bank, words):
        named = tuple((one.why, words.by_id[one.why]) for one in line.written.mistakes if one.why in words.by_id)
        has_time = time.monotonic() < until
        asked = Asked(line.written, words=named)
        look = looked_at(door.workers.nursery, asked, deadline=ONE_LINE) if has_time else LATER
        says = tuple(_said(one) for one in look.says)
        found.append(Seen(line, says, look.can_be_kept, look.drawn[0] if look.drawn else None))
    return found


def _said(of: Said) -> str:
    """A sentence with the column that it is about."""
    name, _, row = of.field.partition(".")
    column = FIELDS.get(name, "")
    number = f" {int(row) + 1}" if name == "mistakes" and row else ""
    return f"{column}{number}: {of.text}" if column else of.text


def _keep(door: Door, ready: Sequence[Line]) -> None:
    """All of them or none. Raises `Refusal`."""
    items = [(id, line.written.skill, file_text(line.written, id)) for line in ready if (id := new_id())]
    with door.database.session() as session:
        keep_items(session, items, person_at(door), now=door.rooms.house.now)


def _page(door: Door, text: str = "", pasted: str = "", seen: Sequence[Seen] = (), *, status: int = 200) -> Response:
    page = door.pages.page(
        "desk/items_import.html",
        page="desk",
        title=TITLE,
        text=text,
        pasted=pasted,
        seen=seen,
        ready=sum(one.is_ready for one in seen),
    )
    return HTMLResponse(page, status)
