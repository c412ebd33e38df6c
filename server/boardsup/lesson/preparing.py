"""From an outline to segments: every question is drawn here, with its twins, its remedies and its way back.

Whatever the lesson may need later goes into the segments, so that it never looks into a file again. The first question
on a skill takes the numbers that its author wrote down as the example; its twins are drawn from the seed.
"""

from __future__ import annotations

from dataclasses import replace

from boardsup.items.bank import Bank
from boardsup.items.cards import WorkedLine
from boardsup.items.instance import Instance
from boardsup.items.item import Question
from boardsup.items.pool import Pool
from boardsup.items.vary import posed, twin, vary
from boardsup.lesson.materials import Remedy, StepBack
from boardsup.lesson.segments import Board, ColdCall, Diagnostic, Exit, Model, Segment
from boardsup.teaching.plan import Outline, Step, Wanted

TWINS = 4
"""Twins that a board brings along: two reteach cycles, and two in reserve."""

WHY = "How did you begin, and why?"


def prepared(bank: Bank, outline: Outline, seed: str) -> tuple[Segment, ...]:
    """The segments of a lesson for a target. Raises `NoDraw` or `Unfit` where an item cannot be drawn."""
    boards = 0
    found: list[Segment] = []
    for step in outline.steps:
        match step.part:
            case "diagnostic":
                asked = (_question(_drawn(bank, wanted, seed), f"check.{i}") for i, wanted in _numbered(step))
                found.append(Diagnostic("check", tuple(asked)))
            case "model":
                found.append(_model(bank, step.questions[0], seed))
            case "board":
                boards += 1
                found.append(_board(bank, step.questions[0], f"board{boards}", seed))
            case "coldcall":
                found.append(ColdCall("call", WHY))
            case "exit":
                asked = (_question(_drawn(bank, wanted, seed), f"exit.{i}") for i, wanted in _numbered(step))
                found.append(Exit("exit", tuple(asked)))
            case "warmup" | "plan" | "stations":
                continue
    return tuple(found)


def can_teach(bank: Bank, outline: Outline) -> bool:
    """Are there items for every question of this outline?"""
    return all(wanted.skill in bank.pools for step in outline.steps for wanted in step.questions)


def _numbered(step: Step) -> list[tuple[int, Wanted]]:
    return list(enumerate(step.questions, start=1))


def _drawn(bank: Bank, wanted: Wanted, seed: str) -> Instance:
    """The author's example first, then twins, each with a seed of its own, the shapes in turn."""
    pool = bank.pools[wanted.skill]
    shape = pool.shapes[(wanted.twin - 1) % len(pool.shapes)]
    example = next((e for e in shape.examples if e.numbers), None)
    if wanted.twin == 1 and example is not None:
        return posed(shape, dict(example.numbers), seed=example.seed)
    return vary(pool, shape.id, f"{seed}|{wanted.skill}|{wanted.twin}")


def _question(of: Instance, id: str) -> Question:
    """The drawn question under its id in the lesson, with its skill and the lines of its worked example."""
    worked = tuple(f"${line.line}$" for line in of.worked)
    return replace(of.question, id=id, skill=of.skill, worked=worked)


def _model(bank: Bank, wanted: Wanted, seed: str) -> Model:
    of = _drawn(bank, wanted, seed)
    lines = tuple(WorkedLine(f"${line.line}$", line.why) for line in of.worked)
    return Model("model", of.question.ask, lines)


def _board(bank: Bank, wanted: Wanted, id: str, seed: str) -> Board:
    of = _drawn(bank, wanted, seed)
    pool = bank.pools[wanted.skill]
    twins = (twin(pool, of, f"{seed}|{id}|{i}") for i in range(1, TWINS + 1))
    return Board(
        id,
        _question(of, f"{id}.1"),
        twins=tuple(_question(one, f"{id}.twin{i}") for i, one in enumerate(twins, start=1)),
        remedies=_remedies(of),
        steps_back=_steps_back(bank, wanted.skill, seed),
    )


def _remedies(of: Instance) -> tuple[Remedy, ...]:
    """For each predicted misconception its lines, and the item's reteach card to teach by."""
    said = tuple(WorkedLine(words) for words in of.reteach.words)
    worked = tuple(WorkedLine(f"${line.line}$", line.why) for line in of.worked)
    return tuple(Remedy(id, lines.wrote, lines.right, (*said, *worked)) for id, lines in of.contrasts)


def _steps_back(bank: Bank, skill: str, seed: str) -> tuple[StepBack, ...]:
    """A quick question on each direct prerequisite that has items, the deepest first; what the class has is unknown."""
    below = [one for one in bank.skills.in_order(bank.skills.prerequisites(skill)) if one in bank.pools]
    return tuple(StepBack(one, None, _quick(bank.pools[one], seed)) for one in below)


def _quick(pool: Pool, seed: str) -> Question:
    of = vary(pool, pool.shapes[0].id, f"{seed}|back|{pool.skill}")
    return _question(of, f"back.{pool.skill}")
