"""A teacher's own items: each is one shape in a file of its own, and joins the pool of its skill behind the bank's.

The same parser reads them, so an own item either means exactly one thing or is refused; it may go without the cards
and the rows of examples that a shipped file needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from boardsup.items.bank import Bank, worded
from boardsup.items.fields import Fields
from boardsup.items.parse_shape import shape
from boardsup.items.pool import Pool
from boardsup.items.sheet import sheet

BY_A_TEACHER = "written by a teacher"
MOST_MISTAKES = 8
"""Predicted wrong answers of an own item, so that drawing it stays quick."""


def parse_own(text: str, *, file: str) -> Pool:
    """The pool of one shape that an own item states; raises `Unusable`."""
    fields = Fields(sheet(text, file=file), file=file, inside="the item")
    skill, source = fields.identity("skill"), fields.text("source", BY_A_TEACHER)
    shapes = fields.each("shapes", partial(shape, skill=skill, shared={}, is_own=True), is_needed=True)
    if len(shapes) != 1:
        fields.stop(fields.line, f"there are {len(shapes)} shapes", "an own item has one")
    if len(shapes[0].rules) > MOST_MISTAKES:
        fields.stop(shapes[0].line, f"there are more than {MOST_MISTAKES} wrong answers", "keep the telling ones")
    fields.done()
    return Pool(skill, shapes, source, file)


def with_own(bank: Bank, own: Iterable[Pool]) -> Bank:
    """The bank with these items behind its own; those of a skill that the map does not have are left out."""
    pools = dict(bank.pools)
    for pool in own:
        if pool.skill not in bank.skills:
            continue
        mine, before = worded(pool, bank.misconceptions), pools.get(pool.skill)
        known = {one.id for one in before.shapes} if before else set()
        new = tuple(one for one in mine.shapes if one.id not in known)
        pools[pool.skill] = replace(before, shapes=(*before.shapes, *new)) if before else mine
    return replace(bank, pools=pools)
