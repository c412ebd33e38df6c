"""A problem as it was understood: words, with mathematics between dollar signs."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from boardsup.maths import tree as t
from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps import word_problems as w
from boardsup.maths.missteps.answers import decimal_numeral
from boardsup.maths.printing.plain import plain


def asked(problem: p.Problem) -> str:
    """One sentence for the class."""
    match problem:
        case p.Compute(node):
            return f"Work out {_m(node)}."
        case p.Convert(node, "lowest terms"):
            return f"Write {_m(node)} in lowest terms."
        case p.Convert(node, form):
            return f"Write {_m(node)} as {'an' if form[0] in 'aeiou' else 'a'} {form}."
        case p.Substitute(node, values):
            return f"Evaluate {_m(node)} for {' and '.join(f'${name} = {plain(value)}$' for name, value in values)}."
        case p.Simplify(node, goal):
            return f"{'Expand' if goal == 'expanded' else 'Simplify'} {_m(node)}."
        case p.Factor(node):
            return f"Factor {_m(node)} completely."
        case p.Common(a, b, which):
            return f"Find the {'greatest' if which == 'factor' else 'least'} common {which} of ${a}$ and ${b}$."
        case p.Greater(a, b, sign):
            return f"Which number is {'greater' if sign > 0 else 'less'}: ${_d(a)}$ or ${_d(b)}$?"
        case p.SolveEquation(relation, _) | p.SolveInequality(relation, _):
            return f"Solve {_m(relation)}."
        case p.SolveFormula(relation, letter):
            return f"Solve {_m(relation)} for ${letter}$."
        case p.SolveSystem(first, second, _, wanted):
            return f"Solve {_m(first)} and {_m(second)}{f' for ${wanted}$' if wanted else ''}."
        case p.IsSolution(values, relations):
            what = " and ".join(map(_m, relations))
            return f"Is {' and '.join(f'${name} = {plain(value)}$' for name, value in values)} a solution of {what}?"
        case p.HowMany(equation, _):
            return f"How many solutions has {_m(equation)}: none, one, or infinitely many?"
        case _:
            return _of_words(problem)


def _of_words(problem: w.PercentProblem | w.LineProblem) -> str:
    match problem:
        case w.PercentOf(percent, whole):
            return f"What is ${_d(percent)}%$ of ${_d(whole)}$?"
        case w.PercentRate(part, whole):
            return f"What percent of ${_d(whole)}$ is ${_d(part)}$?"
        case w.PercentWhole(percent, part):
            return f"${_d(percent)}%$ of what number is ${_d(part)}$?"
        case w.PercentChange(old, new):
            return f"What is the percent change from ${_d(old)}$ to ${_d(new)}$?"
        case w.ChangeByPercent(amount, percent, sign):
            return f"{'Increase' if sign > 0 else 'Decrease'} ${_d(amount)}$ by ${_d(percent)}%$."
        case w.BeforeChange(after, percent, sign):
            how = "an increase" if sign > 0 else "a decrease"
            return f"After {how} of ${_d(percent)}%$ it is ${_d(after)}$. What was it before?"
        case w.Growth(amount, percent, times, sign):
            how = "grows" if sign > 0 else "shrinks"
            return f"${_d(amount)}$ {how} by ${_d(percent)}%$ each time. How much is it after ${times}$ times?"
        case w.Proportion(a, b, c, d, x):
            left, right = (f"{_or(u, x)}/{_or(v, x)}" for u, v in ((a, b), (c, d)))
            return f"Solve ${left} = {right}$."
        case w.LowestRatio(a, b):
            return f"Write the ratio {_d(a)}:{_d(b)} in lowest terms."
        case w.UnitRate(amount, count, letter) if letter:
            given = f"$x = {_d(count)}$ gives $y = {_d(amount)}$"
            return f"$y$ is proportional to $x$, and {given}. Find ${letter}$ in $y = {letter}x$."
        case w.UnitRate(amount, count):
            return f"${_d(amount)}$ for ${_d(count)}$: how much for one?"
        case _:
            return _of_lines(problem)


def _of_lines(problem: w.LineProblem) -> str:
    match problem:
        case w.SlopeThrough(x1, y1, x2, y2):
            return f"Find the slope of the line through $({x1}, {y1})$ and $({x2}, {y2})$."
        case w.SlopeOf(line, "slope"):
            return f"Find the slope of {_m(line)}."
        case w.SlopeOf(line, how):
            return f"Find the slope of a line {how} to {_m(line)}."
        case w.InterceptOf(line, axis):
            return f"Find the ${axis}$-intercept of {_m(line)}."
        case w.LineWith(m, x, y, wanted):
            ends = "Find its y-intercept." if wanted == "y-intercept" else "Write its equation."
            return f"A line has slope ${m}$ and goes through $({x}, {y})$. {ends}"
        case w.LineThrough(x1, y1, x2, y2):
            return f"Write the equation of the line through $({x1}, {y1})$ and $({x2}, {y2})$."
        case w.Sequence(first, step, at):
            shown = f"${first}, {first + step}, {first + 2 * step}$, …"
            return f"A sequence starts {shown} What is term ${at}$?" if at else f"Write a rule in $n$ for {shown}"
        case w.VertexOf(curve, wanted):
            return f"Find the {'vertex' if wanted == 'point' else 'x-coordinate of the vertex'} of {_m(curve)}."
        case w.DiscriminantOf(equation, _):
            return f"Find the discriminant of {_m(equation)}."
        case w.WholeNumberBeyond(bound, sign, includes):
            which, relation = (
                ("smallest", "≥" if includes else ">") if sign > 0 else ("largest", "≤" if includes else "<")
            )
            return f"What is the {which} whole number $x$ with $x {relation} {_d(bound)}$?"
        case w.BoundInWords(letter, operator, bound):
            words = {"≥": "at least", "≤": "at most", ">": "more than", "<": "less than"}[operator]
            return f"Write an inequality: ${letter}$ is {words} ${_d(bound)}$."
        case w.TimesAsMany(times, first, second):
            return f"${times}$ times as many ${first}$ as ${second}$: write an equation."
        case w.WriteExpression(amount, factor, letter, sign):
            word = "more" if sign > 0 else "less"
            return f"Write an expression: {amount} {word} than {factor} times a number ${letter}$."
        case _:
            assert_never(problem)


def _m(node: t.Node) -> str:
    return f"${plain(node)}$"


def _d(value: Fraction) -> str:
    return decimal_numeral(value)


def _or(value: Fraction | None, letter: str) -> str:
    return letter if value is None else str(value) if value.denominator == 1 else f"({value})"
