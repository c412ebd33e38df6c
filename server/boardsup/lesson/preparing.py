"""From an outline to segments: every question is drawn here, with its twins, its remedies and its way back.

Whatever the lesson may need later goes into the segments, so that it never looks into a file again. The first question
on a skill takes the numbers that its author wrote down as the example; its twins are drawn from the seed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from boardsup.items.bank import Bank
from boardsup.items.cards import WorkedLine
from boardsup.items.instance import Instance
from boardsup.items.item import Question
from boardsup.items.pool import Pool
from boardsup.items.vary import posed
from boardsup.lesson.draws import Draws
from boardsup.lesson.materials import Link, PracticeSet, Remedy, StepBack
from boardsup.lesson.segments import (
    Board,
    ColdCall,
    Community,
    Diagnostic,
    Discuss,
    Exit,
    Model,
    Plan,
    Segment,
    Stations,
)
from boardsup.lesson.shelf import BARE, Shelf
from boardsup.lesson.warming_up import warm_up
from boardsup.teaching.plan import Outline, Part, Step, Wanted

TWINS = 4
"""Twins that a board brings along: two reteach cycles, and two in reserve."""

PRACTICE = 6
"""Drawn for a practice set: one as its worked example, the others to practise."""

COACH = ("What did you do first?", "How do you know?", "Where does this number come from?")

WHY = "How did you begin, and why?"
TALK = "Convince your neighbour: how did you do it, and how do you know that it is right?"

NAMES: Mapping[Part, str] = {"diagnostic": "check", "coldcall": "call", "warmup": "warm"}
"""How segments are named where it is not their part's own word."""


def prepared(bank: Bank, outline: Outline, seed: str, shelf: Shelf = BARE) -> tuple[Segment, ...]:
    """The segments of a lesson for a target. Raises `NoDraw` or `Unfit` where an item cannot be drawn."""
    draws = Draws(bank, seed)
    found: list[Segment] = []
    for step, id in zip(outline.steps, names_of(outline), strict=True):
        made = _segment(draws, step, id, found, (outline.target, shelf))
        found += [made] if made is not None else []
    return tuple(found)


def names_of(outline: Outline) -> tuple[str, ...]:
    """The id of each step's segment: check, check2, …; boards count from 1."""
    seen: Counter[str] = Counter()
    found = []
    for step in outline.steps:
        seen[step.part] += 1
        number, stem = seen[step.part], NAMES.get(step.part, step.part)
        found.append(f"{stem}{number}" if step.part == "board" or number > 1 else stem)
    return tuple(found)


def _segment(draws: Draws, step: Step, id: str, before: Sequence[Segment], around: tuple[str, Shelf]) -> Segment | None:
    """The segment of one step; a plan and stations go with the questions in front of them."""
    target, shelf = around
    check = next((s.id for s in reversed(before) if isinstance(s, Diagnostic)), "check")
    match step.part:
        case "diagnostic":
            return Diagnostic(id, _asked(draws, step, id), _rests(draws.bank, step))
        case "model":
            return _model(draws, step.questions[0], id)
        case "board":
            return _board(draws, _drawn(draws, step.questions[0]), id, shelf)
        case "discuss":
            return Discuss(id, step.text or TALK)
        case "coldcall":
            return ColdCall(id, step.text or WHY)
        case "exit":
            return Exit(id, _asked(draws, step, id))
        case "plan":
            return Plan(id, check)
        case "stations":
            return _stations(draws, step, id, check, around)
        case "warmup":
            return warm_up(shelf.warm_ups, draws.bank.skills[target].strand, f"{draws.seed}{id[4:]}", step.text, id)
        case "community":
            return _community(shelf, step.text, id)
        case _:
            assert_never(step.part)


def _asked(draws: Draws, step: Step, id: str) -> tuple[Question, ...]:
    return tuple(_question(_drawn(draws, wanted), f"{id}.{i}") for i, wanted in _numbered(step))


def _community(shelf: Shelf, text: str, id: str) -> Community | None:
    """The prompt of this name, the teacher's own words, or the first that there is."""
    known = shelf.community.get(text)
    own = text if text and known is None else ""
    first = next(iter(shelf.community.values()), None)
    ask = own or (known.ask if known else first.ask if first else "")
    return Community(id, ask) if ask else None


