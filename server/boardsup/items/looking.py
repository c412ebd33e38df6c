"""A look at an item while it is written: what a class would see of it, and what to mend, field by field.

It draws and marks, so a server runs it in a process that can be killed, however the text was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from boardsup.items.formulas import BadFormula
from boardsup.items.instance import Instance
from boardsup.items.lint_item import lint_item
from boardsup.items.lint_shape import CLOSELY, FEWEST_ITEMS, SEEDS, TWINS
from boardsup.items.own import parse_own
from boardsup.items.pool import Pool
from boardsup.items.sheet import Unusable
from boardsup.items.templates import BadText
from boardsup.items.vary import NoDraw, twin, vary
from boardsup.items.written import NEW, Written, file_text, places

SHOWN = 3
"""Drawn items that a look shows."""

ADVICE = ("stem", "says", "worked unknown", "few")
"""Sorts of finding that do not keep an item from being used."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look at: the fields as typed, the seed of the item to show, its name, and how ids are said."""

    written: Written
    seed: str = "1"
    id: str = NEW
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence beside a field ("" the whole item); `must` says that it keeps the item from being kept."""

    field: str
    text: str
    must: bool = True


@dataclass(frozen=True, slots=True)
class Expected:
    """A wrong answer to expect: as typed, the ids, and what it says of the work."""

    value: str
    ids: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One drawn item as texts."""

    ask: str
    answer: str
    choices: tuple[str, ...]
    expected: tuple[Expected, ...]
    hints: tuple[str, ...]
    worked: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be said of an item, and some of its twins; `can_be_kept` where nothing must be mended first."""

    says: tuple[Said, ...]
    drawn: tuple[Drawn, ...] = ()

    @property
    def can_be_kept(self) -> bool:
        """May it be used in a lesson as it is?"""
        return not any(said.must for said in self.says)


def look(asked: Asked) -> Look:
    """Everything that there is to say; total for any text."""
    missing = tuple(_missing(asked.written))
    if missing:
        return Look(missing)
    try:
        text = file_text(asked.written, asked.id)
        pool = _said(parse_own(text, file="item"), dict(asked.words))
    except Unusable as unusable:
        finding = unusable.finding
        return Look((Said(_field(text, finding.line), sentence(finding.what, finding.mend)),))
    try:
        items = [vary(pool, pool.shapes[0].id, seed) for seed in (asked.seed, *SEEDS)]
    except (NoDraw, BadText, BadFormula) as bad:
        return Look((_undrawable(asked.written, pool, bad),))
    found = dict.fromkeys([*_of_items(pool, items), *_of_draws(pool, items)])
    seen = {item.question.ask: item for item in reversed(items)}
    shown = [items[0], *(item for ask, item in reversed(seen.items()) if ask != items[0].question.ask)]
    return Look(tuple(found), tuple(drawn(item) for item in shown[:SHOWN]))


def _said(pool: Pool, words: dict[str, str]) -> Pool:
    """The pool with the wording of every id."""
    rules = (replace(rule, says=rule.says or words.get(rule.id, "")) for rule in pool.shapes[0].rules)
    return replace(pool, shapes=(replace(pool.shapes[0], rules=tuple(rules)),))


def drawn(of: Instance) -> Drawn:
    """A drawn item as texts."""
    question = of.question
    return Drawn(
        question.ask,
        question.answer,
        question.choices,
        tuple(Expected(one.value, one.ids, one.says) for one in question.predictions),
        of.hints,
        tuple((line.line, line.why) for line in of.worked),
    )


def sentence(what: str, mend: str) -> str:
    """A finding as two plain sentences."""
    said = f"{what[:1].upper()}{what[1:]}"
    return f"{said.rstrip('.')}. {mend[:1].upper()}{mend[1:]}." if mend else f"{said.rstrip('.')}."


def _missing(of: Written) -> Iterator[Said]:
    """What has to be filled in before anything can be drawn."""
    for field, value, text in (
        ("skill", of.skill, "Choose the skill that it asks for."),
        ("ask", of.ask, "Write the question."),
        ("kind", of.kind, "Choose what sort of answer it has."),
        ("answer", of.answer, "Write the right answer."),
        ("numbers", of.numbers, "Name at least one number that changes, so that there are twins."),
    ):
        if not value:
            yield Said(field, text)
    if of.kind == "choice" and not of.choices:
        yield Said("choices", "Write what there is to choose from.")
    for i, mistake in enumerate(of.mistakes):
        if not mistake.of or not mistake.why:
            yield Said(f"mistakes.{i}", "Write both: the answer, and what happened.")


def _field(text: str, line: int) -> str:
    """The field of the form that a line of the file comes from."""
    try:
        return next((field for at, field in reversed(places(text)) if at <= line), "")
    except Unusable:
        return ""


def _undrawable(written: Written, pool: Pool, bad: ValueError) -> Said:
    """No numbers make an item of it: why, in the teacher's terms."""
    said = str(bad).rpartition("the last one: ")[2]
    rules = pool.shapes[0].rules
    for i, rule in enumerate(rules):
        said = said.replace(rule.id, f"wrong answer {i + 1}")
    named = [i for i in range(len(rules)) if f"wrong answer {i + 1}" in said]
    if isinstance(bad, NoDraw) and not named:
        field = "answer" if said.startswith("the answer") else "where" if "does not hold" in said else "numbers"
        return Said(field, sentence(f"No numbers fit: {said}", ""))
    texts = {"ask": written.ask, **{f"hints.{i}": hint for i, hint in enumerate(written.hints)}}
    field = next((name for name, text in texts.items() if text in said), f"mistakes.{named[0]}" if named else "")
    return Said(field, sentence(f"No numbers fit: {said}" if named else said, ""))


