"""The socket: one browser tab in one room, until either side leaves.

It is accepted, then closed with a code: a refused handshake tells the page nothing. 4001 page out of date, 4003 not
seated or not from here, 4004 no such lesson, 4009 opened in another tab, 1008 three garbled messages, 1012 restarting,
1013 codes are being guessed.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from boardsup.lesson.commands import Answer, DontKnow, Turn
from boardsup.room.outbox import Outbox
from boardsup.room.owning import Elsewhere
from boardsup.room.tab import RESTARTING, Tab
from boardsup.store.failures import Unwritable
from boardsup.web.asking import answered, answered_now
from boardsup.web.door import Door, Entry, TooManyGuesses
from boardsup.web.people import FRESH
from boardsup.web.short import ShortLine
from boardsup.web.straight import EXTENSION
from boardsup.web.wire import Beat, Boards, Draw, Echo, Garbled, Refresh, read

VERSION = "1"
"""The protocol that this server speaks; a page of another version reloads."""

OUT_OF_DATE = 4001
CLOSES = {"not_seated": 4003, "elsewhere": 4003, "no_lesson": 4004}
GARBLED = 1008
TRY_LATER = 1013
STRIKES = 3

LONGEST_LOAD = 24
"""Characters of the name that a page gave itself when it was loaded."""

log = logging.getLogger("boardsup.live")
router = APIRouter()


@router.websocket("/room/{code}/live")
async def live(socket: WebSocket, code: str, v: str = "", page: str = "student", load: str = "") -> None:
    """Read commands and write regions, until either side leaves."""
    await socket.accept()
    door: Door = socket.app.state.door
    code_or_entry = await _let_in(socket, door, code, page)
    if v != VERSION:
        code_or_entry = OUT_OF_DATE
    if isinstance(code_or_entry, Entry):
        await Line(socket, code_or_entry, door, load[:LONGEST_LOAD]).run()
    else:
        await _close(socket, code_or_entry)


async def _let_in(socket: WebSocket, door: Door, code: str, page: str) -> Entry | int:
    """Who may come in; else the code to close with."""
    try:
        entry = await door.enter(socket, code, page)
    except TooManyGuesses:
        return TRY_LATER
    except (Elsewhere, Unwritable) as error:
        log.info("socket sent away for now: %s", type(error).__name__)
        return RESTARTING
    if isinstance(entry, str):
        log.info("socket refused: %s", entry)
        return CLOSES[entry]
    return entry


async def _close(socket: WebSocket, code: int) -> None:
    """Say why, to a browser that may have left meanwhile."""
    with suppress(RuntimeError, WebSocketDisconnect):
        await socket.close(code)


class Line:
    """One open socket of one tab."""

    def __init__(self, socket: WebSocket, entry: Entry, door: Door, load: str) -> None:
        self.socket, self.entry, self.door = socket, entry, door
        self.closing: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.tab = Tab(entry.page, entry.device, Outbox(), close=self.close, load=load)
        self.bucket = door.pace(entry)
        self._is_listening = False

    async def run(self) -> None:
        """Carry the line until the browser leaves, the room closes it, or a newer tab takes it."""
        room = self.entry.room
        if self.entry.page == "student":
            room.screens.tabs.yield_line(self.entry.device, self.tab.load)
        room.screens.open(self.tab)
        tasks: list[asyncio.Task[None]] = [asyncio.create_task(self._read())]
        straight = self.socket.scope.get("extensions", {}).get(EXTENSION)
        short = ShortLine(straight, self.tab.outbox, self._hear_at_once) if straight is not None else None
        if short is None:
            tasks.append(asyncio.create_task(self._write()))
        if self.entry.person is not None:
            tasks.append(asyncio.create_task(self._stay()))
        try:
            ends: list[asyncio.Future[Any]] = [*tasks, self.closing]
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        finally:
            room.screens.shut(self.tab)
            self.tab.close = None
            if short is not None:
                short.cut()
            for task in tasks:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        for fault in ended:
            if isinstance(fault, Exception) and not isinstance(fault, WebSocketDisconnect | RuntimeError):
                log.error("a line ended by a fault of ours", exc_info=fault)
        if self.closing.done():
            await _close(self.socket, self.closing.result())

    def close(self, code: int) -> None:
        """End the line with this code."""
        if not self.closing.done():
            self.closing.set_result(code)

    async def _write(self) -> None:
        """Send whatever is newest, as fast as this browser takes it; a beat alone is a dot."""
        while True:
            await self.socket.send_text(await self.tab.outbox.take() or ".")

    async def _stay(self) -> None:
        """Hold the line as long as the sign-in that opened it: what is ended elsewhere ends here within seconds."""
        is_on = True
        while is_on:
            await asyncio.sleep(FRESH)
            is_on = await self.door.still(self.socket, self.entry)
        self.close(CLOSES["not_seated"])

    async def _read(self) -> None:
        """Hand each message to the room. What comes too fast is read later, not lost."""
        strikes = 0
        while True:
            self._is_listening = True
            message = await self.socket.receive()
            self._is_listening = False
            if message["type"] == "websocket.disconnect":
                return
            if (wait := self.bucket.take()) > 0:
                await asyncio.sleep(wait)
            try:
                await self._hear(message.get("text") or "")
            except Garbled as garbled:
                strikes += 1
                log.warning("garbled message on the %s page: %s", self.entry.page, garbled)
                if strikes == STRIKES:
                    self.close(GARBLED)

    def _hear_at_once(self, text: str) -> bool:
        """Do what needs no waiting; False for all else, which `_read` is handed in its order."""
        if not self._is_listening or self.closing.done() or not self.bucket.has_one():
            return False
        try:
            said = read(text)
        except Garbled:
            said = None
        room, who = self.entry.room, self.entry.who
        match said:
            case Beat():
                if said.of != "line":
                    room.heard(who)
                self.tab.outbox.answer_beat()
            case Answer() | DontKnow() | Turn() | Echo() | Draw():
                room.heard(who)
                if (answer := answered_now(room, who, said)) is not None:
                    room.screens.tell(self.tab, answer)
            case _:
                self.bucket.give_back()
                return False
        return True

    async def _hear(self, text: str) -> None:
        said = read(text)
        room = self.entry.room
        if said != Beat("line"):
            room.heard(self.entry.who)
        match said:
            case Beat():
                self.tab.outbox.answer_beat()
            case Refresh():
                room.screens.refresh(self.tab)
            case Boards(to):
                if self.entry.page == "console":
                    room.screens.open_boards(self.tab, is_open=to == "open")
            case command:
                if (answer := await answered(room, self.entry.who, command, self.door)) is not None:
                    room.screens.tell(self.tab, answer)
