"""Results of lessons that have ended: counts per question, marks by student id, growth of a class per skill.

While a lesson runs there are none: nobody counts what still changes.
"""

from __future__ import annotations

from fastapi import APIRouter
from sqlmodel import Session

from boardsup.store.evidence import keep_missing, shown_in
from boardsup.store.exporting import written_in
from boardsup.store.paging import marks_after
from boardsup.store.tables import ShowingRow, ShownRow
from boardsup.teaching.grow import SAYS, Growth
from boardsup.teaching.week import Item, grown
from boardsup.web.api import values as v
from boardsup.web.api.callers import Asked, ReadsResults
from boardsup.web.api.pages import USUAL, Cursor, Limit, cut, key_in
from boardsup.web.api.problems import Problem
from boardsup.web.api.seeing import class_seen, lesson_seen
from boardsup.web.desk.records import records_of
from boardsup.web.library import the_bank

router = APIRouter(tags=["results"])

NOT_ENDED = "This lesson has not ended; results are there once it has."


@router.get("/lessons/{code}/results")
def get_results(asked: ReadsResults, code: str) -> v.Results:
    """What a lesson showed: for each question on a skill, how many were right."""

    def found(session: Session) -> v.Results:
        return v.Results(lesson=code, questions=[_question(one) for one in _kept(asked, session, code)])

    return asked.read(found)


@router.get("/lessons/{code}/marks")
def list_marks(asked: ReadsResults, code: str, cursor: Cursor = "", limit: Limit = USUAL) -> v.Marks:
    """How each student's answer to each of these questions stood at the end."""
    of = f"marks/{code}"
    key = key_in(cursor, of, (str, str))

    def page(session: Session) -> v.Marks:
        _kept(asked, session, code)
        found = marks_after(session, code, key, most=limit + 1)
        rows, following = cut(found, limit, of, lambda row: (row.question, row.student))
        wrote = written_in(session, code) if "writings:read" in asked.caller.scopes else {}
        marks = [_mark(row, wrote.get((row.question, row.student))) for row in rows]
        return v.Marks(items=marks, next=following)

    return asked.read(page)


@router.get("/classes/{class_id}/growth")
def get_growth(asked: ReadsResults, class_id: str) -> v.ClassGrowth:
    """How a class grew from the check to its newest quiz, skill by skill."""
    asked.read(lambda session: class_seen(session, asked.caller.person, class_id))
    records, bank = records_of(asked.door, class_id), the_bank(asked.door.settings.problems)
    items = records.items if records is not None else ()
    quiz, skills = grown(items)
    names = {one.skill: bank.skills[one.skill].name if one.skill in bank.skills else one.skill for one, _ in skills}
    return v.ClassGrowth(
        class_id=class_id, lesson=quiz or None, skills=[_skill(one, growth, names) for one, growth in skills]
    )


def _skill(of: Item, growth: Growth, names: dict[str, str]) -> v.SkillGrowth:
    pairs = growth.pairs
    return v.SkillGrowth(
        skill=of.skill,
        name=names[of.skill],
        both=pairs.n,
        right_before=pairs.before,
        right_after=pairs.after,
        gained=pairs.gained,
        lost=pairs.lost,
        label=growth.label,
        says=f"{SAYS[growth.label]}. {growth.headline}",
    )


def _kept(asked: Asked, session: Session, code: str) -> list[ShownRow]:
    """The questions of a lesson that has ended, put away now where they were not yet. Raises `Problem`."""
    row = lesson_seen(session, asked.caller.person, code)
    kept = shown_in(session, code)
    if kept is None:
        keep_missing(session, row.class_id, asked.door.rooms.replayed)
        kept = shown_in(session, code)
    if kept is None:
        raise Problem("not-ended", NOT_ENDED)
    return kept


def _question(row: ShownRow) -> v.QuestionResult:
    return v.QuestionResult(
        question=row.question,
        skill=row.skill,
        ask=row.ask,
        part=row.part,
        counted=row.counted,
        settled=row.settled,
        right=row.right,
    )


def _mark(row: ShowingRow, wrote: str | None) -> v.Mark:
    return v.Mark(
        question=row.question,
        student=row.student,
        result=row.showed,  # type: ignore[arg-type]  # written from the same literals
        sure=row.sure,  # type: ignore[arg-type]  # written from the same literals
        wrote=wrote,
    )
