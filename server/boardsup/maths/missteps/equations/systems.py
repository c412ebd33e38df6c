"""Solving two equations in two letters by elimination and by substitution."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.polynomials import UNIT, minus
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.missteps.answers import Answer, a_point, a_solution, in_words
from boardsup.maths.missteps.problems import SolveSystem
from boardsup.maths.missteps.work import NoAnswer, Slip, Work, ratio


@dataclass(frozen=True, slots=True)
class Row:
    """ax + by = c."""

    a: Fraction
    b: Fraction
    c: Fraction


def rows_of(problem: SolveSystem) -> tuple[Row, Row]:
    """Both equations in the form ax + by = c; raises `NoAnswer` for others."""
    return row_of(problem.first, problem.letters), row_of(problem.second, problem.letters)


def by_elimination(work: Work, problem: SolveSystem) -> Answer:
    """The pair, or the letter that is wanted."""
    first, second = rows_of(problem)
    across = first.a * second.b - second.a * first.b
    if not across:
        return _without_point(work, first, second)
    if problem.wanted == problem.letters[1]:
        first, second = _turned(first), _turned(second)
    x = _first_letter(work, first, second)
    if problem.wanted:
        return a_solution(problem.wanted, x)
    return _with_second(work, first, x) if first.b else _with_second(work, second, x)


def by_substitution(work: Work, problem: SolveSystem) -> Answer:
    """y = mx + k put into the other equation."""
    first, second = rows_of(problem)
    explicit, other = (first, second) if _is_explicit(problem.first, problem.letters) else (second, first)
    if problem.wanted or not _is_explicit(problem.first if explicit is first else problem.second, problem.letters):
        raise NoAnswer
    m, k = -explicit.a / explicit.b, explicit.c / explicit.b
    slope, number = other.a + other.b * m, other.c - other.b * k
    way = work.step(
        f"put {m}x + {k} for y",
        (slope, number),
        Slip("dist.first_term_only", (slope, other.c - k) if other.b != 1 else None, often=True),
        Slip("sys.joined_after_substituting", (slope + other.b * k, other.c)),
        Slip("eq2.move_without_sign_change", (slope, other.c + other.b * k), often=True),
        Slip("eqv.add_variable_terms", (other.a - other.b * m, number)),
    )
    if not way[0]:
        raise NoAnswer
    x = way[1] / way[0]
    y = work.step(
        f"x = {x}, so y = {{}}",
        m * x + k,
        Slip("sys.back_substitution_sign", -m * x + k),
        Slip("sys.stopped_at_first", Fraction(0)),
    )
    return a_point(x, y)


def _first_letter(work: Work, first: Row, second: Row) -> Fraction:
    """The second letter eliminated."""
    if not first.b or not second.b:
        alone = first if not first.b else second
        return alone.c / alone.a
    shared = Fraction(gcd(first.b.numerator, second.b.numerator), 1)
    m, n = second.b / shared, first.b / shared
    left, right = first.a * m - second.a * n, first.c * m - second.c * n
    found = work.step(
        "combine the equations",
        (left, right),
        Slip(
            "sys.subtracted_right_sides" if m * n < 0 else "sys.added_right_sides",
            (left, first.c * m + second.c * n),
            often=True,
        ),
        Slip("sys.kept_one_right_side", (left, first.c * m), rare=True),
        Slip("sys.like_terms_added", (first.a * m + second.a * n, right), rare=True),
        Slip("sys.right_side_not_multiplied", (left, first.c - second.c * n) if abs(m) != 1 else None, rare=True),
    )
    if not found[0]:
        raise NoAnswer
    return work.step("x = {}", found[1] / found[0], Slip("sys.terms_added_once", _once(first, m, found)))


def _once(first: Row, m: Fraction, found: tuple[Fraction, Fraction]) -> Fraction | None:
    """6x + 6x as 6x: divided by the coefficient of one equation."""
    return ratio(found[1], first.a * m) if found[0] == 2 * first.a * m else None


def _with_second(work: Work, row: Row, x: Fraction) -> Answer:
    y = (row.c - row.a * x) / row.b
    found = work.step(
        f"x = {x}, so y = {{}}",
        y,
        Slip("sys.back_substitution_sign", (row.c + row.a * x) / row.b, often=True),
        Slip("sys.stopped_at_first", Fraction(0)),
        Slip("sys.second_not_divided", row.c - row.a * x, rare=True),
    )
    pair = work.step("the point", (x, found), Slip("sys.answer_swapped", (found, x)))
    return a_point(*pair)


def _without_point(work: Work, first: Row, second: Row) -> Answer:
    same = first.a * second.c == second.a * first.c and first.b * second.c == second.b * first.c
    meaning = "all real numbers" if same else "no solution"
    work.may_stop("sys.parallel_as_same" if not same else "sys.same_as_parallel", in_words(_OTHER[meaning]))
    work.may_stop("eqv.no_solution_as_zero", a_point(Fraction(0), Fraction(0)))
    return in_words(meaning)


_OTHER = {"all real numbers": "no solution", "no solution": "all real numbers"}


def _turned(row: Row) -> Row:
    return Row(row.b, row.a, row.c)


def row_of(equation: t.Relation, letters: tuple[str, str]) -> Row:
    """ax + by = c for two letters; raises `NoAnswer` for what is no such equation."""
    left, right = evaluated(equation.left), evaluated(equation.right)
    if left[1] != ONE or right[1] != ONE:
        raise NoAnswer
    top = minus(left[0], right[0])
    a, b = (Fraction(top.get((1, ((name, 1),)), 0)) for name in letters)
    c = -Fraction(top.get(UNIT, 0))
    if len(top) != (a != 0) + (b != 0) + (c != 0):
        raise NoAnswer
    return Row(a, b, c)


def _is_explicit(equation: t.Relation, letters: tuple[str, str]) -> bool:
    """Is it solved for the second letter?"""
    return equation.left == t.Variable(letters[1])
