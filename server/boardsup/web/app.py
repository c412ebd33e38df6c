"""The application: what is built when the process starts, what is put away when it stops, and its routes."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware

from boardsup.lesson.events import EVENT_TYPES
from boardsup.room.house import House
from boardsup.room.owning import Owning
from boardsup.room.rooms import Rooms
from boardsup.room.workers import Workers
from boardsup.store.codec import EventCodec
from boardsup.store.database import open_database
from boardsup.store.journal import Journal
from boardsup.store.secrets import signing_secret
from boardsup.store.warmups import load_pictures
from boardsup.web import field, help, live, materials, over_http, styleguide
from boardsup.web.api import PATH as API_PATH
from boardsup.web.api import build_api
from boardsup.web.desk import router as desk
from boardsup.web.door import Door
from boardsup.web.headers import SecurityHeaders
from boardsup.web.health import router as health
from boardsup.web.html import Pages
from boardsup.web.limits import LargestRequest
from boardsup.web.log_lines import RequestLines
from boardsup.web.mishaps import MISHAPS
from boardsup.web.pages import router as pages
from boardsup.web.people import People
from boardsup.web.relaying import Relaying
from boardsup.web.seats import Seats
from boardsup.web.settings import Settings
from boardsup.web.sheets import Static
from boardsup.web.webhooks.sending import Sender
from boardsup.web.worksheets.press import Press

ROUTERS = (
    live.router,
    over_http.router,
    materials.router,
    help.router,
    field.router,
    styleguide.router,
    health,
    pages,
    desk,
)
"""The routes that every server has, in this order."""


SWITCH = 0.0005
"""Seconds that the loop may keep the interpreter while the journal's thread waits for it; Python's own 5 ms, several
times in each commit, would be most of the time until *Saved* when a process is busy."""


def build(settings: Settings) -> FastAPI:
    """The application for these settings. Its database is opened when it starts."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        door = app.state.door = open_door(settings)
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        sys.setswitchinterval(SWITCH)
        sender = Sender(door.database, settings.now, on_this_machine=settings.hooks_here)
        async with sender.running() as wake, door.rooms.running():
            door.rooms.ending.news = wake
            yield
        await asyncio.to_thread(door.rooms.house.journal.close)
        await door.rooms.leave()
        await asyncio.to_thread(door.close)

    app = FastAPI(title="Boards Up", lifespan=life, docs_url=None, redoc_url=None, openapi_url=None)
    if settings.inside:
        app.add_middleware(Relaying)
    app.add_middleware(LargestRequest)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(RequestLines)
    for mishap, answer in MISHAPS.items():
        app.add_exception_handler(mishap, answer)
    app.mount(API_PATH, build_api(app.state))
    app.mount("/static", GZipMiddleware(Static(directory=settings.client / "static"), minimum_size=500))
    for router in ROUTERS:
        app.include_router(router)
    if settings.providers:
        # What speaks to issuers takes a while to load; a laptop needs none of it.
        from boardsup.web.oidc.routes import router as oidc

        app.include_router(oidc)
    return app


def open_door(settings: Settings) -> Door:
    """The journal, the rooms and the cookies, from the data folder."""
    settings.data.mkdir(parents=True, exist_ok=True)
    database = open_database(settings.where, max_page_count=settings.max_pages)
    pages = Pages(settings.client, local_htmx=settings.local_htmx, pictures=load_pictures(settings.problems))
    journal = Journal(database, EventCodec(EVENT_TYPES))
    workers = Workers()
    house = House(journal, pages.region, settings.now, workers.decide)
    owning = Owning(database, settings.inside) if settings.inside else None
    rooms = Rooms(house, database, owning)
    with database.session() as session:
        seats = Seats(signing_secret(session))
    return Door(settings, seats, People(database), rooms, pages, database, workers, Press(settings.client))
