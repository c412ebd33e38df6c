"""A part put into a running lesson in one press: a cold call, a talk, one more warm-up, a prompt about the class.

It comes right behind what is before the class, and waits there to be opened.
"""

from __future__ import annotations

from pathlib import Path

from boardsup.items.predicting import Unfit
from boardsup.items.vary import NoDraw, vary
from boardsup.lesson.again import free_id
from boardsup.lesson.commands import Put
from boardsup.lesson.preparing import TALK, WHY, board_of
from boardsup.lesson.segments import ColdCall, Community, Discuss, Notice, Segment, Warmup
from boardsup.lesson.state import Lesson
from boardsup.lesson.warming_up import segment_of
from boardsup.web.door import Door
from boardsup.web.library import bank_of, the_community, the_warm_ups
from boardsup.web.wire import PutIn, PutItem


def put_in(lesson: Lesson, wish: PutIn, problems: Path) -> Put | None:
    """The command that puts it in; None where the lesson has had all that there are."""
    place = next((i + 1 for i, one in enumerate(lesson.segments) if one.id == lesson.now), len(lesson.segments))
    segment = _segment(lesson, wish, problems)
    return Put(segment, place, "wait") if segment is not None else None


def item_put_in(lesson: Lesson, wish: PutItem, door: Door) -> Put | None:
    """The command that puts an item in as a board, as its page shows it; None where it cannot. Blocks: it draws."""
    bank = bank_of(door)
    pool = bank.pools.get(wish.skill)
    if pool is None or not any(shape.id == wish.shape for shape in pool.shapes):
        return None
    place = next((i + 1 for i, one in enumerate(lesson.segments) if one.id == lesson.now), len(lesson.segments))
    id = free_id("item", {segment.id for segment in lesson.segments})
    try:
        return Put(board_of(bank, vary(pool, wish.shape, wish.seed), id, f"{lesson.code}|{wish.seed}"), place, "wait")
    except (NoDraw, Unfit):
        return None


def _segment(lesson: Lesson, wish: PutIn, problems: Path) -> Segment | None:
    id = free_id(wish.part, {segment.id for segment in lesson.segments})
    match wish.part:
        case "call":
            return ColdCall(id, WHY)
        case "talk":
            return Discuss(id, TALK)
        case "community":
            asked = {one.ask for one in lesson.segments if isinstance(one, Community)}
            prompts = (prompt.ask for prompt in the_community(problems).values() if prompt.ask not in asked)
            ask = next(prompts, "")
            return Community(id, ask) if ask else None
        case "warm":
            had = {_face(one) for one in lesson.segments}
            warm_ups = (segment_of(one, id) for one in the_warm_ups(problems).values())
            return next((one for one in warm_ups if _face(one) not in had), None)


def _face(segment: Segment) -> tuple[object, ...]:
    """What makes two warm-ups the same one, whatever their ids."""
    match segment:
        case Warmup(_, ask, options):
            return (ask, options)
        case Notice(_, ask, picture):
            return (ask, picture)
        case _:
            return ()
