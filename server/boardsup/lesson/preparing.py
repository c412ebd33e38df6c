"""From an outline to segments: every question is drawn here, with its twins, its remedies and its way back.

Whatever the lesson may need later goes into the segments, so that it never looks into a file again. The first question
on a skill takes the numbers that its author wrote down as the example; its twins are drawn from the seed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from boardsup.items.bank import Bank
from boardsup.items.cards import WorkedLine
from boardsup.items.instance import Instance
from boardsup.items.item import Question
from boardsup.items.pool import Pool
from boardsup.items.vary import posed, twin, vary
from boardsup.items.warmups import WarmUp
from boardsup.lesson.materials import Link, PracticeSet, Remedy, StepBack
from boardsup.lesson.segments import Board, ColdCall, Diagnostic, Exit, Model, Plan, Segment, Stations
from boardsup.lesson.warming_up import warm_up
from boardsup.teaching.plan import Outline, Step, Wanted

NO_WARM_UPS: Mapping[str, WarmUp] = {}

TRIES = 12
"""How often a question is drawn again when its prompt stands in the lesson already."""

TWINS = 4
"""Twins that a board brings along: two reteach cycles, and two in reserve."""

PRACTICE = 6
"""Drawn for a practice set: one as its worked example, the others to practise."""

COACH = ("What did you do first?", "How do you know?", "Where does this number come from?")

WHY = "How did you begin, and why?"


@dataclass(frozen=True, slots=True)
class _Draws:
    """Where questions are drawn from: the bank, the lesson's seed, and the prompts that stand in the lesson already."""

    bank: Bank
    seed: str
    used: set[str] = field(default_factory=set)

    def new(self, pool: Pool, shape: str, seed: str) -> Instance:
        """A drawn item whose prompt stands nowhere in the lesson yet, if one comes within a few tries."""
        return self._unused(lambda i: vary(pool, shape, f"{self.seed}|{seed}|{i}"))

    def twin(self, pool: Pool, of: Instance, seed: str) -> Instance:
        """The same, a twin of an item."""
        return self._unused(lambda i: twin(pool, of, f"{self.seed}|{seed}|{i}"))

    def take(self, found: Instance) -> Instance:
        """This one stands in the lesson now."""
        self.used.add(found.question.ask)
        return found

    def _unused(self, draw: Callable[[int], Instance]) -> Instance:
        found = draw(0)
        for i in range(1, TRIES):
            if found.question.ask not in self.used:
                break
            found = draw(i)
        return self.take(found)


def prepared(
    bank: Bank, outline: Outline, seed: str, warm_ups: Mapping[str, WarmUp] = NO_WARM_UPS
) -> tuple[Segment, ...]:
    """The segments of a lesson for a target. Raises `NoDraw` or `Unfit` where an item cannot be drawn."""
    draws = _Draws(bank, seed)
    boards = 0
    found: list[Segment] = []
    for step in outline.steps:
        match step.part:
            case "diagnostic":
                asked = (_question(_drawn(draws, wanted), f"check.{i}") for i, wanted in _numbered(step))
                found.append(Diagnostic("check", tuple(asked), _rests(bank, step)))
            case "model":
                found.append(_model(draws, step.questions[0]))
            case "board":
                boards += 1
                found.append(_board(draws, step.questions[0], f"board{boards}"))
            case "coldcall":
                found.append(ColdCall("call", WHY))
            case "exit":
                asked = (_question(_drawn(draws, wanted), f"exit.{i}") for i, wanted in _numbered(step))
                found.append(Exit("exit", tuple(asked)))
            case "plan":
                found.append(Plan("plan", "check"))
            case "stations":
                found.append(_stations(draws, step, outline.target))
            case "warmup":
                warm = warm_up(warm_ups, bank.skills[outline.target].strand, seed)
                found += [warm] if warm else []
    return tuple(found)


def can_teach(bank: Bank, outline: Outline) -> bool:
    """Are there items for every question of this outline?"""
    return all(wanted.skill in bank.pools for step in outline.steps for wanted in step.questions)