def _of_items(pool: Pool, items: list[Instance]) -> Iterator[Said]:
    """What is amiss in single items, each sort once."""
    said: set[str] = set()
    for item in items[:CLOSELY]:
        for amiss in lint_item(item):
            sort = f"{amiss.sort} unknown" if "cannot be checked" in amiss.what else amiss.sort
            if sort in said:
                continue
            said.add(sort)
            what = amiss.what
            for i, rule in enumerate(pool.shapes[0].rules):
                what = what.replace(f"{rule.id}: the line ", f"wrong answer {i + 1}: the line ")
            is_advice = sort.startswith(ADVICE) or sort.endswith(" unknown")
            yield Said(_place(pool, sort), sentence(what, amiss.mend), must=not is_advice)


def _place(pool: Pool, sort: str) -> str:
    """The field that a sort of finding is about."""
    first, _, rest = sort.partition(" ")
    match first:
        case "stem" | "math":
            return "ask"
        case "worked" | "last":
            return "worked"
        case "right" | "wrote":
            return next((f"mistakes.{i}" for i, rule in enumerate(pool.shapes[0].rules) if rule.id == rest), "mistakes")
        case "says":
            return "mistakes"
        case _:
            return ""


def _of_draws(pool: Pool, items: list[Instance]) -> Iterator[Said]:
    """Enough different items, a use for every wrong answer, a twin for every item."""
    different = len({item.question.ask for item in items})
    if different < FEWEST_ITEMS:
        text = f"These numbers give only {different} different questions. Widen them, or a class sees the same again."
        yield Said("numbers", text, must=False)
    predicted = {id for item in items for one in item.question.predictions for id in one.ids}
    for i, rule in enumerate(pool.shapes[0].rules):
        if rule.id not in predicted:
            yield Said(f"mistakes.{i}", "This wrong answer never comes up with these numbers.")
    for item in items[:TWINS]:
        try:
            twin(pool, item, "look")
        except NoDraw:
            yield Said("numbers", f"There are no other numbers for a twin of “{item.question.ask}”. Widen them.")
            return
