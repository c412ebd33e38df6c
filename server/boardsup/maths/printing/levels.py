"""How tightly each kind of node holds together, and so where a printer has to put brackets."""

from __future__ import annotations

from boardsup.maths import tree as t

STATEMENT, SUM, TERM, FACTOR, ATOM = range(5)
"""From the loosest to the tightest."""


def level(node: t.Node) -> int:
    """How tightly this node holds together when it stands without brackets."""
    match node:
        case t.Relation() | t.Chain() | t.Either() | t.Both() | t.Listing() | t.Ratio() | t.Word():
            return STATEMENT
        case t.Sum() | t.PlusMinus():
            return SUM
        case t.Neg() | t.Product() | t.Quotient() | t.Mixed():
            return TERM
        case t.Power() | t.Percent() | t.Degrees() | t.WithUnit() | t.Money() | t.Repeating():
            return FACTOR
        case _:
            return ATOM


def starts_with_numeral(node: t.Node) -> bool:
    """Does it begin with a digit, so that it cannot follow a factor without a sign?"""
    match node:
        case t.Number() | t.Repeating() | t.Mixed():
            return True
        case t.Power(base, _):
            return starts_with_numeral(base)
        case t.Percent(of) | t.Degrees(of) | t.WithUnit(of, _):
            return starts_with_numeral(of)
        case _:
            return False
