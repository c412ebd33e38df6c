"""After the exit question: with whom to talk first, who sits at a table tomorrow, who catches up.

Wrong and sure of it is talked over first, for a firm idea is in the way; wrong and not sure, or "I don't know yet",
needs a table. Right and not sure makes a good public moment. Whoever was absent answers the same three questions
tomorrow, in four minutes. Source: the product's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

StudentId = str

Sure = Literal["sure", "so_so", "unsure"]
"""The three faces."""

CATCH_UP_MINUTES = 4


@dataclass(frozen=True, slots=True)
class ExitAnswer:
    """An answer to the exit question, and how sure its student was."""

    student: StudentId
    outcome: Literal["right", "wrong", "idk"]
    sure: Sure = "so_so"


@dataclass(frozen=True, slots=True)
class Tomorrow:
    """Students in order: to talk to first, at a table, for a public moment, to catch up."""

    talk_first: tuple[StudentId, ...]
    table: tuple[StudentId, ...]
    public_moment: tuple[StudentId, ...]
    catch_up: tuple[StudentId, ...]


def tomorrow(answers: Iterable[ExitAnswer], absent: Iterable[StudentId]) -> Tomorrow:
    """The list of the next day; whoever is right and sure is on none of it."""
    given = sorted(answers, key=lambda answer: answer.student)
    firm = {a.student for a in given if a.outcome == "wrong" and a.sure == "sure"}
    return Tomorrow(
        talk_first=tuple(a.student for a in given if a.student in firm),
        table=tuple(a.student for a in given if a.outcome != "right" and a.student not in firm),
        public_moment=tuple(a.student for a in given if a.outcome == "right" and a.sure == "unsure"),
        catch_up=tuple(sorted(absent)),
    )
