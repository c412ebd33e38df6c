"""A tree without words: what one is to do with it."""

from __future__ import annotations

from typing import Literal

from boardsup.maths import tree as t
from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps import word_problems as w
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.posing.slots import value_of
from boardsup.maths.walk import letters_in


def of_node(node: t.Node) -> p.Problem | None:
    """Solve a relation; work out an expression with numbers; expand or simplify one with letters."""
    if isinstance(node, t.Relation | t.Chain | t.Listing | t.Both | t.Either):
        return of_relation(node, "")
    return of_expression(node, "expanded" if _is_product_of_sums(node) else "simplified")


def of_expression(node: t.Node, goal: Literal["simplified", "expanded"]) -> p.Problem | None:
    """An expression to be simplified, expanded or worked out."""
    if isinstance(
        node,
        t.Relation | t.Chain | t.Listing | t.Both | t.Either | t.Braces | t.Point | t.Word | t.WithUnit | t.PlusMinus,
    ):
        return None
    if letters_in(node):
        return p.Simplify(node, goal)
    quantity = written(node)
    if quantity is not None and goal == "simplified" and isinstance(node, t.Quotient):
        return p.Convert(node, "lowest terms") if quantity.value.denominator != 1 else p.Compute(node)
    if value_of(node) is not None:
        return p.Compute(node)
    return p.Simplify(node, goal)


def of_relation(node: t.Node, letter: str) -> p.Problem | None:
    """A statement to be solved, for this letter where one is named."""
    match node:
        case t.Listing((t.Relation() as first, t.Relation() as second)) | t.Both(
            (t.Relation() as first, t.Relation() as second)
        ):
            return _system(first, second, letter)
        case t.Either(parts):
            named = _named(letter, letters_in(node))
            is_open = all(isinstance(part, t.Relation) and part.operator not in "=≠" for part in parts)
            return p.SolveInequality(node, named) if is_open and named and len(letters_in(node)) == 1 else None
        case t.Chain():
            return _ranged(node, letter)
        case t.Relation(_, "=", _):
            return _equation(node, letter)
        case t.Relation():
            return _ranged(node, letter)
        case _:
            return None


def _equation(node: t.Relation, letter: str) -> p.Problem | None:
    letters = letters_in(node)
    named = _named(letter, letters)
    if len(letters) == 1 and named is not None:
        return _proportion(node, named) or p.SolveEquation(node, named)
    return p.SolveFormula(node, named) if letter and named is not None else None


def _named(letter: str, letters: frozenset[str]) -> str | None:
    """The letter to solve for, in the case in which it stands there; the only one where none is named."""
    if not letter:
        return next(iter(letters)) if len(letters) == 1 else None
    return next((name for name in (letter, letter.swapcase()) if name in letters), None)


def _ranged(node: t.Relation | t.Chain, letter: str) -> p.Problem | None:
    named = _named(letter, letters_in(node))
    signs = {node.operator} if isinstance(node, t.Relation) else {node.first, node.second}
    is_open = signs <= {"<", "≤"} or signs <= {">", "≥"}
    return p.SolveInequality(node, named) if named and len(letters_in(node)) == 1 and is_open else None


def _system(first: t.Relation, second: t.Relation, letter: str) -> p.Problem | None:
    letters = sorted(letters_in(first) | letters_in(second))
    if len(letters) != 2 or {first.operator, second.operator} != {"="}:
        return None
    wanted = _named(letter, frozenset(letters)) if letter else ""
    return p.SolveSystem(first, second, (letters[0], letters[1]), wanted or "")


def _proportion(node: t.Relation, letter: str) -> p.Problem | None:
    """a/b = c/d with the letter alone in one of the four places."""
    match node:
        case t.Relation(t.Quotient(a, b), "=", t.Quotient(c, d)):
            parts = [None if part == t.Variable(letter) else value_of(part) for part in (a, b, c, d)]
            is_alone = [part == t.Variable(letter) for part in (a, b, c, d)].count(True) == 1
            if is_alone and parts.count(None) == 1 and all(part != 0 for part in parts):
                return w.Proportion(parts[0], parts[1], parts[2], parts[3], letter)
    return None


def _is_product_of_sums(node: t.Node) -> bool:
    match node:
        case t.Power(t.Sum(), _):
            return True
        case t.Product(factors):
            return any(isinstance(f, t.Sum) or _is_product_of_sums(f) for f in factors)
        case t.Neg(of):
            return _is_product_of_sums(of)
        case _:
            return False
