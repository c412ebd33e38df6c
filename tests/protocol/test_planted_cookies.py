"""Cookies that somebody planted in a browser: none of them becomes worth anything, whatever its owner does next."""

from __future__ import annotations

import asyncio
import re

import pytest

from attending import fetched, lesson, signed_in
from serving import Server

PLANTED = {"desk": "teacher.planted.signature", "board": "a-device-of-mine.planted.signature", "wall": "x"}


async def test_signing_in_makes_a_new_cookie_and_leaves_a_planted_one_worthless(start_server):
    server: Server = start_server()
    path = server.sign_in.removeprefix(server.here)
    assert (await asyncio.to_thread(fetched, server, "/desk", PLANTED))[0] == 403
    _, headers, _ = await asyncio.to_thread(fetched, server, path, PLANTED)
    given = re.search(r"desk=([^;]+)", headers["set-cookie"])[1]
    assert given != PLANTED["desk"]
    assert (await asyncio.to_thread(fetched, server, "/desk", PLANTED))[0] == 403
    assert (await asyncio.to_thread(fetched, server, "/desk", {"desk": given}))[0] == 200


@pytest.mark.parametrize("planted", ["chosen-by-me", "", "a.b.c", "é" * 10, "x" * 3_000], ids=lambda text: text[:12])
async def test_a_planted_device_is_given_an_id_of_our_own(server: Server, planted: str):
    async with lesson(server) as attended:
        path = f"/room/{attended.code}"
        cookie = {"board": planted.encode().decode("latin-1")}
        _, headers, _ = await asyncio.to_thread(fetched, server, path, cookie)
        given = re.search(r"board=([^;]+)", headers["set-cookie"])[1]
        assert planted == "" or planted not in given
        assert "set-cookie" not in (await asyncio.to_thread(fetched, server, path, {"board": given}))[1]


async def test_a_students_browser_with_a_teachers_cookie_of_another_server_stays_a_students(
    server: Server, start_server
):
    elsewhere = (await signed_in(start_server())).cookies
    async with lesson(server) as attended:
        status, _, _ = await asyncio.to_thread(fetched, server, f"/room/{attended.code}/console", elsewhere)
        assert status == 403
