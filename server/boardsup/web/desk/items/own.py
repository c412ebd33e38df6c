"""A teacher's own item once it is kept: taken off the list, put back, downloaded as the file that it is."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from boardsup.rostering.names import Refusal
from boardsup.store.own_items import NO_ITEM, find_item, list_item
from boardsup.web.desk.items.browsing import Search, items_page
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk/items/own")


@router.get("/{id}.yaml")
def download(door: TeachersDoor, id: str) -> Response:
    """The file of an item, as problems/README.md describes it."""
    with door.database.session() as session:
        row = find_item(session, id)
        found = (row.id, row.text) if row is not None else None
    if found is None:
        return items_page(door, Search(own=True), text=NO_ITEM, status=404)
    name, text = found
    headers = {"content-disposition": f'attachment; filename="{name}.yaml"'}
    return PlainTextResponse(text, media_type="application/yaml; charset=utf-8", headers=headers)


@router.post("/{id}/off")
async def take_off(door: TeachersDoor, id: str) -> Response:
    """Take it off the list; lessons that have it keep it, and it can be put back."""
    return await _listed(door, id, active=False)


@router.post("/{id}/put-back")
async def put_back(door: TeachersDoor, id: str) -> Response:
    """Put it back on the list."""
    return await _listed(door, id, active=True)


async def _listed(door: Door, id: str, *, active: bool) -> Response:
    def commit() -> str:
        with door.database.session() as session:
            return list_item(session, id, person_at(door), active=active).id

    try:
        found = await asyncio.to_thread(commit)
    except Refusal as refusal:
        return await asyncio.to_thread(items_page, door, Search(own=True), text=str(refusal), status=404)
    return RedirectResponse(f"/desk/items?own=yes{'' if active else f'&off={found}'}", status_code=303)
