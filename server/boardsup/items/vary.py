"""From a shape and a seed to an item with its numbers: the same seed, the same item, for ever.

Distinct outcomes: the answer and all predicted wrong answers are pairwise different, or the numbers are drawn again.
So no mistaken procedure gives the right answer, and an answer names one procedure, or those declared to be one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from hashlib import sha256

from boardsup.items.filling import filled, filled_contrast
from boardsup.items.instance import Instance
from boardsup.items.item import Question
from boardsup.items.pool import Pool, Shape
from boardsup.items.predicting import Diagnosis, Unfit, diagnoses
from boardsup.items.templates import filled_math, filled_words, holes
from boardsup.items.worth import NoWorth, Numbers, is_true, number

MOST_DRAWS = 500
"""Draws that are tried for one item, and items for one twin."""


LOOKS_FOR_CLOSEST = 100
"""Items that are looked at before a twin with fewer signs in common will do."""


class NoDraw(ValueError):
    """No draw of this shape makes such an item."""


def vary(pool: Pool, shape: str, seed: str) -> Instance:
    """The item of this shape that the seed draws; raises `NoDraw`."""
    form, reason = pool.shape(shape), ""
    for drawn in _draws(form, seed):
        try:
            return posed(form, drawn, seed=seed)
        except Unfit as unfit:
            reason = str(unfit)
    raise NoDraw(f"{form.skill}, {form.id}: no draw fits; the last one: {reason}")


def twin(pool: Pool, of: Instance, seed: str) -> Instance:
    """The same item with other numbers: the shape, the signs, the sort of answer and the misconceptions stay.

    Numbers that follow from the drawn ones keep their signs too where there is such a draw. It is `vary` with another
    seed, which its own `seed` says. Raises `NoDraw`.
    """
    form, close = pool.shape(of.shape), None
    for count in range(MOST_DRAWS):
        found = vary(pool, of.shape, f"{seed}.{count}")
        if found.question.ask == of.question.ask or _drawn_sort(form, found) != _drawn_sort(form, of):
            continue
        if found.question.answer == of.question.answer and not form.choices:
            continue
        close = close or found
        if _signs(found) == _signs(of) or count > LOOKS_FOR_CLOSEST:
            return found
    if close is None:
        raise NoDraw(f"{form.skill}, {form.id}: no other numbers have the signs of “{of.question.ask}”")
    return close


def posed(shape: Shape, drawn: Numbers, *, seed: str = "") -> Instance:
    """The item with exactly these drawn numbers; raises `Unfit` when they make none."""
    try:
        numbers = _with_lets(shape, drawn)
        answer = filled_math(shape.answer, numbers)
        found = diagnoses(shape, answer, numbers)
        return Instance(
            skill=shape.skill,
            shape=shape.id,
            seed=seed,
            numbers=tuple(numbers.items()),
            question=_question(shape, answer, numbers, found, seed=seed),
            hints=tuple(filled_words(hint, numbers) for hint in shape.hints),
            worked=tuple(filled(line, numbers) for line in shape.worked),
            reteach=filled(shape.reteach, numbers),
            contrasts=tuple((rule.id, filled_contrast(rule, numbers)) for one in found for rule in one.rules),
        )
    except NoWorth as none:
        raise Unfit(str(none)) from none


def _with_lets(shape: Shape, drawn: Numbers) -> dict[str, Fraction]:
    """The drawn numbers and those that follow; raises `NoWorth` or `Unfit` when a condition does not hold."""
    numbers = dict(drawn)
    for let in shape.lets:
        numbers[let.name] = number(let.formula, numbers)
    for condition in shape.where:
        if not is_true(condition, numbers):
            raise Unfit(f"{condition} does not hold")
    return numbers


def _question(shape: Shape, answer: str, numbers: Numbers, found: tuple[Diagnosis, ...], *, seed: str) -> Question:
    return Question(
        id=f"{shape.skill}.{shape.id}.{seed}",
        ask=filled_words(shape.ask, numbers),
        kind=shape.kind,
        answer=answer,
        variables=shape.variables,
        predictions=tuple(one.prediction(numbers) for one in found),
        choices=tuple(filled_math(choice, numbers) for choice in shape.choices),
    )


def _draws(shape: Shape, seed: str) -> Iterator[dict[str, Fraction]]:
    """Draws of a seed in order."""
    for count in range(MOST_DRAWS):
        start = f"{seed}|{shape.skill}|{shape.id}|{count}"
        yield {draw.name: _chosen(draw.values, f"{start}|{draw.name}") for draw in shape.draws}


def _chosen(values: tuple[Fraction, ...], key: str) -> Fraction:
    """One of the values, by a hash: the same in every process and on every machine."""
    return values[int.from_bytes(sha256(key.encode()).digest()[:8], "big") % len(values)]


def _drawn_sort(shape: Shape, of: Instance) -> tuple[object, ...]:
    """What a twin always shares: sign and wholeness of the drawn numbers and of the answer, the misconceptions."""
    numbers = dict(of.numbers)
    shown = [numbers[draw.name] for draw in shape.draws]
    shown += [number(hole.formula, numbers) for hole in holes(shape.answer)]
    return _sorts(shown), tuple(prediction.ids for prediction in of.question.predictions)


def _signs(of: Instance) -> tuple[object, ...]:
    """The sort of every number."""
    return _sorts([value for _, value in of.numbers])


def _sorts(values: list[Fraction]) -> tuple[object, ...]:
    return tuple((value < 0, value.denominator == 1) for value in values)
