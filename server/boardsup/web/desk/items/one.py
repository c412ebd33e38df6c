"""One item: as a student sees it, its key, its twins by seed, its predicted wrong answers, where it is used."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup
from sqlalchemy import func
from sqlmodel import col, select

from boardsup.items.bank import Bank
from boardsup.items.cards import Reteach
from boardsup.items.instance import Instance
from boardsup.items.pool import Pool, Shape
from boardsup.items.vary import NoDraw, vary
from boardsup.items.visuals import BadPicture, drawn
from boardsup.lesson.planned import segments_of
from boardsup.lesson.segments import questions_of
from boardsup.store.lessons import lessons_of
from boardsup.store.own_items import NO_ITEM, find_item, may_change
from boardsup.store.people.belonging import classes_of
from boardsup.store.tables import ShownRow
from boardsup.store.templates import outline_of, templates
from boardsup.web.desk.items.browsing import Search, items_page
from boardsup.web.desk.items.kinds import kind_words
from boardsup.web.desk.items.samples import SEED, is_own
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door
from boardsup.web.library import bank_of

router = APIRouter(prefix="/desk/items/of")

Values = dict[str, object]
NOT_DRAWN = "These numbers could not be drawn. Try others."


@router.get("/{skill}/{shape}")
async def shown(
    door: TeachersDoor, skill: str, shape: str, seed: Annotated[str, Query(max_length=16)] = SEED
) -> Response:
    """The item with the numbers of this seed."""
    bank = await asyncio.to_thread(bank_of, door)
    pool = bank.pools.get(skill)
    form = next((one for one in pool.shapes if one.id == shape), None) if pool is not None else None
    if pool is None or form is None:
        return await asyncio.to_thread(items_page, door, Search(), text=NO_ITEM, status=404)
    return await asyncio.to_thread(_page, door, bank, pool, form, seed)


def _page(door: Door, bank: Bank, pool: Pool, shape: Shape, seed: str) -> Response:
    try:
        item, text = vary(pool, shape.id, seed), ""
    except NoDraw:
        item, text = vary(pool, shape.id, SEED), NOT_DRAWN
    skill = bank.skills[pool.skill]
    values: Values = {
        "skill": {"id": skill.id, "name": skill.name, "ccss": skill.ccss, "strand": bank.strands.get(skill.strand, "")},
        "shape": shape.id,
        "is_own": is_own(shape),
        "kind": kind_words(shape.kind),
        "seed": item.seed,
        "next_seed": _next(item.seed),
        "item": item,
        "expected": [_expected(bank, item, place) for place in range(len(item.question.predictions))],
        "picture": _picture(item.reteach),
        "neighbours": [one.id for one in pool.shapes if one.id != shape.id],
        "text": text,
    }
    page = door.pages.page("desk/item.html", page="desk", title="An item", **values, **_used(door, bank, shape))
    return HTMLResponse(page)


def _next(seed: str) -> str:
    """The seed after this one."""
    return str(int(seed) + 1) if seed.isascii() and seed.isdigit() and len(seed) < 9 else "2"


def _expected(bank: Bank, item: Instance, place: int) -> Values:
    """A predicted wrong answer: what it shows, the two lines side by side, and the skill to teach again."""
    one = item.question.predictions[place]
    lines = item.contrast(one.ids[0])
    again = [bank.misconceptions[id].reteach for id in one.ids if id in bank.misconceptions]
    return {
        "value": one.value,
        "says": one.says,
        "ids": one.ids,
        "wrote": lines.wrote if lines else "",
        "right": lines.right if lines else "",
        "again": [bank.skills[skill].name for skill in dict.fromkeys(again) if skill in bank.skills],
    }


def _picture(of: Reteach) -> Markup:
    """The picture of the card, drawn by our own hand from parsed numbers."""
    try:
        return Markup(drawn(of.visual) if of.visual is not None else "")  # noqa: S704 (our own drawings)
    except BadPicture:
        return Markup("")


def _used(door: Door, bank: Bank, shape: Shape) -> Values:
    """Where its skill is asked, and the classes that it can be asked in."""
    person = person_at(door)
    with door.database.session() as session:
        row = find_item(session, shape.id) if is_own(shape) else None
        classes = classes_of(session, person)
        kept = [
            row.name
            for row in templates(session, person)
            if any(one.skill == shape.skill for step in outline_of(row).steps for one in step.questions)
        ]
        asked = session.exec(select(func.count()).select_from(ShownRow).where(col(ShownRow.skill) == shape.skill)).one()
        running = [
            {"code": lesson.code, "title": lesson.title, "klass": klass.name}
            for klass in classes
            for lesson in lessons_of(session, klass.id)
            if not lesson.ended_at
        ]
        return {
            "may_change": row is not None and may_change(row, person),
            "kept": kept,
            "asked": asked,
            "running": running,
            "plans": list(_plans(bank, shape.skill)),
            "checks": [bank.skills[one.target].name for one in bank.checks.values() if shape.skill in one.asks],
            "classes": [{"id": klass.id, "name": klass.name} for klass in classes],
        }


def _plans(bank: Bank, skill: str) -> Iterator[str]:
    """The plans that come with the program and ask this skill."""
    for plan in bank.lessons.values():
        if any(question.skill == skill for segment in segments_of(plan) for question in questions_of(segment)):
            yield plan.title
