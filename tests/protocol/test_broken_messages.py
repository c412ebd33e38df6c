"""Messages that are garbled, huge or too many: dropped and counted, and the lesson goes on for everybody."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from attending import closed_with, hears, lesson, line, visitor
from serving import Server

GARBLED = [
    "", "{", "[]", "null", "beat", '{"do":"nothing"}', '{"do":"answer"}', '{"do":["answer"]}', "\x00" * 100,
    '{"do":"answer","question":"board.1","number":"many","text":"1"}', "[" * 4_000, "é" * 4_000, "x" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize("message", GARBLED, ids=lambda text: repr(text[:16]))
async def test_what_cannot_be_a_command_is_dropped_and_the_line_stays(server: Server, message: str):
    async with lesson(server) as attended:
        ana = await visitor(server, attended.code)
        async with line(server, attended.code, ana.cookies) as socket:
            await socket.send(message)
            await socket.send('{"do":"beat"}')
            assert await hears(socket, ".")


async def test_three_strikes_close_the_line(server: Server):
    async with lesson(server) as attended:
        ana = await visitor(server, attended.code)
        async with line(server, attended.code, ana.cookies) as socket:
            for message in ("{", b"\x00\xff", "[]"):
                await socket.send(message)
            assert await closed_with(socket) == 1008


async def test_a_frame_of_a_megabyte_closes_its_own_line_alone(server: Server):
    async with lesson(server) as attended:
        bo = await attended.sits(1)
        ana = await visitor(server, attended.code)
        async with line(server, attended.code, ana.cookies) as socket:
            with suppress(ConnectionClosed):
                await socket.send("x" * 1_000_000)
            assert await closed_with(socket) == 1009
        await attended.teacher.open("board")
        await bo.hand_in({"do": "answer", "question": "board.1", "text": "7.5"})


async def test_a_garbled_message_leaves_a_line_in_the_log_and_nothing_that_was_written(server: Server):
    async with lesson(server) as attended:
        ana = await visitor(server, attended.code)
        async with line(server, attended.code, ana.cookies) as socket:
            await socket.send('{"do":"answer","question":"q","number":"0","text":"MY SECRET THOUGHT"}')
            await socket.send('{"do":"beat"}')
            await hears(socket, ".")
    said = "\n".join(server.said)
    assert "garbled message on the student page" in said
    assert "SECRET" not in said
    assert "Ana" not in said


async def test_who_talks_too_fast_is_heard_later_and_nothing_is_lost(server: Server):
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        await attended.teacher.open("board")
        await ana.is_asked("board.1")
        for i in range(80):
            ana.put({"do": "answer", "question": "board.1", "text": f"x = {i}"})
        await ana.sees(lambda: ana.unsaved == 0)
        assert ana.saved["board.1"] == 80


async def test_one_who_talks_too_fast_slows_nobody_else_down(server: Server):
    async with lesson(server) as attended:
        ana, bo = await attended.sits(0), await attended.sits(1)
        await attended.teacher.open("board")
        await bo.is_asked("board.1")
        for i in range(120):
            ana.put({"do": "answer", "question": "board.1", "text": f"x = {i}"})
        assert await bo.hand_in({"do": "answer", "question": "board.1", "text": "7.5"}) < 1.0


async def test_a_client_that_reads_nothing_delays_nobody(server: Server):
    async with lesson(server) as attended:
        bo = await attended.sits(1)
        frozen = await visitor(server, attended.code)
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(handshake(server, attended.code, frozen.cookies))
        await reader.readuntil(b"\r\n\r\n")
        await attended.teacher.open("board")
        for i in range(30):
            await bo.hand_in({"do": "answer", "question": "board.1", "text": f"x = {i}"})
        assert bo.saved["board.1"] == 30
        writer.close()


async def test_a_hand_in_sent_a_hundred_times_is_kept_once(server: Server):
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        await attended.teacher.open("board")
        await ana.is_asked("board.1")
        form = {"do": "answer", "question": "board.1", "number": "1", "text": "x = 7.5"}
        async with line(server, attended.code, ana.browser.cookies) as socket:
            for _ in range(50):
                await socket.send(json.dumps(form))
            frame = await hears(socket, "board.1:1")
        assert "Saved" in frame
        await attended.teacher.sees(lambda: bool(attended.teacher.says("tallies", "1 of 1 right")))


def handshake(server: Server, code: str, cookies: dict[str, str]) -> bytes:
    """The opening of a socket, by hand."""
    return (
        f"GET /room/{code}/live?v=1&page=student HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
        f"Origin: {server.here}\r\nCookie: board={cookies['board']}\r\n\r\n"
    ).encode()
