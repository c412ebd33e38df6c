"""A lesson without a single socket: over HTTP one joins, sees the question, answers, and reads that it is saved."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest

from attending import Attended, fetched, lesson, posted, visitor
from boardsup.cli.simulated.browser import Browser
from boardsup.web.limits import MESSAGES_A_SECOND, MESSAGES_AT_ONCE
from boardsup.web.over_http import SLOWEST
from serving import Server

LIVE = {"X_Live": "1"}


class Polling:
    """One student's page as the island keeps it where sockets are blocked."""

    def __init__(self, attended: Attended, cookies: dict[str, str]) -> None:
        self.attended, self.cookies = attended, cookies
        self.version = "0"

    async def view(self) -> tuple[int, str]:
        """Wait for something new."""
        path = f"/room/{self.attended.code}/view?page=student&after={self.version}"
        status, headers, html = await asyncio.to_thread(fetched, self.attended.server, path, self.cookies)
        self.version = headers["x-version"]
        return status, html

    async def do(self, **fields: str) -> tuple[int, str]:
        """Send a command as the island does."""
        path = f"/room/{self.attended.code}/do"
        return await asyncio.to_thread(posted, self.attended.server, path, fields, self.cookies, **LIVE)


@asynccontextmanager
async def seated(server: Server):
    """A lesson in which the first student sits without a socket."""
    async with lesson(server) as attended:
        ana = Polling(attended, (await visitor(server, attended.code)).cookies)
        await ana.view()
        await ana.do(do="sit", student=attended.tiles[0])
        yield attended, ana


async def test_one_joins_answers_and_reads_that_it_is_saved(server: Server):
    async with seated(server) as (attended, ana):
        await ana.view()
        await attended.teacher.open("board")
        _, html = await ana.view()
        assert 'name="question" value="board.1"' in html
        status, html = await ana.do(do="answer", question="board.1", number="1", text="x = 7.5")
        assert status == 200
        assert "board.1:1" in html
        await attended.teacher.sees(lambda: bool(attended.teacher.says("tallies", "1 of 1 right")))


async def test_a_page_that_has_not_changed_waits_and_hears_of_the_next_change(server: Server):
    async with seated(server) as (attended, ana):
        await ana.view()
        waiting = asyncio.create_task(ana.view())
        done, _ = await asyncio.wait({waiting}, timeout=0.5)
        assert not done
        await attended.teacher.press("eyes_up", to="up")
        status, html = await asyncio.wait_for(waiting, 10)
        assert status == 200
        assert 'id="task"' in html


async def test_what_concerns_a_classmate_alone_wakes_nobody(server: Server):
    async with seated(server) as (attended, ana):
        await attended.teacher.open("board")
        bo = await attended.sits(1)
        await ana.view()
        waiting = asyncio.create_task(ana.view())
        await bo.is_asked("board.1")
        for i in range(5):
            await bo.hand_in({"do": "answer", "question": "board.1", "text": f"x = {i}"})
        done, _ = await asyncio.wait({waiting}, timeout=0.3)
        assert not done
        await attended.teacher.press("eyes_up", to="up")
        await asyncio.wait_for(waiting, 10)


async def test_a_refusal_is_a_sentence_that_settles_the_hand_in(server: Server):
    async with seated(server) as (_, ana):
        status, html = await ana.do(do="answer", question="board.1", number="1", text="7.5")
        assert status == 200
        assert "The class has moved on." in html
        assert 'data-settles="board.1:1"' in html


async def test_without_any_script_a_form_comes_back_to_its_page(server: Server):
    async with seated(server) as (attended, ana):
        await attended.teacher.open("board")
        form = {"do": "answer", "question": "board.1", "number": "1", "text": "7.5"}
        path = f"/room/{attended.code}/do"
        assert (await asyncio.to_thread(posted, server, path, form, ana.cookies))[0] == 303
        _, _, page = await asyncio.to_thread(fetched, server, f"/room/{attended.code}", ana.cookies)
        assert "Saved" in page
        late = {**form, "question": "nonsense"}
        status, said = await asyncio.to_thread(posted, server, path, late, ana.cookies)
        assert status == 409
        assert "moved on" in said


async def test_a_teacher_can_ask_without_an_answer_over_http_too(server: Server):
    async with seated(server) as (attended, _):
        form = {"do": "ask", "ask": "How do you know?", "answer": ""}
        path = f"/room/{attended.code}/do?page=console"
        status, _ = await asyncio.to_thread(posted, server, path, form, attended.teacher.browser.cookies)
        assert status == 303
        await attended.teacher.sees(lambda: "How do you know?" in attended.teacher.page.words("stage"))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"do=nothing",
        b"do=answer",
        b"do=answer&question=board.1&number=x&text=1",
        b"\xff\xfe",
        b"&" * 1_000,
        b"&".join(b"a%d=1" % i for i in range(100)),
    ],
    ids=lambda body: repr(body[:16]),
)
async def test_a_form_that_makes_no_sense_is_answered_with_a_sentence(server: Server, body: bytes):
    async with seated(server) as (attended, ana):
        status, said = await asyncio.to_thread(posted, server, f"/room/{attended.code}/do", body, ana.cookies)
        assert status == 400
        assert "could not understand that" in said


@pytest.mark.parametrize("path", ["/room/{code}/do", "/join", "/desk/classes"])
async def test_a_megabyte_is_refused_with_a_sentence(server: Server, path: str):
    async with seated(server) as (attended, ana):
        body = b"do=answer&names=" + b"x" * 1_000_000
        cookies = {**ana.cookies, **attended.teacher.browser.cookies}
        status, said = await asyncio.to_thread(posted, server, path.format(code=attended.code), body, cookies)
        assert status == 413
        assert "larger than this page can take" in said


async def test_a_form_of_another_site_does_nothing(server: Server):
    async with seated(server) as (attended, ana):
        form = {"do": "answer", "question": "board.1", "number": "1", "text": "7.5"}
        for headers in ({"Origin": "http://elsewhere.example"}, {"Origin": "null"}):
            status, said = await asyncio.to_thread(
                posted, server, f"/room/{attended.code}/do", form, ana.cookies, **headers
            )
            assert status == 403
            assert "another site" in said


async def test_who_sends_far_too_fast_is_asked_to_wait_and_nobody_else_is(server: Server):
    async with seated(server) as (attended, ana):
        bo = Polling(attended, (await visitor(server, attended.code)).cookies)
        storm = Browser(server.here)
        storm.cookies = ana.cookies
        turn = {"do": "turn", "question": "x"}
        answers = await asyncio.gather(*(storm.post(f"/room/{attended.code}/do", turn) for _ in range(200)))
        statuses = [status for status, _ in answers]
        assert statuses.count(409) >= MESSAGES_AT_ONCE
        assert statuses.count(429) >= 200 - MESSAGES_AT_ONCE - (SLOWEST + 5) * MESSAGES_A_SECOND
        assert (await bo.do(do="sit", student=attended.tiles[1]))[0] == 200
