"""Solving ax + b = cx + d, for equations and inequalities: letters together, numbers together, divide.

The slips: Sleeman 1984 and Payne & Squibb 1990 (mal-rules of algebra), Booth, Barbieri, Eyer & Paré-Blagoev 2014,
Vlassis 2004 (the minus sign), Küchemann 1981 (joining unlike terms).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from boardsup.maths.missteps.algebra.terms import Terms
from boardsup.maths.missteps.answers import FLIPPED, Answer, a_bare_number, a_range, a_solution, in_words, numeral
from boardsup.maths.missteps.work import Slip, Work, ratio

Family = Literal["eq1", "eq2", "eqm", "eqv"]
"""One step; two steps; with brackets; letters on both sides. The first part of the ids."""


@dataclass(frozen=True, slots=True)
class Line:
    """ax + b, an operator, cx + d."""

    letter: str
    a: Fraction
    b: Fraction
    operator: str
    c: Fraction
    d: Fraction
    family: Family = "eq2"
    has_minus: bool = False
    """Did a negative number stand in it at first?"""

    def __str__(self) -> str:
        return f"{_side(self.a, self.b, self.letter)} {self.operator} {_side(self.c, self.d, self.letter)}"


def solved(work: Work, line: Line) -> Answer:
    """The letter's value, or range."""
    if line.a == line.c:
        return _without_letter(work, line)
    line = replace(line, has_minus=min(line.a, line.b, line.c, line.d) < 0)
    if not line.a:
        line = _turned(work, line)
    elif line.c:
        line = _letters_together(work, line)
    if line.b and line.a:
        line = _numbers_together(work, line)
    if not line.a:
        return _without_letter(work, line)
    return _divided(work, line)


def _turned(work: Work, line: Line) -> Line:
    """The side with the letter comes first."""
    right = replace(line, a=line.c, b=line.d, c=line.a, d=line.b, operator=FLIPPED[line.operator])
    kept = replace(right, operator=line.operator)
    return work.step("turn it round: {}", right, Slip("ineq.read_backwards", kept, often=True))


def _letters_together(work: Work, line: Line) -> Line:
    """cx goes to the left."""
    right = replace(line, a=line.a - line.c, c=Fraction(0))
    return work.step(
        "letters on one side: {}",
        right,
        Slip("eqv.add_variable_terms", replace(right, a=line.a + line.c), often=True),
        Slip("eqv.ignored_right_variable", replace(right, a=line.a)),
    )


def _numbers_together(work: Work, line: Line) -> Line:
    """b goes to the right."""
    a, b, d = line.a, line.b, line.d
    right = replace(line, b=Fraction(0), d=d - b)
    return work.step(
        "numbers on the other side: {}",
        right,
        Slip(_same_operation(line), replace(right, d=d + b), often=True),
        Slip("eq1.reversed_subtraction" if b > 0 else "eq1.answer_sign", _other_sign(line, right)),
        Slip("eq2.divide_one_term_only", _divided_one(line, right)),
        Slip("eq2.multiply_one_term_only", _multiplied_one(line, right)),
        Slip(_joining(line), replace(right, a=a + b, d=d) if abs(a) != 1 else None),
    )


def _same_operation(line: Line) -> str:
    match line.family:
        case "eq1":
            return "eq1.same_operation" if line.b > 0 else "eq1.subtract_from_minus"
        case "eq2":
            return "eq2.move_without_sign_change"
        case "eqm":
            return "eqm.sign_lost_after_dividing"
        case "eqv":
            return "eqv.constant_sign"


def _other_sign(line: Line, right: Line) -> Line | None:
    return replace(right, d=line.b - line.d) if line.family == "eq1" else None


def _joining(line: Line) -> str:
    return "eqm.conjoined" if line.family == "eqm" else "eq2.conjoin_then_divide"


def _divided_one(line: Line, right: Line) -> Line | None:
    """ax + b = d as x + b = d/a."""
    if abs(line.a) == 1 or line.a.denominator != 1:
        return None
    return replace(right, a=Fraction(1), d=line.d / line.a - line.b)


def _multiplied_one(line: Line, right: Line) -> Line | None:
    """x/a + b = d as x + b = ad."""
    if abs(line.a.numerator) != 1 or line.a.denominator == 1:
        return None
    return replace(right, a=Fraction(1), d=line.d / line.a - line.b)