def _numbered(step: Step) -> list[tuple[int, Wanted]]:
    return list(enumerate(step.questions, start=1))


def _drawn(draws: _Draws, wanted: Wanted) -> Instance:
    """The author's example first, then twins, each with a seed of its own, the shapes in turn."""
    pool = draws.bank.pools[wanted.skill]
    shape = pool.shapes[(wanted.twin - 1) % len(pool.shapes)]
    example = next((e for e in shape.examples if e.numbers), None)
    if wanted.twin == 1 and example is not None:
        return draws.take(posed(shape, dict(example.numbers), seed=example.seed))
    return draws.new(pool, shape.id, f"{wanted.skill}|{wanted.twin}")


def _question(of: Instance, id: str) -> Question:
    """The drawn question under its id in the lesson, with its skill and the lines of its worked example."""
    worked = tuple(f"${line.line}$" for line in of.worked)
    return replace(of.question, id=id, skill=of.skill, worked=worked)


def _rests(bank: Bank, step: Step) -> tuple[tuple[str, str], ...]:
    """Which of the skills asked rests on which."""
    skills = [wanted.skill for wanted in step.questions]
    return tuple((a, b) for a in skills for b in skills if a in bank.skills.ancestors(b))


def _stations(draws: _Draws, step: Step, target: str) -> Stations:
    """A set for each need, and one on today's content for those who had it all."""
    skills = [*(wanted.skill for wanted in step.questions), target]
    sets = (_practice(draws, skill, f"stations.{i}") for i, skill in enumerate(skills, start=1))
    return Stations("stations", "check", tuple(sets), step.minutes)


def _practice(draws: _Draws, skill: str, id: str) -> PracticeSet:
    bank, pool = draws.bank, draws.bank.pools[skill]
    drawn = [draws.new(pool, pool.shapes[i % len(pool.shapes)].id, f"{id}|{i}") for i in range(PRACTICE)]
    worked = tuple(WorkedLine(f"${line.line}$", line.why) for line in drawn[0].worked)
    links = tuple(Link(site, url) for site, url in bank.practice(skill))
    questions = tuple(_question(one, f"{id}.{i}") for i, one in enumerate(drawn[1:], start=1))
    return PracticeSet(skill, bank.skills[skill].name, questions, worked, COACH, links)


def _model(draws: _Draws, wanted: Wanted) -> Model:
    of = _drawn(draws, wanted)
    lines = tuple(WorkedLine(f"${line.line}$", line.why) for line in of.worked)
    return Model("model", of.question.ask, lines)


def _board(draws: _Draws, wanted: Wanted, id: str) -> Board:
    of = _drawn(draws, wanted)
    pool = draws.bank.pools[wanted.skill]
    twins = [draws.twin(pool, of, f"{id}|{i}") for i in range(1, TWINS + 1)]
    return Board(
        id,
        _question(of, f"{id}.1"),
        twins=tuple(_question(one, f"{id}.twin{i}") for i, one in enumerate(twins, start=1)),
        remedies=_remedies(of),
        steps_back=_steps_back(draws, wanted.skill),
    )


def _remedies(of: Instance) -> tuple[Remedy, ...]:
    """For each predicted misconception its lines, and the item's reteach card to teach by."""
    said = tuple(WorkedLine(words) for words in of.reteach.words)
    worked = tuple(WorkedLine(f"${line.line}$", line.why) for line in of.worked)
    return tuple(Remedy(id, lines.wrote, lines.right, (*said, *worked)) for id, lines in of.contrasts)


def _steps_back(draws: _Draws, skill: str) -> tuple[StepBack, ...]:
    """A quick question on each direct prerequisite that has items, the deepest first; what the class has is unknown."""
    bank = draws.bank
    below = [one for one in bank.skills.in_order(bank.skills.prerequisites(skill)) if one in bank.pools]
    return tuple(StepBack(one, None, _quick(draws, bank.pools[one])) for one in below)


def _quick(draws: _Draws, pool: Pool) -> Question:
    of = draws.new(pool, pool.shapes[0].id, f"back|{pool.skill}")
    return _question(of, f"back.{pool.skill}")
