"""Kinds whose answer is a set of real numbers given by inequalities, or by words."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, type_code
from boardsup.maths.canonical.reals import Reals
from boardsup.maths.canonical.relations import reals_of
from boardsup.maths.kinds.shape import Asked, require_letters
from boardsup.maths.kinds.solved import first_of, number_form, side_form
from boardsup.maths.walk import letters_in


def inequality(node: t.Node, asked: Asked) -> Reals:
    """The solution set."""
    if type_code(node) != "type.inequality":
        raise NotAValue(type_code(node) if type_code(node) != "type.number" else "type.expression")
    require_letters(node, asked)
    return reals_of(node)


def inequality_form(node: t.Node, asked: Asked) -> str:
    """One relation with the letter alone."""
    if not isinstance(node, t.Relation):
        return "form.unsolved"
    return side_form(node.left, node.right, asked)


def compound_form(node: t.Node, asked: Asked) -> str:
    """Each part with the letter alone; in a chain the letter alone in the middle."""
    match node:
        case t.Relation(left, _, right):
            return side_form(left, right, asked)
        case t.Chain(left, _, middle, _, right):
            if not forms.is_alone(middle) or letters_in(left) or letters_in(right):
                return "form.unsolved"
            return first_of([number_form(left, asked), number_form(right, asked)])
        case t.Either(parts) | t.Both(parts) | t.Listing(parts):
            return first_of([compound_form(part, asked) for part in parts])
        case _:
            return "form.unsolved"


def all_or_none(node: t.Node, asked: Asked) -> Reals:
    """The words or signs for none and for all; a statement without a letter is either; the rest is something else."""
    match node:
        case t.Word("no_solution" | "all_real_numbers"):
            return reals_of(node)
        case t.Relation(left, _, right) if not letters_in(left) and not letters_in(right):
            return reals_of(node)
        case t.Relation() | t.Chain():
            found = reals_of(node)
            if found.points:
                raise NotAValue(type_code(node))
            return found
        case _:
            raise NotAValue(type_code(node))


def words_form(node: t.Node, asked: Asked) -> str:
    """The words, or the sign."""
    return "" if isinstance(node, t.Word) else "form.unsolved"
