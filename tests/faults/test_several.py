"""Several real servers on one real PostgreSQL behind a real Caddy: anything may die, and nobody loses an answer.

Every scenario counts what the students saw as saved against the journal: lost 0, doubled 0.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from urllib.parse import urlsplit

import pytest

import fronting
import postgres as databases
from attending import Attended, lesson, posted
from boardsup.cli.simulated.device import Device
from bursting import BACK_WITHIN, nothing_is_lost, saved_again
from cabling import Cable
from classes import CLASS, NAMES, answers, asked, settled
from fronting import Front

TAKEN_OVER_WITHIN = 8.0
"""The same from an owner's death: five of them until its lease is over."""


@pytest.fixture(scope="module")
def own() -> Iterator[databases.OwnPostgres]:
    with databases.own() as found:
        yield found


@pytest.fixture(scope="module")
def cable(own) -> Iterator[Cable]:
    """What connects the first server with its database."""
    with Cable(urlsplit(own.address).port) as found:
        yield found


@pytest.fixture(scope="module")
def behind(own, cable, tmp_path_factory) -> Iterator[Front]:
    """Three servers behind Caddy, for all tests of this module; the first one's cable can be cut."""
    database = own.new_database()
    cabled = database.replace(f":{urlsplit(own.address).port}/", f":{cable.port}/")
    front = fronting.several([cabled, database, database], tmp_path_factory.mktemp("several"))
    yield front
    front.stop()


@pytest.fixture
def front(behind: Front) -> Front:
    """The same, with everything that an earlier test killed back again."""
    for server in behind.servers:
        if not server.is_running:
            server.start()
    return behind


async def test_any_server_carries_any_lesson(front):
    """The console on one server, students on all of them; one of the three owns it, the others pass on."""
    async with lesson(front, NAMES) as attended:
        devices = []
        for i, tile in enumerate(attended.tiles):
            device = Device(front.servers[i % 3].here, attended.code, tile)
            attended.tasks.append(asyncio.create_task(device.live()))
            devices.append(device)
        await asyncio.gather(*(device.sits() for device in devices))
        await attended.teacher.open("board")
        await asyncio.gather(*(device.is_asked("board.1") for device in devices))
        answers(devices, 1, 3)
        await settled(devices)
        await attended.teacher.sees(lambda: bool(attended.teacher.says("tallies", f"0 of {CLASS} right")))
        for server in front.servers:
            assert (await asyncio.to_thread(server.get, f"/room/{attended.code}"))[0] == 200
        await over_http(front, attended, devices[0])
        await from_a_host_of_its_own(front, attended)
        await nothing_is_lost(attended, devices, 3)


async def over_http(front: Front, attended: Attended, device: Device) -> None:
    """The same without a socket, asked of a server that has to pass it on; also with a forged sign that it was."""
    other = await asyncio.to_thread(front.other, attended.code)
    again = {"do": "answer", "question": "board.1", "text": "x = 3", "number": "3"}
    for forged in ({}, {"x_boardsup_pass": "me.abc.def"}):
        status, text = await asyncio.to_thread(
            posted, other, f"/room/{attended.code}/do", again, device.browser.cookies, x_live="1", **forged
        )
        assert (status, 'id="saved"' in text) == (200, True)


