"""Marking: what an answer is worth, exactly, by one look-up among the outcomes that were compiled with the question.

Four outcomes and `check`, where a worker or the teacher decides; every one carries a stable code (`outcomes.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue
from boardsup.maths.canonical.labels import Value, label
from boardsup.maths.canonical.polynomials import Hard, TooBig, Undefined
from boardsup.maths.canonical.values import Chosen, Expression, Relation, is_opaque
from boardsup.maths.key import Key, kind_of, pose, understood, value_in
from boardsup.maths.kinds.choices import chosen
from boardsup.maths.kinds.closeness import is_within, tolerance
from boardsup.maths.kinds.shape import Kind
from boardsup.maths.kinds.units import bare_number, other_measure
from boardsup.maths.outcomes import Outcome
from boardsup.maths.printing.plain import plain
from boardsup.maths.question import Question, Verdict
from boardsup.maths.reading import Unread
from boardsup.maths.reading.normal import INVISIBLE
from boardsup.maths.walk import letters_in

_NOTHING = f" \t\r\n{INVISIBLE}"


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


def mark(key: Key, text: str) -> Mark:
    """What this text is worth. Total for any text, exact, and the same whenever it is asked again."""
    if not text.strip() or not text.strip(_NOTHING):
        return _unread(Unread("read.empty"))
    if key.kind == "open":
        return Mark("check", "open.unmarked")
    if key.problem:
        return Mark("check", key.problem)
    if key.kind == "choice":
        return _choice(key, text)
    node = understood(key, text)
    if isinstance(node, Unread):
        return _unread(node)
    kind = kind_of(key)
    try:
        return _judged(key, kind, node, kind.value(node, key.asked))
    except NotAValue as other:
        shown = plain(node)
        return Mark("incorrect", str(other.args[0]), shown, key.predicted.get(Chosen(shown), ()))
    except Undefined:
        return Mark("incorrect", "ne.undefined", "undefined")
    except TooBig:
        return Mark("check", "hard.too_big", plain(node))
    except Hard:
        return Mark("check", "hard.pending", plain(node), hard=_hard(key, node))


def settled(key: Key, text: str, verdict: Verdict) -> Mark:
    """The mark of a hard case once a worker has spoken, or has failed to."""
    before = mark(key, text)
    if before.hard is None:
        return before
    match verdict:
        case "equal":
            shown = key.answer if key.value is None else label(key.value)
            return _equal(key, before.hard.found, shown)
        case "unequal":
            return Mark("incorrect", "ne.value", before.value)
        case "unsure" | "timeout" | "overload" | "crash":
            return Mark("check", f"hard.{verdict}", before.value)


def form_of(key: Key, text: str) -> str:
    """The code of the form an answer still has to be put in, "" for none: the same for a right and a wrong value."""
    if key.problem or key.kind in ("open", "choice"):
        return ""
    node = understood(key, text)
    try:
        return "" if isinstance(node, Unread) else kind_of(key).form(node, key.asked)
    except (NotAValue, Undefined, TooBig, Hard):
        return ""


def _judged(key: Key, kind: Kind, node: t.Node, value: Value) -> Mark:
    """Equal and in form, equal, or not; and then which mistaken procedure gives exactly this."""
    shown = label(value) or plain(node)
    if key.value is None:
        return Mark("check", "hard.pending", shown, hard=_hard(key, node))
    if _is_equal(key, kind, value):
        if kind.reads_unit and other_measure(node, key.asked):
            return Mark("incorrect", "unit.other", shown)
        return _equal(key, node, shown)
    if is_opaque(value) or is_opaque(key.value):
        return Mark("check", "hard.pending", shown, hard=_hard(key, node))
    if _is_almost_equal(value, key.value):
        return Mark("check", "hard.unsure", shown)
    if kind.reads_unit and bare_number(node, key.asked) == key.value:
        return Mark("incorrect", "unit.other", shown)
    return Mark("incorrect", "ne.value", shown, key.predicted.get(value, ()))


def _equal(key: Key, node: t.Node, shown: str) -> Mark:
    """An equal answer, in the form that is asked for or in another; the teacher looks where nobody can tell."""
    try:
        form = kind_of(key).form(node, key.asked)
    except (NotAValue, Undefined, TooBig, Hard):
        return Mark("check", "hard.unsure", shown)
    return Mark("equivalent_not_simplified", form, shown) if form else Mark("correct", "eq.value", shown)


def _is_equal(key: Key, kind: Kind, value: Value) -> bool:
    if not kind.tolerance:
        return value == key.value
    assert isinstance(value, Expression)
    assert isinstance(key.value, Expression)
    return is_within(value, key.value, tolerance(key.asked.argument) or Fraction(0))


def _is_almost_equal(value: Value, expected: Value) -> bool:
    """The same equation but for a division by letters, as (y − 3)/(x − 1) = 2 for a line: equal but at one point."""
    if not (isinstance(value, Relation) and isinstance(expected, Relation)):
        return False
    return value.sign == "=" == expected.sign and value.terms == expected.terms != ()


def _choice(key: Key, text: str) -> Mark:
    value = chosen(text)
    if value is None:
        return _unread(Unread("read.character"))
    if value == key.value:
        return Mark("correct", "eq.value", value.text)
    return Mark("incorrect", "ne.value", value.text, key.predicted.get(value, ()))


def _hard(key: Key, node: t.Node) -> Question | None:
    if key.node is None:
        return None
    one, other = (_as_formula(key, part) for part in (key.node, node))
    match one, other:
        case (t.Relation(), _) | (_, t.Relation()):
            several = len(letters_in(one) | letters_in(other)) > 1
            return Question(one, other, "equations" if several else "solutions")
        case _:
            return Question(one, other)


def _as_formula(key: Key, node: t.Node) -> t.Node:
    """A formula without its left side, with it."""
    is_bare = key.kind == "formula_for" and not isinstance(node, t.Relation)
    return t.Relation(t.Variable(key.asked.argument), "=", node) if is_bare else node


def _unread(unread: Unread) -> Mark:
    return Mark("unparseable", unread.code, unread=unread)


__all__ = ["Key", "Mark", "form_of", "mark", "pose", "settled", "understood", "value_in"]
