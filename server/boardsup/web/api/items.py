"""The item bank: every form of question with its parameters, and the twin that a seed makes of it."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import Annotated

from fastapi import APIRouter, Path, Query

from boardsup.items.bank import Bank
from boardsup.items.instance import Instance
from boardsup.items.pool import Shape
from boardsup.items.vary import NoDraw, vary
from boardsup.web.api import item_values as v
from boardsup.web.api.callers import Asked, ReadsItems
from boardsup.web.api.pages import USUAL, Cursor, Limit, cut, key_in
from boardsup.web.api.problems import Problem, not_here
from boardsup.web.library import bank_of

router = APIRouter(tags=["items"])

OfSkill = Annotated[str, Query(max_length=80, description="Only those on this skill of the map.")]
Seed = Annotated[str, Path(min_length=1, max_length=80, description="Any text; the same one makes the same twin.")]
NO_TWIN = "This seed makes no twin; please take another one."


@router.get("/items")
def list_items(asked: ReadsItems, skill: OfSkill = "", cursor: Cursor = "", limit: Limit = USUAL) -> v.Items:
    """All forms of questions, by id."""
    of = f"items/{skill}"
    key, bank = key_in(cursor, of, (str,)), _bank(asked)
    pools = (pool for pool in bank.pools.values() if skill in ("", pool.skill) and pool.skill in bank.skills)
    shapes = {_id(shape): shape for pool in pools for shape in pool.shapes}
    ids = sorted(shapes)
    begin = bisect_right(ids, str(key[0])) if key is not None else 0
    page, following = cut(ids[begin : begin + limit + 1], limit, of, lambda id: (id,))
    return v.Items(items=[_form(bank, shapes[id]) for id in page], next=following)


@router.get("/items/{item}")
def get_item(asked: ReadsItems, item: str) -> v.ItemForm:
    """One form of question."""
    bank = _bank(asked)
    return _form(bank, _shape(bank, item))


@router.get("/items/{item}/twins/{seed}")
def get_twin(asked: ReadsItems, item: str, seed: Seed) -> v.Twin:
    """The question that a seed makes of it, with its answer and the wrong answers that are predicted."""
    bank = _bank(asked)
    shape = _shape(bank, item)
    try:
        return _twin(item, vary(bank.pools[shape.skill], shape.id, seed))
    except NoDraw as error:
        raise Problem("refused", NO_TWIN) from error


def _bank(asked: Asked) -> Bank:
    return bank_of(asked.door)


def _id(shape: Shape) -> str:
    return f"{shape.skill}.{shape.id}"


def _shape(bank: Bank, item: str) -> Shape:
    skill, _, id = item.partition(".")
    found = next((one for one in bank.pools[skill].shapes if one.id == id), None) if skill in bank.pools else None
    if found is None:
        raise not_here()
    return found


def _form(bank: Bank, shape: Shape) -> v.ItemForm:
    skill = bank.skills[shape.skill]
    return v.ItemForm(
        id=_id(shape),
        skill=shape.skill,
        skill_name=skill.name,
        standards=list(skill.ccss),
        kind=shape.kind,
        ask=shape.ask,
        parameters=[v.Parameter(name=draw.name, values=list(map(_exact, draw.values))) for draw in shape.draws],
        variables=list(shape.variables),
        choices=list(shape.choices),
        misconceptions=list(dict.fromkeys(rule.id for rule in shape.rules)),
    )


def _twin(item: str, drawn: Instance) -> v.Twin:
    question = drawn.question
    return v.Twin(
        item=item,
        seed=drawn.seed,
        numbers=[v.Drawn(name=name, value=_exact(value)) for name, value in drawn.numbers],
        ask=question.ask,
        answer=question.answer,
        choices=list(question.choices),
        hints=list(drawn.hints),
        predicted=[
            v.Predicted(value=one.value, misconceptions=list(one.ids), says=one.says) for one in question.predictions
        ],
    )


def _exact(value: Fraction) -> str:
    return str(value)
