"""Clients that mean harm beside a class: half-open lines by the thousand, garbage, and readers that read nothing."""

from __future__ import annotations

import asyncio
import random
import resource
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress

import pytest

from attending import lesson, visitor
from boardsup.web.slow_senders import MOST_OWING
from classes import NAMES, answers, asked, settled
from counting_up import counted
from serving import Server

HALF_OPEN = 10_000
OTHERS = 1_000
"""Files that this test and the server have open beside them."""

BACK_WITHIN = 3.0
BEGUN = b"GET /room/ABCDE HTTP/1.1\r\nHost: boards\r\nX-Slow: "


async def test_ten_thousand_half_open_lines_delay_nobody_and_are_bounded(server: Server):
    with many_files(HALF_OPEN + OTHERS):
        async with lesson(server, NAMES) as attended:
            devices = await asked(attended)
            with ExitStack() as lines:
                opening = asyncio.create_task(asyncio.to_thread(half_open, server, HALF_OPEN, lines))
                answers(devices, 1, 3)
                await settled(devices)
                held = await opening
                took = [await devices[0].hand_in({"do": "answer", "question": "board.1", "text": "7.5"})]
                assert await asyncio.to_thread(server.get, "/readyz") == (200, "ok\n")
                assert max(took) < BACK_WITHIN
                await asyncio.to_thread(until_only, MOST_OWING, held)
            over = time.monotonic()
            answers(devices, 4, 4)
            await settled(devices)
            assert time.monotonic() - over < BACK_WITHIN
            found = counted(server, attended.code, devices)
            assert (found.lost, found.doubled) == (0, 0)
    assert not any("Too many open files" in said for said in server.said)


async def test_garbage_and_readers_that_read_nothing_cost_the_class_nothing(server: Server):
    async with lesson(server, NAMES) as attended:
        devices = await asked(attended)
        strangers = [await visitor(server, attended.code) for _ in range(4)]
        rude = [asyncio.create_task(talks_nonsense(server, seed)) for seed in range(20)]
        rude += [asyncio.create_task(reads_nothing(server, attended.code, one.cookies)) for one in strangers]
        try:
            for first in (1, 4, 7):
                answers(devices, first, first + 2)
                await settled(devices)
            assert not all(task.done() for task in rude)
        finally:
            for task in rude:
                task.cancel()
            await asyncio.gather(*rude, return_exceptions=True)
        over = time.monotonic()
        answers(devices, 10, 10)
        await settled(devices)
        assert time.monotonic() - over < BACK_WITHIN
        found = counted(server, attended.code, devices)
        assert (found.lost, found.doubled) == (0, 0)
        assert all(device.saved["board.1"] == 10 for device in devices)
    assert not any("Traceback" in said or " ERROR" in said for said in server.said)


@contextmanager
def many_files(most: int) -> Iterator[None]:
    """So many files may be open here; skips where the machine does not allow it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < most:
        pytest.skip(f"this machine allows {hard} open files, and {most} are needed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def half_open(server: Server, how_many: int, lines: ExitStack) -> list[socket.socket]:
    """Lines that have begun a request, and go no further."""
    opened = []
    for _ in range(how_many):
        line = lines.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=10))
        with suppress(ConnectionError):
            line.send(BEGUN)
        opened.append(line)
    return opened


def until_only(most: int, lines: list[socket.socket]) -> None:
    """Wait until the server holds no more of these than that."""
    for line in lines:
        line.setblocking(False)
    until = time.monotonic() + 20
    while sum(is_open(line) for line in lines) > most:
        assert time.monotonic() < until, "the server holds on to more half-open lines than it may"
        time.sleep(0.1)


def is_open(line: socket.socket) -> bool:
    """Has the other side not closed it?"""
    try:
        return bool(line.recv(1_000))
    except BlockingIOError:
        return True
    except OSError:
        return False


async def talks_nonsense(server: Server, seed: int) -> None:
    """Random bytes, again and again."""
    chance = random.Random(seed)
    while True:
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", server.port)
            with closing(writer), suppress(OSError):
                for _ in range(chance.randrange(1, 5)):
                    writer.write(chance.randbytes(chance.randrange(1, 20_000)))
                    await writer.drain()
        await asyncio.sleep(0.02)


async def reads_nothing(server: Server, code: str, cookies: dict[str, str]) -> None:
    """A socket in the lesson whose owner never reads, with the smallest buffer there is, and asks for everything."""
    loop = asyncio.get_running_loop()
    head = f"GET /room/{code}/live?v=1&page=student HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
    head += f"Upgrade: websocket\r\nConnection: Upgrade\r\nCookie: board={cookies['board']}\r\n"
    head += "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    refresh = b'{"do":"refresh"}'
    with closing(socket.socket()) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        line.setblocking(False)
        await loop.sock_connect(line, ("127.0.0.1", server.port))
        await loop.sock_sendall(line, head.encode())
        while True:
            await loop.sock_sendall(line, bytes((0x81, 0x80 | len(refresh), 0, 0, 0, 0)) + refresh)
            await asyncio.sleep(0.1)
