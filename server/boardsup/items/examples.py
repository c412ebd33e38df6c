"""The rows that document a shape, carried out: what is typed is marked, and compared with what the row says."""

from __future__ import annotations

from boardsup.items.instance import Instance
from boardsup.items.pool import Example, Pool, Shape
from boardsup.items.predicting import Unfit
from boardsup.items.vary import NoDraw, posed, vary
from boardsup.maths.mark import Mark, mark, pose


def contradiction(pool: Pool, shape: Shape, example: Example) -> str:
    """What the row says and what is so, in one sentence; "" when they agree."""
    try:
        item = _item(pool, shape, example)
    except (Unfit, NoDraw) as unfit:
        return f"these numbers make no item: {unfit}"
    found = marked(item, example.typed)
    if example.comes_to in (found.outcome, found.code, *found.misconceptions):
        return ""
    comes_to = ", ".join(found.misconceptions) or f"{found.outcome}, {found.code}"
    return f"{item.question.ask} {example.typed} comes to {comes_to}, not {example.comes_to}"


def marked(item: Instance, typed: str) -> Mark:
    """What a typed answer to a drawn item is worth, with the misconceptions that it names."""
    question = item.question
    key = pose(question.kind, question.answer, variables=frozenset(question.variables))
    return mark(key.with_predictions({one.value: one.ids for one in question.predictions}), typed)


def _item(pool: Pool, shape: Shape, example: Example) -> Instance:
    if example.seed:
        return vary(pool, shape.id, example.seed)
    return posed(shape, dict(example.numbers))
