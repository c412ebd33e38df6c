"""One drawn item as a class would see it: what in its texts, cards and lines is amiss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boardsup.items.cards import WORDS, texts_in
from boardsup.items.instance import Instance
from boardsup.items.parse_misconceptions import unkind_words
from boardsup.items.truth import holds_answer, truth
from boardsup.items.visuals import BadPicture, drawn
from boardsup.maths.reading import Unread, read

LONGEST_STEM = 20
"""Words of a question: a long one tests reading."""

_MATH = re.compile(r"(?<!\\)\$(.*?)(?<!\\)\$")


@dataclass(frozen=True, slots=True)
class Amiss:
    """Something to mend: `sort` tells the same thing in another item, `what` and `mend` are for the author."""

    sort: str
    what: str
    mend: str


def lint_item(item: Instance) -> Iterator[Amiss]:
    """Everything that is amiss in this item."""
    yield from _of_question(item)
    yield from _of_worked(item)
    yield from _of_contrasts(item)
    for prediction in item.question.predictions:
        if unkind := unkind_words(prediction.says):
            yield Amiss(f"says {unkind}", f"a wording says “{unkind}”", "describe the work")
    try:
        if item.reteach.visual is not None:
            drawn(item.reteach.visual)
    except BadPicture as bad:
        yield Amiss("picture", f"the picture cannot be drawn: {bad}", "see problems/README.md for its parts")


def _of_question(item: Instance) -> Iterator[Amiss]:
    stem = re.sub(_MATH, " ", item.question.ask)
    if len(stem.split()) > LONGEST_STEM:
        yield Amiss("stem", f"the question has more than {LONGEST_STEM} words", "say it shorter")
    cards = [text for card in (*item.worked, item.reteach) for field, text in texts_in(card) if field in WORDS]
    for text in (item.question.ask, *item.hints, *cards):
        for math in _MATH.findall(text):
            if isinstance(read(math, is_question=True), Unread):
                yield Amiss(f"math {text[:12]}", f"“{math}” is no mathematics that can be read", "write it as typed")


def _of_worked(item: Instance) -> Iterator[Amiss]:
    """Every line is true of the answer; the last one holds it."""
    lines = [worked.line for worked in item.worked if worked.line]
    for at, line in enumerate(lines):
        match truth(line, item.question):
            case "false":
                yield Amiss(f"worked {at}", f"the worked line {line} is not true", "work it again")
            case "unknown" if item.question.kind != "choice":
                yield Amiss(f"worked {at}", f"the worked line {line} cannot be checked", "put it between $ in why:")
            case _:
                pass
    if not lines or not holds_answer(lines[-1], item.question):
        yield Amiss("last", "the worked example does not end with the answer", f"end with {item.question.answer}")


def _of_contrasts(item: Instance) -> Iterator[Amiss]:
    for id, contrast in item.contrasts:
        if truth(contrast.right, item.question) == "false":
            yield Amiss(f"right {id}", f"{id}: the line right: {contrast.right} is not true", "work it again")
        if contrast.wrote == contrast.right or truth(contrast.wrote, item.question) == "true":
            yield Amiss(f"wrote {id}", f"{id}: the line wrote: {contrast.wrote} is true", "show where it goes astray")
