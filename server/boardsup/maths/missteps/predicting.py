"""The predicted wrong answers of a problem: what its procedures give, merged by value, the simplest cause first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import Answer, a_number
from boardsup.maths.missteps.explore import Outcome, Rank, outcomes
from boardsup.maths.missteps.looks import Look, looks_like, near_facts
from boardsup.maths.missteps.nearness import is_near
from boardsup.maths.missteps.numbers.decimals import places
from boardsup.maths.missteps.numbers.signs import has_minus
from boardsup.maths.missteps.problems import Compute, Problem, SolveEquation, SolveInequality
from boardsup.maths.missteps.procedures import procedures_of
from boardsup.maths.missteps.word_problems import PercentProblem
from boardsup.maths.missteps.wording import says
from boardsup.maths.missteps.work import Line, shown

MOST = 60
"""Predictions of one question."""
MOST_SPECIFIC = 48
"""Of these, the most that name a procedure; the rest is for what looks like the answer."""
MOST_WAYS = 3
"""The most procedures that are named for one value."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a wrong answer: the slips made, in order (two are made in one work), and the lines of the work."""

    ids: tuple[str, ...]
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicted:
    """A wrong answer as typed, and the ways to it: A or B. `is_specific` is false for what only looks like it."""

    value: str
    ways: tuple[Way, ...]
    is_specific: bool = True

    @property
    def ids(self) -> tuple[str, ...]:
        """The misconceptions of all ways, each once."""
        return tuple(dict.fromkeys(id for way in self.ways for id in way.ids))

    @property
    def path(self) -> tuple[str, ...]:
        """The lines of the first way's work."""
        return self.ways[0].path

    @property
    def says(self) -> str:
        """One sentence for the teacher: "A, or B"; two slips in one work are "A, and B"."""
        sentences = (_joined([says(id) for id in way.ids], "and") for way in self.ways)
        return _joined(list(dict.fromkeys(sentences)), "or") + "."


def predict(problem: Problem, right: Answer) -> tuple[Predicted, ...]:
    """The wrong answers of a problem with their names, at most `MOST`; none equals the right answer."""
    found = _merged(problem, right)
    likely = sorted(found.values(), key=lambda kept: kept[0].rank)[:MOST_SPECIFIC]
    predictions = [_predicted(kept) for kept in likely]
    seen = {*found, right}
    if isinstance(problem, PercentProblem):
        predictions += _rounded(likely, seen)
    for id, answer in (*_facts(problem), *looks_like(right)):
        if answer not in seen and len(predictions) < MOST:
            seen.add(answer)
            predictions.append(Predicted(answer.typed, (Way((id,)),), is_specific=False))
    return tuple(predictions)


def _rounded(likely: list[list[Outcome]], seen: set[Answer]) -> list[Predicted]:
    """The same wrong answers as one rounds them, where their decimals do not end; `seen` grows by them."""
    found: list[Predicted] = []
    for kept in likely:
        value, remade = kept[0].answer.number, kept[0].answer.remade
        if value is None or remade is None or kept[0].rank is Rank.PAIR or places(value) < 20:
            continue
        for digits in (2, 1, 0):
            answer = remade(round(value, digits) if digits else Fraction(round(value)))
            if answer not in seen and len(found) < MOST - MOST_SPECIFIC:
                seen.add(answer)
                found.append(replace(_predicted(kept), value=answer.typed))
    return found


def _facts(problem: Problem) -> Iterator[Look]:
    """Neighbors in the times table, where two small whole numbers are multiplied."""
    match problem:
        case Compute(t.Product((t.Number() as a, t.Number() as b))) if a.is_integer and b.is_integer:
            if 2 <= a.value <= 12 and 2 <= b.value <= 12:
                for value in near_facts(a.value, b.value):
                    yield "looks.near_fact", a_number(value)


def _merged(problem: Problem, right: Answer) -> dict[Answer, list[Outcome]]:
    """The outcomes by value, those that need the least going wrong; what is no wrong answer is left out."""
    found: dict[Answer, list[Outcome]] = {}
    for plain in (o for procedure in procedures_of(problem) for o in outcomes(procedure)):
        if plain.answer == right or not plain.ids or (_TIERS[plain.rank] and is_near(plain.answer, right)):
            continue
        outcome = _named(problem, plain)
        before = found.get(outcome.answer, [])
        if not before or _TIERS[outcome.rank] < _TIERS[before[0].rank]:
            found[outcome.answer] = [outcome]
        elif _TIERS[outcome.rank] == _TIERS[before[0].rank] and _is_another_way(outcome, before):
            before.append(outcome)
    return found


_TIERS = {Rank.ONE: 0, Rank.STOPPED: 0, Rank.RARE: 1, Rank.PAIR: 2}
"""What is named only where nothing of a lower tier gives the value, and, above 0, not beside the right answer."""


def _is_another_way(outcome: Outcome, before: list[Outcome]) -> bool:
    most = 1 if outcome.rank is Rank.PAIR else MOST_WAYS
    return len(before) < most and all(outcome.ids != other.ids for other in before)


IN_EQUATIONS = {
    "dist.first_term_only": "eqm.distribute_first_only",
    "like.multiplied_coefficients": "eqm.multiplied_coefficients",
    "like.used_one_term": "eqm.used_one_term",
    "dist.sign_of_second_term": "eqm.sign_lost_after_dividing",
}
"""Slips that have a name of their own where they are made in an equation or inequality."""


IN_SUMS = {"int.smaller_from_larger": "int.sign_of_smaller_size", "ops.added_instead": "int.ignored_signs"}
"""The same where a negative number is added: 7 + (-11) is worked out as 7 - 11."""


def _named(problem: Problem, outcome: Outcome) -> Outcome:
    match problem:
        case SolveEquation() | SolveInequality():
            names = IN_EQUATIONS
        case Compute(_, adds_negative) if adds_negative:
            names = IN_SUMS
        case Compute(t.Product()):
            names = {"ops.added_instead": "int.added_instead_of_multiplied"} if has_minus(problem.expression) else {}
        case Compute(t.Quotient()):
            names = {"div.reversed": "int.reversed_division"} if has_minus(problem.expression) else {}
        case _:
            names = {}
    if not set(outcome.ids) & set(names):
        return outcome
    lines = tuple(replace(line, slip=names.get(line.slip, line.slip)) for line in outcome.lines)
    return replace(outcome, ids=tuple(names.get(id, id) for id in outcome.ids), lines=lines)


def _predicted(kept: list[Outcome]) -> Predicted:
    ways = tuple(Way(o.ids, tuple(_line(line) for line in o.lines if line.tells)) for o in kept)
    return Predicted(kept[0].answer.typed, ways)


def _line(line: Line) -> str:
    text = line.text or f"stopped at {shown(line.value)}"
    return f"{text} ({says(line.slip).removesuffix('.')})" if line.slip else text


def _joined(sentences: list[str], word: str) -> str:
    first, *others = sentences
    rest = "".join(f", {word} {other[:1].lower()}{other[1:].removesuffix('.')}" for other in others)
    return first.removesuffix(".") + rest
