"""The weekly quiz: proposed in one press from what the week was about, changed where need be, started.

The page keeps nothing: what is chosen stands in its address, and the questions on it are exactly those that are asked.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response

from boardsup.items.bank import Bank
from boardsup.items.predicting import Unfit
from boardsup.items.vary import NoDraw
from boardsup.lesson.quizzing import quiz
from boardsup.lesson.segments import HELPED, MUDDY, Quiz
from boardsup.teaching.plan import Wanted
from boardsup.teaching.quiz import build
from boardsup.teaching.week import week_of
from boardsup.web.desk.drafts import as_field, wanted
from boardsup.web.desk.items.samples import singly
from boardsup.web.desk.lessons import Beginning, begin
from boardsup.web.desk.planning import NOT_DRAWN
from boardsup.web.desk.records import Records, ready_weeks, records_of, times_asked
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door
from boardsup.web.library import bank_of, the_bank

router = APIRouter(prefix="/desk")

TITLE, MINUTES = "Weekly quiz", 12
NOTHING_YET = "Nothing was taught since the last quiz. Teach a lesson first, then its quiz builds itself."
MOST, HIGHEST = 5, 999

Skills = Annotated[list[str], Query(max_length=MOST, default_factory=list)]
FormSkills = Annotated[list[str], Form(max_length=MOST, default_factory=list)]
Numbers = Annotated[list[int], Query(max_length=MOST, default_factory=list)]
FormNumbers = Annotated[list[int], Form(max_length=MOST, default_factory=list)]
Probe = Annotated[str, Query(max_length=3)]
FormProbe = Annotated[str, Form(max_length=3)]
"""Is the last question the probe? yes, or nothing."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the page says: a skill ("" left out) and a number for each question, and whether the last is the probe."""

    skills: tuple[str, ...]
    numbers: tuple[int, ...]
    has_probe: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """The questions of a quiz, in order; the last one is the probe where `has_probe` says so."""

    wanted: tuple[Wanted, ...]
    has_probe: bool


@router.get("/classes/{class_id}/quiz")
async def proposal(  # noqa: PLR0913 - one parameter a field of the page
    door: TeachersDoor, class_id: str, skill: Skills, number: Numbers, probe: Probe = "", again: int = -1
) -> Response:
    """The quiz of this week, or as it was changed; `again` is the place of a question that is to have other numbers."""
    page = Page(tuple(skill), tuple(number), probe == "yes")
    found = await asyncio.to_thread(_chosen, door, class_id, page)
    if found is None:
        return class_page(door, class_id, text=NOTHING_YET, status=404)
    records, chosen = found
    if 0 <= again < len(chosen.wanted):
        moved = replace(chosen.wanted[again], twin=min(HIGHEST, chosen.wanted[again].twin + 1))
        chosen = replace(chosen, wanted=(*chosen.wanted[:again], moved, *chosen.wanted[again + 1 :]))
    try:
        drawn = await asyncio.to_thread(_quiz, door, records, chosen)
    except (NoDraw, Unfit):
        return class_page(door, class_id, text=NOT_DRAWN, status=422)
    return _page(door, records, chosen, drawn)


@router.post("/classes/{class_id}/quiz")
async def start(
    door: TeachersDoor, class_id: str, skill: FormSkills, number: FormNumbers, probe: FormProbe = ""
) -> Response:
    """Start the quiz and go to its console."""
    page = Page(tuple(skill), tuple(number), probe == "yes")
    found = await asyncio.to_thread(_chosen, door, class_id, page)
    if found is None:
        return class_page(door, class_id, text=NOTHING_YET, status=404)
    records, chosen = found
    try:
        return await begin(door, class_id, Beginning(TITLE, lambda _: (_quiz(door, records, chosen),), MINUTES))
    except (NoDraw, Unfit):
        return class_page(door, class_id, text=NOT_DRAWN, status=422)


def _chosen(door: Door, class_id: str, page: Page) -> tuple[Records, Chosen] | None:
    """What was chosen on the page; before that, what the week says."""
    bank, records = bank_of(door), records_of(door, class_id)
    if records is None:
        return None
    if not page.skills:
        proposed = _proposed(bank, records)
        return (records, proposed) if proposed is not None else None
    rows = list(zip(page.skills, page.numbers, strict=False))
    found = [wanted(skill, max(1, min(HIGHEST, number)), bank) for skill, number in rows]
    kept = [one for one in found if one is not None]
    has_probe = page.has_probe and bool(found) and found[-1] is not None
    return (records, Chosen(tuple(kept), has_probe)) if len(kept) > int(has_probe) else None


def _proposed(bank: Bank, records: Records) -> Chosen | None:
    """The five questions by the rule; the week of a ready-made row begins with its authors' numbers."""
    week = week_of(bank.skills, records.items, ready_weeks(bank), records.today)
    week = replace(week, skills=tuple(skill for skill in week.skills if skill in bank.pools))
    if not week.skills:
        return None
    unwritten = frozenset(bank.skills.order) - frozenset(bank.pools)
    built = build(bank.skills, replace(week, taught=week.taught | unwritten), records.known)
    quizzed = times_asked([item for item in records.items if item.part in ("quiz", "probe")])
    is_ready = any(set(row.skills) == set(week.skills) for row in ready_weeks(bank))
    used = dict(quizzed) if is_ready else {skill: quizzed.get(skill, 0) + 1 for skill in built.skills}
    wanted = []
    for skill in built.skills:
        used[skill] = used.get(skill, 0) + 1
        wanted.append(Wanted(skill, used[skill]))
    return Chosen(tuple(wanted), bool(built.probe))


def _quiz(door: Door, records: Records, chosen: Chosen) -> Quiz:
    counts = chosen.wanted[:-1] if chosen.has_probe else chosen.wanted
    probe = chosen.wanted[-1] if chosen.has_probe else None
    asked = {item.ask for item in records.items}
    seed = f"{records.secret}|quiz|{len(records.lessons)}"
    return quiz(bank_of(door), counts, probe, seed, asked)


def _page(door: Door, records: Records, chosen: Chosen, drawn: Quiz) -> Response:
    bank = the_bank(door.settings.problems)
    rows = [
        {
            "ask": question.ask,
            "skill": as_field(one),
            "number": one.twin,
            "is_probe": question.id == drawn.probe,
            "name": bank.skills[one.skill].name,
        }
        for one, question in zip(chosen.wanted, drawn.questions, strict=True)
    ]
    choices = [{"id": id, "name": bank.skills[id].name} for id in bank.skills.order if id in bank.pools]
    single = singly(bank_of(door), chosen.wanted)
    page = door.pages.page(
        "desk/quiz.html",
        page="desk",
        title=TITLE,
        klass={"id": records.id, "name": records.name},
        rows=rows,
        choices=choices,
        single=single,
        prompts=(HELPED, MUDDY),
        minutes=MINUTES,
    )
    return HTMLResponse(page)
