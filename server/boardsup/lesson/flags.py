"""The flag of each board question, certain or leaning, recorded the moment that an event moves it.

Flags are computed from what has stood for 3 s while a question is open, and from everything at its close, where those
of N who have not answered count as not yet.
"""

from __future__ import annotations

from boardsup.items.item import Question
from boardsup.lesson.events import FlagChanged
from boardsup.lesson.segments import Board
from boardsup.lesson.state import Asked, Flag, Lesson, Phase
from boardsup.lesson.who import StudentId
from boardsup.teaching.flag import Count, certain, sure_kind, thresholds
from boardsup.teaching.leaning import live


def flag_changes(lesson: Lesson) -> tuple[FlagChanged, ...]:
    """The changes that the present state of the segment calls for."""
    segment = lesson.segment
    if not isinstance(segment, Board):
        return ()
    asked = lesson.asked[segment.question.id]
    flag = flag_of(lesson, asked)
    if flag == asked.flag or _same_call(flag, asked, lesson):
        return ()
    if flag is None:
        return (FlagChanged(asked.question.id, None, None, *counts(lesson, asked)),)
    return (FlagChanged(asked.question.id, flag.state, flag.kind, flag.N, flag.n, flag.k),)


def flag_of(lesson: Lesson, asked: Asked) -> Flag | None:
    """The flag of a question as it stands, certain or, while it is open, leaning; none for what is never marked."""
    if asked.question.kind == "open":
        return None
    N, n, k = counts(lesson, asked)
    options, settings = options_of(asked.question), lesson.settings.flags
    if is_open(lesson, asked) and asked.recent:
        found = live([Count(N, *of, options) for of in asked.recent], settings)
    else:
        found = certain(Count(N, n, k, options), settings)
    return None if found is None else Flag(found.state, found.kind, N, n, k)


def counts(lesson: Lesson, asked: Asked) -> tuple[int, int, int]:
    """N, settled and right: of what has stood, or, once closed, of everything with blanks as not yet.

    Unknown then are those whose extra time runs, who are on paper and not marked, or wait for the teacher's look.
    """
    if is_open(lesson, asked):
        return asked.N, asked.n, asked.k
    waiting = asked.extra & asked.present
    answers = [asked.answers.get(student) for student in asked.counted]
    on_paper = sum(1 for student in asked.counted if student not in asked.answers and is_on_paper(lesson, student))
    unknown = sum(1 for a in answers if a is not None and not a.is_settled) + on_paper + len(waiting)
    right = sum(1 for a in answers if a is not None and a.is_settled and a.is_right)
    N = asked.N + len(waiting)
    return N, N - unknown, right


def is_on_paper(lesson: Lesson, student: StudentId) -> bool:
    """Is this student here without a device?"""
    seat = lesson.seats.get(student)
    return seat is not None and seat.is_on_paper


def is_open(lesson: Lesson, asked: Asked) -> bool:
    """May everybody still answer?"""
    return lesson.courses[asked.segment].phase in (Phase.ANSWERING, Phase.CLOSING)


def options_of(question: Question) -> int:
    """Among how many choices one may have guessed; 0 where an answer is typed."""
    return len(question.choices)


def _same_call(one: Flag | None, asked: Asked, lesson: Lesson) -> bool:
    """Do two flags say the same? Counts and a likely kind stay those that caused it; a kind that is sure is news."""
    other = asked.flag
    if one is None or other is None or one.state != other.state:
        return False
    options = options_of(asked.question)
    of = thresholds(one.N, lesson.settings.flags, options=options)
    return one.kind == other.kind or sure_kind(Count(one.N, one.n, one.k, options), of) is None
