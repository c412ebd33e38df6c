"""Parts of the console as the style guide shows them: every flag, square and group of answers, and a recommendation.

Invented counts; nothing of a class stands here.
"""

from __future__ import annotations

from dataclasses import replace

from boardsup.lesson.regions import Advice, AnswerGroup, Answers, Grid, Member, Sheet, Square, Tallies, Tally
from boardsup.teaching.cards import WORDS

FLAGS = {
    "": (9, 6, ""),
    "leaning_move_on": (20, 2, "20 of 22 right so far; 24 are needed."),
    "move_on": (24, 3, "24 of 30 right. 24 are enough to move on."),
    "leaning_stop": (6, 6, "6 not yet of 12 so far; 24 right are needed."),
    "stop": (9, 7, "7 not yet, so at most 23 of 30 can be right."),
}
"""Right, not yet, and what caused it, by flag."""

GROUPS = {"right": 12, "not_yet": 5, "check": 1, "idk": 2, "open": 2, "choice": 3}
STATES = ("absent", "here", "working", "in", "check", "away", "late", "paper", "excused")


def parts() -> tuple[Tallies, Answers, Grid, Advice]:
    """One region of each kind, with everything in it that it can show."""
    words = WORDS["contrast"]
    reason = "Five answers show the same idea. Which of the two lines is right, and why?"
    return (
        Tallies(tuple(_tally(flag, *counts) for flag, counts in FLAGS.items())),
        Answers(
            "-", (Sheet("guide", "", "", tuple(_group(kind, size) for kind, size in GROUPS.items())),), can_show=False
        ),
        Grid(tuple(Square(f"guide-{at}", "", state) for at, state in enumerate(STATES))),
        Advice("-", "guide", "contrast", words.title, words.button, words.steps, reason),
    )


def _tally(flag: str, right: int, not_yet: int, reason: str) -> Tally:
    label = flag.replace("_", " ") or "collecting"
    counts = Tally("guide", label, True, 30, right, not_yet, 0, 0, 30 - right - not_yet, 0, 0, 0)
    return replace(counts, flag=flag, reason=reason, ask=label)


def _group(kind: str, size: int) -> AnswerGroup:
    says = ("Multiplied only the first term.",) if kind == "not_yet" else ()
    value = {"right": "56/5", "not_yet": "28/5", "choice": "A"}.get(kind, "")
    members = tuple(Member(f"guide-{at}", "", "It only adds.") for at in range(size))
    return AnswerGroup(kind, value, members, says, "$x + 7 = 15$" if kind == "choice" else "")
