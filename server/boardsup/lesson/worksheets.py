"""Worksheets for paper: what a sheet asks follows from the code printed on it, so that a sheet and its key agree.

Version 1 is drawn from the seed; the next three are its twins, the others have the same forms with numbers of their
own. A version never depends on how many there are, so that any sheet can be found again from its code alone; four more
digits tell whether the items are still those that it was printed from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from math import prod
from typing import Literal, assert_never

from boardsup.items.bank import Bank
from boardsup.items.instance import Instance
from boardsup.items.pool import Pool, Shape
from boardsup.items.vary import NoDraw, twin, vary
from boardsup.lesson.draws import TRIES

MOST_SKILLS, MOST_QUESTIONS, MOST_VERSIONS = 4, 20, 600
TWINS = 4
"""Versions up to this one are twins of the first."""

LEAST_DRAWS = 20
"""Ways to draw a form's numbers below which its versions are no twins."""

SEEDS = re.compile(r"[A-Za-z0-9-]{1,12}")

Mix = Literal["same", "two", "four", "own"]
"""How many versions go through a class: one; two or four, so that neighbours differ; one for everybody."""

_CODE = re.compile(r"([a-z0-9+-]{1,120})\.(\d{1,2})\.([A-Za-z0-9-]{1,12})\.([A-Z]{1,3})\.([0-9a-f]{4})")

Questions = tuple[Instance, ...]
"""What one sheet asks, in order."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a worksheet is to hold: questions on these skills in turn, with the numbers of this seed."""

    skills: tuple[str, ...]
    count: int
    seed: str

    def code(self, version: int, questions: Questions) -> str:
        """The name of one version with these questions, as it is printed on the sheet: eq-2step+dist.8.417.B.3f0a."""
        return f"{'+'.join(self.skills)}.{self.count}.{self.seed}.{letters(version)}.{digits(questions)}"


def sheet_of(bank: Bank, code: str) -> tuple[Order, int, str] | None:
    """The order, the version and the `digits` that a sheet's code names; None where it is no code of ours."""
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    order, version = Order(tuple(found[1].split("+")), int(found[2]), found[3]), _number(found[4])
    return (order, version, found[5]) if can_draw(bank, order) and version <= MOST_VERSIONS else None


def digits(questions: Questions) -> str:
    """Four digits that other questions hardly ever have, or the same with another answer."""
    told = "\n".join(f"{one.question.ask}\n{one.question.answer}" for one in questions)
    return sha256(told.encode()).hexdigest()[:4]


def can_draw(bank: Bank, order: Order) -> bool:
    """Is there a pool for every skill, and are the numbers within what a sheet holds?"""
    is_small = 1 <= len(order.skills) <= MOST_SKILLS and 1 <= order.count <= MOST_QUESTIONS
    is_named = SEEDS.fullmatch(order.seed) is not None
    return is_small and is_named and all(skill in bank.pools for skill in order.skills)


def sheets(bank: Bank, order: Order, versions: int) -> tuple[Questions, ...]:
    """The questions of the first `versions` versions, each in the same order of forms. Raises `NoDraw`."""
    columns: list[Questions] = []
    seen: list[set[str]] = [set() for _ in range(versions)]
    for place in range(order.count):
        pool = bank.pools[order.skills[place % len(order.skills)]]
        shape = pool.shapes[(place // len(order.skills)) % len(pool.shapes)]
        last_twin = TWINS if _has_room(shape) else 1
        column: list[Instance] = []
        for version in range(1, versions + 1):
            of = column[0] if 1 < version <= last_twin else None
            draws = _draws(pool, shape.id, of, f"paper|{order.seed}|{place}|{version}")
            column.append(_best(draws, column, seen[version - 1]))
            seen[version - 1].add(column[-1].question.ask)
        columns.append(tuple(column))
    return tuple(zip(*columns, strict=True))


def version_at(place: int, mix: Mix, in_a_row: int) -> int:
    """The version for the tile at this place, counted from 0, when the class sits in rows of `in_a_row`.

    With two versions those beside, before and behind one have the other; with four those at the corners differ, too.
    """
    row, seat = divmod(place, in_a_row)
    match mix:
        case "same":
            return 1
        case "two":
            return 1 + (row + seat) % 2
        case "four":
            return 1 + 2 * (row % 2) + seat % 2
        case "own":
            return place + 1
        case _:
            assert_never(mix)


def letters(version: int) -> str:
    """A, B, …, Z, AA, AB, … for 1, 2, …"""
    text = ""
    while version > 0:
        version, last = divmod(version - 1, 26)
        text = chr(ord("A") + last) + text
    return text


def _number(text: str) -> int:
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _has_room(shape: Shape) -> bool:
    """Are there numbers enough to look for twins? Where there are few, the search for one that is not there is long."""
    return prod(len(draw.values) for draw in shape.draws) >= LEAST_DRAWS


def _draws(pool: Pool, shape: str, of: Instance | None, seed: str) -> Iterator[Instance]:
    """Items for one place of one version, in the order in which they are tried: twins of an item, or of this shape."""
    for i in range(TRIES):
        if of is not None:
            try:
                yield twin(pool, of, f"{seed}|{i}")
                continue
            except NoDraw:
                of = None
        yield vary(pool, shape, f"{seed}|{i}")


def _best(draws: Iterator[Instance], before: list[Instance], on_the_sheet: set[str]) -> Instance:
    """The first whose prompt stands on no sheet yet and whose answer not on the last few; else the nearest to that."""
    asks = {one.question.ask for one in before} | on_the_sheet
    answers = {one.question.answer for one in before[-TWINS:]}

    def misses(found: Instance) -> int:
        is_other = found.question.choices or found.question.answer not in answers
        return 2 * (found.question.ask in asks) + (not is_other)

    tried: list[tuple[int, int, Instance]] = []
    for found in draws:
        tried.append((misses(found), len(tried), found))
        if tried[-1][0] == 0:
            break
    return min(tried)[2]
