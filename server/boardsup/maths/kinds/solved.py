"""How a solution is written: the letter alone on one side, and on the other a number that needs no more work."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.kinds.radicals import radical_form
from boardsup.maths.kinds.shape import Asked
from boardsup.maths.walk import letters_in, nodes_in


def number_form(node: t.Node, asked: Asked) -> str:
    """An integer if whole, else a lowest-terms fraction, a mixed number or an exact decimal; roots simplified."""
    if isinstance(node, t.Money | t.Degrees):
        node = node.of
    if forms.is_integer(node):
        return ""
    if forms.is_decimal(node):
        return "form.decimal" if forms.is_whole(node) else ""
    if forms.is_mixed(node):
        return "" if forms.is_proper_part(node) and forms.is_lowest_terms(node) else "form.unreduced"
    if forms.is_fraction(node):
        if not forms.is_lowest_terms(node):
            return "form.unreduced"
        return "form.sign" if forms.has_sign_below(node) else ""
    is_exact = _holds_root(node) or "π" in {n.letter for n in nodes_in(node) if isinstance(n, t.Variable)}
    return "form.arithmetic" if not is_exact or radical_form(node, asked) else ""


def side_form(left: t.Node, right: t.Node, asked: Asked) -> str:
    """The letter alone on one side, its value on the other."""
    if forms.is_alone(left) and not letters_in(right):
        return number_form(right, asked)
    if forms.is_alone(right) and not letters_in(left):
        return number_form(left, asked)
    return "form.unsolved"


def first_of(codes: list[str]) -> str:
    """The most important of several forms."""
    for code in ("form.unsolved", "form.arithmetic", "form.sign", "form.unreduced", "form.decimal", "form.unit_extra"):
        if code in codes:
            return code
    return ""


def _holds_root(node: t.Node) -> bool:
    inner = forms.body(node)
    match inner:
        case t.Root():
            return True
        case t.Product(factors):
            return any(_holds_root(f) for f in factors)
        case t.Sum(terms):
            return any(_holds_root(f) for f in terms)
        case t.Quotient(top, _):
            return _holds_root(top)
        case _:
            return False
