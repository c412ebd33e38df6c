"""Items from a spreadsheet: one line an item, any header; every cell becomes a field of the form, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from boardsup.items.bank import Bank
from boardsup.items.written import Mistake, Written
from boardsup.rostering.roster import Unusable
from boardsup.rostering.rows import Row, key, lines
from boardsup.web.desk.items.fields import Wording
from boardsup.web.desk.items.kinds import KINDS

MOST_ITEMS = 40
"""Items of one import: each is drawn and marked before anything is kept."""
LONGEST_CELL = 400
WRONG_ANSWERS = 4

NO_QUESTION = (
    "None of the columns is called “Question”. Please put a header above the questions; the example shows one."
)
NO_ITEMS = "There is no item in this, only a header."
TOO_MANY = f"There are more than {MOST_ITEMS} items. Please send them in parts."

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "skill": ("skill", "skillid", "standard", "ccss"),
    "ask": ("question", "ask", "item", "problem", "stem", "prompt", "pregunta"),
    "answer": ("answer", "rightanswer", "correctanswer", "correct", "key", "solution", "respuesta"),
    "kind": ("sort", "kind", "type", "answertype", "sortofanswer"),
    "letters": ("letters", "letter", "variable", "variables"),
    "numbers": ("numbers", "draw", "values", "numbersthatchange"),
    "follows": ("follows", "let", "numbersthatfollow"),
    "where": ("onlyif", "where", "condition", "conditions"),
    "choices": ("choices", "choose", "options", "tochoosefrom"),
    "hints": ("hint", "hints"),
}
WRONG, WHY = ("wrong", "wronganswer", "distractor"), ("why", "happened", "whathappened", "misconception")

EXAMPLE = (
    "Skill,Question,Sort,Answer,Letters,Numbers,Follows,Only if,Choices,Wrong 1,Why 1,Wrong 2,Why 2\n"
    "eq-1mul,Solve ${a}x = {b}$.,equation_solution,x = {k},x,a: 2..9; k: 2..12,b = a*k,b - a != k,,"
    "x = {b - a},Took {a} away instead of dividing by it.,x = {a*b},Multiplied by {a} again.\n"
    "int-add,Work out ${a} + {b}$.,integer,{a + b},,a: -9..-2; b: 2..9,,a + b != 0,,"
    "{b - a},Left out the sign of {a}.,{a - b},Subtracted {b} instead of adding it.\n"
    'frac-equiv,Is ${a}/{b}$ more than $1/2$?,choice,yes,,"a: 3..6; b: 3..10",,a < b; 2*a > b,yes; no,'
    "no,Compared the numbers one by one.,,\n"
)
"""What can be downloaded to begin with."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the spreadsheet, read into the form's fields."""

    number: int
    written: Written


def read_items(text: str, bank: Bank, words: Wording) -> tuple[Line, ...]:
    """The items of a table. Raises `Unusable`."""
    rows = lines("the table", text)
    first = next(rows, (0, []))[1]
    headers = [key(cell) for cell in first]
    if not any(name in headers for name in COLUMNS["ask"]):
        raise Unusable(NO_QUESTION)
    found: list[Line] = []
    for number, cells in rows:
        if len(found) >= MOST_ITEMS:
            raise Unusable(TOO_MANY)
        row = Row(number, {name: cell[:LONGEST_CELL] for name, cell in zip(headers, cells, strict=False)})
        found.append(Line(number, _written(row, bank, words)))
    if not found:
        raise Unusable(NO_ITEMS)
    return tuple(found)


def _written(row: Row, bank: Bank, words: Wording) -> Written:
    of = {field: next((row[name] for name in names if row[name]), "") for field, names in COLUMNS.items()}
    choices, kind, letters = _parts(of["choices"]), _kind(of["kind"]), tuple(of["letters"].replace(",", " ").split())
    solved = re.match(r"([a-zA-Z])\s*=", of["answer"])
    if not kind:
        kind = "choice" if choices else "equation_solution" if solved else "number"
    if not letters and solved and kind == "equation_solution":
        letters = (solved[1],)
    return Written(
        skill=_skill(of["skill"], bank),
        ask=of["ask"],
        kind=kind,
        answer=of["answer"],
        letters=letters,
        choices=choices,
        numbers=tuple(_pairs(of["numbers"], ":=")),
        follows=tuple(_pairs(of["follows"], "=:")),
        where=_parts(of["where"]),
        mistakes=tuple(_mistakes(row, words)),
        hints=_parts(of["hints"]),
    )


def _skill(text: str, bank: Bank) -> str:
    """The skill of this id, name or CCSS code; what is none stays as it was typed, to be said."""
    if text in bank.skills:
        return text
    wanted = text.casefold()
    named = [one.id for one in bank.skills.skills if one.name.casefold() == wanted]
    coded = [one.id for one in bank.skills.skills if text in one.ccss]
    return named[0] if named else coded[0] if len(coded) == 1 else ""


def _kind(text: str) -> str:
    """A sort of answer by its word in the file or by what the form calls it."""
    said = {words.casefold(): kind for kind, words in KINDS.items()}
    return said.get(text.casefold(), text)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for piece in text.split(";") if (part := piece.strip()))


def _pairs(text: str, signs: str) -> Iterator[tuple[str, str]]:
    """a: 2..9; b: 1..5 as pairs; the first of the signs that is there parts them."""
    for part in _parts(text):
        sign = next((one for one in signs if one in part), signs[0])
        name, _, value = part.partition(sign)
        yield name.strip(), value.strip()


def _mistakes(row: Row, words: Wording) -> Iterator[Mistake]:
    for place in ("", *map(str, range(1, WRONG_ANSWERS + 1))):
        wrong, why = (
            next((row[f"{name}{place}"] for name in names if row[f"{name}{place}"]), "") for names in (WRONG, WHY)
        )
        if wrong or why:
            yield Mistake(words.id_of(why), "expr", wrong)
