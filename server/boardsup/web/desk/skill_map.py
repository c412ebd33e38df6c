"""The picture of a class: students by skills, in shapes and words; names show while they are held."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from boardsup.items.skills import SkillMap
from boardsup.teaching.mapping import Cell, skill_map
from boardsup.web.desk.records import Records, records_of
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.library import the_bank

router = APIRouter(prefix="/desk")

SAYS: Mapping[Cell, tuple[str, str]] = {
    "has_it": ("●", "right twice in a row"),
    "mixed": ("◐", "right once of the last two"),
    "not_yet": ("○", "not yet, twice in a row"),
    "once_right": ("•", "asked once: right"),
    "once_not_yet": ("◦", "asked once: not yet"),
    "": ("", "not asked"),
}
"""The sign of a cell, and what it says."""


@router.get("/classes/{class_id}/map")
async def shown(door: TeachersDoor, class_id: str) -> Response:
    """Who has which skill, so far."""
    records = await asyncio.to_thread(records_of, door, class_id)
    if records is None:
        return class_page(door, class_id, status=404)
    skills = the_bank(door.settings.problems).skills
    values = _values(records, skills)
    return HTMLResponse(door.pages.page("desk/skill_map.html", page="desk", title="Who has what", says=SAYS, **values))


def _values(records: Records, skills: SkillMap) -> dict[str, object]:
    found = skill_map(records.items, records.names)
    columns = [Counter(row[place] for _, row in found.rows) for place in range(len(found.skills))]
    return {
        "klass": {"id": records.id, "name": records.name},
        "skills": [skills[one].name if one in skills else one for one in found.skills],
        "rows": [(records.names[student], cells) for student, cells in found.rows],
        "totals": [(one["has_it"], sum(one[cell] for cell in ("has_it", "mixed", "not_yet"))) for one in columns],
    }
