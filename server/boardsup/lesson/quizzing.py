"""The questions of a weekly quiz, of a review of old skills, and of a check for those who were absent.

A question on a skill comes from the shape that its check asks, so that before and after are twins from one generator:
number 1 is the author's example, every other number a draw of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain

from boardsup.items.bank import Bank
from boardsup.items.item import Question
from boardsup.items.vary import posed, vary
from boardsup.lesson.evidence import CATCH_UP, REVIEW
from boardsup.lesson.segments import Diagnostic, Notice, Quiz, Segment, Warmup, questions_of
from boardsup.teaching.plan import Outline, Wanted

QUIZ = "quiz"
TRIES = 12
"""How often a question is drawn again when its prompt is there already."""


def quiz(bank: Bank, counts: Sequence[Wanted], probe: Wanted | None, seed: str, asked: Collection[str] = ()) -> Quiz:
    """The quiz with these questions, the probe last; drawn ones are not among those `asked` already.

    Raises `NoDraw` or `Unfit`.
    """
    questions = _drawn_all(bank, [*counts, *([probe] if probe else [])], seed, QUIZ, set(asked))
    return Quiz(QUIZ, questions, questions[-1].id if probe else "")


def with_review(bank: Bank, outline: Outline, seed: str, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The lesson with the old skills that its warm-up reviews, right behind the warm-up. Raises `NoDraw` or `Unfit`."""
    wanted = [one for step in outline.steps if step.part == "warmup" for one in step.questions]
    if not wanted:
        return tuple(segments)
    used = {question.ask for segment in segments for question in questions_of(segment)}
    review = Diagnostic(REVIEW, _drawn_all(bank, wanted, f"{seed}|{REVIEW}", REVIEW, used), title="Review")
    place = 1 if segments and isinstance(segments[0], Warmup | Notice) else 0
    return (*segments[:place], review, *segments[place:])


def catch_up(check: Diagnostic) -> Diagnostic:
    """The same questions, for those who were not there."""
    again = (replace(q, id=f"{CATCH_UP}.{i}") for i, q in enumerate(check.questions, start=1))
    return Diagnostic(CATCH_UP, tuple(again), check.rests, "Catch-up")


def fresh(bank: Bank, outline: Outline, asked: dict[str, int]) -> Outline:
    """The outline with numbers that the class has not had: `asked` says how often each skill was asked before."""

    def moved(wanted: Wanted) -> Wanted:
        pool = bank.pools.get(wanted.skill)
        return replace(wanted, twin=wanted.twin + asked.get(wanted.skill, 0) * (len(pool.shapes) if pool else 1))

    steps = (replace(step, questions=tuple(map(moved, step.questions))) for step in outline.steps)
    return replace(outline, steps=tuple(steps))


def _drawn_all(bank: Bank, wanted: Sequence[Wanted], seed: str, id: str, used: set[str]) -> tuple[Question, ...]:
    return tuple(_drawn(bank, one, seed, f"{id}.{i}", used) for i, one in enumerate(wanted, start=1))


def _drawn(bank: Bank, wanted: Wanted, seed: str, id: str, used: set[str]) -> Question:
    pool = bank.pools[wanted.skill]
    shape = next((one for one in pool.shapes if one.id == wanted.shape), pool.shapes[0])
    example = next((e for e in shape.examples if e.numbers), None)
    if wanted.twin == 1 and example is not None:
        found = posed(shape, dict(example.numbers), seed=example.seed)
    else:
        key = f"{seed}|{wanted.skill}|{wanted.twin}"
        found = vary(pool, shape.id, key)
        others = (vary(pool, shape.id, f"{key}|{i}") for i in range(1, TRIES))
        found = next((one for one in chain([found], others) if one.question.ask not in used), found)
    used.add(found.question.ask)
    worked = tuple(f"${line.line}$" for line in found.worked)
    return replace(found.question, id=id, skill=found.skill, worked=worked)
