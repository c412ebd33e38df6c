"""Staying in: nothing handed in is lost, nothing is doubled, and the student always knows where they stand."""

from __future__ import annotations

import os
import signal

import pytest
from playwright.async_api import Page, Route, expect

from browser.lesson import Lesson, hands_in, lesson
from browsing import STUDENT, Screens
from proxying import Proxy
from serving import Server

KILLED = pytest.mark.own_server
"""The server is killed or frozen here, which no other test would like."""

SILENCE = 25_000
"""Milliseconds: 8 s of silence close a line, and a busy machine needs a few more."""


@pytest.fixture
async def begun(server: Server, screens: Screens) -> Lesson:
    """A lesson that has been started."""
    return await lesson(server, screens)


@pytest.fixture
async def ana(begun: Lesson) -> Page:
    """Ana, who sits with the board question before her."""
    student = await begun.student("Ana")
    await begun.open("Board")
    await expect(student.locator(".answer-line")).to_be_visible()
    return student


async def types(student: Page, text: str) -> None:
    """Type into the answer line."""
    await student.locator(".answer-line").fill(text)


async def says_saved(student: Page, text: str, *, within: float = SILENCE) -> None:
    """Wait for the receipt, with the answer in it."""
    await expect(student.locator("#saved")).to_contain_text("Saved", timeout=within)
    await expect(student.locator("#saved .what")).to_have_text(text, timeout=within)
    await expect(student.locator("#sending")).to_be_hidden()


async def waits_to_send(student: Page, text: str) -> None:
    """Wait for the word that something is not saved yet."""
    await expect(student.locator("#sending")).to_contain_text(f"Waiting to send {text}", timeout=SILENCE)


async def handed_in_once(begun: Lesson) -> None:
    """The console has exactly one answer."""
    await expect(begun.console.locator("#tallies")).to_contain_text("1 of 1 right", timeout=SILENCE)


async def test_a_reload_keeps_the_tile_and_the_answer(begun: Lesson, ana: Page):
    await hands_in(ana, "7.5")
    await ana.reload()
    await expect(ana.locator("#me")).to_contain_text("Ana")
    await says_saved(ana, "7.5")
    await handed_in_once(begun)


async def test_the_newest_tab_has_the_line_and_the_older_one_can_take_it_back(begun: Lesson, ana: Page):
    first = ana
    await types(first, "7")
    second = await first.context.new_page()
    await second.goto(first.url)
    await expect(second.locator("#connection")).to_have_text("Connected")
    await expect(first.locator("#connection")).to_contain_text("open in another tab")
    await first.get_by_role("button", name="Use this one").click()
    await expect(second.locator("#connection")).to_contain_text("open in another tab")
    await expect(first.locator("#connection")).to_have_text("Connected")
    await hands_in(first, "7.5")
    await handed_in_once(begun)


async def test_an_answer_handed_in_without_a_network_arrives_when_it_is_back(begun: Lesson, ana: Page):
    await types(ana, "7.")
    await ana.context.set_offline(True)
    await expect(ana.locator("#connection")).to_contain_text("This device is offline")
    await types(ana, "7.5")
    await ana.keyboard.press("Enter")
    await waits_to_send(ana, "7.5")
    await ana.context.set_offline(False)
    await says_saved(ana, "7.5")
    await handed_in_once(begun)


@KILLED
async def test_an_answer_handed_in_while_the_server_is_down_arrives_when_it_is_back(
    begun: Lesson, ana: Page, server: Server
):
    server.kill()
    await expect(ana.locator("#connection")).to_contain_text("does not answer")
    await hands_in_unheard(ana, "7.5")
    server.start()
    await says_saved(ana, "7.5")
    await expect(ana.locator("#connection")).to_have_text("Connected")
    await handed_in_once(begun)


@KILLED
async def test_an_answer_that_waits_outlives_its_page(begun: Lesson, ana: Page, server: Server):
    url = ana.url
    server.kill()
    await hands_in_unheard(ana, "7.5")
    await ana.goto("about:blank")
    server.start()
    await ana.goto(url)
    await says_saved(ana, "7.5")
    await handed_in_once(begun)


