"""Two lessons on one server never cross: not by code, not by cookie, not by a student's id, not on any screen."""

from __future__ import annotations

import asyncio

from attending import fetched, lesson, posted
from serving import Server


async def test_an_answer_is_seen_in_its_own_lesson_alone(server: Server):
    async with lesson(server) as one, lesson(server, "Dee\nEli\nFay") as other:
        ana, dee = await one.sits(0), await other.sits(0)
        await one.teacher.open("board")
        await other.teacher.open("board")
        await ana.is_asked("board.1")
        await ana.hand_in({"do": "answer", "question": "board.1", "text": "x = 123456"})
        await one.teacher.sees(lambda: "123456" in one.teacher.page.regions["answers"])
        await dee.is_asked("board.1")
        await dee.hand_in({"do": "answer", "question": "board.1", "text": "x = 654321"})
        await other.teacher.sees(lambda: "654321" in other.teacher.page.regions["answers"])
        for page, mine, theirs in ((one.teacher.page, "Dee", "654321"), (other.teacher.page, "Ana", "123456")):
            everything = " ".join(page.regions.values())
            assert mine not in everything
            assert theirs not in everything


async def test_a_device_that_sits_in_one_lesson_is_a_stranger_in_the_other(server: Server):
    async with lesson(server) as one, lesson(server, "Dee\nEli\nFay") as other:
        ana = await one.sits(0)
        await other.teacher.open("board")
        form = {"do": "answer", "question": "board.1", "number": "1", "text": "7.5"}
        status, said = await asyncio.to_thread(posted, server, f"/room/{other.code}/do", form, ana.browser.cookies)
        assert status == 409
        assert "tap your name first" in said


async def test_a_tile_of_one_lesson_cannot_be_taken_in_the_other(server: Server):
    async with lesson(server) as one, lesson(server, "Dee\nEli\nFay") as other:
        ana = await one.sits(0)
        form = {"do": "sit", "student": one.tiles[1]}
        status, said = await asyncio.to_thread(posted, server, f"/room/{other.code}/do", form, ana.browser.cookies)
        assert status == 409
        assert "not on the list" in said


async def test_a_press_in_one_lesson_moves_no_other(server: Server):
    async with lesson(server) as one, lesson(server, "Dee\nEli\nFay") as other:
        dee = await other.sits(0)
        await one.teacher.press("eyes_up", to="up")
        await one.teacher.sees(lambda: one.teacher.offers("eyes_up", to="down"))
        await other.teacher.open("board")
        await dee.is_asked("board.1")


async def test_the_wall_link_of_one_lesson_opens_no_other_wall(server: Server):
    async with lesson(server) as one, lesson(server, "Dee\nEli\nFay") as other:
        _, console = await one.teacher.browser.get(f"/room/{one.code}/console")
        key = console.split("/wall?key=")[1].split('"')[0]
        own, _, _ = await asyncio.to_thread(fetched, server, f"/room/{one.code}/wall?key={key}", {})
        theirs, _, _ = await asyncio.to_thread(fetched, server, f"/room/{other.code}/wall?key={key}", {})
        assert (own, theirs) == (303, 403)
