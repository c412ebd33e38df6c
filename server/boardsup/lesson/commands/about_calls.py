"""What the teacher can ask for about cold calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.lesson.commands.limits import Key, Line, Number
from boardsup.lesson.events.calling import CallPrompt


@dataclass(frozen=True, slots=True)
class CallNext:
    """Draw the next name of the bag; `prompt` may ask for the first step only."""

    segment: Key
    prompt: CallPrompt = ""


@dataclass(frozen=True, slots=True)
class PickFrom:
    """Call on somebody out of a group of equal answers."""

    question: Key
    value: Line


@dataclass(frozen=True, slots=True)
class EndCall:
    """Say how a cold call went; `skip` puts the student back without a trace."""

    call: Number
    outcome: Literal["right", "not_yet", "with_help", "skip"]


@dataclass(frozen=True, slots=True)
class HeadsUps:
    """Tell the next in line before their name, or do not."""

    to: Literal["on", "off"]


@dataclass(frozen=True, slots=True)
class Rest:
    """No calls for this student today, or calls again."""

    student: Key
    to: Literal["rest", "back"]
