"""What a lesson showed: of every marked question the class's counts, and how each student's answer stands.

Computed from the lesson at its end, so the same journal always gives the same. Nothing of what anybody wrote is in it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, assert_never

from boardsup.lesson.advising import count_of
from boardsup.lesson.events import Sure
from boardsup.lesson.lately import Together
from boardsup.lesson.segments import AT_OWN_PACE, Board, Diagnostic, Exit, Quiz, Stations, awaited
from boardsup.lesson.state import Answer, Asked, Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching.counting import Count

Part = Literal["check", "catch_up", "review", "practice", "board", "exit", "quiz", "probe"]
"""What a question was for: before teaching, the same for who was absent, old skills, stations, boards, exit, quiz."""

Showed = Literal["right", "not_yet", "idk"]

Marked = Diagnostic | Stations | Board | Exit | Quiz
"""The segments whose answers are right or not yet."""

CATCH_UP, REVIEW = "catch-up", "review"
"""The ids of a check for those who were absent, and of a warm-up of old skills; every other diagnostic is a check."""


@dataclass(frozen=True, slots=True)
class Showing:
    """How one student's answer stands at the end, and how sure they said they were."""

    student: StudentId
    showed: Showed
    sure: Sure = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question of a lesson: its skill and prompt, what it was for, the counts (k right of n of N), the answers.

    `options` is the number of choices (0: typed). Of practice N is n: each group had questions of its own.
    """

    question: str
    skill: str
    ask: str
    part: Part
    options: int
    N: int
    n: int
    k: int
    students: tuple[Showing, ...]


@dataclass(frozen=True, slots=True)
class Attended:
    """Was a student here, how often called; `outside` says that the report on calls leaves them out."""

    student: StudentId
    here: bool
    calls: int
    outside: bool


def shown(lesson: Lesson) -> tuple[Shown, ...]:
    """Every question on a skill that was before the class, in the order of the agenda."""
    return tuple(
        _shown(lesson, lesson.asked[question.id], _part(segment, question.id))
        for segment in lesson.segments
        if isinstance(segment, Marked) and segment.id in lesson.courses
        for question in awaited(segment)
        if question.skill and question.kind != "open" and question.id in lesson.asked
    )


def attendance(lesson: Lesson) -> tuple[Attended, ...]:
    """Everybody on the roster, in order."""
    calls = Counter(call.student for call in lesson.past_calls if call.outcome != "skip")
    present = set(lesson.seats).union(*(asked.present for asked in lesson.asked.values()))
    special = {student for student, needs in lesson.needs.items() if needs.calls != "any"}
    return tuple(Attended(s, s in present, calls[s], s in special) for s in lesson.roster)


def together(lesson: Lesson) -> tuple[Together, ...]:
    """Who worked with whom at the stations; nobody where the class never went to them."""
    went = any(isinstance(one, Stations) and one.id in lesson.courses for one in lesson.segments)
    if lesson.plan is None or lesson.plan.mode != "stations" or not went:
        return ()
    found: list[Together] = []
    for pair in lesson.plan.pairs:
        if pair.coach:
            found += [Together(pair.coach, learner, coached=True) for learner in pair.learners]
        found += [Together(one, other) for one, other in combinations(sorted(pair.learners), 2)]
    return tuple(found)


def count_at_end(lesson: Lesson, asked: Asked) -> Count:
    """N, settled and right at the end of a lesson; at one's own pace N are all who had joined by the close."""
    segment, closed_at = lesson.segment_of(asked.segment), lesson.courses[asked.segment].closed_at
    if not isinstance(segment, AT_OWN_PACE):
        return count_of(lesson, asked)
    joined = {s for s, seat in lesson.seats.items() if not closed_at or seat.joined_at <= closed_at}
    counted = asked.counted | ((joined | set(asked.answers)) - asked.away - asked.excused)
    settled = [asked.answers[s] for s in counted if s in asked.answers and asked.answers[s].is_settled]
    return Count(len(counted), len(settled), sum(answer.is_right for answer in settled))


def _part(segment: Marked, question: str) -> Part:
    match segment:
        case Diagnostic(id):
            stem = next((known for known in (CATCH_UP, REVIEW) if id == known or id.startswith(f"{known}-")), "")
            return "catch_up" if stem == CATCH_UP else "review" if stem == REVIEW else "check"
        case Stations():
            return "practice"
        case Board():
            return "board"
        case Exit():
            return "exit"
        case Quiz(_, _, probe):
            return "probe" if question == probe else "quiz"
        case _:
            assert_never(segment)


def _shown(lesson: Lesson, asked: Asked, part: Part) -> Shown:
    question, count = asked.question, count_at_end(lesson, asked)
    students = tuple(
        Showing(student, showed, answer.sure)
        for student, answer in sorted(asked.answers.items())
        if student in lesson.roster and (showed := _showed(answer)) is not None
    )
    N = count.n if part == "practice" else count.N
    return Shown(question.id, question.skill, question.ask, part, len(question.choices), N, count.n, count.k, students)


def _showed(answer: Answer) -> Showed | None:
    match answer.outcome:
        case "correct" | "equivalent_not_simplified":
            return "right"
        case "incorrect":
            return "not_yet"
        case "idk":
            return "idk"
        case _:
            return None
