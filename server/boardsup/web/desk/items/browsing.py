"""The items: found by strand, grade or CCSS code, sort of answer, and any word; each as a class would read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from boardsup.items.bank import Bank
from boardsup.items.pool import Shape
from boardsup.store.own_items import find_item
from boardsup.web.desk.items.kinds import KINDS, kind_words
from boardsup.web.desk.items.samples import is_own, sample
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door
from boardsup.web.library import bank_of

router = APIRouter(prefix="/desk/items")

TITLE = "Items"
ON_A_PAGE = 24
HIGH_SCHOOL = "High school"

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; empty where it does not matter."""

    strand: str = ""
    grade: str = ""
    kind: str = ""
    q: str = ""
    own: bool = False
    page: int = 1

    @property
    def address(self) -> dict[str, str]:
        """The same as the fields of an address."""
        given = {"strand": self.strand, "grade": self.grade, "kind": self.kind, "q": self.q}
        return {name: value for name, value in given.items() if value} | ({"own": "yes"} if self.own else {})


@router.get("")
def browse(  # noqa: PLR0913 - one parameter a field of the page
    door: TeachersDoor, strand: str = "", grade: str = "", kind: str = "", q: str = "", own: str = "",
    page: int = 1, off: str = "", text: str = "",
) -> Response:  # fmt: skip
    """Every item that fits, a page at a time."""
    search = Search(strand[:40], grade[:20], kind[:40], q[:60], own == "yes", page)
    return items_page(door, search, off=off, text="Kept." if text == "kept" else "")


def items_page(door: Door, search: Search, *, off: str = "", text: str = "", status: int = 200) -> Response:
    """The list, with a sentence on top where there is something to say; `off` was just taken off it."""
    bank = bank_of(door)
    found = list(_found(bank, search))
    pages = max(1, -(-len(found) // ON_A_PAGE))
    at = max(1, min(search.page, pages))
    values: Values = {
        "search": search,
        "strands": bank.strands,
        "grades": grades(bank),
        "kinds": {kind: KINDS[kind] for kind in KINDS if kind in _kinds(bank)},
        "rows": [_row(bank, shape) for shape in found[(at - 1) * ON_A_PAGE : at * ON_A_PAGE]],
        "count": len(found),
        "at": at,
        "pages": pages,
        "removed": _removed(door, off) if off else "",
        "text": text,
    }
    return HTMLResponse(door.pages.page("desk/items.html", page="desk", title=TITLE, **values), status)


def grades(bank: Bank) -> list[str]:
    """The grades of the map's standards, low to high."""
    found = {grade_of(code) for skill in bank.skills.skills for code in skill.ccss}
    return sorted(found - {HIGH_SCHOOL}) + ([HIGH_SCHOOL] if HIGH_SCHOOL in found else [])


def grade_of(code: str) -> str:
    """The grade of a CCSS code: 8.EE.C.7 is of grade 8, A-REI.B.3 of high school."""
    number = re.match(r"\d+|K", code)
    return f"Grade {number[0]}" if number else HIGH_SCHOOL


def _found(bank: Bank, search: Search) -> Iterator[Shape]:
    words = search.q.casefold().split()
    for id in bank.skills.in_order(bank.pools):
        skill = bank.skills[id]
        is_there = not search.strand or skill.strand == search.strand
        if not is_there or (search.grade and search.grade not in map(grade_of, skill.ccss)):
            continue
        for shape in bank.pools[id].shapes:
            if search.own and not is_own(shape):
                continue
            if search.kind and shape.kind.partition(":")[0] != search.kind:
                continue
            text = " ".join((id, skill.name, *skill.ccss, shape.id, sample(shape).question.ask, shape.kind)).casefold()
            if all(word in text for word in words):
                yield shape


def _kinds(bank: Bank) -> set[str]:
    return {shape.kind.partition(":")[0] for pool in bank.pools.values() for shape in pool.shapes}


def _row(bank: Bank, shape: Shape) -> Values:
    skill, item = bank.skills[shape.skill], sample(shape)
    return {
        "skill": shape.skill,
        "shape": shape.id,
        "name": skill.name,
        "ccss": skill.ccss,
        "ask": item.question.ask,
        "kind": kind_words(shape.kind),
        "expected": len(item.question.predictions),
        "is_own": is_own(shape),
    }


def _removed(door: Door, id: str) -> str:
    """The item that was just taken off the list, if it is off it."""
    with door.database.session() as session:
        row = find_item(session, id[:40])
        return row.id if row is not None and not row.active else ""
