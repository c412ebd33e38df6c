"""A journal read beside its server, and what students saw as saved counted against it."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterable

from boardsup.cli.demo.counting import Counted, count
from boardsup.cli.simulated.device import Device
from boardsup.lesson.events import EVENT_TYPES, Event
from boardsup.store.codec import EventCodec
from boardsup.store.database import database_in, open_database
from boardsup.store.journal import Journal
from serving import BOARDSUP, Server


def events(server: Server, code: str) -> list[Event]:
    """Everything that is durable of a lesson now, in order."""
    database = open_database(database_in(server.data, server.database))
    try:
        return [entry.event for entry in Journal(database, EventCodec(EVENT_TYPES)).load(code)]
    finally:
        database.close()


def counted(server: Server, code: str, devices: Iterable[Device]) -> Counted:
    """What the devices saw as saved, against the journal."""
    seen = [(device.student, *hand_in) for device in devices for hand_in in device.seen]
    return count(seen, events(server, code))


async def replayed(server: Server, code: str) -> subprocess.CompletedProcess[str]:
    """What `boardsup replay` says of a lesson."""
    command = [BOARDSUP, "replay", code, *server.ours]
    return await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)
