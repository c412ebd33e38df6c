"""The guide for teachers: the pages of server/docs/guide, in English and Spanish, for somebody with two minutes."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import get_args

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from markdown_it import MarkdownIt
from markupsafe import Markup

from boardsup.lesson.languages import Language
from boardsup.web.door import Door
from boardsup.web.said import said

router = APIRouter(prefix="/help")

PAGES = ("first-lesson", "lists", "items", "signals", "calling", "network", "together", "privacy")
"""In the order of the guide; each is a file of every language."""

NO_PAGE = "There is no such page in the guide."
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


@router.get("")
def front(request: Request) -> Response:
    """The first page, in the language that the browser asks for."""
    wanted = request.headers.get("accept-language", "")[:2].lower()
    language = wanted if wanted in get_args(Language) else "en"
    return RedirectResponse(f"/help/{language}/{PAGES[0]}", status_code=303)


@router.get("/pictures/{name}")
def picture(request: Request, name: str) -> Response:
    """A picture of the guide."""
    door: Door = request.app.state.door
    there = {path.name: path for path in (door.settings.docs / "pictures").glob("*.png")}
    return FileResponse(there[name]) if name in there else said(door, NO_PAGE, status=404)


@router.get("/{language}/{page}")
def page(request: Request, language: str, page: str) -> Response:
    """One page of the guide."""
    door: Door = request.app.state.door
    if language not in get_args(Language) or page not in PAGES:
        return said(door, NO_PAGE, status=404)
    docs = door.settings.docs
    listed = [{"page": one, "title": _title(docs, language, one)} for one in PAGES]
    values = {
        "written_in": language,
        "languages": {"en": "English", "es": "Español"},
        "here": page,
        "listed": listed,
        "body": rendered(docs, language, page),
    }
    return HTMLResponse(door.pages.page("help.html", page="help", title=_title(docs, language, page), **values))


@lru_cache(maxsize=64)
def rendered(docs: Path, language: str, page: str) -> Markup:
    """The page as HTML. Raw HTML in a file is shown as text; a picture's address is that of the guide's pictures."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    text = _text(docs, language, page).replace("](pictures/", "](/help/pictures/")
    return Markup(reader.render(text))  # noqa: S704 (our own files, and raw HTML is off)


def _title(docs: Path, language: str, page: str) -> str:
    found = _TITLE.search(_text(docs, language, page))
    return found[1] if found else page


@lru_cache(maxsize=64)
def _text(docs: Path, language: str, page: str) -> str:
    return (docs / "guide" / language / f"{page}.md").read_text(encoding="utf-8")
