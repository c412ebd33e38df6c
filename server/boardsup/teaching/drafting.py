"""A proposed lesson, changed by its teacher: parts moved, doubled, left out, put in; other questions, other numbers.

Every change gives an outline that can be taught: the stations practise what the questions before them ask, and no
question stands in a lesson twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from boardsup.teaching.plan import MINUTES, Outline, Part, Step, Wanted

MOST_PARTS = 24
MOST_ASKED: Mapping[Part, int] = {"diagnostic": 3, "exit": 2, "model": 1, "board": 1}
"""Questions that a part may have; parts that are not named have none of their own to choose."""

HIGHEST = 999
"""The highest number that a twin may have."""


def moved(outline: Outline, place: int, by: int) -> Outline:
    """The part at this place so many places later (earlier, if negative), as far as there is room."""
    steps = list(outline.steps)
    if not 0 <= place < len(steps):
        return outline
    step = steps.pop(place)
    steps.insert(max(0, min(len(steps), place + by)), step)
    return whole(outline, steps)


def doubled(outline: Outline, place: int) -> Outline:
    """The part once more right behind itself, with new numbers."""
    if not 0 <= place < len(outline.steps) or len(outline.steps) >= MOST_PARTS:
        return outline
    step = outline.steps[place]
    again = replace(step, questions=tuple(_next(outline, one) for one in step.questions))
    return whole(outline, [*outline.steps[: place + 1], again, *outline.steps[place + 1 :]])


def left_out(outline: Outline, place: int) -> Outline:
    """The lesson without this part."""
    return whole(outline, [step for i, step in enumerate(outline.steps) if i != place])


def put_in(outline: Outline, part: Part, place: int) -> Outline:
    """One more part at this place, on the target where it asks something."""
    if len(outline.steps) >= MOST_PARTS:
        return outline
    questions = (_next(outline, Wanted(outline.target, 1)),) if part in MOST_ASKED else ()
    at = max(0, min(place, len(outline.steps)))
    step = Step(part, questions, MINUTES[part])
    return whole(outline, [*outline.steps[:at], step, *outline.steps[at:]])


def renumbered(outline: Outline, place: int) -> Outline:
    """Other numbers for every question of the part at this place."""
    if not 0 <= place < len(outline.steps):
        return outline
    step = outline.steps[place]
    fresh = replace(step, questions=tuple(_next(outline, one) for one in step.questions))
    return whole(outline, [*outline.steps[:place], fresh, *outline.steps[place + 1 :]])


def one_more(outline: Outline, place: int) -> Outline:
    """One more question in the part at this place, if it may have one."""
    if not 0 <= place < len(outline.steps):
        return outline
    step = outline.steps[place]
    if len(step.questions) >= MOST_ASKED.get(step.part, 0):
        return outline
    last = step.questions[-1] if step.questions else Wanted(outline.target, 1)
    more = replace(step, questions=(*step.questions, _next(outline, last)))
    return whole(outline, [*outline.steps[:place], more, *outline.steps[place + 1 :]])


def whole(outline: Outline, steps: list[Step]) -> Outline:
    """The outline of these steps, its stations in step with the questions before them."""
    found: list[Step] = []
    for step in steps:
        if step.part == "stations":
            asked = next((s for s in reversed(found) if s.part == "diagnostic"), None)
            step = replace(step, questions=_practised(outline, step, asked))
        found.append(step)
    return replace(outline, steps=tuple(found))


def lacks(outline: Outline) -> str:
    """What keeps this lesson from being taught, as a sentence; empty where nothing does."""
    parts = [step.part for step in outline.steps]
    if not parts:
        return "A lesson needs a part. Put one in."
    for part, word in (("plan", "The plan"), ("stations", "Stations")):
        if part in parts and "diagnostic" not in parts[: parts.index(part)]:
            return f"{word} need questions in front: put a diagnostic before them."
    empty = next((s for s in outline.steps if s.part in MOST_ASKED and not s.questions), None)
    return "One of the parts has no question. Choose one, or leave the part out." if empty else ""


def _practised(outline: Outline, step: Step, asked: Step | None) -> tuple[Wanted, ...]:
    """A set for each skill asked before, but not for the running week's probe."""
    here = {one.skill: one for one in step.questions}
    skills = dict.fromkeys(one.skill for one in asked.questions) if asked is not None else {}
    return tuple(here.get(skill, Wanted(skill, 1)) for skill in skills if skill != outline.probe)


def _next(outline: Outline, of: Wanted) -> Wanted:
    """A twin of this one that the lesson does not have yet."""
    used = [one.twin for step in outline.steps for one in step.questions if one.skill == of.skill]
    return replace(of, twin=min(HIGHEST, max(used, default=0) + 1))
