"""One drawn item of every shape, to be looked at in lists: the same numbers each time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from boardsup.items.bank import Bank
from boardsup.items.instance import Instance
from boardsup.items.pool import Pool, Shape
from boardsup.items.vary import posed, vary
from boardsup.teaching.plan import Wanted
from boardsup.web.desk.drafts import as_field

SEED = "1"
OWN = "own-"
"""Where the name of a teacher's own item starts."""


def is_own(shape: Shape) -> bool:
    """Did a teacher write it here?"""
    return shape.id.startswith(OWN)


@lru_cache(maxsize=2_048)
def sample(shape: Shape) -> Instance:
    """The numbers that its author wrote down as the example, or else those of the first seed. Raises `NoDraw`."""
    example = next((one for one in shape.examples if one.numbers), None)
    if example is not None:
        return posed(shape, dict(example.numbers), seed="")
    return vary(Pool(shape.skill, (shape,), ""), shape.id, SEED)


def singly(bank: Bank, asked: Iterable[Wanted]) -> list[dict[str, str]]:
    """Items to be chosen one by one: those written here, and those that are asked for by name already."""
    chosen = {as_field(one) for one in asked if one.shape}
    return [
        {"id": field, "name": f"{bank.skills[skill].name}: {sample(shape).question.ask}"}
        for skill in bank.skills.in_order(bank.pools)
        for shape in bank.pools[skill].shapes
        if (field := f"{skill}/{shape.id}") in chosen or is_own(shape)
    ]
