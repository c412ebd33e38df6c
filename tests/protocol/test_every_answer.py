"""What every answer carries, and what one reads where there is nothing."""

from __future__ import annotations

import asyncio
import urllib.request
from urllib.parse import quote

import pytest

from attending import fetched, lesson, posted
from boardsup.web.headers import HEADERS
from serving import Server


@pytest.mark.parametrize("path", ["/", "/healthz", "/desk", "/room/XXXXX", "/nowhere", "/static/icon.svg"])
async def test_every_answer_has_the_strict_policy(server: Server, path: str):
    _, headers, _ = await asyncio.to_thread(fetched, server, path, {})
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert HEADERS.items() <= headers.items()
    assert "strict-transport-security" not in headers


async def test_where_a_page_was_reached_by_tls_the_browser_uses_nothing_else_afterwards(server: Server):
    request = urllib.request.Request(f"{server.here}/healthz", headers={"X-Forwarded-Proto": "https"})
    with await asyncio.to_thread(urllib.request.urlopen, request) as answer:
        assert answer.headers["strict-transport-security"].startswith("max-age=")


async def test_no_live_page_has_inline_script_or_style(server: Server):
    async with lesson(server) as attended:
        cookies = attended.teacher.browser.cookies
        for page in ("", "/console", "/wall"):
            _, _, html = await asyncio.to_thread(fetched, server, f"/room/{attended.code}{page}", cookies)
            assert "<style" not in html
            assert " style=" not in html
            assert " onclick=" not in html
            assert all("src=" in tag for tag in html.split("<script")[1:])


async def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(server: Server):
    async with lesson(server) as attended:
        _, headers, _ = await asyncio.to_thread(fetched, server, f"/room/{attended.code}", {})
        cookie = headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie


@pytest.mark.parametrize("path", ["/nowhere", "/room", "/desk/nowhere", "/docs", "/openapi.json", "/room/a/b/c/d"])
async def test_a_page_that_is_not_there_is_a_plain_sentence(server: Server, path: str):
    status, _, text = await asyncio.to_thread(fetched, server, path, {})
    assert status == 404
    assert "There is no such page." in text
    assert "Traceback" not in text


NO_CODES = ["XXXXX", "x", "%00", "a%2Fb", "..", "'; DROP TABLE lesson; --", "é" * 50, "9" * 5_000]


@pytest.mark.parametrize("code", NO_CODES, ids=lambda code: code[:8])
async def test_a_code_that_cannot_be_one_is_no_lesson(server: Server, code: str):
    path = f"/room/{quote(code, safe='%')}"
    status, _, text = await asyncio.to_thread(fetched, server, path, {})
    assert status == 404
    assert "There is no" in text


async def test_a_wrong_method_is_a_sentence_too(server: Server):
    status, text = await asyncio.to_thread(posted, server, "/healthz", {}, {})
    assert status == 405
    assert "There is no such page." in text


async def test_the_link_on_a_page_leads_where_the_page_was_reached(server: Server):
    async with lesson(server) as attended:
        _, _, svg = await asyncio.to_thread(fetched, server, f"/room/{attended.code}/qr.svg", {})
        assert svg.startswith("<svg")


async def test_what_a_teacher_and_a_student_type_is_never_markup(server: Server):
    hostile = "<img src=x onerror=alert(1)>"
    async with lesson(server, f"{hostile}\nBo") as attended:
        bo = await attended.sits(1)
        await attended.teacher.type({"do": "ask", "ask": hostile, "answer": ""})
        await bo.is_asked("spot1.1")
        await bo.hand_in({"do": "answer", "question": "spot1.1", "text": hostile})
        await attended.teacher.sees(lambda: "onerror" in attended.teacher.page.regions["answers"])
        everything = " ".join((*attended.teacher.page.regions.values(), *bo.page.regions.values()))
        assert "<img" not in everything
        assert "&lt;img" in everything
