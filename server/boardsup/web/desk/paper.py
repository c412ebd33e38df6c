"""Paper for a class: worksheets in several versions with their key, lists to mark by hand, cards; a sheet found again.

Nothing is kept: what is wanted stands in the address, and the code on a sheet says what it asks.
"""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from boardsup.items.vary import NoDraw
from boardsup.lesson.worksheets import MOST_SKILLS, Mix, Order, can_draw, digits, letters, sheet_of, sheets
from boardsup.store import rosters
from boardsup.store.needs import needs_of
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door
from boardsup.web.library import bank_of
from boardsup.web.said import said
from boardsup.web.worksheets.answering import NOT_DRAWN, as_pdf
from boardsup.web.worksheets.lists import answer_cards, roster
from boardsup.web.worksheets.packets import Look, Packet, PartOfPacket, Pupil, paper

router = APIRouter(prefix="/desk")

NO_SKILL = "Please choose at least one skill that has questions."
NO_SHEET = "There is no sheet with this code."
CHANGED = "Items have changed since this sheet was printed. The key that was printed with it is right."


class Wanted(BaseModel):
    """The form of the page; `student` is "" for the whole class, `names` is no for sheets to write a name on."""

    skill: list[str] = Field(default_factory=list, max_length=MOST_SKILLS)
    count: int = Field(default=8, ge=1, le=20)
    seed: int = Field(default=1, ge=1, le=9999)
    mix: Mix = "four"
    in_a_row: int = Field(default=6, ge=1, le=20)
    student: str = Field(default="", max_length=40)
    part: PartOfPacket = "all"
    large: str = Field(default="", max_length=3)
    example: str = Field(default="", max_length=3)

    @property
    def order(self) -> Order:
        """The order for these skills, each once."""
        return Order(tuple(dict.fromkeys(one for one in self.skill if one)), self.count, str(self.seed))


@router.get("/classes/{class_id}/paper")
def paper_page(door: TeachersDoor, class_id: str) -> Response:
    """What can be printed for this class."""
    found = _class(door, class_id)
    if found is None:
        return class_page(door, class_id, status=404)
    name, pupils = found
    bank = bank_of(door)
    page = door.pages.page(
        "desk/paper.html",
        page="desk",
        title="Print",
        klass={"id": class_id, "name": name},
        students=[(id, pupil.name) for id, pupil in pupils.items()],
        skills=[(id, bank.skills[id].name) for id in bank.skills.order if id in bank.pools],
    )
    return HTMLResponse(page)


@router.get("/classes/{class_id}/worksheet.pdf")
async def worksheet(
    request: Request, door: TeachersDoor, class_id: str, wanted: Annotated[Wanted, Query()]
) -> Response:
    """Worksheets for the class or for one student, and their key."""
    found = await asyncio.to_thread(_class, door, class_id)
    if found is None:
        return class_page(door, class_id, status=404)
    back = f"/desk/classes/{class_id}/paper"
    bank, pupils = await asyncio.to_thread(bank_of, door), found[1]
    if not can_draw(bank, wanted.order):
        return said(door, NO_SKILL, status=422, back=back)
    if wanted.student and wanted.student not in pupils:
        return said(door, rosters.NO_STUDENT, status=404, back=back)
    chosen = (pupils[wanted.student],) if wanted.student else tuple(pupils.values()) or (Pupil("", 0),)
    link = f"{door.origin(request)}/desk/sheets/"
    packet = Packet(wanted.order, chosen, lambda code: link + code, wanted.mix, wanted.in_a_row, wanted.part)
    look = Look(door.settings.client, is_large=wanted.large == "yes", has_example=wanted.example == "yes")
    name = f"worksheet-{wanted.seed}.pdf"
    return await as_pdf(door, lambda: paper(bank, packet, look), name=name, back=back)


@router.get("/classes/{class_id}/list.pdf")
async def class_list(door: TeachersDoor, class_id: str, large: str = "") -> Response:
    """The names of the class with columns to mark by hand."""
    found = await asyncio.to_thread(_class, door, class_id)
    if found is None:
        return class_page(door, class_id, status=404)
    name, pupils = found
    made = roster(name, [pupil.name for pupil in pupils.values()], is_large=large == "yes")
    return await as_pdf(door, lambda: made, name="class-list.pdf", back=f"/desk/classes/{class_id}/paper")


@router.get("/cards.pdf")
async def cards(door: TeachersDoor) -> Response:
    """Answer cards to cut out and hold up."""
    return await as_pdf(door, answer_cards, name="answer-cards.pdf", back="/desk/cards")


@router.get("/sheets/{code}")
async def sheet(door: TeachersDoor, code: str) -> Response:
    """The key of one sheet, by the code that is printed on it."""
    bank = await asyncio.to_thread(bank_of, door)
    found = sheet_of(bank, code)
    if found is None:
        return said(door, NO_SHEET, status=404, back="/desk")
    order, version, printed = found
    try:
        drawn = await asyncio.to_thread(lambda: sheets(bank, order, version)[version - 1])
    except NoDraw:
        return said(door, NOT_DRAWN, status=422, back="/desk")
    if digits(drawn) != printed:
        return said(door, CHANGED, status=410, back="/desk")
    questions = [one.question for one in drawn]
    page = door.pages.page(
        "desk/sheet.html", page="desk", title="Key", code=code, version=letters(version), it=questions
    )
    return HTMLResponse(page)


def _class(door: Door, class_id: str) -> tuple[str, dict[str, Pupil]] | None:
    """The name of a class, and its students by id, each at their tile and in their language."""
    with door.database.session() as session:
        row = rosters.find_class(session, class_id)
        if row is None:
            return None
        needs = needs_of(session, class_id)
        names = rosters.names_of(session, class_id)
        return row.name, {
            id: Pupil(name, place, "es" if id in needs and needs[id].language == "es" else "en")
            for place, (id, name) in enumerate(names.items())
        }
