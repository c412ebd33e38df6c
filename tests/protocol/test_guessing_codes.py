"""Codes that are no lesson's: strangers share one allowance for them, whatever their address; who was here goes on."""

from __future__ import annotations

import asyncio

from attending import fetched, lesson, line
from boardsup.web.limits import GUESSES_AT_ONCE
from serving import Server

CODES = [f"X{i:04d}".translate(str.maketrans("0125", "CDFH")) for i in range(int(GUESSES_AT_ONCE) + 140)]


def guess(server: Server) -> list[int]:
    """The statuses of many wrong guesses, one after the other, without any cookie."""
    return [fetched(server, f"/room/{code}", {})[0] for code in CODES]


async def test_after_many_wrong_codes_not_even_a_right_one_is_looked_at_for_a_stranger(start_server):
    server = start_server()
    async with lesson(server) as attended:
        statuses = await asyncio.to_thread(guess, server)
        assert statuses[0] == 404
        assert statuses[-1] == 429
        status, _, said = await asyncio.to_thread(fetched, server, f"/room/{attended.code}", {})
        assert (status, "in a moment" in said) in ((429, True), (200, False))
        assert statuses.count(429) >= 20


async def test_who_sits_already_and_the_teacher_notice_nothing_of_it(start_server):
    server = start_server()
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        await asyncio.to_thread(guess, server)
        for cookies in (ana.browser.cookies, attended.teacher.browser.cookies):
            status, _, _ = await asyncio.to_thread(fetched, server, f"/room/{attended.code}", cookies)
            assert status == 200
        ana.drop()
        await attended.teacher.open("board")
        await ana.is_asked("board.1")


async def test_a_stranger_can_join_again_soon_after(start_server):
    server = start_server()
    async with lesson(server) as attended:
        await asyncio.to_thread(guess, server)
        statuses = await asyncio.to_thread(
            lambda: list(iter(lambda: fetched(server, f"/room/{attended.code}", {})[0], 200))
        )
        assert set(statuses) <= {429}


async def test_a_device_that_was_here_has_few_wrong_codes_of_its_own(start_server):
    server = start_server()
    async with lesson(server) as attended:
        ana = await attended.sits(0)

        def tries() -> list[int]:
            return [fetched(server, f"/room/{code}", ana.browser.cookies)[0] for code in CODES[:20]]

        assert (await asyncio.to_thread(tries))[-1] == 429
        status, _, _ = await asyncio.to_thread(fetched, server, f"/room/{CODES[0]}", {})
        assert status == 404


async def test_right_codes_cost_nothing(start_server):
    server = start_server()
    async with lesson(server) as attended:

        def joins() -> set[int]:
            return {fetched(server, f"/room/{attended.code}", {})[0] for _ in range(int(GUESSES_AT_ONCE) + 140)}

        assert await asyncio.to_thread(joins) == {200}


async def test_a_socket_is_put_off_too_and_the_log_says_so_without_a_code(start_server):
    server = start_server()
    async with lesson(server) as attended:
        await asyncio.to_thread(guess, server)
        async with line(server, CODES[0], {}) as socket:
            await socket.wait_closed()
            assert socket.close_code in (1013, 4004)
        said = "\n".join(server.said)
        assert "too many unknown codes" in said
        assert attended.code not in said
        assert CODES[3] not in said


async def test_a_code_is_read_as_it_is_meant(start_server):
    server = start_server()
    async with lesson(server) as attended:
        typed = f" {attended.code[:2].lower()}-{attended.code[2:].lower()} "
        browser = attended.teacher.browser.__class__(server.here)
        status, page = await browser.post("/join", {"code": typed})
        assert status == 200
        assert "Tap your name" in page
        status, page = await browser.post("/join", {"code": "nonsense"})
        assert status == 404
        assert "no lesson with this code" in page
