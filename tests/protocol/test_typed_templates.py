"""What looks like a template, or like a way out of a folder, is text."""

from __future__ import annotations

import asyncio

import pytest

from attending import fetched, lesson
from checkout import ROOT
from serving import Server

TEMPLATES = (
    "{{ 7*7191 }}",
    "{% include 'base.html' %}",
    "${7*7191}",
    "{{ ''.__class__.__mro__ }}",
    "#{7*7191}",
    "<%= 7*7191 %>",
)
CAME_TRUE = (str(7 * 7191), "__mro__'", "&lt;class", "<!doctype html><!doctype")


async def test_what_looks_like_a_template_is_shown_as_it_was_typed(server: Server):
    async with lesson(server, "{{ 7*7191 }}\nBo") as attended:
        bo = await attended.sits(1)
        await attended.teacher.type({"do": "ask", "ask": TEMPLATES[0], "answer": TEMPLATES[2]})
        await bo.is_asked("spot1.1")
        for typed in TEMPLATES:
            await bo.hand_in({"do": "answer", "question": "spot1.1", "text": typed})
            assert "Saved" in bo.page.words("saved")
        await attended.teacher.sees(lambda: "7*7191" in attended.teacher.page.regions["answers"])
        everything = " ".join((*attended.teacher.page.regions.values(), *bo.page.regions.values()))
        _, _, page = await asyncio.to_thread(fetched, server, f"/room/{attended.code}", {})
    assert "{{ 7*7191 }}" in page
    assert [sign for sign in CAME_TRUE if sign in everything + page] == []


OUTSIDE = [
    "/static/../../pyproject.toml", "/static/%2e%2e/%2e%2e/pyproject.toml", "/static/..%2f..%2fpyproject.toml",
    "/static//../../pyproject.toml", "/static/..%5c..%5cpyproject.toml", "/static/css/....//....//pyproject.toml",
    "/help/en/..%2F..%2F..%2Fpyproject", "/help/../../pyproject.toml", "/help/pictures/..%2f..%2f..%2fpyproject.toml",
    "/help/en%00/first-lesson", "/static/%2fetc%2fpasswd", "/room/..%2f..%2fdesk",
]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
async def test_no_path_leads_out_of_the_folders_that_are_served(server: Server, path: str):
    status, _, text = await asyncio.to_thread(fetched, server, path, {})
    assert status in (303, 400, 403, 404)
    assert "[project]" not in text
    assert "root:" not in text
    assert str(ROOT) not in text
