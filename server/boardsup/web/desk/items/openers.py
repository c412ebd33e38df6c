"""The openers of the library, and the prompts about the class: as the class sees them, with what to listen for."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from boardsup.items.warmups import NoticeWonder, WarmUp
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.library import the_bank, the_community, the_warm_ups

router = APIRouter(prefix="/desk/items")

TITLE = "Openers and prompts"

Values = dict[str, object]


@router.get("/openers")
def openers(door: TeachersDoor) -> Response:
    """All of them, by strand."""
    problems = door.settings.problems
    strands = the_bank(problems).strands
    found = the_warm_ups(problems).values()
    rows = [
        {"strand": name, "openers": [_opener(one) for one in found if one.strand == strand]}
        for strand, name in strands.items()
    ]
    page = door.pages.page(
        "desk/openers.html",
        page="desk",
        title=TITLE,
        strands=[row for row in rows if row["openers"]],
        prompts=[{"ask": one.ask, "starter": one.starter} for one in the_community(problems).values()],
    )
    return HTMLResponse(page)


def _opener(of: WarmUp) -> Values:
    if isinstance(of, NoticeWonder):
        return {
            "title": of.title,
            "sort": "Notice and Wonder",
            "ask": of.ask,
            "picture": of.id,
            "listen": of.listen_for,
        }
    choices = [
        {
            "label": one.label,
            "text": one.text,
            "picture": f"{of.id}-{one.label.lower()}" if one.picture else "",
            "reasons": one.reasons,
        }
        for one in of.choices
    ]
    return {"title": of.title, "sort": "Which One Doesn’t Belong", "ask": of.ask, "choices": choices}
