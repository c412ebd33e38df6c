"""A browser never says who it is: a student's cookie does no teacher's command, whatever it claims."""

from __future__ import annotations

import asyncio
import json

import pytest

from attending import fetched, hears, lesson, line, posted
from serving import Server

PRESSES = [
    {"do": "open", "segment": "board"},
    {"do": "ask", "ask": "1 + 1", "answer": "2"},
    {"do": "close", "segment": "which-one"},
    {"do": "undo_close", "segment": "which-one"},
    {"do": "reveal", "segment": "which-one"},
    {"do": "judge", "question": "which-one.1", "student": "x", "verdict": "right"},
    {"do": "show_text", "question": "which-one.1", "student": "x"},
    {"do": "hide_text", "question": "which-one.1", "student": "x"},
    {"do": "eyes_up", "to": "up"},
    {"do": "blank", "to": "blank"},
    {"do": "joining", "to": "closed"},
    {"do": "admit", "student": "x", "device": "y", "to": "allow"},
    {"do": "call_next", "segment": "why"},
    {"do": "end_call", "call": "1", "outcome": "right"},
    {"do": "end"},
]


async def test_by_socket_a_student_can_press_no_button_of_the_teachers(server: Server):
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        async with line(server, attended.code, ana.browser.cookies) as socket:
            await hears(socket, 'id="task"')
            for press in PRESSES:
                claims = {**press, "page": "console", "who": "teacher", "role": "teacher"}
                await socket.send(json.dumps(claims))
                await hears(socket, "Only your teacher can do that.")


@pytest.mark.parametrize("page", ["student", "console", "wall"])
async def test_over_http_a_student_can_press_none_either(server: Server, page: str):
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        for press in PRESSES:
            form = {**press, "page": page}
            status, said = await asyncio.to_thread(
                posted, server, f"/room/{attended.code}/do?page={page}", form, ana.browser.cookies
            )
            assert status in (403, 409)
            assert "Only your teacher" in said or "sign in" in said


async def test_nothing_of_that_changed_the_lesson(server: Server):
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        before = dict(attended.teacher.page.regions)
        for press in PRESSES:
            await asyncio.to_thread(posted, server, f"/room/{attended.code}/do", press, ana.browser.cookies)
        await attended.teacher.press("eyes_up", to="up")
        await attended.teacher.sees(lambda: attended.teacher.offers("eyes_up", to="down"))
        after = attended.teacher.page.regions
        assert all(after[name] == before[name] for name in ("agenda", "tallies", "answers", "requests", "calling"))


@pytest.mark.parametrize("forged", ["teacher", "teacher.AAAA.BBBB", "x" * 3_000])
async def test_a_forged_cookie_opens_no_console(server: Server, forged: str):
    async with lesson(server) as attended:
        status, _, text = await asyncio.to_thread(
            fetched, server, f"/room/{attended.code}/console", {"desk": forged, "board": forged}
        )
        assert status == 403
        assert "sign in" in text


async def test_the_device_cookie_of_a_student_is_no_desk_cookie(server: Server):
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        cookies = {"desk": ana.browser.cookies["board"], "wall": ana.browser.cookies["board"]}
        for path in ("console", "wall"):
            status, _, _ = await asyncio.to_thread(fetched, server, f"/room/{attended.code}/{path}", cookies)
            assert status == 403


async def test_a_student_cannot_answer_for_somebody_else(server: Server):
    async with lesson(server) as attended:
        ana, bo = await attended.sits(0), await attended.sits(1)
        await attended.teacher.open("board")
        await bo.is_asked("board.1")
        async with line(server, attended.code, ana.browser.cookies) as socket:
            claims = {"do": "answer", "question": "board.1", "number": "1", "text": "7.5", "student": bo.student}
            await socket.send(json.dumps(claims))
            await hears(socket, "board.1:1")
        assert bo.saved.get("board.1", 0) == 0


async def test_a_visitor_without_a_tile_can_only_tap_one(server: Server):
    async with lesson(server) as attended:
        await attended.teacher.open("board")
        ana = await attended.sits(0)
        stranger = {"board": ""}
        status, headers, _ = await asyncio.to_thread(fetched, server, f"/room/{attended.code}", stranger)
        cookie = headers["set-cookie"].split(";")[0].partition("=")[2]
        answer = {"do": "answer", "question": "board.1", "number": "1", "text": "7.5"}
        code, said = await asyncio.to_thread(posted, server, f"/room/{attended.code}/do", answer, {"board": cookie})
        assert (status, code) == (200, 409)
        assert "tap your name first" in said
        assert ana.saved.get("board.1", 0) == 0
