"""Marking: what an answer is worth, exactly, by one look-up among the outcomes that were compiled with the question.

Four outcomes and `check`, where a worker or the teacher decides; every one carries a stable code (`outcomes.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue
from boardsup.maths.canonical.labels import Value, label
from boardsup.maths.canonical.polynomials import Hard, TooBig, Undefined
from boardsup.maths.canonical.values import Chosen, Expression
from boardsup.maths.kinds.choices import chosen
from boardsup.maths.kinds.closeness import is_within
from boardsup.maths.kinds.shape import Asked, Kind
from boardsup.maths.kinds.table import KINDS, split_kind
from boardsup.maths.kinds.units import other_unit
from boardsup.maths.outcomes import Outcome
from boardsup.maths.question import Question, Verdict
from boardsup.maths.reading import Unread, read
from boardsup.maths.walk import letters_in

_CENTS = re.compile(r"\d,\d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer is worth. `value` is the group it belongs to; `hard` is what a worker has to be asked, if any.

    Of what cannot be read, `unread` says where and why.
    """

    outcome: Outcome
    code: str
    value: str = ""
    misconceptions: tuple[str, ...] = ()
    hard: Question | None = None
    unread: Unread | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A question's answer, ready to mark by: its kind, its tree and value, and the predicted wrong values.

    `problem` is a `key.` code where the answer cannot be used; everything is then left to the teacher.
    """

    kind: str
    answer: str
    asked: Asked
    node: t.Node | None = None
    value: Value | None = None
    predicted: Mapping[Value, tuple[str, ...]] = field(default_factory=dict, hash=False)
    problem: str = ""

    def with_predictions(self, predicted: Mapping[str, tuple[str, ...]]) -> Key:
        """The same with wrong answers, as one would type them, and the ids that explain each.

        What cannot be read, and what equals the right answer, is left out; equal ones are put together.
        """
        found: dict[Value, tuple[str, ...]] = {}
        for text, ids in predicted.items():
            value = _predicted_value(self, text)
            if value is not None and value != self.value:
                found[value] = tuple(dict.fromkeys((*found.get(value, ()), *ids)))
        return replace(self, predicted=found)


def pose(kind: str, answer: str, *, variables: frozenset[str] = frozenset()) -> Key:
    """The key of a question. Never raises: an answer that cannot be used makes a key with a `problem`."""
    name, argument = split_kind(kind)
    if name in ("open", "choice"):
        return Key(name, answer, Asked(), value=chosen(answer) if name == "choice" else None)
    if name not in KINDS:
        return Key(name, answer, Asked(), problem="key.kind")
    of = KINDS[name]
    letters = None if not variables and not of.without_letters else variables
    asked = Asked(letters if not of.without_letters else frozenset(), argument)
    node = _read(of, answer, asked)
    if isinstance(node, Unread):
        return Key(name, answer, asked, problem="key.unread")
    if isinstance(node, t.Word) and name in ("equation_solution", "solution_set", "inequality", "compound_inequality"):
        name = "no_solution" if node.meaning == "no_solution" else "all_real_numbers"
        of = KINDS[name]
    asked = Asked(_letters(name, node, variables, asked), argument)
    try:
        return Key(name, answer, asked, node, of.value(node, asked))
    except (NotAValue, Undefined, TooBig):
        return Key(name, answer, asked, node, problem="key.unread")
    except Hard:
        return Key(name, answer, asked, node)


def mark(key: Key, text: str) -> Mark:
    """What this text is worth. Total for any text, exact, and the same whenever it is asked again."""
    if not text.strip():
        return Mark("unparseable", "read.empty", unread=Unread("read.empty"))
    if key.kind == "open":
        return Mark("check", "open.unmarked")
    if key.problem:
        return Mark("check", key.problem)
    if key.kind == "choice":
        return _choice(key, text)
    kind = KINDS[key.kind]
    node = _read(kind, text, key.asked)
    if isinstance(node, Unread):
        return Mark("unparseable", node.code, unread=node)
    try:
        return _judged(key, kind, node, kind.value(node, key.asked))
    except NotAValue as other:
        shown = _shown(key, text)
        return Mark("incorrect", str(other.args[0]), shown, key.predicted.get(Chosen(shown), ()))
    except Undefined:
        return Mark("incorrect", "ne.undefined", "undefined")
    except TooBig:
        return Mark("check", "hard.too_big")
    except Hard:
        return Mark("check", "hard.pending", hard=_hard(key, node))


def settled(key: Key, text: str, verdict: Verdict) -> Mark:
    """The mark of a hard case once a worker has spoken, or has failed to."""
    before = mark(key, text)
    if before.hard is None:
        return before
    match verdict:
        case "equal":
            form = KINDS[key.kind].form(before.hard.found, key.asked)
            outcome: Outcome = "equivalent_not_simplified" if form else "correct"
            return Mark(outcome, form or "eq.value", key.answer)
        case "unequal":
            return Mark("incorrect", "ne.value", before.value)
        case "unsure" | "timeout" | "overload" | "crash":
            return Mark("check", f"hard.{verdict}")


def value_in(key: Key, text: str) -> Value | None:
    """What a text amounts to as an answer to this question; None where it amounts to nothing."""
    if key.kind in ("open", "choice") or key.problem:
        return chosen(text) if key.kind == "choice" else None
    kind = KINDS[key.kind]
    node = _read(kind, text, key.asked)
    if isinstance(node, Unread):
        return None
    try:
        return kind.value(node, key.asked)
    except (NotAValue, Undefined, TooBig, Hard):
        return None


def _predicted_value(key: Key, text: str) -> Value | None:
    """What a predicted answer amounts to; one of another type, as x = 4 where a range is asked for, is its own text."""
    value = value_in(key, text)
    if value is None and mark(key, text).code.startswith("type."):
        return Chosen(_shown(key, text))
    return value


def _judged(key: Key, kind: Kind, node: t.Node, value: Value) -> Mark:
    """Equal and in form, equal, or not; and then which mistaken procedure gives exactly this."""
    shown = label(value)
    if key.value is None:
        return Mark("check", "hard.pending", shown, hard=_hard(key, node))
    if _is_equal(key, kind, value):
        if kind.reads_unit and other_unit(node, key.asked):
            return Mark("incorrect", "unit.other", shown)
        form = kind.form(node, key.asked)
        return Mark("equivalent_not_simplified", form, shown) if form else Mark("correct", "eq.value", shown)
    if isinstance(value, Expression) and isinstance(key.value, Expression) and (value.is_opaque or key.value.is_opaque):
        return Mark("check", "hard.pending", shown, hard=_hard(key, node))
    return Mark("incorrect", "ne.value", shown, key.predicted.get(value, ()))


def _is_equal(key: Key, kind: Kind, value: Value) -> bool:
    if not kind.tolerance:
        return value == key.value
    assert isinstance(value, Expression)
    assert isinstance(key.value, Expression)
    return is_within(value, key.value, _tolerance(key.asked.argument))


def _tolerance(text: str) -> Fraction:
    node = read(text)
    match node:
        case t.Number():
            return node.value
        case t.Quotient(t.Number() as top, t.Number() as bottom) if bottom.value:
            return top.value / bottom.value
        case _:
            return Fraction(0)


def _choice(key: Key, text: str) -> Mark:
    value = chosen(text)
    if value is None:
        return Mark("unparseable", "read.character", unread=Unread("read.character"))
    if value == key.value:
        return Mark("correct", "eq.value", value.text)
    return Mark("incorrect", "ne.value", value.text, key.predicted.get(value, ()))


def _read(kind: Kind, text: str, asked: Asked) -> t.Node | Unread:
    if kind.cents and (found := _CENTS.search(text)) is not None:
        return Unread("read.grouping", found.start(), found.group())
    return read(
        text,
        variables=asked.letters,
        unit=asked.argument if kind.reads_unit else "",
        decimal_comma=kind.decimal_comma,
    )


def _letters(name: str, node: t.Node, variables: frozenset[str], asked: Asked) -> frozenset[str] | None:
    """The letters an answer may hold: the item's, else those of the key itself, else any."""
    if KINDS[name].without_letters:
        return frozenset()
    if name == "system_solution":
        return frozenset(asked.argument.split(","))
    own = letters_in(node) | (frozenset(asked.argument) if name == "formula_for" else frozenset())
    return (variables | own) or (frozenset("x") if name == "solution_set" else None)


def _hard(key: Key, node: t.Node) -> Question | None:
    if key.node is None:
        return None
    match node, key.node:
        case (t.Relation(), _) | (_, t.Relation()):
            several = len(letters_in(node) | letters_in(key.node)) > 1
            return Question(key.node, node, "equations" if several else "solutions")
        case _:
            return Question(key.node, node)


def _shown(key: Key, text: str) -> str:
    """The group of what is another kind of thing: printed from our own tree."""
    from boardsup.maths.printing.plain import plain

    node = _read(KINDS[key.kind], text, key.asked)
    return "" if isinstance(node, Unread) else plain(node)
