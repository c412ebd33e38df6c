"""The step below ASGI: whole frames, for the locked version alone, and the same lesson on the plain path."""

from __future__ import annotations

import asyncio

import pytest
from websockets.frames import Frame, Opcode
from websockets.streams import StreamReader

from boardsup.cli.load.hall import QUESTION, hall
from boardsup.cli.load.load import counted, signed_in
from boardsup.lesson.events import EVENT_TYPES, AnswerGiven
from boardsup.store.codec import EventCodec
from boardsup.store.database import FILE, open_database
from boardsup.store.journal import Journal
from boardsup.web.limits import MESSAGES_AT_ONCE
from boardsup.web.straight import MADE_FOR, Straight, _frame, protocol
from checkout import ROOT
from conftest import StartServer
from serving import Server


@pytest.mark.parametrize("length", [0, 1, 125, 126, 65_535, 65_536])
def test_a_text_of_any_length_is_one_frame(length: int):
    reader = StreamReader()
    reader.feed_data(_frame("é" * (length // 2) + "x" * (length % 2)))
    reader.feed_eof()
    with pytest.raises(StopIteration) as done:
        next(Frame.parse(reader.read_exact, mask=False, max_size=None))
    frame = done.value.value
    assert (frame.opcode, frame.fin, len(frame.data)) == (Opcode.TEXT, True, length)


def test_it_was_made_for_the_version_that_is_locked():
    locked = (ROOT / "server" / "requirements.lock").read_text(encoding="utf-8")
    assert f"uvicorn[standard]=={MADE_FOR}" in locked or f"uvicorn=={MADE_FOR}" in locked
    assert protocol() is Straight


def test_another_version_gets_the_plain_path(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("uvicorn.__version__", "1.0.0")
    assert protocol() == "websockets-sansio"


@pytest.mark.parametrize("words", [(), ("--plain-lines",)], ids=["the short way", "the plain path"])
async def test_what_comes_faster_than_a_seat_may_send_is_heard_later_in_its_order(
    start_server: StartServer, words: tuple[str, ...]
):
    server = start_server(*words)
    many = int(MESSAGES_AT_ONCE) + 15

    target = await signed_in(server.here, server.sign_in, (server.pid,))
    async with hall(target, 1, 2) as lessons:
        await lessons.seat()
        await lessons.ask()
        for i in range(many):
            lessons.clickers[0].hand_in(QUESTION, f"x = {i}", 0.0)
        await lessons.until_settled()
        found = await counted(lessons, server.data / "boardsup.sqlite3")
    assert (found.saved, found.faults) == (many, 0)


async def test_what_was_said_just_before_a_browser_closes_is_heard_to_the_last(server: Server):
    """More than may come at once, and the close behind it: seen to fail where the close was heard first."""
    many = int(MESSAGES_AT_ONCE) + 5

    target = await signed_in(server.here, server.sign_in, (server.pid,))
    async with hall(target, 1, 2) as lessons:
        await lessons.seat()
        await lessons.ask()
        clicker = lessons.clickers[0]
        for i in range(many):
            clicker.hand_in(QUESTION, f"x = {i}", 0.0)
        await clicker.leave()
        async with asyncio.timeout(20):
            while newest(server, clicker.code, clicker.student) < many:  # noqa: ASYNC110 - another process writes it
                await asyncio.sleep(0.1)


def newest(server: Server, code: str, student: str) -> int:
    """The number of the newest hand-in of this student that the journal holds."""
    database = open_database(server.data / FILE)
    try:
        events = [one.event for one in Journal(database, EventCodec(EVENT_TYPES)).load(code)]
    finally:
        database.close()
    return max(
        (event.number for event in events if isinstance(event, AnswerGiven) and event.student == student), default=0
    )
