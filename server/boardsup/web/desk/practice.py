"""Pages to practise on, for each skill: those of the skill map, or the teacher's own in their place."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from boardsup.lesson.materials import Link
from boardsup.rostering.names import Refusal
from boardsup.store.practice import MOST_LINKS, links_of, set_links
from boardsup.web.desk.shown import classes_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door
from boardsup.web.library import the_bank

router = APIRouter(prefix="/desk/practice")

TITLE = "Pages to practise on"
NO_SKILL = "There is no such skill."

Texts = Annotated[list[str], Form(max_length=MOST_LINKS, default_factory=list)]


@router.get("")
def all_skills(door: TeachersDoor, q: str = "", kept: str = "") -> Response:
    """Every skill with its pages; `q` looks in names and CCSS codes."""
    bank, words = the_bank(door.settings.problems), q[:60].lower().split()
    with door.database.session() as session:
        own = links_of(session)
    rows = [
        {"id": id, "name": skill.name, "links": own.get(id, _shipped(door, id)), "is_own": id in own}
        for id, skill in ((id, bank.skills[id]) for id in bank.skills.order)
        if all(word in " ".join((id, skill.name, *skill.ccss)).lower() for word in words)
    ]
    text = "Kept. Lessons that start from now on bring these pages along." if kept else ""
    return HTMLResponse(door.pages.page("desk/practice.html", page="desk", title=TITLE, rows=rows, q=q[:60], text=text))


@router.get("/{skill}")
def one_skill(door: TeachersDoor, skill: str) -> Response:
    """The pages of one skill, to be changed."""
    with door.database.session() as session:
        own = links_of(session).get(skill)
    return _page(door, skill, own or _shipped(door, skill), is_own=own is not None)


@router.post("/{skill}")
async def keep(door: TeachersDoor, skill: str, title: Texts, url: Texts) -> Response:
    """Set the pages of a skill; with none, those of the skill map are back."""
    if skill not in the_bank(door.settings.problems).skills:
        return classes_page(door, text=NO_SKILL, status=404)
    links = [Link(*pair) for pair in zip(title, url, strict=False)]

    def commit() -> None:
        with door.database.session() as session:
            set_links(session, skill, links)

    try:
        await asyncio.to_thread(commit)
    except Refusal as refusal:
        return _page(door, skill, links, text=str(refusal), is_own=True)
    return RedirectResponse("/desk/practice?kept=yes", status_code=303)


def _shipped(door: Door, skill: str) -> tuple[Link, ...]:
    bank = the_bank(door.settings.problems)
    return tuple(Link(*pair) for pair in bank.practice(skill)) if skill in bank.skills else ()


def _page(door: Door, skill: str, links: Sequence[Link], *, is_own: bool, text: str = "") -> Response:
    bank = the_bank(door.settings.problems)
    if skill not in bank.skills:
        return classes_page(door, text=NO_SKILL, status=404)
    page = door.pages.page(
        "desk/practice_skill.html",
        page="desk",
        title=TITLE,
        skill={"id": skill, "name": bank.skills[skill].name},
        links=[*links, *(Link("", ""),) * (MOST_LINKS - len(links))],
        is_own=is_own,
        text=text,
    )
    return HTMLResponse(page, 422 if text else 200)
