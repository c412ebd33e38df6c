"""One pass through a procedure of school mathematics: at every step the right form, or a documented slip.

A procedure is an ordinary function that asks `Work` at each step which way it was done. Run without a slip it gives
the right answer; run again with one slip forced (see explore.py), it gives the wrong answer that this slip leads to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from boardsup.maths.missteps.answers import Answer
from boardsup.maths.printing.plain import plain
from boardsup.maths.tree import Node

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

MOST_STEPS = 160
"""The most steps of one pass; what needs more is not a question for a class."""


class NoAnswer(Exception):
    """This way leads nowhere: a division by zero, a form that the procedure does not handle, too many steps."""


class Stopped(Exception):
    """The work ended early; `answer` is what stood there."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Slip(Generic[T_co]):
    """A documented buggy form of one step: the misconception's id and what the step then gives.

    `often` marks the frequent ones, which are also tried in pairs; `rare` those that are named only where nothing else
    explains the value. A value of None means that it cannot happen here.
    """

    id: str
    value: T_co | None
    often: bool = False
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The slips that one step offered, its right value, and whether taking one ends the work."""

    right: object
    slips: tuple[Slip[object], ...]
    ends: bool = False

    def possible(self) -> list[int]:
        """The numbers of the slips that can happen and change something."""
        return [i for i, s in enumerate(self.slips) if s.value is not None and s.value != self.right]


Says = str | tuple[object, ...]
"""What a step does, {} being its value: words, or the parts that they are made of, which are joined only if needed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the work as it was done: what was done, what it gave, and the slip's id if it was one."""

    does: Says
    value: object
    slip: str = ""

    @property
    def text(self) -> str:
        """What was done, in one line."""
        words = self.does if isinstance(self.does, str) else "".join(map(shown, self.does))
        return words.replace("{}", shown(self.value))

    @property
    def tells(self) -> bool:
        """Does it say more than that a step was done as it should be?"""
        return bool(self.slip) or self.value is None or not isinstance(self.does, str) or "{}" in self.does


class Work:
    """One pass. `forced`: at which steps, counted from 0, which slip is made; `always`: one that is made throughout."""

    __slots__ = ("_always", "_at", "_forced", "choices", "lines")

    def __init__(self, forced: Mapping[int, int], always: str = "") -> None:
        self._forced, self._always, self._at = forced, always, 0
        self.choices: list[Choice] = []
        self.lines: list[Line] = []

    def step(self, does: Says, right: T, *slips: Slip[T]) -> T:
        """The value that this step gives on this pass; `does` says what is done."""
        slip = self._next(Choice(right, slips))
        if slip is None:
            self.lines.append(Line(does, right))
            return right
        value: T = slips[slip].value  # type: ignore[assignment]  # a forced slip has a value: `Choice.possible` saw to it
        self.lines.append(Line(does, value, slips[slip].id))
        return value

    def reading(self, does: Says, right: Node, *slips: Slip[Node]) -> Node:
        """The tree that is read on this pass."""
        return self.step(does, right, *slips)

    def note(self, text: Says) -> None:
        """A line of the work that nothing can go wrong with."""
        self.lines.append(Line(text, None))

    def may_stop(self, id: str, answer: Answer | None, *others: Answer | None) -> None:
        """Here some stop, and give what stands there (or one of the `others`) as the answer."""
        slips = tuple(Slip(id, given) for given in (answer, *others))
        slip = self._next(Choice(None, slips, ends=True))
        if slip is not None:
            given = slips[slip].value
            assert given is not None, "a forced slip has a value"
            self.lines.append(Line("", given, id))
            raise Stopped(given)

    def _next(self, choice: Choice) -> int | None:
        if self._at >= MOST_STEPS:
            raise NoAnswer
        self.choices.append(choice)
        self._at += 1
        if self._always:
            return next((i for i in choice.possible() if choice.slips[i].id == self._always), None)
        return self._forced.get(self._at - 1)


def ratio(top: Fraction | int, bottom: Fraction | int) -> Fraction | None:
    """top/bottom, or None where the bottom is zero: a slip that cannot happen."""
    return Fraction(top) / Fraction(bottom) if bottom else None


def shown(value: object) -> str:
    """A value as one types it."""
    if isinstance(value, Answer):
        return value.typed
    return plain(value) if isinstance(value, Node) else str(value)
