"""A lesson's story: what was asked, the flags, what was recommended, what was chosen, and how it went."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from boardsup.lesson.events import FlagChanged
from boardsup.lesson.replaying import Difference, Recorded
from boardsup.lesson.telling import DID, Chapter, Told, story
from boardsup.store import rosters
from boardsup.store.lessons import find_lesson
from boardsup.teaching.cards import WORDS
from boardsup.web.charts import FLAG_WORDS
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door

router = APIRouter(prefix="/desk")

Values = dict[str, object]

NO_LESSON = "This lesson is not here any more."
DIFFERS = "The log of this lesson is not what the rules make of it, from event {seq} on. Its story is not told."


@router.get("/classes/{class_id}/lessons/{code}")
async def told(door: TeachersDoor, class_id: str, code: str) -> Response:
    """The story, computed again from the journal as `boardsup replay` does."""
    found = await asyncio.to_thread(_found, door, class_id, code)
    if found is None:
        return class_page(door, class_id, text=NO_LESSON, status=404)
    klass, title, chapters = found
    text = DIFFERS.format(seq=chapters.seq) if isinstance(chapters, Difference) else ""
    shown = [] if isinstance(chapters, Difference) else [_chapter(one) for one in chapters]
    values: Values = {"klass": klass, "lesson": {"code": code, "title": title}, "text": text, "chapters": shown}
    return HTMLResponse(door.pages.page("desk/story.html", page="desk", title=title, **values))


def _found(door: Door, class_id: str, code: str) -> tuple[dict[str, str], str, tuple[Chapter, ...] | Difference] | None:
    with door.database.session() as session:
        klass, lesson = rosters.find_class(session, class_id), find_lesson(session, code)
        if klass is None or lesson is None or lesson.class_id != class_id:
            return None
        names = {"id": klass.id, "name": klass.name}
    log = [Recorded(*entry) for entry in door.rooms.house.journal.load(code)]
    return names, lesson.title, story(log)


def _chapter(of: Chapter) -> Values:
    return {"name": of.name, "minute": of.minute, "note": of.note, "questions": [_told(one) for one in of.questions]}


def _told(of: Told) -> Values:
    card = of.card
    return {
        "ask": of.ask,
        "k": of.k,
        "N": of.N,
        "flags": [_flag(flag) for flag in of.flags if flag.state is not None],
        "recommended": WORDS[card.action].title if card is not None else "",
        "reason": card.reason if card is not None else "",
        "chosen": DID[of.chosen] if of.chosen is not None else "",
        "followed": card is not None and card.action == of.chosen,
        "went": of.went,
        "timeline": of.timeline,
    }


def _flag(flag: FlagChanged) -> Values:
    return {"says": FLAG_WORDS.get(flag.state or "", ""), "k": flag.k, "n": flag.n, "N": flag.N}
