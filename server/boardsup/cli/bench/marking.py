"""What it costs to read, mark and name one typed answer, without any cache: how many a second, and the slow ones."""

from __future__ import annotations

import time

from boardsup.cli.load.figures import percentile
from boardsup.maths.mark import Key, mark, pose

ROUNDS = 400
"""How often every answer is marked."""

TYPICAL: tuple[tuple[str, str, dict[str, tuple[str, ...]], tuple[str, ...]], ...] = (
    ("equation_solution", "x = 56/5", {"28/5": ("first_term_only",)},
     ("28/5", "x=5.6", "x = 56/5", "11.2", "11 1/5", "-4", "x=9", "23", "x = -8", "x=56/5")),
    ("number", "3/4", {"1/3": ("added_across",)}, ("3/4", "0.75", "6/8", ".75", "1/3", "1 1/4", "75%", "3")),
    ("integer", "-4", {"4": ("sign_lost",)}, ("-4", "4", "−4", "- 4", "x", "-14")),
    ("expression_simplified", "7x + 4", {"11x": ("conjoined",)}, ("7x+4", "4+7x", "11x", "7x - 4", "7 x + 4")),
    ("inequality", "x > -3", {"x < -3": ("sign_not_turned",)}, ("x>-3", "x < -3", "-3 < x", "x ≥ -3")),
    ("point", "(2, -3)", {"(-3, 2)": ("swapped",)}, ("(2,-3)", "(-3, 2)", "2,-3", "(2, 3)")),
)  # fmt: skip
"""Kind, answer, predicted wrong answers, and what a class types."""


def marking(rounds: int = ROUNDS) -> dict[str, float]:
    """Answers a second and core, and p50, p99 and the greatest time of one in ms of this thread's own time."""
    cases = [(key, text) for key, texts in _keys() for text in texts]
    for key, text in cases:
        mark(key, text)
    began = time.thread_time()
    for _ in range(rounds):
        for key, text in cases:
            mark(key, text)
    took = time.thread_time() - began
    seconds = [_seconds(key, text) for _ in range(rounds) for key, text in cases]
    times = {f"p{percent}": round(1_000 * percentile(seconds, percent), 3) for percent in (50, 99)}
    return {"a_second": round(len(seconds) / took), **times, "max": round(1_000 * max(seconds), 2)}


def _seconds(key: Key, text: str) -> float:
    began = time.thread_time()
    mark(key, text)
    return time.thread_time() - began


def _keys() -> list[tuple[Key, tuple[str, ...]]]:
    """Each question as it is marked in a lesson, with its predictions compiled."""
    return [(pose(kind, answer).with_predictions(wrong), texts) for kind, answer, wrong, texts in TYPICAL]


def maths_rows(found: dict[str, dict[str, float]]) -> list[tuple[str, ...]]:
    """The figures of marking and of posing as rows of a table."""
    marks, poses = found["marking"], found["posing"]
    return [
        ("", "marking", "posing"),
        ("answers marked and named a second and core", str(marks["a_second"]), ""),
        ("p50, ms", str(marks["p50"]), str(poses["p50"])),
        ("p95, ms", "", str(poses["p95"])),
        ("p99, ms", str(marks["p99"]), str(poses["p99"])),
        ("slowest, ms", str(marks["max"]), str(poses["max"])),
        ("questions posed, of those typed", "", f"{poses['posed']} of {poses['asked']}"),
        ("predicted wrong answers a question", "", str(poses["predictions"])),
    ]
