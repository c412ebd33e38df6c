"""A lesson from its target: pick what is taught today, look at the proposal, start. Three presses."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData, ImmutableMultiDict

from boardsup.items.bank import Bank
from boardsup.items.predicting import Unfit
from boardsup.items.vary import NoDraw
from boardsup.lesson.preparing import can_teach, prepared
from boardsup.lesson.quizzing import fresh, with_review
from boardsup.lesson.segments import Segment
from boardsup.lesson.shelf import Shelf
from boardsup.store import rosters
from boardsup.store.practice import links_of
from boardsup.teaching.drafting import lacks
from boardsup.teaching.plan import Outline, outline
from boardsup.teaching.precheck import precheck
from boardsup.web.desk.drafts import Draft, Fields, read_draft
from boardsup.web.desk.lessons import Beginning, begin
from boardsup.web.desk.parts import draft_values
from boardsup.web.desk.records import Records, proposed, records_of, times_asked
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door
from boardsup.web.library import bank_of, items_stamp, the_bank, the_community, the_warm_ups

router = APIRouter(prefix="/desk")

NO_QUESTIONS = "There are no questions for this yet."
ITEMS_CHANGED = "Items were changed while this page was open. This is the lesson with them as they are now."
NOT_DRAWN = "The questions for this could not be drawn. Please choose something near it."


@router.get("/classes/{class_id}/targets")
def targets(door: TeachersDoor, class_id: str, q: str = "") -> Response:
    """Everything that can be taught from here, by strand; `q` looks in names and CCSS codes."""
    bank = bank_of(door)
    words = q[:60].lower().split()
    fitting = [bank.skills[id] for id in bank.skills.order if _fits(bank, id, words)]
    strands = [
        {"strand": name, "skills": [_listed(bank, skill.id) for skill in fitting if skill.strand == id]}
        for id, name in bank.strands.items()
    ]
    values = {"strands": [one for one in strands if one["skills"]], "q": q[:60]}
    return _page(door, class_id, "desk/targets.html", "What do you teach today?", values)


@router.get("/classes/{class_id}/targets/{target}")
async def proposal(door: TeachersDoor, request: Request, class_id: str, target: str) -> Response:
    """The proposed lesson for a target, or as it was changed on its page."""
    return await drafted(door, class_id, target, request.query_params)


@router.post("/classes/{class_id}/targets/{target}")
async def start(door: TeachersDoor, request: Request, class_id: str, target: str) -> Response:
    """Start the lesson as it stands on its page, and go to its console."""
    fields = fields_of(await request.form())
    found = await asyncio.to_thread(_found, door, class_id, target, fields)
    if found is None:
        return class_page(door, class_id, text=NO_QUESTIONS, status=404)
    records, draft = found
    if lacks(draft.outline):
        return await _shown(door, records, draft, status=422)
    stamp = await asyncio.to_thread(items_stamp, door)
    if fields.get("items", stamp) != stamp:
        return await _shown(door, records, draft, text=ITEMS_CHANGED, status=409)
    title = draft.name or the_bank(door.settings.problems).skills[target].name
    beginning = Beginning(title, lambda _: _segments(door, records, draft), draft.minutes)
    try:
        return await begin(door, class_id, beginning)
    except (NoDraw, Unfit):
        return class_page(door, class_id, text=NOT_DRAWN, status=422)


async def drafted(door: Door, class_id: str, target: str, fields: Fields, kept: Outline | None = None) -> Response:
    """The page of a lesson, from the fields of its form; `kept` is one that the teacher keeps, not a proposal."""
    found = await asyncio.to_thread(_found, door, class_id, target, fields, kept)
    if found is None:
        return class_page(door, class_id, text=NO_QUESTIONS, status=404)
    return await _shown(door, *found)


def fields_of(form: FormData) -> Fields:
    """The fields of a form that are text."""
    return ImmutableMultiDict([(name, value) for name, value in form.multi_items() if isinstance(value, str)])


def draft_of(door: Door, class_id: str, target: str, fields: Fields) -> Draft | None:
    """The lesson that stands on the page; None where there is nothing to ask. Blocks."""
    found = _found(door, class_id, target, fields)
    return found[1] if found is not None else None


def _found(
    door: Door, class_id: str, target: str, fields: Fields, kept: Outline | None = None
) -> tuple[Records, Draft] | None:
    """What the class has shown, and the draft, with numbers that are new to it."""
    bank, records = bank_of(door), records_of(door, class_id)
    if target not in bank.skills or records is None:
        return None
    plan = fresh(bank, kept or proposed(bank, records, target), times_asked(records.items))
    draft = read_draft(fields, plan, bank, secrets.token_hex(4))
    return (records, draft) if can_teach(bank, draft.outline) else None


def _segments(door: Door, records: Records, draft: Draft) -> tuple[Segment, ...]:
    """Exactly what the page shows: the numbers come from the draft's own seed."""
    problems = door.settings.problems
    bank, seed = bank_of(door), f"{records.secret}|{draft.seed}"
    with door.database.session() as session:
        links = links_of(session)
    shelf = Shelf(the_warm_ups(problems), the_community(problems), links, records.known)
    return with_review(bank, draft.outline, seed, prepared(bank, draft.outline, seed, shelf))


async def _shown(door: Door, records: Records, draft: Draft, *, text: str = "", status: int = 200) -> Response:
    lack = lacks(draft.outline)
    try:
        segments = await asyncio.to_thread(_segments, door, records, draft) if not lack else ()
    except (NoDraw, Unfit):
        return class_page(door, records.id, text=NOT_DRAWN, status=422)
    values = await asyncio.to_thread(draft_values, door, draft, segments)
    title = the_bank(door.settings.problems).skills[draft.outline.target].name
    klass = {"id": records.id, "name": records.name}
    page = door.pages.page("desk/proposal.html", page="desk", title=title, klass=klass, text=lack or text, **values)
    return HTMLResponse(page, status)


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


def _page(door: Door, class_id: str, template: str, title: str, values: Mapping[str, object]) -> Response:
    with door.database.session() as session:
        klass = rosters.find_class(session, class_id)
        if klass is None:
            return class_page(door, class_id, status=404)
        shown = {"id": klass.id, "name": klass.name}
    return HTMLResponse(door.pages.page(template, page="desk", title=title, klass=shown, **values))
