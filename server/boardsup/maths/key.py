"""A question's answer, compiled once when the question is posed: what an answer is marked by.

How an answer is read, and what a comma or a letter in it means, depends on the kind of answer and on its letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue
from boardsup.maths.canonical.labels import Value
from boardsup.maths.canonical.polynomials import Hard, TooBig, Undefined
from boardsup.maths.canonical.values import Chosen
from boardsup.maths.kinds.choices import chosen
from boardsup.maths.kinds.closeness import tolerance
from boardsup.maths.kinds.doubts import tidied
from boardsup.maths.kinds.shape import Asked, Kind
from boardsup.maths.kinds.table import KINDS, UNMARKED, split_kind
from boardsup.maths.printing.plain import plain
from boardsup.maths.reading import Options, Unread, read
from boardsup.maths.walk import letters_in

WORD_KINDS = {"no_solution": t.Word("no_solution"), "all_real_numbers": t.Word("all_real_numbers")}
"""Kinds whose answer is a word, and the word; other kinds with such an answer become them."""


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
            value = _value_or_text(self, text)
            if value is not None and value != self.value:
                found[value] = tuple(dict.fromkeys((*found.get(value, ()), *ids)))
        return replace(self, predicted=found)


def pose(kind: str, answer: str, *, variables: frozenset[str] = frozenset()) -> Key:
    """The key of a question. Never raises: an answer that cannot be used makes a key with a `problem`."""
    name, argument = split_kind(kind)
    if name in UNMARKED:
        return Key(name, answer, Asked(), value=chosen(answer) if name == "choice" else None)
    if name not in KINDS or (name == "number_tol" and tolerance(argument) is None):
        return Key(name, answer, Asked(), problem="key.kind")
    node = _key_node(name, answer, argument, variables)
    if isinstance(node, Unread):
        return Key(name, answer, Asked(), problem="key.unread")
    name, argument = _settled_kind(name, argument, node)
    asked = Asked(_letters(name, argument, node, variables), argument, is_several=_is_several(node))
    key = Key(name, answer, asked, node)
    try:
        return replace(key, value=KINDS[name].value(node, asked))
    except (NotAValue, Undefined, TooBig):
        return replace(key, problem="key.unread")
    except Hard:
        return key


def understood(key: Key, text: str) -> t.Node | Unread:
    """How an answer to this question is read; `Unread` where it cannot be, or where it may mean two things."""
    kind = KINDS[key.kind]
    if kind.is_place and text.count(",") == 1:
        text = text.replace(",", ";")  # A single comma parts two coordinates, never thousands.
    unit = key.asked.argument if kind.reads_unit else ""
    node = read(text, Options(key.asked.letters, unit, has_runs=False, decimal_comma=kind.decimal_comma))
    if isinstance(node, Unread):
        return node
    if isinstance(node, t.Both) and key.kind != "solution_set":
        node = tidied(node)
    return kind.doubt(node, text, key.asked) or node


def value_in(key: Key, text: str) -> Value | None:
    """What a text amounts to as an answer to this question; None where it amounts to nothing."""
    if key.kind in UNMARKED or key.problem:
        return chosen(text) if key.kind == "choice" else None
    node = understood(key, text)
    if isinstance(node, Unread):
        return None
    try:
        return KINDS[key.kind].value(node, key.asked)
    except (NotAValue, Undefined, TooBig, Hard):
        return None


def _value_or_text(key: Key, text: str) -> Value | None:
    """What a predicted answer amounts to; one of another type, as x = 4 where a range is asked for, is its own text."""
    value = value_in(key, text)
    if value is not None or key.kind in UNMARKED or key.problem:
        return value
    node = understood(key, text)
    if isinstance(node, Unread):
        return None
    try:
        KINDS[key.kind].value(node, key.asked)
    except NotAValue as other:
        return Chosen(plain(node)) if str(other.args[0]).startswith("type.") else None
    except (Undefined, TooBig, Hard):
        return None
    return None


def _key_node(name: str, answer: str, argument: str, variables: frozenset[str]) -> t.Node | Unread:
    """The tree of the right answer; a kind that is a word needs none."""
    kind = KINDS[name]
    if name in WORD_KINDS and not answer.strip():
        return WORD_KINDS[name]
    letters = frozenset() if kind.without_letters else variables or None
    text = answer.replace(",", ";") if kind.is_place and answer.count(",") == 1 else answer
    return read(text, Options(letters, argument if kind.reads_unit else "", decimal_comma=kind.decimal_comma))


def _settled_kind(name: str, argument: str, node: t.Node) -> tuple[str, str]:
    """The kind that this answer really is, with what its name leaves to the answer: letters, a unit."""
    match name, node:
        case (
            ("equation_solution" | "solution_set" | "inequality" | "compound_inequality" | "system_solution"),
            t.Word("no_solution" | "all_real_numbers" as meaning),
        ):
            return meaning, ""
        case "equation_solution", t.Relation(t.Variable(letter), "=", right) if letters_in(right) - {letter}:
            return "formula_for", letter
        case (("formula_for" | "slope_intercept"), t.Relation(t.Variable(letter), "=", _)) if not argument:
            return name, letter
        case "slope_intercept", _ if not argument:
            return name, "y"
        case "number_with_unit", t.WithUnit(_, unit) if not argument:
            return name, unit
        case "system_solution", _:
            return name, ",".join(
                argument.replace(" ", "").split(",") if argument else sorted(letters_in(node)) or "xy"
            )
        case _:
            return name, argument


def _is_several(node: t.Node) -> bool:
    return isinstance(node, t.Listing | t.Either | t.Both | t.Braces | t.PlusMinus) or (
        isinstance(node, t.Relation) and _is_several(node.right)
    )


def _letters(name: str, argument: str, node: t.Node, variables: frozenset[str]) -> frozenset[str] | None:
    """The letters an answer may hold: the item's, else those of the key itself, else any."""
    if KINDS[name].without_letters:
        return frozenset()
    if name == "system_solution":
        return frozenset(argument.split(","))
    own = variables | letters_in(node) | (frozenset(argument) if name == "formula_for" else frozenset())
    if name in ("linear_equation", "slope_intercept") and own <= {"x", "y"}:
        return frozenset({"x", "y"})
    return own or (frozenset("x") if name == "solution_set" else None)


def kind_of(key: Key) -> Kind:
    """The kind of a key that is read and marked."""
    return KINDS[key.kind]
