"""What the rules of a shape predict for the numbers of a draw, each as a student would type it.

Distinct outcomes: the answer and all predicted wrong answers are pairwise different, but for rules that declare
each other one diagnosis. Whether two answers are the same is for marking to say, never for their spelling.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from boardsup.items.item import Prediction
from boardsup.items.numerals import numeral
from boardsup.items.pool import Gives, Rule, Shape, Solves, Writes
from boardsup.items.solving import solution
from boardsup.items.templates import filled_math, filled_words
from boardsup.items.worth import Numbers, is_true, number
from boardsup.maths.mark import Key, mark, pose
from boardsup.maths.prompt import prompt_plain, read_prompt


class Unfit(ValueError):
    """These numbers make no item; the message says why. Another draw may."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A predicted wrong answer as typed, and the rules whose procedure gives it."""

    value: str
    rules: tuple[Rule, ...]

    def prediction(self, numbers: Numbers) -> Prediction:
        """As it is posed, in plain words: "A, or B" where two procedures agree."""
        says = [prompt_plain(read_prompt(filled_words(rule.says, numbers))) for rule in self.rules]
        return Prediction(self.value, tuple(rule.id for rule in self.rules), joined(says))


def diagnoses(shape: Shape, answer: str, numbers: Numbers) -> tuple[Diagnosis, ...]:
    """Every predicted wrong answer with its rules; raises `NoWorth` or `Unfit` where outcomes are not distinct."""
    key = pose(shape.kind, answer, variables=frozenset(shape.variables))
    _require_right(key, answer, shape.choices)
    found: dict[str, Diagnosis] = {}
    for rule in shape.rules:
        if rule.when and not is_true(rule.when, numbers):
            continue
        value = predicted(rule, shape, numbers)
        label = _label(key, rule, value)
        before = found.get(label)
        if before and not all(_is_one(rule, other) for other in before.rules):
            raise Unfit(f"{rule.id} and {before.rules[0].id} both give {value}")
        found[label] = Diagnosis(before.value, (*before.rules, rule)) if before else Diagnosis(value, (rule,))
    return tuple(found.values())


def predicted(rule: Rule, shape: Shape, numbers: Numbers) -> str:
    """The answer that the mistaken procedure gives; raises `NoWorth` when it gives none."""
    match rule.as_if:
        case Solves(equation):
            return _typed(solution(filled_math(equation, numbers), _letter(shape)), shape)
        case Gives(formula):
            return _typed(number(formula, numbers), shape)
        case Writes(text):
            return filled_math(text, numbers)
        case _:
            assert_never(rule.as_if)


def joined(says: Sequence[str]) -> str:
    """Wordings of one diagnosis: "Added 5, or subtracted it twice." """
    first, *others = dict.fromkeys(says)
    return "".join([first.removesuffix("."), *(f", or {_small(other).removesuffix('.')}" for other in others), "."])


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _require_right(key: Key, answer: str, choices: tuple[str, ...]) -> None:
    if choices and answer not in choices:
        raise Unfit(f"the answer {answer} is not among the choices")
    if (found := mark(key, answer)).outcome != "correct":
        raise Unfit(f"the answer {answer} is itself marked {found.outcome}, {found.code}")


def _label(key: Key, rule: Rule, value: str) -> str:
    """The canonical label of a predicted answer, which must be readable and not right."""
    found = mark(key, value)
    if found.outcome != "incorrect":
        raise Unfit(f"{rule.id} gives {value}, which is marked {found.outcome}, {found.code}")
    return found.value


def _is_one(rule: Rule, other: Rule) -> bool:
    return rule.id == other.id or rule.id in other.same_as or other.id in rule.same_as


def _typed(value: Fraction, shape: Shape) -> str:
    return f"{_letter(shape)} = {numeral(value)}" if shape.kind == "equation_solution" else numeral(value)


def _letter(shape: Shape) -> str:
    """The letter that an equation is solved for."""
    return shape.variables[0] if shape.variables else "x"