@KILLED
async def test_an_answer_waits_in_memory_where_storage_is_denied(begun: Lesson, server: Server):
    student = await begun.screens.open(STUDENT)
    await student.add_init_script(
        "for (const name of ['indexedDB', 'localStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    await student.goto(f"{server.here}/room/{begun.code}")
    await student.locator("#task").get_by_role("button", name="Ana").click()
    await begun.open("Board")
    await expect(student.locator(".answer-line")).to_be_visible()
    server.kill()
    await hands_in_unheard(student, "7.5")
    server.start()
    await says_saved(student, "7.5")


@KILLED
async def test_a_frozen_server_is_noticed_and_what_was_handed_in_arrives_once_it_thaws(
    begun: Lesson, ana: Page, server: Server
):
    os.kill(server.pid, signal.SIGSTOP)
    try:
        await hands_in_unheard(ana, "7.5")
        await expect(ana.locator("#connection")).to_contain_text("does not answer", timeout=SILENCE)
    finally:
        os.kill(server.pid, signal.SIGCONT)
    await says_saved(ana, "7.5")
    await expect(ana.locator("#connection")).to_have_text("Connected", timeout=SILENCE)
    await handed_in_once(begun)


async def test_an_answer_that_comes_after_the_class_has_moved_on_is_said_to(begun: Lesson, ana: Page):
    await ana.context.set_offline(True)
    await hands_in_unheard(ana, "7.5")
    await begun.press("r")
    await expect(begun.stage).to_contain_text("shown")
    await ana.context.set_offline(False)
    await expect(ana.locator("#notice")).not_to_be_empty(timeout=SILENCE)
    await expect(ana.locator("#sending")).to_be_hidden()


async def test_a_draft_is_back_after_a_reload_and_can_be_cleared(begun: Lesson, ana: Page):
    await types(ana, "x = 15/")
    await ana.reload()
    await expect(ana.locator(".answer-line")).to_have_value("x = 15/")
    await expect(ana.locator("#kept")).to_contain_text("Not handed in yet")
    await ana.get_by_role("button", name="Clear it").click()
    await expect(ana.locator(".answer-line")).to_have_value("")
    await expect(ana.locator("#kept")).to_be_hidden()
    await ana.reload()
    await expect(ana.locator(".answer-line")).to_have_value("")


async def test_a_draft_is_back_after_eyes_up(begun: Lesson, ana: Page):
    await types(ana, "15/2")
    await begun.press("e")
    await expect(ana.get_by_text("Eyes up.")).to_be_visible()
    await begun.press("e")
    await expect(ana.locator(".answer-line")).to_have_value("15/2")
    await expect(ana.locator("#kept")).to_be_visible()
    await begun.press("r")
    await expect(ana.get_by_text("Look back")).to_be_visible()
    await expect(ana.locator("#kept")).to_be_hidden()


async def test_what_is_saved_leaves_no_draft(begun: Lesson, ana: Page):
    await hands_in(ana, "7.5")
    await ana.reload()
    await says_saved(ana, "7.5")
    await expect(ana.locator(".answer-line")).to_have_value("")


@pytest.mark.parametrize("sockets", ["refused", "unanswered"])
async def test_without_sockets_a_student_joins_answers_and_follows_over_http(
    begun: Lesson, server: Server, sockets: str
):
    async with Proxy(server, sockets) as proxy:
        student = await begun.screens.open(STUDENT, f"{proxy.here}/room/{begun.code}")
        await expect(student.locator("#connection")).to_have_text("Connected", timeout=SILENCE)
        await student.locator("#task").get_by_role("button", name="Ana").click()
        await expect(student.locator("#me")).to_contain_text("Ana", timeout=SILENCE)
        await begun.open("Board")
        await types(student, "15/2")
        await expect(student.locator("#echo math")).to_be_visible()
        await student.get_by_role("button", name="Hand in").click()
        await says_saved(student, "152")
        await hands_in(student, "7.5")
        await says_saved(student, "7.5")
        await handed_in_once(begun)
        await begun.press("e")
        await expect(student.get_by_text("Eyes up.")).to_be_visible()
        assert proxy.asked_for_sockets > 0


async def test_what_one_student_left_to_send_never_goes_out_under_another_name(begun: Lesson, ana: Page):
    waiting = await ana.evaluate(
        """async () => {
            const { Outbox } = await import("/static/js/outbox.js");
            const before = new Outbox("ROOM5");
            await before.open();
            before.keep("ana", { do: "answer", question: "q1", number: "3", text: "7.5" });
            const after = new Outbox("ROOM5");
            await after.open();
            const early = after.settle("ana", "q1", 2);
            const [ofBo, ofAna] = [after.waiting("bo").length, after.waiting("ana")[0]?.text];
            return [ofBo, ofAna, early, after.settle("ana", "q1", 3)?.text];
        }"""
    )
    assert waiting == [0, "7.5", None, "7.5"]


async def test_a_cdn_that_answers_late_brings_no_second_htmx(begun: Lesson):
    student = await begun.screens.open(STUDENT)
    late: list[Route] = []
    await student.route("https://cdn.jsdelivr.net/**", lambda route: late.append(route))
    await student.goto(f"{begun.server.here}/room/{begun.code}", wait_until="domcontentloaded")
    await student.locator("#task").get_by_role("button", name="Ana").click()
    await begun.open("Board")
    await expect(student.locator(".answer-line")).to_be_visible()
    await student.evaluate("() => { window.first = window.htmx; }")
    vendored = (begun.server.get("/static/vendor/htmx.min.js"))[1]
    headers = {"access-control-allow-origin": "*", "content-type": "text/javascript"}
    await late[0].fulfill(body=vendored, headers=headers)
    await hands_in(student, "7.5")
    assert await student.evaluate("() => window.first === window.htmx && window.htmx.version") == "4.0.1"


async def hands_in_unheard(student: Page, text: str) -> None:
    """Hand in an answer that the server cannot hear just now."""
    await types(student, text)
    await student.keyboard.press("Enter")
    await waits_to_send(student, text)
