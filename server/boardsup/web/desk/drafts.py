"""A lesson as it stands in the form of its page: read from the fields, changed by a press.

The page keeps nothing: what is chosen stands in its address, so the browser's way back takes a press back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from starlette.datastructures import ImmutableMultiDict

from boardsup.items.bank import Bank
from boardsup.rostering.names import cleaned
from boardsup.teaching.drafting import (
    HIGHEST,
    MOST_ASKED,
    MOST_PARTS,
    doubled,
    left_out,
    moved,
    one_more,
    put_in,
    renumbered,
    whole,
)
from boardsup.teaching.plan import MINUTES, Outline, Part, Step, Wanted

Fields = ImmutableMultiDict[str, str]

LONGEST_TEXT = 200
LONGEST_PART = 60
"""Minutes."""

CHANGED = "As you changed it."
WITH_ITEM = "The first board asks the item that you chose."


@dataclass(frozen=True, slots=True)
class Draft:
    """The page of a lesson: its parts, the seed of its numbers, the minutes of the lesson, the name to keep it by."""

    outline: Outline
    seed: str
    minutes: int
    name: str


def read_draft(fields: Fields, proposed: Outline, bank: Bank, seed: str) -> Draft:
    """The draft that the fields hold, after the press that sent them; without parts, what is proposed."""
    outline = _pressed(_outline(fields, proposed, bank), fields.get("press", ""))
    given = cleaned(str(fields.get("seed", "")))[:16]
    return Draft(
        outline,
        given if given.isalnum() else seed,
        _number(fields.get("minutes", "50"), 0, 240),
        cleaned(fields.get("name", ""))[:80],
    )


def _outline(fields: Fields, proposed: Outline, bank: Bank) -> Outline:
    parts = fields.getlist("part")[:MOST_PARTS]
    texts, minutes = fields.getlist("text"), fields.getlist("for")
    if not parts or not len(parts) == len(texts) == len(minutes):
        return _with_item(proposed, wanted(fields.get("item", ""), 1, bank))
    steps = []
    for i, (part, text, so_long) in enumerate(zip(parts, texts, minutes, strict=True)):
        known = _part(part)
        if known is None:
            continue
        asked = _asked(fields, i, bank)[: MOST_ASKED.get(known, len(proposed.steps))]
        steps.append(Step(known, asked, _number(so_long, 0, LONGEST_PART), cleaned(text)[:LONGEST_TEXT]))
    outline = whole(replace(proposed, steps=()), steps)
    return outline if outline.steps == proposed.steps else replace(outline, says=CHANGED)


def _with_item(proposed: Outline, item: Wanted | None) -> Outline:
    """The proposal, its first board asking this very item."""
    boards = [i for i, step in enumerate(proposed.steps) if step.part == "board"]
    if item is None or not boards:
        return proposed
    steps = list(proposed.steps)
    steps[boards[0]] = replace(steps[boards[0]], questions=(item,))
    return replace(proposed, steps=tuple(steps), says=WITH_ITEM)


def _asked(fields: Fields, place: int, bank: Bank) -> tuple[Wanted, ...]:
    """The questions of the part at this place; a skill that has no items, or was taken out, is left out."""
    pairs = zip(fields.getlist(f"skill.{place}"), fields.getlist(f"number.{place}"), strict=False)
    found = (wanted(asked, _number(number, 1, HIGHEST), bank) for asked, number in pairs)
    return tuple(one for one in found if one is not None)


def wanted(asked: str, number: int, bank: Bank) -> Wanted | None:
    """The question that a field asks for: a skill, or skill/item for one item of it; None where there is no such."""
    skill, _, shape = asked.partition("/")
    pool = bank.pools.get(skill)
    if pool is None:
        return None
    return Wanted(skill, number, shape if any(one.id == shape for one in pool.shapes) else "")


def as_field(of: Wanted) -> str:
    """A question as its field says it."""
    return f"{of.skill}/{of.shape}" if of.shape else of.skill


def _pressed(outline: Outline, press: str) -> Outline:
    """The outline after a press: what, and where, such as up.3 or in.discuss.4. What is no press changes nothing."""
    what, _, where = press.partition(".")
    part, _, place = where.partition(".") if what == "in" else ("", "", where)
    if not (place.isascii() and place.isdigit() and len(place) < 4):
        return outline
    if what == "in":
        known = _part(part)
        return _said(outline, put_in(outline, known, int(place))) if known else outline
    change = PRESSES.get(what)
    return _said(outline, change(outline, int(place))) if change is not None else outline


def _said(before: Outline, after: Outline) -> Outline:
    return after if after.steps == before.steps else replace(after, says=CHANGED)


PRESSES: Mapping[str, Callable[[Outline, int], Outline]] = {
    "up": lambda outline, place: moved(outline, place, -1),
    "down": lambda outline, place: moved(outline, place, 1),
    "copy": doubled,
    "out": left_out,
    "numbers": renumbered,
    "more": one_more,
}


def _part(text: str) -> Part | None:
    return next((part for part in MINUTES if part == text), None)


def _number(text: str, low: int, high: int) -> int:
    """The number that a field holds, between these two; the lower one where it holds none."""
    digits = text.strip()
    return max(low, min(high, int(digits))) if digits.isascii() and digits.isdigit() and len(digits) < 6 else low
