"""A lesson on a real server, over real sockets: a teacher at the console, and devices that tap tiles.

People are those of `boardsup.cli.simulated`; here is what only a test does: forged headers, and raw frames.
"""

from __future__ import annotations

import asyncio
import http.client
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit
from weakref import WeakKeyDictionary

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from boardsup.cli.simulated.browser import Browser
from boardsup.cli.simulated.device import Device
from boardsup.cli.simulated.teacher import ConsoleOperator
from serving import PATIENCE, Server

PLAN = "multi-step-equations"
NAMES = "Ana\nBo\nCai"


_TEACHERS: WeakKeyDictionary[Server, dict[str, str]] = WeakKeyDictionary()


@dataclass
class Attended:
    """A lesson under way: the teacher, its tiles, and those who keep their line."""

    server: Server
    teacher: ConsoleOperator
    tiles: list[str]
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The lesson's code."""
        return self.teacher.code

    def arrive(self, i: int) -> Device:
        """A new device that taps the i-th tile and keeps its line."""
        device = Device(self.server.here, self.code, self.tiles[i])
        self.tasks.append(asyncio.create_task(device.live()))
        return device

    async def sits(self, i: int) -> Device:
        """The same, once it sits."""
        device = self.arrive(i)
        await device.sits()
        return device


@asynccontextmanager
async def lesson(server: Server, names: str = NAMES) -> AsyncIterator[Attended]:
    """A lesson of the sample plan for these names, started by the server's one teacher."""
    teacher = ConsoleOperator(await signed_in(server))
    await teacher.start(PLAN, names)
    found = Attended(server, teacher, await teacher.students())
    found.tasks.append(asyncio.create_task(teacher.watch()))
    await teacher.sees(lambda: "stage" in teacher.page.regions)
    try:
        yield found
    finally:
        for task in found.tasks:
            task.cancel()
        await asyncio.gather(*found.tasks, return_exceptions=True)


async def signed_in(server: Server) -> Browser:
    """The browser in which the teacher of this server is signed in; its link works only once."""
    browser = Browser(server.here)
    if server not in _TEACHERS:
        await browser.get(urlsplit(server.sign_in).path)
        _TEACHERS[server] = browser.cookies
    browser.cookies = dict(_TEACHERS[server])
    return browser


async def visitor(server: Server, code: str) -> Browser:
    """A browser with a device id of its own, which has opened the lesson's page."""
    browser = Browser(server.here)
    status, _ = await browser.get(f"/room/{code}")
    assert status == 200
    return browser


@asynccontextmanager
async def line(
    server: Server, code: str, cookies: Mapping[str, str], *, query: str = "v=1&page=student", origin: str | None = None
) -> AsyncIterator[ClientConnection]:
    """A raw socket of a page, from our own origin unless another one is named."""
    uri = f"ws://127.0.0.1:{server.port}/room/{code}/live?{query}"
    headers = {"Origin": server.here if origin is None else origin}
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    async with connect(uri, additional_headers=headers, max_size=None, ping_interval=None) as socket:
        yield socket


async def closed_with(socket: ClientConnection) -> int | None:
    """Read whatever comes until the server closes; the code it closes with."""
    async with asyncio.timeout(PATIENCE):
        with suppress(ConnectionClosed):
            while True:
                await socket.recv()
    return socket.close_code


async def hears(socket: ClientConnection, words: str) -> str:
    """Read until a frame holds these words; returns that frame."""
    async with asyncio.timeout(PATIENCE):
        while words not in (frame := str(await socket.recv())):
            pass
    return frame


def posted(
    server: Server, path: str, fields: Mapping[str, str] | bytes, cookies: Mapping[str, str], **headers: str
) -> tuple[int, str]:
    """Status and text of a form's answer, redirects not followed. Blocks."""
    body = fields if isinstance(fields, bytes) else urlencode(fields, doseq=True).encode()
    own = {"Content-Type": "application/x-www-form-urlencoded", "Origin": server.here}
    own |= {name.replace("_", "-"): value for name, value in headers.items()}
    own["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    with _connection(server) as connection:
        connection.request("POST", path, body, own)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def sent_on(server: Server, path: str, fields: Mapping[str, str], cookies: Mapping[str, str]) -> tuple[int, str]:
    """Status of a form's answer, and where it leads to; its text where it leads nowhere. Blocks."""
    own = {"Content-Type": "application/x-www-form-urlencoded", "Origin": server.here}
    own["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    with _connection(server) as connection:
        connection.request("POST", path, urlencode(fields, doseq=True).encode(), own)
        answer = connection.getresponse()
        text = answer.read().decode()
        return answer.status, answer.headers.get("Location", text)


def fetched(server: Server, path: str, cookies: Mapping[str, str]) -> tuple[int, dict[str, str], str]:
    """Status, headers (names in lower case) and text of a page, redirects not followed. Blocks."""
    with _connection(server) as connection:
        connection.request("GET", path, headers={"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()


@contextmanager
def _connection(server: Server) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    try:
        yield connection
    finally:
        connection.close()
