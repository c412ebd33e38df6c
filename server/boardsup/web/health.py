"""Whether this process can do its work, and how it is doing: counts for whoever looks after it, never a name."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from boardsup.web.door import Door
from boardsup.web.metrics import Measuring

router = APIRouter()

LATEST = 2.0
"""Seconds that the loop may be late before no new lesson is sent here."""

SILENT = 3.0
"""The same for one of several processes that cannot say in the database that it is there."""


@router.get("/healthz")
async def healthz(request: Request) -> Response:
    """200 when the journal can be written, 503 when it cannot."""
    door: Door = request.app.state.door
    if await asyncio.to_thread(door.rooms.house.journal.writable):
        return PlainTextResponse("ok\n")
    return PlainTextResponse("The journal cannot be written.\n", 503)


@router.get("/readyz")
async def readyz(request: Request) -> Response:
    """200 when a balancer may send lessons here: the journal can be written, and the loop keeps its time."""
    door: Door = request.app.state.door
    if door.rooms.late > LATEST:
        return PlainTextResponse("The loop is late.\n", 503)
    if (owning := door.rooms.owning) is not None:
        # It writes into the same database once a second anyhow.
        is_heard = owning.silent_for < SILENT
        return PlainTextResponse("ok\n" if is_heard else "The database cannot be written.\n", 200 if is_heard else 503)
    return await healthz(request)


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """What Prometheus reads, where the process was started with it; there is nothing to read elsewhere."""
    door: Door = request.app.state.door
    if not door.settings.metrics:
        return PlainTextResponse("Metrics are not served here.\n", 404)
    measured = CollectorRegistry(auto_describe=True)
    measured.register(Measuring(door.rooms, door.workers))
    return Response(generate_latest(measured), media_type=CONTENT_TYPE_LATEST)
