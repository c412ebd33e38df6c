"""The kind of marking of each problem whose answer is always of one kind."""

from __future__ import annotations

from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps import word_problems as w

_KINDS: dict[type, str] = {
    p.Substitute: "number",
    p.Common: "integer",
    p.Greater: "number",
    p.IsSolution: "choice",
    p.HowMany: "choice",
    w.PercentOf: "number",
    w.PercentRate: "percent_blank",
    w.PercentWhole: "number",
    w.PercentChange: "percent_blank",
    w.ChangeByPercent: "number",
    w.BeforeChange: "number",
    w.Growth: "number",
    w.LowestRatio: "ratio_lowest_terms",
    w.UnitRate: "number",
    w.SlopeThrough: "number",
    w.SlopeOf: "number",
    w.InterceptOf: "number",
    w.DiscriminantOf: "number",
}


def kind_of(problem: p.Problem) -> str:
    """The kind of answer that a problem asks for."""
    match problem:
        case p.Convert(_, "decimal"):
            return "number"
        case p.Convert(_, "percent"):
            return "percent_blank"
        case p.Convert():
            return "fraction_lowest_terms"
        case w.VertexOf(_, wanted):
            return "point" if wanted == "point" else "number"
        case _:
            return _KINDS[type(problem)]
