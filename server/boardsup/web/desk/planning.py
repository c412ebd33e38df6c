"""A lesson from its target: pick what is taught today, look at the proposal, start. Three presses."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response

from boardsup.items.bank import Bank
from boardsup.items.predicting import Unfit
from boardsup.items.vary import NoDraw
from boardsup.items.warmups import WarmUp
from boardsup.lesson.preparing import can_teach, prepared
from boardsup.lesson.quizzing import fresh, with_review
from boardsup.lesson.segments import Segment, name_of, questions_of
from boardsup.store import rosters
from boardsup.store.problems import load_bank
from boardsup.store.warmups import load_warmups
from boardsup.teaching.plan import Outline, outline
from boardsup.teaching.precheck import precheck
from boardsup.web.desk.lessons import Beginning, begin
from boardsup.web.desk.records import proposed, records_of, times_asked
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door

router = APIRouter(prefix="/desk")

SHOWN_WITH = "preview"
"""The seed of the questions that the proposal shows; the lesson draws twins of them."""

NOT_DRAWN = "The questions for this could not be drawn. Please choose something near it."
Minutes = Annotated[int, Form(ge=0, le=240)]


@router.get("/classes/{class_id}/targets")
def targets(door: TeachersDoor, class_id: str, q: str = "") -> Response:
    """Everything that can be taught from here, by strand; `q` looks in names and CCSS codes."""
    bank = the_bank(door.settings.problems)
    words = q[:60].lower().split()
    fitting = [bank.skills[id] for id in bank.skills.order if _fits(bank, id, words)]
    strands = [
        {"strand": name, "skills": [_listed(bank, skill.id) for skill in fitting if skill.strand == id]}
        for id, name in bank.strands.items()
    ]
    values = {"strands": [one for one in strands if one["skills"]], "q": q[:60]}
    return _page(door, class_id, "desk/targets.html", "What do you teach today?", values)


@router.get("/classes/{class_id}/targets/{target}")
async def proposal(door: TeachersDoor, class_id: str, target: str) -> Response:
    """The proposed lesson for a target."""
    bank = the_bank(door.settings.problems)
    plan = await asyncio.to_thread(_plan, door, class_id, target)
    if plan is None:
        return class_page(door, class_id, text="There are no questions for this yet.", status=404)
    try:
        segments = await asyncio.to_thread(_segments, door, plan, SHOWN_WITH)
    except (NoDraw, Unfit):
        return class_page(door, class_id, text=NOT_DRAWN, status=422)
    parts = [{"name": name_of(s), "asks": [q.ask for q in questions_of(s)] or [_title(s)]} for s in segments]
    values = {"target": target, "skill": bank.skills[target].name, "parts": parts, "says": plan.says}
    return _page(door, class_id, "desk/proposal.html", bank.skills[target].name, values)


@router.post("/classes/{class_id}/targets/{target}")
async def start(door: TeachersDoor, class_id: str, target: str, minutes: Minutes = 0) -> Response:
    """Start the proposed lesson and go to its console."""
    bank = the_bank(door.settings.problems)
    plan = await asyncio.to_thread(_plan, door, class_id, target)
    if plan is None:
        return class_page(door, class_id, text="There are no questions for this yet.", status=404)
    beginning = Beginning(bank.skills[target].name, lambda seed: _segments(door, plan, seed), minutes)
    try:
        return await begin(door, class_id, beginning)
    except (NoDraw, Unfit):
        return class_page(door, class_id, text=NOT_DRAWN, status=422)


@lru_cache(maxsize=2)
def the_bank(problems: Path) -> Bank:
    """Everything in problems/, read once."""
    return load_bank(problems)


@lru_cache(maxsize=2)
def the_warm_ups(problems: Path) -> dict[str, WarmUp]:
    """The library of warm-ups, read once."""
    return load_warmups(problems)


def _plan(door: Door, class_id: str, target: str) -> Outline | None:
    """The lesson proposed to this class, with numbers that are new to it; None where there is nothing to ask."""
    bank, records = the_bank(door.settings.problems), records_of(door, class_id)
    if target not in bank.skills or records is None:
        return None
    plan = fresh(bank, proposed(bank, records, target), times_asked(records.items))
    return plan if can_teach(bank, plan) else None


def _segments(door: Door, plan: Outline, seed: str) -> tuple[Segment, ...]:
    bank, warm_ups = the_bank(door.settings.problems), the_warm_ups(door.settings.problems)
    return with_review(bank, plan, seed, prepared(bank, plan, seed, warm_ups))


def _outline(bank: Bank, target: str) -> Outline:
    row = bank.checks[target].asks if target in bank.checks else ()
    return outline(target, precheck(bank.skills, target, row, {}), ())


def _fits(bank: Bank, id: str, words: list[str]) -> bool:
    skill = bank.skills[id]
    text = " ".join((skill.id, skill.name, *skill.ccss)).lower()
    return all(word in text for word in words) and can_teach(bank, _outline(bank, id))


def _listed(bank: Bank, id: str) -> dict[str, str]:
    skill = bank.skills[id]
    return {"id": id, "name": skill.name, "ccss": ", ".join(skill.ccss)}


def _title(segment: Segment) -> str:
    return str(getattr(segment, "title", "") or getattr(segment, "ask", ""))


def _page(door: Door, class_id: str, template: str, title: str, values: Mapping[str, object]) -> Response:
    with door.database.session() as session:
        klass = rosters.find_class(session, class_id)
        if klass is None:
            return class_page(door, class_id, status=404)
        shown = {"id": klass.id, "name": klass.name}
    return HTMLResponse(door.pages.page(template, page="desk", title=title, klass=shown, **values))
