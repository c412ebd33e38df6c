"""A lesson from its target: questions before, warm-up, stations, model, boards, a cold call, an exit question.

I do, we do, you do, with the pre-assessment in front and a question for everybody at the end; the teacher edits it.
No question of a lesson appears twice in it: every one is a twin of its own. The target is neither in the
pre-assessment nor in the warm-up, and a quiz's probe never in the stations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from boardsup.teaching.precheck import Precheck

Part = Literal["warmup", "diagnostic", "plan", "stations", "model", "board", "discuss", "coldcall", "exit", "community"]

MINUTES: dict[Part, int] = {
    "warmup": 6,
    "diagnostic": 6,
    "plan": 3,
    "stations": 14,
    "model": 4,
    "board": 4,
    "discuss": 3,
    "coldcall": 3,
    "exit": 3,
    "community": 4,
}
"""Minutes of each part in a lesson of 50."""

TAUGHT: tuple[Part, ...] = ("model", "board", "board", "coldcall", "exit")
"""What is done with the target: the second board is the twin after whatever the first one shows."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question that is wanted: its skill, and which twin of it, counted from 1 within the lesson.

    `shape` is the one item of the skill that it has to be ("" any of them in turn).
    """

    skill: str
    twin: int
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a lesson, its questions (none for the plan card), and its minutes.

    `text` is the teacher's own: a prompt, the line of the stations, or the name of a warm-up or of a prompt about the
    class; empty where the program chooses.
    """

    part: Part
    questions: tuple[Wanted, ...]
    minutes: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A proposed lesson: its target, its steps in order, and why these questions come first.

    `probe` is the running week's quiz probe, which no station practises.
    """

    target: str
    steps: tuple[Step, ...]
    says: str
    probe: str = ""

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(step.minutes for step in self.steps)


def outline(target: str, before: Precheck, warmup: Iterable[str], probe: str = "") -> Outline:
    """The lesson for a target, with what to ask before (`precheck`) and to review (`spiral.warmup`).

    Without anything to ask before there are no stations. `probe` is the running week's quiz probe.
    """
    parts: list[tuple[Part, tuple[str, ...]]] = [("warmup", tuple(skill for skill in warmup if skill != target))]
    if before.asks:
        stations = tuple(skill for skill in before.asks if skill != probe)
        parts += [("diagnostic", before.asks), ("plan", ()), ("stations", stations)]
    parts += [(part, (target,)) for part in TAUGHT]
    used: Counter[str] = Counter()
    return Outline(target, tuple(_step(part, skills, used) for part, skills in parts), before.says, probe)


def _step(part: Part, skills: tuple[str, ...], used: Counter[str]) -> Step:
    """The step with a fresh twin of each skill."""
    used.update(skills)
    return Step(part, tuple(Wanted(skill, used[skill]) for skill in skills), MINUTES[part])
