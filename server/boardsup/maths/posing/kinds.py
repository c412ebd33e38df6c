"""The kind of marking of each problem whose answer is always of one kind, and the letters that it may hold."""

from __future__ import annotations

from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps import word_problems as w

Kind = tuple[str, tuple[str, ...]]
"""The kind of an answer, and its letters."""

_WITHOUT_LETTERS: dict[type, str] = {
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
    w.SlopeThrough: "number",
    w.SlopeOf: "number",
    w.DiscriminantOf: "number",
    w.WholeNumberBeyond: "integer",
    w.VertexOf: "point",
    w.UnitRate: "number",
    w.LineWith: "number",
    w.Sequence: "number",
    p.Convert: "fraction_lowest_terms",
}


def kind_of(problem: p.Problem) -> Kind:
    """The kind of answer that a problem asks for, and the letters of the answer."""
    match problem:
        case p.Convert(_, "decimal"):
            return "number", ()
        case p.Convert(_, "percent"):
            return "percent_blank", ()
        case w.Proportion(letter=x) | w.InterceptOf(axis=x):
            return "equation_solution", (x,)
        case w.UnitRate(letter=x) if x:
            return "equation_solution", (x,)
        case w.VertexOf(_, "x"):
            return "equation_solution", ("x",)
        case w.BoundInWords(letter=x):
            return "inequality", (x,)
        case w.LineThrough() | w.LineWith(wanted="equation"):
            return "slope_intercept", ("x", "y")
        case w.TimesAsMany(_, first, second):
            return "linear_equation", (first, second)
        case w.WriteExpression(letter=n):
            return "expression", (n,)
        case w.Sequence(at=0):
            return "expression", ("n",)
        case _:
            return _WITHOUT_LETTERS[type(problem)], ()
