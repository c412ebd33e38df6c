"""From the counts at the close to a recommendation: what to do next, and why, on one card.

Enough right: move on. Nearly: one more step and a twin. Between 30 % and 70 %: discuss, with the two lines side by
side where one misconception dominates. Below: teach again - that misconception, a whole example, or what comes
before. Zones after peer instruction (Mazur); a new question after every discussion (Smith et al. 2009); correct worked
examples first (Barbieri et al. 2023).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from boardsup.teaching.cards import Action, Card
from boardsup.teaching.closing import FEWEST_AT_CLOSE, ask_again
from boardsup.teaching.counting import Count
from boardsup.teaching.flag import DEFAULTS, Settings, Thresholds, certain, thresholds
from boardsup.teaching.limits import NOTHING_YET, Clock, SoFar, compared, fits, within_limits
from boardsup.teaching.misconceiving import Dominant, Result, dominant, has_no_start, one_table

Zone = Literal["move_on", "nearly", "discuss", "reteach"]

MASTERED = Fraction(7, 10)
"""Class mastery from which a prerequisite is taken to be there."""


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """A direct prerequisite of the question's skill, and the share of the class that knows it (None: unknown)."""

    skill: str
    mastery: Fraction | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a recommendation looks at beside the answers: prerequisites, the deepest first; what was done; the time."""

    prerequisites: tuple[Prerequisite, ...] = ()
    so_far: SoFar = NOTHING_YET
    clock: Clock | None = None


NOTHING_AROUND = Surroundings()


def advise(result: Result, around: Surroundings = NOTHING_AROUND, settings: Settings = DEFAULTS) -> Card | None:
    """The card of a closed question; None for a class so small that only counts are shown."""
    if result.N < FEWEST_AT_CLOSE:
        return None
    count = result.count
    early = ask_again(count, certain(count, settings))
    if early:
        return Card("ask_again", early, ("discuss", "model", "move_on"))
    of = thresholds(result.N, settings, options=result.options)
    shared, weak = dominant(result), weakest(around.prerequisites)
    wanted = _wanted(result, of, shared, weak)
    action = within_limits(wanted, around.so_far)
    why = _reason(action, result, of, shared)
    if action == "model" and wanted == "discuss":
        why = f"{result.k} of {result.N} right after talking it over: show a whole example."
    if around.clock is not None and not fits(action, around.clock):
        action, why = "exit_now", f"{around.clock.left} minutes left, and this needs more. Ask the exit question now."
    return Card(
        action=action,
        reason=why,
        alternatives=_others(action, shared, weak),
        dominant=shared,
        table=one_table(result) if action == "move_on" else (),
        skill=weak if action == "step_back" else "",
        compared=compared(count, around.so_far.first),
    )


def zone(k: int, of: Thresholds) -> Zone:
    """Where k right answers stand among the thresholds."""
    if k >= of.T:
        return "move_on"
    if k >= of.M:
        return "nearly"
    return "discuss" if k >= of.R else "reteach"


def weakest(prerequisites: Sequence[Prerequisite]) -> str:
    """The deepest prerequisite that the class has not, or of which nobody knows; empty when all are there."""
    return next((p.skill for p in prerequisites if p.mastery is None or p.mastery < MASTERED), "")


def after_step_back(skill: str, count: Count, settings: Settings = DEFAULTS) -> Card:
    """The card after the one quick question on a prerequisite: teach that, or else model the skill at hand."""
    line = f"{count.k} of {count.N} right on what comes before"
    if 100 * count.k < settings.middle * count.N:
        return Card("model", f"{line}: show a whole example of that first.", ("discuss", "move_on"), skill=skill)
    return Card("model", f"{line}, so it is there: show a whole example of today's step.", ("discuss", "move_on"))


def _wanted(result: Result, of: Thresholds, shared: Dominant | None, weak: str) -> Action:
    """What the answers alone call for."""
    where = zone(result.k, of)
    if where == "discuss":
        return "contrast" if shared else "discuss"
    if where != "reteach":
        return where
    if shared:
        return "reteach"
    return "model" if has_no_start(result) or not weak else "step_back"


def _others(action: Action, shared: Dominant | None, weak: str) -> tuple[Action, ...]:
    """The other actions that make sense for these answers, "move on anyway" last."""
    offered: list[Action] = ["contrast", "reteach"] if shared else []
    offered += ["discuss", "nearly", "model"]
    if weak:
        offered.append("step_back")
    offered += ["park", "move_on"]
    return tuple(other for other in offered if other != action)


def _reason(action: Action, result: Result, of: Thresholds, shared: Dominant | None) -> str:
    """The counts that led to the action, in at most 25 words."""
    right = f"{result.k} of {result.N} right"
    same = len(shared.students) if shared else 0
    reasons: dict[Action, str] = {
        "move_on": f"{right}; {of.T} are enough.",
        "nearly": f"{right}, {of.T} are enough: one more worked step should do.",
        "contrast": f"{right}. {same} answers show the same idea. Which of the two lines is right, and why?",
        "discuss": f"{right}, and no single idea behind the rest: enough to convince each other.",
        "reteach": f"{right}. {same} answers show the same idea: teach that step again.",
        "model": f"{right}, and {result.idk} said “I don't know yet”: show how to begin."
        if has_no_start(result)
        else f"{right}, and nothing that comes before is missing: show a whole example.",
        "step_back": f"{right}, and the answers have little in common: check what comes before.",
        "park": f"{right} after two more goes. Enough for today: exit question, tables tomorrow.",
    }
    return reasons[action]
