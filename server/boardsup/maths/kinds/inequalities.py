"""Kinds whose answer is a set of real numbers given by inequalities, or by words."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, type_code
from boardsup.maths.canonical.reals import EVERYTHING, Reals
from boardsup.maths.canonical.relations import inequality_of, reals_of
from boardsup.maths.canonical.values import Relation
from boardsup.maths.kinds.shape import Asked, require_letters
from boardsup.maths.kinds.solved import first_of, number_form, side_form
from boardsup.maths.walk import letters_in


def inequality(node: t.Node, asked: Asked) -> Reals | Relation:
    """The solution set; with several letters, the inequality up to a positive factor."""
    if type_code(node) != "type.inequality":
        raise NotAValue(type_code(node) if type_code(node) != "type.number" else "type.expression")
    require_letters(node, asked)
    if isinstance(node, t.Relation) and len(letters_in(node)) > 1:
        return inequality_of(node)
    return reals_of(node)


def inequality_form(node: t.Node, asked: Asked) -> str:
    """One relation with the letter alone."""
    if not isinstance(node, t.Relation):
        return "form.unsolved"
    if len(letters_in(node)) < 2:
        return side_form(node.left, node.right, asked)
    sides = ((node.left, node.right), (node.right, node.left))
    is_solved = any(forms.is_alone(one) and not letters_in(one) & letters_in(other) for one, other in sides)
    return "" if is_solved else "form.unsolved"


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
        case t.Variable("R") | t.Relation(t.Variable(), "=", t.Variable("R")):
            return EVERYTHING
        case t.Relation(left, "≠", right) if not letters_in(left) and not letters_in(right):
            # 0 ≠ 5 says that 0 = 5 never holds.
            return reals_of(t.Relation(left, "=", right))
        case t.Relation() | t.Chain():
            found = reals_of(node)
            if found.points:
                raise NotAValue(type_code(node))
            return found
        case _:
            raise NotAValue(type_code(node))


def words_form(node: t.Node, asked: Asked) -> str:
    """The words, or the sign."""
    match node:
        case t.Word() | t.Variable() | t.Relation(t.Variable(), "=", t.Variable("R")):
            return ""
        case _:
            return "form.unsolved"
