"""What a recommendation is: one card with one main action, its reason in at most 25 words, and the other actions.

Every card is a suggestion. Titles, steps and minutes are worded here and only here; they speak of the work, never of
the child. Minutes are how long the action takes with its follow-up question, in a class of thirty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.teaching.misconceiving import Dominant, StudentId

Action = Literal[
    "move_on",
    "nearly",
    "contrast",
    "discuss",
    "reteach",
    "model",
    "step_back",
    "ask_again",
    "park",
    "exit_now",
]

MOST_WORDS = 25
"""Words of a reason: it is read while thirty students wait."""


@dataclass(frozen=True, slots=True)
class Words:
    """How an action is written on its card: title, main button, what to do, and its minutes."""

    title: str
    button: str
    steps: str
    minutes: int


WORDS: dict[Action, Words] = {
    "move_on": Words("Move on", "Move on", "Go on with the plan. Those not yet there get a turn later.", 0),
    "nearly": Words("Nearly there", "Show one more step", "One more worked step, then a new-number twin.", 4),
    "contrast": Words("Discuss, with contrast", "Show A and B", "Two lines, 90 seconds in pairs, then a twin.", 6),
    "discuss": Words("Discuss", "Convince your neighbour", "90 seconds in pairs, then a twin.", 4),
    "reteach": Words("Stop and reteach", "Open the reteach card", "A correct worked example first, then a twin.", 6),
    "model": Words("Stop and model", "Show a whole example", "One full worked example, then an easier twin.", 6),
    "step_back": Words("Stop and step back", "Ask one quick question", "30 seconds on what comes before.", 6),
    "ask_again": Words("Ask again", "Open it again", "Give it a little longer, or read it aloud.", 2),
    "park": Words("Enough for today", "Go to the exit question", "Exit question now, tables tomorrow.", 0),
    "exit_now": Words("Exit question now", "Go to the exit question", "The rest goes into tomorrow's plan.", 0),
}


@dataclass(frozen=True, slots=True)
class Card:
    """A recommendation.

    `alternatives` are the other actions in the order in which they are offered, "move on anyway" last. `dominant` is
    the shared misconception with the students behind it (to pull later, where the class moves on), `table` everybody
    to take to one table later, `skill` what to step back to, or to teach in its place ("" the question's own skill).
    `compared` says how a twin went beside the first question.
    """

    action: Action
    reason: str
    alternatives: tuple[Action, ...]
    dominant: Dominant | None = None
    table: tuple[StudentId, ...] = ()
    skill: str = ""
    compared: str = ""

    @property
    def words(self) -> Words:
        """Title, button, steps and minutes of the main action."""
        return WORDS[self.action]
