"""Random classroom questions of every family, and answers that are a few off: for laws and for measuring."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from random import Random


def question(chance: Random, family: str) -> str:
    """A question of a family with typical classroom numbers."""
    return chance.choice(FAMILIES[family])(Numbers(chance))


class Numbers:
    """Draws: `n(2, 9)` a number, `z(9)` one from −9 to 9 but 0, `s(9)` such a one as a signed term."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def n(self, low: int, high: int) -> int:
        return self.chance.randint(low, high)

    def z(self, size: int) -> int:
        return self.chance.choice([v for v in range(-size, size + 1) if v])

    def s(self, size: int) -> str:
        return signed(self.z(size))


def signed(value: int) -> str:
    return f"+ {value}" if value >= 0 else f"- {-value}"


Shape = Callable[[Numbers], str]


def two_step(d: Numbers, sign: str = "=") -> str:
    a, b, k = d.z(9), d.z(12), d.z(9)
    return f"{a}x {signed(b)} {sign} {a * k + b}"


def both_sides(d: Numbers) -> str:
    a, c, b, k = d.n(2, 9), d.n(-9, 1), d.z(12), d.z(9)
    return f"{a}x {signed(b)} = {c}x {signed(a * k + b - c * k)}" if c else two_step(d)


def like_terms(d: Numbers) -> str:
    a, b, c, k = d.n(2, 6), d.n(2, 6), d.n(2, 12), d.n(2, 8)
    return f"{a}x + {b}x - {c} = {(a + b) * k - c}"


def quadratic(d: Numbers) -> str:
    p, q = d.z(9), d.z(9)
    return f"x^2 {signed(-p - q)}x {signed(p * q)} = 0"


def trinomial(d: Numbers) -> str:
    p, q = d.z(9), d.z(9)
    return f"factor x^2 {signed(p + q)}x {signed(p * q)}"


def system(d: Numbers) -> str:
    a, b, x, y = d.n(1, 5), d.n(1, 5), d.z(5), d.z(5)
    return f"{a}x + {b}y = {a * x + b * y}, x - y = {x - y}"


def whole_quotient(d: Numbers) -> str:
    b, k = d.z(9), d.z(9)
    return f"{b * k} ÷ ({b})"


