"""Requests that trickle, or never come, on a real socket: who owes too long is dropped, and others are served."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest
import uvicorn

from boardsup.web.slow_senders import LARGEST_HEAD, Impatient, Owing
from serving import PATIENCE

HEAD = b"POST / HTTP/1.1\r\nHost: x\r\n"


async def application(scope, receive, send) -> None:
    """Reads everything, and says how much it was."""
    size, more = 0, True
    while more:
        message = await receive()
        size, more = size + len(message.get("body", b"")), message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
    await send({"type": "http.response.body", "body": f"{size:5}".encode()})


@asynccontextmanager
async def serving(*, most: int = 50, head: float = 0.6, body: float = 0.6) -> AsyncIterator[tuple[int, Owing]]:
    """A server of these limits: its port, and who owes."""

    class Quick(Impatient):
        owing = Owing(most=most, head=head, body=body)

    config = uvicorn.Config(application, port=0, http=Quick, lifespan="off", log_level="error", access_log=False)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    try:
        yield server.servers[0].sockets[0].getsockname()[1], Quick.owing
    finally:
        server.should_exit = True
        await task


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110 - what it waits for happens in uvicorn, which tells nobody
            await asyncio.sleep(0.01)


async def served(port: int) -> bytes:
    """An ordinary request, and its answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(HEAD + b"Content-Length: 3\r\nConnection: close\r\n\r\nabc")
    async with asyncio.timeout(PATIENCE):
        answer = await reader.read()
    writer.close()
    return answer


async def trickles(port: int, begins: bytes, drop: bytes) -> float:
    """Send a beginning, then a drop at a time for ever; the seconds until it was cut off."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(begins)
    since = asyncio.get_running_loop().time()

    async def drips() -> None:
        while True:
            writer.write(drop)
            await asyncio.sleep(0.05)

    dripping = asyncio.create_task(drips())
    async with asyncio.timeout(PATIENCE):
        with suppress(ConnectionError):
            await reader.read()
    dripping.cancel()
    writer.close()
    return asyncio.get_running_loop().time() - since


TRICKLES = {
    "nothing at all": (b"", b""),
    "lines before the body": (HEAD, b"X: y\r\n"),
    "one endless line": (b"GET /", b"a"),
    "a body of a known size": (HEAD + b"Content-Length: 1000\r\n\r\n", b"a"),
    "a body in chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    "a second request behind a whole one": (HEAD + b"Content-Length: 1\r\n\r\na" + HEAD, b"X: y\r\n"),
    "a handshake of a socket": (
        b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n",
        b"X: y\r\n",
    ),
}


@pytest.mark.parametrize("trickle", TRICKLES.values(), ids=TRICKLES)
async def test_what_trickles_is_cut_off_while_others_are_served(trickle: tuple[bytes, bytes]):
    """Seen to fail with uvicorn's own reader, which waits for ever."""
    async with serving() as (port, owing):
        slow = asyncio.create_task(trickles(port, *trickle))
        assert (await served(port)).endswith(b"    3")
        assert 0.5 < await slow < 5
        assert len(owing) == 0


async def test_who_asks_again_on_the_same_line_and_who_waits_for_an_answer_owes_nothing():
    async with serving(head=0.2, body=0.2) as (port, owing):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(3):
            writer.write(HEAD + b"Content-Length: 3\r\n\r\nabc")
            await reader.readuntil(b"    3")
            assert len(owing) == 0
            await asyncio.sleep(0.5)
        writer.close()


async def test_of_too_many_the_one_that_owes_the_longest_is_dropped():
    async with serving(most=20, head=PATIENCE) as (port, owing):
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(60)]
        await until(lambda: sum(reader.at_eof() or reader.exception() is not None for reader, _ in lines) == 40)
        assert len(owing) == 20
        assert (await served(port)).endswith(b"    3")
        for _, writer in lines:
            writer.close()


async def test_lines_before_a_body_have_a_largest_size():
    async with serving(head=PATIENCE) as (port, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HEAD)
        async with asyncio.timeout(PATIENCE):
            with suppress(ConnectionError):
                for _ in range(2 * LARGEST_HEAD // 1_000):
                    writer.write(b"X: " + b"y" * 995 + b"\r\n")
                    await writer.drain()
                    await asyncio.sleep(0)
            with suppress(ConnectionError):
                assert (await reader.read()).startswith(b"HTTP/1.1 431 ")
        assert (await served(port)).endswith(b"    3")
        writer.close()
