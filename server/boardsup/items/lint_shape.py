"""One shape as its author should see it: every draw makes an item, every card is right, every example row is true."""

from __future__ import annotations

from collections.abc import Iterator

from boardsup.items.examples import contradiction
from boardsup.items.instance import Instance
from boardsup.items.lint_item import lint_item
from boardsup.items.pool import Pool, Shape
from boardsup.items.sheet import Finding
from boardsup.items.vary import NoDraw, twin, vary

SEEDS = tuple(f"lint-{count}" for count in range(24))
FEWEST_ITEMS = 8
"""Different items among these seeds: a class must not see the same numbers again and again."""

CLOSELY = 12
"""Items whose texts and cards are looked at."""

TWINS = 6
"""Items of which a twin is tried."""


def lint_shape(pool: Pool, shape: Shape) -> Iterator[Finding]:
    """Everything to mend in this shape, each sort of thing once."""
    try:
        items = [vary(pool, shape.id, seed) for seed in SEEDS]
    except NoDraw as none:
        yield Finding(pool.file, shape.line, str(none), "change draw: or where:, or declare same_as:")
        return
    yield from _of_items(pool, shape, items)
    yield from _of_draws(pool, shape, items)
    yield from _of_rows(pool, shape)


def _of_items(pool: Pool, shape: Shape, items: list[Instance]) -> Iterator[Finding]:
    """What is amiss in single items, each sort once."""
    said: set[str] = set()
    for item in items[:CLOSELY]:
        for amiss in lint_item(item):
            if amiss.sort not in said:
                said.add(amiss.sort)
                what = f"shape {shape.id}, “{item.question.ask}”: {amiss.what}"
                yield Finding(pool.file, shape.line, what, amiss.mend)


def _of_draws(pool: Pool, shape: Shape, items: list[Instance]) -> Iterator[Finding]:
    """Enough different items, a use for every rule, a twin for every item."""
    if len({item.question.ask for item in items}) < FEWEST_ITEMS:
        what = f"shape {shape.id} gives fewer than {FEWEST_ITEMS} different items of {len(SEEDS)}"
        yield Finding(pool.file, shape.line, what, "widen draw: or loosen where:")
    predicted = {id for item in items for prediction in item.question.predictions for id in prediction.ids}
    for rule in shape.rules:
        if rule.id not in predicted:
            yield Finding(pool.file, rule.line, f"{rule.id} is never predicted", "loosen its when:, or take it out")
    for item in items[:TWINS]:
        try:
            twin(pool, item, "lint")
        except NoDraw as none:
            yield Finding(
                pool.file, shape.line, str(none), "widen draw: so that there are other numbers of these signs"
            )
            return


def _of_rows(pool: Pool, shape: Shape) -> Iterator[Finding]:
    """Every example row is true; one shows a right answer, and one each misconception."""
    for example in shape.examples:
        if what := contradiction(pool, shape, example):
            yield Finding(pool.file, example.line, what, "mend the row, or the shape")
    shown = {example.comes_to for example in shape.examples}
    for needed in ("correct", *(rule.id for rule in shape.rules)):
        if needed not in shown:
            yield Finding(pool.file, shape.line, f"no example of shape {shape.id} comes to {needed}", "add one")
