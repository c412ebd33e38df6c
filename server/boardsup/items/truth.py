"""Is a line of a worked example true of its item's answer? What cannot be told is said to be unknown, never true.

An equation is true when the answer satisfies it or both sides are the same; anything else when marking accepts it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from boardsup.items.item import Question
from boardsup.maths.canonical.from_tree import NotAValue, expression
from boardsup.maths.canonical.polynomials import Hard, TooBig, Undefined
from boardsup.maths.canonical.values import Expression
from boardsup.maths.mark import mark, pose
from boardsup.maths.reading import Unread, read
from boardsup.maths.tree import Braces, Either, Listing, Node, Point, Relation, Variable
from boardsup.maths.walk import changed, letters_in

Truth = Literal["true", "false", "unknown"]

KINDS_OF_RELATIONS = ("linear_equation", "slope_intercept", "formula_for", "inequality", "compound_inequality")
KINDS_OF_EXPRESSIONS = ("expression", "radical_simplified", "scientific_notation")

Values = Mapping[str, Node]
"""What the answer says the letters are."""


def truth(line: str, question: Question) -> Truth:
    """Is the line true of this question's answer?"""
    tree = read(line)
    if question.kind == "choice":
        return "true" if holds_answer(line, question) else "unknown"
    if isinstance(tree, Unread):
        return "unknown"
    if isinstance(tree, Relation) and tree.operator == "=":
        return _of_equation(tree, line, question)
    return _of_anything(line, question)


def holds_answer(line: str, question: Question) -> bool:
    """Does the line end with the answer, as it is accepted?"""
    key = pose(question.kind, question.answer, variables=frozenset(question.variables))
    parts = (line, line.rpartition("=")[2])
    return any(part.strip() and mark(key, part).outcome == "correct" for part in parts)


def _of_equation(tree: Relation, line: str, question: Question) -> Truth:
    same = _same(tree.left, tree.right)
    if same == "true":
        return same
    if question.kind.startswith(KINDS_OF_RELATIONS):
        return _of_anything(line, question)
    letters = letters_in(tree)
    if not letters or question.kind.startswith(KINDS_OF_EXPRESSIONS):
        return same
    told = [_same(_put(tree.left, values), _put(tree.right, values)) for values in _answers(question, letters)]
    if not told or "unknown" in told:
        return "unknown"
    return "false" if "false" in told else "true"


def _of_anything(line: str, question: Question) -> Truth:
    key = pose(question.kind, question.answer, variables=frozenset(question.variables))
    match mark(key, line).outcome:
        case "correct" | "equivalent_not_simplified":
            return "true"
        case "incorrect":
            return "false"
        case _:
            return "unknown"


def _answers(question: Question, letters: frozenset[str]) -> list[Values]:
    """What the answer says of these letters, each way that it says; nothing where it says nothing of one of them."""
    tree = read(question.answer)
    if isinstance(tree, Unread):
        return []
    kind, _, names = question.kind.partition(":")
    match kind, tree:
        case (("system_solution" | "point"), Point(coordinates)):
            found: list[Values] = [dict(zip((names or "x,y").split(","), coordinates, strict=False))]
        case "solution_set", (Listing(parts) | Either(parts) | Braces(parts)):
            found = [_named(part, letters) for part in parts]
        case _:
            found = [_named(tree, letters)]
    return found if all(letters <= set(values) for values in found) else []


def _named(tree: Node, letters: frozenset[str]) -> Values:
    """x = 3 says so itself; a bare 3 is meant for the only letter there is."""
    if isinstance(tree, Relation) and isinstance(tree.left, Variable):
        return {tree.left.letter: tree.right}
    return dict.fromkeys(letters, tree) if len(letters) == 1 else {}


def _put(tree: Node, values: Values) -> Node:
    return changed(tree, lambda node: values.get(node.letter, node) if isinstance(node, Variable) else node)


def _same(left: Node, right: Node) -> Truth:
    """Are two expressions the same, whatever their letters are?"""
    try:
        a, b = expression(left), expression(right)
    except (NotAValue, Undefined, Hard, TooBig):
        return "unknown"
    if a == b:
        return "true"
    return "unknown" if _is_opaque(a) or _is_opaque(b) else "false"


def _is_opaque(value: Expression) -> bool:
    return value.is_opaque
