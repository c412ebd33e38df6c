"""A socket is accepted, and then closed with a code: a refused handshake would tell the page nothing."""

from __future__ import annotations

import asyncio

import pytest

from attending import closed_with, hears, lesson, line, visitor
from serving import Server


async def test_a_page_of_another_version_is_told_to_reload(server: Server):
    async with lesson(server) as attended:
        ana = await visitor(server, attended.code)
        async with line(server, attended.code, ana.cookies, query="v=0&page=student") as socket:
            assert await closed_with(socket) == 4001


async def test_a_browser_without_a_device_is_told_to_open_the_page_first(server: Server):
    async with lesson(server) as attended, line(server, attended.code, {}) as socket:
        assert await closed_with(socket) == 4003


@pytest.mark.parametrize("page", ["console", "wall", "nonsense", ""])
async def test_a_students_browser_gets_no_line_of_another_page(server: Server, page: str):
    async with lesson(server) as attended:
        ana = await visitor(server, attended.code)
        async with line(server, attended.code, ana.cookies, query=f"v=1&page={page}") as socket:
            assert await closed_with(socket) == 4003


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "", "http://127.0.0.1", "https://127.0.0.1:1"])
async def test_a_page_of_another_site_gets_no_line_even_with_our_cookies(server: Server, origin: str):
    async with lesson(server) as attended:
        cookies = attended.teacher.browser.cookies
        async with line(server, attended.code, cookies, query="v=1&page=console", origin=origin) as socket:
            assert await closed_with(socket) == 4003


async def test_a_code_that_is_no_lessons_is_said_to_be_none(server: Server):
    async with lesson(server) as attended:
        ana = await visitor(server, attended.code)
        async with line(server, "XXXXX", ana.cookies) as socket:
            assert await closed_with(socket) == 4004


async def test_the_newest_tab_of_a_device_has_the_line_and_the_older_one_is_told(server: Server):
    async with lesson(server) as attended:
        ana = await visitor(server, attended.code)
        async with line(server, attended.code, ana.cookies) as older:
            await hears(older, "Tap your name")
            async with line(server, attended.code, ana.cookies) as newer:
                assert await closed_with(older) == 4009
                await hears(newer, "Tap your name")


async def test_two_consoles_of_a_teacher_live_side_by_side(server: Server):
    async with lesson(server) as attended:
        cookies = attended.teacher.browser.cookies
        async with (
            line(server, attended.code, cookies, query="v=1&page=console") as one,
            line(server, attended.code, cookies, query="v=1&page=console") as other,
        ):
            await asyncio.gather(hears(one, 'id="stage"'), hears(other, 'id="stage"'))


async def test_when_the_server_stops_every_tab_hears_that_it_may_come_back(start_server):
    server = start_server()
    async with lesson(server) as attended:
        ana = await visitor(server, attended.code)
        async with line(server, attended.code, ana.cookies) as socket:
            await hears(socket, "Tap your name")
            stopping = asyncio.create_task(asyncio.to_thread(server.stop))
            assert await closed_with(socket) == 1012
            assert await stopping == 0
