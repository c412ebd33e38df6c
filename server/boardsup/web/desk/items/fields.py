"""The form of an item: its fields read into what is written, and shown again as they were typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from boardsup.items.bank import Bank
from boardsup.items.looking import Said
from boardsup.items.misconceptions import Misconception
from boardsup.items.pool import Rule
from boardsup.items.written import How, Mistake, Written
from boardsup.web.desk.drafts import Fields
from boardsup.web.desk.items.kinds import KINDS, MORE

NUMBERS, FOLLOWS, MISTAKES, WORKED = 5, 5, 4, 5
"""Rows of the form."""
LONGEST, MOST_LINES = 400, 12

Values = dict[str, object]


@dataclass(frozen=True)
class Wording:
    """How each misconception is said on the form, both ways: no two are said alike."""

    by_id: Mapping[str, str]
    by_words: Mapping[str, str]

    def id_of(self, words: str) -> str:
        """The id that these words mean; the words themselves where they are a teacher's own."""
        return self.by_words.get(words.casefold(), words)

    def words_of(self, why: str) -> str:
        """What the form says for an id, or the words themselves."""
        return self.by_id.get(why, why)


def wording(bank: Bank) -> Wording:
    """The wording of a bank's misconceptions; two that are said alike have their id behind."""
    return _wording(tuple(bank.misconceptions.values()))


@lru_cache(maxsize=2)
def _wording(known: tuple[Misconception, ...]) -> Wording:
    says = [one.says for one in known]
    by_id = {one.id: one.says if says.count(one.says) == 1 else f"{one.says} ({one.id})" for one in known}
    by_words = {words.casefold(): id for id, words in by_id.items()} | {id: id for id in by_id}
    return Wording(by_id, by_words)


def read_written(fields: Fields, words: Wording) -> Written:
    """What the fields hold."""
    kind, more = _one(fields, "kind"), _one(fields, "more")
    return Written(
        skill=_one(fields, "skill"),
        ask=_one(fields, "ask"),
        kind=f"{kind}:{more}" if kind in MORE and more else kind,
        answer=_one(fields, "answer"),
        letters=tuple(letter for letter in _one(fields, "letters").replace(",", " ").split() if letter)[:4],
        choices=_lines(fields, "choices"),
        numbers=_pairs(fields, "number", "values")[:NUMBERS],
        follows=_pairs(fields, "follow", "formula")[:FOLLOWS],
        where=_lines(fields, "where"),
        mistakes=_mistakes(fields, words),
        hints=_lines(fields, "hints"),
        worked=_pairs(fields, "line", "why", both=False)[:WORKED],
        words=_lines(fields, "words"),
    )


def form_values(of: Written, bank: Bank) -> Values:
    """The form with these values, and what there is to choose."""
    words = wording(bank)
    kind, _, more = of.kind.partition(":")
    often = _often(bank, of.skill)
    return {
        "of": of,
        "kind": kind,
        "more": more,
        "kinds": KINDS,
        "kinds_with_more": MORE,
        "numbers": _padded(of.numbers, NUMBERS),
        "follows": _padded(of.follows, FOLLOWS),
        "mistakes": [
            {"of": one.of, "how": one.how, "why": words.words_of(one.why)}
            if one
            else {"of": "", "how": "expr", "why": ""}
            for _, one in zip_longest(range(MISTAKES), of.mistakes[: MISTAKES * 2])
        ],
        "worked": _padded(of.worked, WORKED),
        "strands": [
            (name, [bank.skills[id] for id in bank.skills.order if bank.skills[id].strand == strand])
            for strand, name in bank.strands.items()
        ],
        "whys": [*(words.by_id[id] for id in often), *(w for id, w in words.by_id.items() if id not in often)],
    }


def says_by_field(says: Iterable[Said]) -> dict[str, list[str]]:
    """The sentences for each place of the form; a row of numbers speaks below all of them, a mistake for itself."""
    found: dict[str, list[str]] = {}
    for said in says:
        name, _, row = said.field.partition(".")
        place = f"{name}-{row}" if name == "mistakes" and row else name
        found.setdefault(place if place != "mistakes" else "mistakes-0", []).append(said.text)
    return found


PLACES = (
    "skill", "ask", "kind", "answer", "letters", "choices", "numbers", "follows", "where", "hints", "worked", "words",
    *(f"mistakes-{row}" for row in range(MISTAKES)), "",
)  # fmt: skip
"""Where a sentence can stand."""


def _line(text: str) -> str:
    """What was typed on one line, without anything invisible."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(letter for letter in words if letter.isprintable())


def _one(fields: Fields, name: str) -> str:
    return _line(fields.get(name, ""))[:LONGEST]


def _lines(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(line for text in fields.get(name, "").splitlines()[:MOST_LINES] if (line := _line(text)[:LONGEST]))


def _pairs(fields: Fields, first: str, second: str, *, both: bool = True) -> tuple[tuple[str, str], ...]:
    """Rows of two fields; a row without its first one is none, or without either where one is enough."""
    rows = zip(fields.getlist(first), fields.getlist(second), strict=False)
    clean = ((_line(a)[:LONGEST], _line(b)[:LONGEST]) for a, b in rows)
    return tuple(row for row in clean if row[0] or (row[1] and not both))


def _mistakes(fields: Fields, words: Wording) -> tuple[Mistake, ...]:
    rows = zip(fields.getlist("wrong"), fields.getlist("how"), fields.getlist("happened"), strict=False)
    found: list[Mistake] = []
    for wrong, how, why in list(rows)[: MISTAKES * 2]:
        of, said = _line(wrong)[:LONGEST], _line(why)[:LONGEST]
        way: How = "solve" if how == "solve" else "expr"
        if of or said:
            found.append(Mistake(words.id_of(said), way, of))
    return tuple(found)


def _padded(rows: tuple[tuple[str, str], ...], most: int) -> list[tuple[str, str]]:
    return [*rows, *[("", "")] * (most - len(rows))]


def _often(bank: Bank, skill: str) -> tuple[str, ...]:
    """The misconceptions that the bank's items of a skill expect."""
    pool = bank.pools.get(skill)
    rules: Iterable[Rule] = (rule for shape in pool.shapes for rule in shape.rules) if pool is not None else ()
    return tuple(dict.fromkeys(rule.id for rule in rules if rule.id in bank.misconceptions))