def _divided(work: Work, line: Line) -> Answer:
    """ax = d."""
    a, d, x = line.a, line.d, line.letter
    if a == 1:
        return _answered(work, line, d, line.operator)
    is_below = a.denominator != 1
    stops = "eq2" if line.family == "eq1" else line.family
    work.may_stop(f"{stops}.stopped_early", *_stops(line))
    operator = _operator_after(work, line)
    size = abs(a)
    word = "multiply by" if is_below and abs(a.numerator) == 1 else "divide by"
    by = 1 / a if word == "multiply by" else a
    found = work.step(
        f"{word} {numeral(by)}: {x} {operator} {{}}",
        d / a,
        Slip("eq1.negative_coefficient_dropped", d / size if a < 0 else None, often=True),
        Slip("eq1.inverted_quotient", ratio(a, d) if not is_below else None, rare=True),
        Slip(_subtracting(line), d - a if not is_below and size != 1 else None),
        Slip("eq1.added_coefficient", d - a if a < -1 and line.family == "eq1" else None, rare=True),
        Slip("eq1.fraction_same_op", d * a if is_below else None, often=True),
        Slip("eq1.division_as_addition", d - 1 / size if is_below and size.numerator == 1 else None),
        Slip("eq1.division_as_subtraction", d + 1 / size if is_below and size.numerator == 1 else None),
        Slip("eq1.same_operation", d * a if not is_below and size != 1 and line.family == "eq1" else None),
        Slip(_final_sign(line), -d / a if a > 0 else None),
    )
    return _answered(work, line, found, operator)


def _stops(line: Line) -> tuple[Answer | None, ...]:
    """What may stand there as the answer: d, or −d where the sign was already seen to."""
    if abs(line.a) == 1:
        return (a_range(line.letter, line.operator, line.d) if line.operator != "=" else None,)
    if line.operator != "=":
        return (a_range(line.letter, line.operator, line.d),)
    return (a_solution(line.letter, line.d), a_solution(line.letter, -line.d) if line.a < 0 else None)


def _operator_after(work: Work, line: Line) -> str:
    """The sign after dividing by a."""
    operator = line.operator
    if operator == "=":
        return operator
    turned = FLIPPED[operator]
    if line.a < 0:
        return work.step("a negative divisor turns the sign: {}", turned, Slip("ineq.no_flip", operator, often=True))
    return operator


def _subtracting(line: Line) -> str:
    return "eq1.multiply_as_add" if line.family == "eq1" else "eq2.subtract_coefficient"


def _final_sign(line: Line) -> str:
    return f"{'eq2' if line.family == 'eqm' else line.family}.answer_sign"


def _answered(work: Work, line: Line, value: Fraction, operator: str) -> Answer:
    if line.operator == "=":
        work.may_stop("eqv.zero_as_no_solution", in_words("no solution") if not value else None)
        return a_solution(line.letter, value)
    needless = "ineq.flip_because_negative_seen" if line.has_minus else "ineq.always_reversed"
    strict = {"<": "≤", ">": "≥", "≤": "<", "≥": ">"}[operator]
    sign = work.step(
        "the sign: {}",
        operator,
        Slip(needless, FLIPPED[operator] if line.a > 0 else None, often=True),
        Slip("ineq.strictness" if operator in "≤≥" else "ineq.endpoint_counted", strict),
        Slip("ineq.as_equation", "="),
        Slip("ineq.as_equation", "alone"),
        Slip("ineq.strictness_and_direction", FLIPPED[strict] if line.a > 0 else None, rare=True),
    )
    found = work.step("the number", value, Slip("ineq.endpoint_sign_lost", -value if line.a < 0 else None, often=True))
    match sign:
        case "=":
            return a_solution(line.letter, found)
        case "alone":
            return a_bare_number(found)
        case _:
            return a_range(line.letter, sign, found)


def _without_letter(work: Work, line: Line) -> Answer:
    """The letter falls out: b against d."""
    left, right = line.b, line.d
    is_true = {
        "=": left == right,
        "<": left < right,
        ">": left > right,
        "≤": left <= right,
        "≥": left >= right,
    }[line.operator]
    words = ("no solution", "all real numbers")
    meaning = work.step(f"{numeral(left)} {line.operator} {numeral(right)}", words[is_true])
    zeros = (a_solution(line.letter, 0), a_bare_number(Fraction(0)))
    work.may_stop("eqv.no_solution_as_zero" if not is_true else "eqv.identity_as_zero", *zeros)
    other = in_words(words[not is_true])
    work.may_stop("eqv.false_statement_as_all" if not is_true else "eqv.true_statement_as_none", other)
    if line.a and right - left:
        work.may_stop("eqv.add_variable_terms", a_solution(line.letter, (right - left) / (line.a + line.c)))
        work.may_stop("eqv.ignored_right_variable", a_solution(line.letter, (right - left) / line.a))
    work.may_stop("eqv.gave_the_numbers", a_solution(line.letter, right - left))
    return in_words(meaning)


def _side(a: Fraction, b: Fraction, letter: str) -> str:
    """ax + b as one types it."""
    term = ((a, (1, ((letter, 1),))),) if a else ()
    number = ((b, (1, ())),) if b or not a else ()
    return str(Terms((*term, *number)))
