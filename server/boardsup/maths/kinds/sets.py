"""Kinds whose answer is a set of values in any order, however they are listed."""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, type_code
from boardsup.maths.canonical.labels import Value
from boardsup.maths.canonical.reals import NOTHING, Reals, either, only
from boardsup.maths.canonical.relations import constants_of, reals_of
from boardsup.maths.canonical.values import Several
from boardsup.maths.kinds.shape import Asked, require_letters, value_of
from boardsup.maths.kinds.solved import first_of, number_form
from boardsup.maths.walk import each_sign, letters_in


def elements(node: t.Node, asked: Asked) -> list[t.Node] | None:
    """The values of a list in any of its spellings: commas, or, braces, x = in front, ±. None for something else."""
    match node:
        case t.Listing(parts) | t.Either(parts) | t.Braces(parts) | t.Both(parts):
            inner = [elements(part, asked) for part in parts]
            return None if any(found is None for found in inner) else [n for found in inner for n in found or ()]
        case t.Relation(t.Variable() as letter, "=", other) | t.Relation(other, "=", t.Variable() as letter):
            if letters_in(other):
                return None
            require_letters(letter, asked)
            return elements(other, asked)
        case t.Relation() | t.Chain() | t.Point() | t.Word() | t.Ratio() | t.WithUnit():
            return None
        case t.Number():
            return [node]
        case _:
            return each_sign(node) or None


def solved_equations(node: t.Node, asked: Asked) -> Reals:
    """The solutions of an equation, or of several taken together; x = 8/2 = 4 says two at once."""
    match node:
        case t.Relation(_, "=", _) | t.Chain(_, "=", _, "=", _):
            require_letters(node, asked)
            return reals_of(node)
        case t.Listing(parts) | t.Either(parts) | t.Both(parts) if isinstance(parts[0], t.Relation):
            found = NOTHING
            for part in parts:
                found = either(found, solved_equations(_as_equation(part, parts[0]), asked))
            return found
        case _:
            raise NotAValue(type_code(node))


def _as_equation(part: t.Node, first: t.Relation) -> t.Node:
    """x = 2 or 3: what stands alone is a value of the letter before it."""
    if isinstance(first.left, t.Variable) and type_code(part) in ("type.number", "type.expression"):
        return t.Relation(first.left, "=", part)
    return part


def solution_set(node: t.Node, asked: Asked) -> Value:
    """The set of values; of an equation that is not solved yet, its solutions."""
    parts = elements(node, asked)
    if parts is None:
        return solved_equations(node, asked)
    values = [value_of(part, asked) for part in parts]
    constants = constants_of(values)
    return Several(frozenset(values)) if constants is None else only(constants)


def solution_set_form(node: t.Node, asked: Asked) -> str:
    """Each value finished."""
    match node:
        case t.Listing(parts) | t.Either(parts) | t.Braces(parts) | t.Both(parts):
            return first_of([solution_set_form(part, asked) for part in parts])
        case t.Relation(t.Variable(), _, other) | t.Relation(other, _, t.Variable()) if not letters_in(other):
            return solution_set_form(other, asked)
        case t.Relation() | t.Chain():
            return "form.unsolved"
        case t.PlusMinus(of):
            return solution_set_form(of, asked)
        case t.Sum(terms) if any(isinstance(term, t.PlusMinus) for term in terms):
            return ""
        case _:
            return "" if letters_in(node) else number_form(node, asked)
