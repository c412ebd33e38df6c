"""The form of a teacher's own item: looked at while it is typed, kept once nothing must be mended."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from boardsup.items.bank import Bank
from boardsup.items.looking import Asked, Look
from boardsup.items.sheet import Unusable
from boardsup.items.written import NEW, Written, file_text, written_in
from boardsup.room.looking import looked_at
from boardsup.rostering.names import Refusal
from boardsup.store.own_items import NO_ITEM, change_item, find_item, keep_items, new_id
from boardsup.web.desk.drafts import Fields
from boardsup.web.desk.items.browsing import Search, items_page
from boardsup.web.desk.items.fields import PLACES, form_values, read_written, says_by_field, wording
from boardsup.web.desk.planning import fields_of
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door
from boardsup.web.library import bank_of, the_bank

router = APIRouter(prefix="/desk/items")

TITLE = "Write an item"
EMPTY = Look(())
MOST_FIELDS = 80


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the page: the item's name ("" a new one), its version, what is written, what was seen of it."""

    id: str
    version: int
    written: Written
    look: Look = EMPTY
    text: str = ""


@router.get("/new")
def write(door: TeachersDoor, skill: str = "") -> Response:
    """An empty form."""
    return _form(door, Sheet("", 0, Written(skill=skill[:40], numbers=(("a", "2..9"), ("b", "2..9")))))


@router.get("/own/{id}")
def change(door: TeachersDoor, id: str) -> Response:
    """The form of an item that is kept."""
    with door.database.session() as session:
        row = find_item(session, id)
        found = (row.text, row.version) if row is not None else None
    if found is None:
        return items_page(door, Search(own=True), text=NO_ITEM, status=404)
    try:
        written = written_in(found[0])
    except Unusable:
        return items_page(door, Search(own=True), text=NO_ITEM, status=404)
    sheet = Sheet(id, found[1], written)
    return _form(door, replace(sheet, look=_looked(door, sheet)))


@router.post("/look")
async def look(door: TeachersDoor, request: Request) -> Response:
    """What a class would see of it just now, and a sentence beside each field that wants one."""
    sheet = await asyncio.to_thread(_read, door, fields_of(await request.form(max_fields=MOST_FIELDS)))
    is_partial = "hx-request" in request.headers
    return await asyncio.to_thread(_form, door, sheet, is_partial=is_partial)


@router.post("")
async def keep(door: TeachersDoor, request: Request) -> Response:
    """Keep it, new or changed; what must be mended first is said, and nothing that was typed is lost."""
    sheet = await asyncio.to_thread(_read, door, fields_of(await request.form(max_fields=MOST_FIELDS)))
    if not sheet.look.can_be_kept:
        return await asyncio.to_thread(_form, door, sheet, status=422)
    try:
        id = await asyncio.to_thread(_kept, door, sheet)
    except Refusal as refusal:
        return await asyncio.to_thread(_form, door, replace(sheet, text=str(refusal)), status=409)
    return RedirectResponse(f"/desk/items/of/{sheet.written.skill}/{id}", status_code=303)


def _read(door: Door, fields: Fields) -> Sheet:
    """What the form holds, with a look at it."""
    words = wording(the_bank(door.settings.problems))
    version = fields.get("version", "0")
    is_new = fields.get("as") == "new"
    sheet = Sheet(
        "" if is_new else fields.get("id", "")[:40],
        int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0,
        read_written(fields, words),
    )
    return replace(sheet, look=_looked(door, sheet))


def _looked(door: Door, sheet: Sheet) -> Look:
    bank = the_bank(door.settings.problems)
    words = wording(bank).by_id
    named = tuple((one.why, words[one.why]) for one in sheet.written.mistakes if one.why in words)
    asked = Asked(sheet.written, id=sheet.id or NEW, words=named)
    return looked_at(door.workers.nursery, asked)


def _kept(door: Door, sheet: Sheet) -> str:
    """Its name, once it is kept. Raises `Refusal`."""
    id, now = sheet.id or new_id(), door.rooms.house.now
    item = (id, sheet.written.skill, file_text(sheet.written, id))
    with door.database.session() as session:
        if sheet.id:
            change_item(session, item, sheet.version, person_at(door), now=now)
        else:
            keep_items(session, [item], person_at(door), now=now)
    return id


def _form(door: Door, sheet: Sheet, *, is_partial: bool = False, status: int = 200) -> Response:
    bank: Bank = bank_of(door)
    values = {
        "id": sheet.id,
        "version": sheet.version,
        "look": sheet.look,
        "says": says_by_field(sheet.look.says),
        "must": sum(said.must for said in sheet.look.says),
        "places": PLACES,
        "was_looked_at": sheet.look != EMPTY,
        "text": sheet.text,
    }
    if is_partial:
        return HTMLResponse(door.pages.page("desk/item_look.html", page="desk", title=TITLE, partial=True, **values))
    form = form_values(sheet.written, bank)
    page = door.pages.page("desk/item_form.html", page="desk", title=TITLE, partial=False, **values, **form)
    return HTMLResponse(page, status)
