"""One shape of a skill: what is asked, the numbers to draw, the wrong answers to expect, the rows that test it.

Cards that stand once for the whole file are lent to every shape that has none of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain

from boardsup.items.cards import Reteach, WorkedLine
from boardsup.items.fields import Fields, exact
from boardsup.items.parse_cards import reteach, worked
from boardsup.items.parse_values import values
from boardsup.items.pool import AsIf, Contrast, Draw, Example, Gives, Let, Rule, Shape, Solves, Writes
from boardsup.items.sheet import Text, Value

KINDS = (
    "number, integer, fraction_lowest_terms, money, percent_blank, ratio_lowest_terms, angle_degrees, "
    "scientific_notation, number_decimal_comma, expression, expression_simplified, expression_expanded, "
    "expression_factored, equation_solution, linear_equation, slope_intercept, inequality, compound_inequality, "
    "solution_set, no_solution, all_real_numbers, point, radical_simplified, choice"
)
KINDS_WITH_MORE = ("number_with_unit", "number_tol", "formula_for", "system_solution")
"""Written with what belongs to them: formula_for:y."""

NO_CARD = Reteach((), None)
OUTCOMES = ("correct", "equivalent_not_simplified", "incorrect", "unparseable")
AS_IF = ("solve", "value", "expr")


def shape(fields: Fields, *, skill: str, shared: Mapping[str, Value], is_own: bool = False) -> Shape:
    """The shape that these entries state; a teacher's own needs no mistakes, examples, hints and cards."""
    line = fields.line
    id = fields.identity("shape")
    draws = tuple(_draw(fields, *entry) for entry in fields.numbers("draw"))
    if not draws:
        fields.stop(line, f"shape {id} draws no numbers", "add draw: so that it can be asked again")
    lets = _lets(fields, frozenset(draw.name for draw in draws))
    names = frozenset(draw.name for draw in draws) | frozenset(let.name for let in lets)
    fields.lend(shared)
    answer = fields.filled("answer", names)
    has_lines, has_card = (not is_own or fields.has(name) for name in ("worked", "reteach"))
    return Shape(
        skill=skill,
        id=id,
        ask=fields.filled("ask", names),
        kind=kind_of_answer(fields),
        answer=answer,
        draws=draws,
        lets=lets,
        where=tuple(fields.checked_formula(at, text, names) for at, text in fields.texts("where")),
        rules=fields.each("mistakes", lambda inner: _rule(inner, names), is_needed=not is_own),
        examples=tuple(chain(*fields.each("examples", lambda inner: _examples(inner, draws), is_needed=not is_own))),
        hints=fields.all_filled("hints", names, is_needed=not is_own),
        worked=worked(fields, names) if has_lines else (WorkedLine(answer),),
        reteach=fields.inner("reteach", lambda inner: reteach(inner, names, is_own=is_own)) if has_card else NO_CARD,
        variables=fields.words("variables"),
        choices=fields.all_filled("choices", names),
        line=line,
    )


def kind_of_answer(fields: Fields) -> str:
    """The kind of answer, one of those that can be marked."""
    line, kind = fields.line_and_text("kind")
    start, colon, rest = kind.partition(":")
    if kind not in KINDS.split(", ") and not (start in KINDS_WITH_MORE and colon and rest):
        more = ", ".join(f"{name}:…" for name in KINDS_WITH_MORE)
        fields.stop(line, f"no answer is of the kind “{kind}”", f"there are {KINDS}, {more}")
    return kind


def _draw(fields: Fields, line: int, name: str, value: Value) -> Draw:
    _named(fields, line, name)
    return Draw(name, values(fields, line, value))


def _lets(fields: Fields, names: frozenset[str]) -> tuple[Let, ...]:
    lets: list[Let] = []
    for line, name, value in fields.numbers("let"):
        _named(fields, line, name)
        if name in names:
            fields.stop(line, f"“{name}” is already a number of this shape", "choose another name")
        if not isinstance(value, Text):
            fields.stop(line, f"“{name}” needs a formula", "write it with + - * / ^ and brackets")
        lets.append(Let(name, fields.checked_formula(line, value.text, names)))
        names |= {name}
    return tuple(lets)


def _named(fields: Fields, line: int, name: str) -> None:
    """A number's name is one that formulas can use."""
    if not (name.isascii() and name.isalnum() and name.islower() and name[0].isalpha() and len(name) <= 16):
        fields.stop(line, f"a number cannot be called “{name}”", "use a small letter, then letters or digits")


def _rule(fields: Fields, names: frozenset[str]) -> Rule:
    return Rule(
        id=fields.text("id"),
        as_if=fields.inner("as_if", lambda inner: _as_if(inner, names)),
        contrast=Contrast(fields.filled("wrote", names), fields.filled("right", names)),
        says=fields.filled("says", names, ""),
        when=fields.formula("when", names, ""),
        same_as=fields.words("same_as"),
        line=fields.line,
    )


def _as_if(fields: Fields, names: frozenset[str]) -> AsIf:
    given = [name for name in AS_IF if fields.has(name)]
    if len(given) != 1:
        fields.stop(fields.line, "as_if needs one of solve, value and expr", 'such as {solve: "{a}x - {b} = {c}"}')
    match given[0]:
        case "solve":
            return Solves(fields.filled("solve", names))
        case "value":
            return Gives(fields.formula("value", names))
        case _:
            return Writes(fields.filled("expr", names))


def _examples(fields: Fields, draws: tuple[Draw, ...]) -> tuple[Example, ...]:
    numbers = _numbers(fields, draws)
    seed = fields.text("seed", "")
    if bool(numbers) == bool(seed):
        fields.stop(fields.line, "an example needs numbers or a seed", "add numbers: {…} or seed: …")
    rows = fields.numbers("answers")
    if not rows:
        fields.stop(fields.line, "an example needs answers", "add answers: with lines such as x = 4: correct")
    return tuple(_row(fields, numbers, seed, entry) for entry in rows)


def _row(
    fields: Fields, numbers: tuple[tuple[str, Fraction], ...], seed: str, entry: tuple[int, str, Value]
) -> Example:
    line, typed, value = entry
    if not isinstance(value, Text) or not (value.text in OUTCOMES or "." in value.text):
        fields.stop(
            line, f"what “{typed}” comes to is not said", f"write {', '.join(OUTCOMES)}, or a misconception's id"
        )
    return Example(numbers, seed, typed, value.text, line)


def _numbers(fields: Fields, draws: tuple[Draw, ...]) -> tuple[tuple[str, Fraction], ...]:
    """The drawn numbers of an example: all of them, or none."""
    found: dict[str, Fraction] = {}
    names = {draw.name for draw in draws}
    for line, name, value in fields.numbers("numbers"):
        if name not in names or not isinstance(value, Text):
            fields.stop(line, f"“{name}” is no drawn number with a value", f"give {', '.join(sorted(names))}")
        found[name] = exact(fields, line, value.text)
    if found and len(found) < len(draws):
        fields.stop(fields.line, f"no number for {', '.join(sorted(names - set(found)))}", "give all that are drawn")
    return tuple((draw.name, found[draw.name]) for draw in draws if found)
