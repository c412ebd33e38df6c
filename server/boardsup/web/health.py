"""Whether this process can do its work: the journal can be written."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from boardsup.web.door import Door

router = APIRouter()


@router.get("/healthz")
async def healthz(request: Request) -> Response:
    """200 when the journal can be written, 503 when it cannot."""
    door: Door = request.app.state.door
    if await asyncio.to_thread(door.rooms.house.journal.writable):
        return PlainTextResponse("ok\n")
    return PlainTextResponse("The journal cannot be written.\n", 503)
