"""Did it work: the page on which a week ends and the next one begins.

Counts come first, in words; names are in the page only where they show while a key is held, and no child has a score.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from boardsup.items.bank import Bank
from boardsup.lesson.segments import HELPED, MUDDY
from boardsup.lesson.state import Lesson
from boardsup.teaching.grow import FEWEST, SAYS, Growth, grow
from boardsup.teaching.intervals import Interval
from boardsup.teaching.tracing import Standing
from boardsup.teaching.week import BEFORE, Item, before_quiz, pairs, sorted_by_need
from boardsup.web.desk.coming import coming, plain
from boardsup.web.desk.records import Records, records_of
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door
from boardsup.web.library import the_bank

router = APIRouter(prefix="/desk")

Values = dict[str, object]

STANDINGS: Mapping[Standing, str] = {"needs_it": "need it", "check": "to look at", "has_it": "have it"}


@router.get("/classes/{class_id}/growth")
async def growth(door: TeachersDoor, class_id: str) -> Response:
    """How the class grew from check to quiz, and what follows for next week."""
    values = await asyncio.to_thread(_values, door, class_id)
    if values is None:
        return class_page(door, class_id, status=404)
    return HTMLResponse(door.pages.page("desk/growth.html", page="desk", title="Growth", **values))


def _values(door: Door, class_id: str) -> Values | None:
    bank, records = the_bank(door.settings.problems), records_of(door, class_id)
    if records is None:
        return None
    quiz = next((item.lesson for item in reversed(records.items) if item.part == "quiz"), "")
    return {
        "klass": {"id": records.id, "name": records.name},
        "quiz": _quiz(bank, records, quiz) if quiz else None,
        "words": _words(door.rooms.replayed(quiz), records) if quiz else [],
    } | coming(bank, records)


def _quiz(bank: Bank, records: Records, code: str) -> Values:
    """The newest quiz: every skill that counts, and the probe apart from them."""
    week = before_quiz(records.items, code)
    asked = [item for item in records.items if item.lesson == code]
    counts = list({item.skill: item for item in reversed(asked) if item.part == "quiz"}.values())
    return {
        "code": code,
        "weekday": records.weekday(code),
        "skills": [_skill(bank, records, week, item) for item in reversed(counts)],
        "probe": [plain(bank, item) for item in asked if item.part == "probe"],
    }


def _skill(bank: Bank, records: Records, week: tuple[Item, ...], after: Item) -> Values:
    before = next((item for item in week if item.part in BEFORE and item.skill == after.skill), None)
    found = plain(bank, after) | {"standing": _standing(records, after.skill)}
    if before is None:
        return found | {"growth": None}
    return found | {"growth": _growth(grow(pairs(week, after)), records.weekday(before.lesson))}


def _growth(of: Growth, since: str) -> Values:
    """What the page prints of one skill; no more than counts where they are too few to tell."""
    counts = of.pairs
    enough = counts.n >= FEWEST
    return {
        "since": since,
        "n": counts.n,
        "before": counts.before,
        "after": counts.after,
        "headline": of.headline,
        "label": of.label,
        "says": SAYS[of.label],
        "points": _signed(of.gain) if enough else "",
        "low": _signed(of.interval.low) if enough else "",
        "high": _signed(of.interval.high) if enough else "",
        "conversion": _between(of.conversion) if enough else "",
        "possible": f"{of.hake:.2f}".replace("-", "−") if of.hake is not None else "",
        "from_x": 100 * counts.before // counts.n if counts.n else 0,
        "to_x": 100 * counts.after // counts.n if counts.n else 0,
    }


def _between(share: Interval | None) -> str:
    """The limits of a share, in hundredths."""
    return f"{round(100 * share.low)} to {round(100 * share.high)} in a hundred" if share is not None else ""


def _signed(share: float) -> str:
    """A change in points of a hundred, with its sign."""
    points = round(100 * share)
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"


def _standing(records: Records, skill: str) -> list[Values]:
    """How many need it, are to be looked at, have it; who, in the order of need, for whoever holds the key."""
    students = [(s, at) for s, at in sorted_by_need(records.items, skill, records.today) if s in records.names]
    return [
        {"says": says, "names": [records.names[s] for s, at in students if at == standing]}
        for standing, says in STANDINGS.items()
    ]


def _words(lesson: Lesson, records: Records) -> list[Values]:
    """What was written after the quiz: by the prompt, in the order of the alphabet, so that no place gives a name."""
    found: list[Values] = []
    for id, prompt in (("helped", HELPED), ("muddy", MUDDY)):
        asked = next((of for key, of in lesson.asked.items() if key.endswith(f".{id}")), None)
        answers = asked.answers.items() if asked is not None else ()
        by_text: dict[str, list[str]] = {}
        for text, name in sorted((a.wrote, records.names.get(s, "")) for s, a in answers if a.wrote):
            by_text.setdefault(text, []).append(name)
        found.append({"prompt": prompt, "wrote": [{"text": text, "names": by_text[text]} for text in by_text]})
    return found
