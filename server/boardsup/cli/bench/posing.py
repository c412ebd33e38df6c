"""What it costs to pose a typed question: read it, solve it, predict all its wrong answers."""

from __future__ import annotations

import time
from random import Random

from boardsup.cli.load.figures import percentile
from boardsup.maths.posing import Posed, pose_question

ROUNDS = 12
"""Questions of each shape, every one with other numbers."""

SHAPES = (
    "{a}x + {b} = {c}",
    "{a}(x - {b}) = {c}",
    "{a}x - {b} = -{d}x + {c}",
    "-{a}x + {b} > {c}",
    "simplify {a}({d}x - {b}) + {b}(x - {a})",
    "expand (x + {a})(x - {b})",
    "(y - {a})^2",
    "factor x^2 + {a}x - {b}",
    "x^2 - {a}x - {b} = 0",
    "x + {a}y = {c}, x - y = {b}",
    "solve {a}x + {b}y = {c} for y",
    "evaluate {a}x^2 - {b}x + {d} for x = -{b}",
    "{a}/{b} + {b}/{c}",
    "{c} {a}/{e} - {b}/{e}",
    "{c}{a} - {b}{d}",
    "{a}.{b} × {b}.{d}",
    "-{a} - (-{b}) × {d} + {b}",
    "{a}% of {c}",
    "what percent of {c} is {a}?",
    "{a}:{b} = {c}:x",
    "slope through ({a},{b}) and (-{b},{c})",
    "line through ({a},{b}) and (-{b},{c})",
)
"""What teachers type; letters in braces are drawn."""


def posing(rounds: int = ROUNDS) -> dict[str, float]:
    """p50, p95, p99 and the greatest time in ms, the questions that were posed, and predictions a question."""
    chance = Random(1)
    questions = [shape.format(**_numbers(chance)) for _ in range(rounds) for shape in SHAPES]
    pose_question(questions[0])  # the first one also imports and compiles
    seconds: list[float] = []
    predictions: list[int] = []
    for question in questions:
        started = time.perf_counter()
        found = pose_question(question)
        seconds.append(time.perf_counter() - started)
        if isinstance(found, Posed):
            predictions.append(len(found.predictions))
    times = {f"p{percent}": round(1_000 * percentile(seconds, percent), 2) for percent in (50, 95, 99)}
    return {
        **times,
        "max": round(1_000 * max(seconds), 2),
        "posed": len(predictions),
        "asked": len(questions),
        "predictions": round(sum(predictions) / max(len(predictions), 1), 1),
    }


def _numbers(chance: Random) -> dict[str, int]:
    small = {name: chance.randint(2, 9) for name in "abd"}
    return {**small, "c": chance.randint(10, 40), "e": chance.randint(10, 12)}