async def from_a_host_of_its_own(front: Front, attended: Attended) -> None:
    """A handshake whose Host is no host leads to a close alone. Seen to fail (500) where its faults were not caught."""
    other = await asyncio.to_thread(front.other, attended.code)
    rest = "Upgrade: websocket\r\nConnection: Upgrade\r\n"
    rest += "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    for host in ("[", "a b", "evil.example/x?@y:99999", "a@b:c@d"):
        reader, writer = await asyncio.open_connection("127.0.0.1", other.port)
        asked = f"GET /room/{attended.code}/live?v=1&page=student HTTP/1.1\r\nHost: {host}\r\n{rest}"
        writer.write(asked.encode())
        async with asyncio.timeout(10):
            answer = await reader.read(12)
        assert answer in (b"HTTP/1.1 101", b"HTTP/1.1 400")
        writer.close()


async def test_when_the_owner_is_killed_another_one_goes_on(front):
    async with lesson(front, NAMES) as attended:
        devices = await asked(attended)
        answers(devices, 1, 4)
        await devices[0].sees(lambda: devices[0].saved.get("board.1", 0) >= 2)
        owner = await asyncio.to_thread(front.owner, attended.code)
        await asyncio.to_thread(owner.kill)
        await saved_again(attended, devices, 5, within=TAKEN_OVER_WITHIN)
        assert await asyncio.to_thread(front.owner, attended.code) is not owner
        await nothing_is_lost(attended, devices, 5)


async def test_an_owner_that_froze_and_wakes_up_lets_go_of_what_others_went_on_with(front):
    async with lesson(front, NAMES) as attended:
        devices = await asked(attended)
        answers(devices, 1, 4)
        await devices[0].sees(lambda: devices[0].saved.get("board.1", 0) >= 2)
        owner = await asyncio.to_thread(front.owner, attended.code)
        with frozen(owner.pid):
            for device in devices:
                # As the island does after eight silent seconds.
                device.drop()
            await saved_again(attended, devices, 5, within=TAKEN_OVER_WITHIN)
            assert await asyncio.to_thread(front.owner, attended.code) is not owner
        await saved_again(attended, devices, 6, within=BACK_WITHIN)
        await nothing_is_lost(attended, devices, 6)


async def test_an_owner_that_is_cut_off_from_the_database_gives_its_lessons_up(front, cable):
    async with AsyncExitStack() as lessons:
        attended = await lessons.enter_async_context(lesson(front, NAMES))
        while await asyncio.to_thread(front.owner, attended.code) is not front.servers[0]:
            attended = await lessons.enter_async_context(lesson(front, NAMES))
        devices = await asked(attended)
        answers(devices, 1, 4)
        await devices[0].sees(lambda: devices[0].saved.get("board.1", 0) >= 2)
        cable.cut()
        try:
            await saved_again(attended, devices, 5, within=TAKEN_OVER_WITHIN)
            assert await asyncio.to_thread(front.owner, attended.code) is not front.servers[0]
        finally:
            cable.mend()
        await saved_again(attended, devices, 6, within=BACK_WITHIN)
        await nothing_is_lost(attended, devices, 6)


async def test_caddy_is_killed(front):
    async with lesson(front, NAMES) as attended:
        devices = await asked(attended)
        answers(devices, 1, 3)
        await devices[0].sees(lambda: devices[0].saved.get("board.1", 0) >= 1)
        await asyncio.to_thread(front.kill)
        answers(devices, 4, 4)
        await asyncio.to_thread(front.start)
        await saved_again(attended, devices, 5, within=BACK_WITHIN)
        await nothing_is_lost(attended, devices, 5)


async def test_postgresql_is_killed_under_all_of_them(front, own):
    async with lesson(front, NAMES) as attended:
        devices = await asked(attended)
        answers(devices, 1, 3)
        await devices[0].sees(lambda: devices[0].saved.get("board.1", 0) >= 1)
        await asyncio.to_thread(own.kill)
        answers(devices, 4, 4)
        await asyncio.to_thread(own.start)
        await saved_again(attended, devices, 5, within=BACK_WITHIN)
        await nothing_is_lost(attended, devices, 5)


async def test_a_rolling_restart_under_load(front):
    """One after the other stops as asked and comes back, while answers come in all the time."""
    async with lesson(front, NAMES) as attended:
        devices = await asked(attended)
        value = 0
        for server in front.servers:
            answers(devices, value + 1, value + 3)
            assert await asyncio.to_thread(server.stop) == 0
            answers(devices, value + 4, value + 5)
            await asyncio.to_thread(server.start)
            value += 5
        await saved_again(attended, devices, value + 1, within=BACK_WITHIN)
        await nothing_is_lost(attended, devices, value + 1)


@contextmanager
def frozen(pid: int) -> Iterator[None]:
    """A process that stands still, and goes on afterwards."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)