FAMILIES: dict[str, list[Shape]] = {
    "integers": [
        lambda d: f"{d.z(15)} + ({d.z(15)})",
        lambda d: f"{d.z(15)} - ({d.z(15)})",
        lambda d: f"{d.n(1, 9)} - {d.n(10, 20)}",
        lambda d: f"({d.z(12)})({d.z(12)})",
        whole_quotient,
        lambda d: f"|{-d.n(2, 12)}| + {d.n(2, 9)}",
    ],
    "columns": [
        lambda d: f"{d.n(400, 999)} - {d.n(100, 399)}",
        lambda d: f"{d.n(30, 99)} - {d.n(11, 29)}",
        lambda d: f"{d.n(100, 999)} + {d.n(20, 999)}",
        lambda d: f"{d.n(12, 99)} × {d.n(3, 99)}",
    ],
    "decimals": [
        lambda d: f"{d.n(10, 99) / 10} + {d.n(100, 999) / 100}",
        lambda d: f"{d.n(50, 99) / 10} - {d.n(10, 49) / 10}",
        lambda d: f"{d.n(2, 9) / 10} × {d.n(2, 9) / 10}",
    ],
    "fractions": [
        lambda d: f"{d.n(1, 5)}/{d.n(3, 9)} + {d.n(1, 5)}/{d.n(3, 9)}",
        lambda d: f"{d.n(3, 8)}/{d.n(4, 9)} - {d.n(1, 3)}/{d.n(4, 9)}",
        lambda d: f"{d.n(1, 5)}/{d.n(3, 9)} × {d.n(1, 5)}/{d.n(3, 9)}",
        lambda d: f"{d.n(1, 5)}/{d.n(3, 9)} ÷ {d.n(1, 5)}/{d.n(3, 9)}",
        lambda d: f"{d.n(3, 9)} 1/4 - 3/4",
        lambda d: f"{d.n(2, 5)} 1/4 + {d.n(1, 5)} 2/3",
        lambda d: f"write {d.n(2, 6)} {d.n(1, 4)}/{d.n(5, 8)} as an improper fraction",
        lambda d: f"reduce {2 * d.n(2, 9)}/{2 * d.n(10, 15)}",
    ],
    "operations": [
        lambda d: f"{d.n(2, 9)} + {d.n(2, 9)} × {d.n(2, 9)}",
        lambda d: f"{d.n(20, 40)} - {d.n(2, 5)} × {d.n(2, 4)} + {d.n(2, 9)}",
        lambda d: f"{d.n(2, 5)}({d.n(2, 9)} + {d.n(2, 9)})",
        lambda d: f"{d.n(2, 9)}^{d.n(2, 4)}",
        lambda d: f"-{d.n(3, 12)}^2",
        lambda d: f"√{d.n(2, 12) ** 2}",
    ],
    "percent": [
        lambda d: f"{5 * d.n(1, 15)}% of {20 * d.n(1, 12)}",
        lambda d: f"what percent of {20 * d.n(3, 6)} is {d.n(1, 59)}?",
        lambda d: f"{5 * d.n(1, 15)}% of what number is {d.n(5, 60)}?",
        lambda d: f"increase {10 * d.n(2, 20)} by {5 * d.n(1, 10)}%",
        lambda d: f"percent change from {10 * d.n(2, 9)} to {10 * d.n(2, 9) + 5}",
    ],
    "proportions": [
        lambda d: f"{d.n(2, 9)}/{d.n(3, 12)} = x/{d.n(4, 30)}",
        lambda d: f"{d.n(2, 9)}:{d.n(2, 9)} = {d.n(10, 30)}:x",
        lambda d: f"simplify the ratio {3 * d.n(2, 9)}:{3 * d.n(2, 9)}",
    ],
    "substituting": [
        lambda d: f"evaluate {d.n(2, 9)}x {d.s(9)} for x = {d.z(9)}",
        lambda d: f"evaluate x^2 {d.s(5)}x for x = {d.z(6)}",
        lambda d: f"f(x) = {d.n(2, 5)}x^2 {d.s(9)}. Find f({-d.n(2, 5)})",
    ],
    "expressions": [
        lambda d: f"simplify {d.n(2, 9)}x {d.s(9)} {d.s(9)}x",
        lambda d: f"simplify {d.n(2, 6)}(x {d.s(9)}) + {d.n(2, 6)}(x {d.s(9)})",
        lambda d: f"simplify {d.n(5, 12)} - {d.n(2, 4)}(x {d.s(9)})",
        lambda d: f"expand {d.z(9)}(x {d.s(9)})",
        lambda d: f"(x {d.s(9)})^2",
        lambda d: f"expand (x {d.s(9)})(x {d.s(9)})",
    ],
    "powers": [
        lambda d: f"simplify x^{d.n(2, 5)} * x^{d.n(2, 5)}",
        lambda d: f"({d.n(2, 5)}x^{d.n(2, 4)})^{d.n(2, 3)}",
        lambda d: f"simplify x^{d.n(5, 9)} / x^{d.n(2, 4)}",
        lambda d: f"{d.n(2, 9)}^-{d.n(1, 3)}",
        lambda d: f"{d.n(2, 12)}^0",
        lambda d: f"√{d.n(2, 200)}",
    ],
    "factoring": [lambda d: f"factor {6 * d.n(2, 7)}x + {6 * d.n(2, 7)}", trinomial],
    "one-step": [
        lambda d: f"x {d.s(12)} = {d.n(3, 25)}",
        lambda d: f"{d.z(12)}x = {d.n(2, 40)}",
        lambda d: f"x/{d.n(2, 9)} = {d.n(2, 12)}",
    ],
    "two-step": [
        two_step,
        lambda d: f"{d.n(2, 40)} = {-d.n(2, 9)}x + {d.n(10, 45)}",
        lambda d: f"x/{d.n(2, 8)} + {d.n(2, 9)} = 12",
    ],
    "multi-step": [lambda d: f"{d.n(2, 9)}(x {d.s(9)}) = {d.z(30)}", like_terms, both_sides],
    "inequalities": [lambda d: f"x + {d.n(2, 9)} <= {d.n(3, 20)}", lambda d: two_step(d, ">")],
    "lines": [
        lambda d: f"slope through ({d.n(-6, 0)},{d.n(-6, 6)}) and ({d.n(1, 6)},{d.n(-6, 6)})",
        lambda d: f"slope of {d.n(2, 9)}x + {d.n(2, 9)}y = {d.n(1, 20)}",
        lambda d: f"line through ({d.n(-6, 0)},{d.n(-6, 6)}) and ({d.n(1, 6)},{d.n(-6, 6)})",
    ],
    "systems and formulas": [system, lambda d: f"solve {d.n(2, 9)}x + {d.n(2, 9)}y = {d.n(2, 30)} for y"],
    "quadratics": [quadratic, lambda d: f"x^2 = {d.n(2, 12) ** 2}", lambda d: f"(x {d.s(9)})^2 = {d.n(2, 9) ** 2}"],
}
"""Every family, and the shapes of its questions."""


def a_few_off(chance: Random, answer: str, most: int = 5) -> str | None:
    """The answer with one of its numbers a few off (the numerator of a fraction); None where that cannot be."""
    numbers = [m for m in re.finditer(r"\d+(?:\.\d+)?", answer) if answer[: m.start()][-1:] != "^"]
    if not numbers:
        return None
    is_fraction = "/" in answer and not any(c.isalpha() for c in answer)
    found = numbers[0] if is_fraction else chance.choice(numbers)
    by = chance.choice([step for step in range(-most, most + 1) if step])
    places = len(found[0].partition(".")[2])
    value = Fraction(found[0]) + Fraction(by, 10**places)
    before = answer[: found.start()]
    if value < 0 and not re.fullmatch(r"(?:[a-z] = )?-?", before):
        return None
    if before.endswith("-"):
        before, value = before[:-1], -Fraction(found[0]) + Fraction(by, 10**places)
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    typed = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return before + ("-" if value < 0 else "") + typed + answer[found.end() :]
