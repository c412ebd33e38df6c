"""Which procedures a problem is worked with; some problems have two or three."""

from __future__ import annotations

from functools import partial
from typing import assert_never

from boardsup.maths.missteps import bounds, lines, parabolas, percents, proportions, relations, substituting
from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps import word_problems as w
from boardsup.maths.missteps.algebra import factoring, simplifying
from boardsup.maths.missteps.equations import formulas, solving, systems
from boardsup.maths.missteps.explore import Procedure
from boardsup.maths.missteps.numbers import comparing, compute, converting


def procedures_of(problem: p.Problem) -> tuple[Procedure, ...]:
    """The procedures, each of which gives the right answer when nothing slips."""
    match problem:
        case p.SolveEquation():
            return solving.of_equation(problem)
        case p.SolveInequality():
            return solving.of_inequality(problem)
        case p.SolveSystem():
            return partial(systems.by_elimination, problem=problem), partial(systems.by_substitution, problem=problem)
        case p.Compute(expression):
            return (partial(compute.computed, node=expression),)
        case p.Simplify(expression):
            return (partial(simplifying.simplified, node=expression),)
        case p.Factor(expression):
            return (partial(factoring.factored, expression=expression),)
        case p.Convert():
            return (partial(converting.converted, problem=problem),)
        case p.Substitute():
            return (partial(substituting.substituted, problem=problem),)
        case p.Common():
            return (partial(comparing.common, problem=problem),)
        case p.Greater():
            return (partial(comparing.greater, problem=problem),)
        case p.SolveFormula():
            return (partial(formulas.solved, problem=problem),)
        case p.IsSolution():
            return (partial(relations.checked, problem=problem),)
        case p.HowMany():
            return (partial(relations.how_many, problem=problem),)
        case _:
            return (_of_words(problem),)


def _of_words(problem: w.PercentProblem | w.LineProblem) -> Procedure:
    match problem:
        case w.PercentOf():
            return partial(percents.part, problem=problem)
        case w.PercentRate():
            return partial(percents.rate, problem=problem)
        case w.PercentWhole():
            return partial(percents.whole, problem=problem)
        case w.PercentChange():
            return partial(percents.change, problem=problem)
        case w.ChangeByPercent():
            return partial(percents.changed, problem=problem)
        case w.BeforeChange():
            return partial(percents.before, problem=problem)
        case w.Growth():
            return partial(percents.grown, problem=problem)
        case w.Proportion():
            return partial(proportions.solved, problem=problem)
        case w.LowestRatio():
            return partial(proportions.in_lowest_terms, problem=problem)
        case w.UnitRate():
            return partial(proportions.unit_rate, problem=problem)
        case _:
            return _of_lines(problem)


def _of_lines(problem: w.LineProblem) -> Procedure:
    match problem:
        case w.SlopeThrough():
            return partial(lines.slope_through, problem=problem)
        case w.SlopeOf():
            return partial(lines.slope_of, problem=problem)
        case w.InterceptOf():
            return partial(lines.intercept_of, problem=problem)
        case w.LineWith():
            return partial(lines.line_with, problem=problem)
        case w.LineThrough():
            return partial(lines.line_through, problem=problem)
        case w.Sequence():
            return partial(lines.sequence, problem=problem)
        case w.VertexOf():
            return partial(parabolas.vertex, problem=problem)
        case w.DiscriminantOf():
            return partial(parabolas.discriminant, problem=problem)
        case w.WholeNumberBeyond():
            return partial(bounds.whole_number, problem=problem)
        case w.BoundInWords():
            return partial(bounds.in_words, problem=problem)
        case w.TimesAsMany():
            return partial(relations.times_as_many, problem=problem)
        case w.WriteExpression():
            return partial(relations.written, problem=problem)
        case _:
            assert_never(problem)