def can_teach(bank: Bank, outline: Outline) -> bool:
    """Are there items for every question of this outline?"""
    return all(wanted.skill in bank.pools for step in outline.steps for wanted in step.questions)


def _numbered(step: Step) -> list[tuple[int, Wanted]]:
    return list(enumerate(step.questions, start=1))


def _drawn(draws: Draws, wanted: Wanted) -> Instance:
    """The author's example first, then twins, each with a seed of its own, the shapes in turn or the one wanted."""
    pool = draws.bank.pools[wanted.skill]
    chosen = next((one for one in pool.shapes if one.id == wanted.shape), None)
    shape = chosen or pool.shapes[(wanted.twin - 1) % len(pool.shapes)]
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


def _stations(draws: Draws, step: Step, id: str, check: str, around: tuple[str, Shelf]) -> Stations:
    """A set for each need, and one on today's content for those who had it all."""
    target, shelf = around
    skills = [*(wanted.skill for wanted in step.questions), target]
    sets = (_practice(draws, skill, f"{id}.{i}", shelf) for i, skill in enumerate(skills, start=1))
    return Stations(id, check, tuple(sets), step.minutes, step.text)


def _practice(draws: Draws, skill: str, id: str, shelf: Shelf) -> PracticeSet:
    bank, pool = draws.bank, draws.bank.pools[skill]
    drawn = [draws.new(pool, pool.shapes[i % len(pool.shapes)].id, f"{id}|{i}") for i in range(PRACTICE)]
    worked = tuple(WorkedLine(f"${line.line}$", line.why) for line in drawn[0].worked)
    links = shelf.links.get(skill) or tuple(Link(site, url) for site, url in bank.practice(skill))
    questions = tuple(_question(one, f"{id}.{i}") for i, one in enumerate(drawn[1:], start=1))
    return PracticeSet(skill, bank.skills[skill].name, questions, worked, COACH, links)


def _model(draws: Draws, wanted: Wanted, id: str) -> Model:
    of = _drawn(draws, wanted)
    lines = tuple(WorkedLine(f"${line.line}$", line.why) for line in of.worked)
    return Model(id, of.question.ask, lines)


def board_of(bank: Bank, of: Instance, id: str, seed: str) -> Board:
    """The board that asks just this item, with its twins and its way back. Raises `NoDraw` or `Unfit`."""
    draws = Draws(bank, seed)
    return _board(draws, draws.take(of), id, BARE)


def _board(draws: Draws, of: Instance, id: str, shelf: Shelf) -> Board:
    pool = draws.bank.pools[of.skill]
    twins = [draws.twin(pool, of, f"{id}|{i}") for i in range(1, TWINS + 1)]
    return Board(
        id,
        _question(of, f"{id}.1"),
        twins=tuple(_question(one, f"{id}.twin{i}") for i, one in enumerate(twins, start=1)),
        remedies=_remedies(of),
        steps_back=_steps_back(draws, of.skill, shelf),
    )


def _remedies(of: Instance) -> tuple[Remedy, ...]:
    """For each predicted misconception its lines, and the item's reteach card to teach by."""
    said = tuple(WorkedLine(words) for words in of.reteach.words)
    worked = tuple(WorkedLine(f"${line.line}$", line.why) for line in of.worked)
    return tuple(Remedy(id, lines.wrote, lines.right, (*said, *worked)) for id, lines in of.contrasts)


def _steps_back(draws: Draws, skill: str, shelf: Shelf) -> tuple[StepBack, ...]:
    """A quick question on each direct prerequisite that has items, deepest first, and how much of the class has it."""
    bank = draws.bank
    below = [one for one in bank.skills.in_order(bank.skills.prerequisites(skill)) if one in bank.pools]
    return tuple(StepBack(one, shelf.percent(one), _quick(draws, bank.pools[one])) for one in below)


def _quick(draws: Draws, pool: Pool) -> Question:
    of = draws.new(pool, pool.shapes[0].id, f"back|{pool.skill}")
    return _question(of, f"back.{pool.skill}")
