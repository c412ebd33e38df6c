"""What is kept of a lesson adds up, is of its own students, and holds nothing of what anybody wrote."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given

from acting import TEACHER
from boardsup.items.item import Question
from boardsup.lesson import commands as c
from boardsup.lesson.evidence import attendance, shown
from boardsup.lesson.segments import Board, Diagnostic, Exit, Quiz, Segment, Stations
from boardsup.lesson.state import Lesson
from playing import KEYS, STUDENTS, Move, a_whole_lesson, drawing, own, play, plays

SKILL = "planted-skill"


def last(moves) -> Lesson | None:
    """The lesson as a play leaves it, every question of it on a skill."""
    *_, now = [None, *play(moves)]
    if now is None:
        return None
    asked = now.lesson.asked
    for id, one in asked.items():
        asked = asked.set(id, replace(one, question=on_skill(one.question)))
    return replace(now.lesson, asked=asked, segments=tuple(map(segment_on_skill, now.lesson.segments)))


def on_skill(question: Question) -> Question:
    return replace(question, skill=SKILL)


def segment_on_skill(segment: Segment) -> Segment:
    match segment:
        case Diagnostic() | Exit() | Quiz():
            return replace(segment, questions=tuple(map(on_skill, segment.questions)))
        case Board():
            return replace(segment, question=on_skill(segment.question))
        case Stations():
            sets = (replace(one, questions=tuple(map(on_skill, one.questions))) for one in segment.sets)
            return replace(segment, sets=tuple(sets))
        case _:
            return segment


def one_comes_late() -> list[Move]:
    """A check that is open already when one more sits down and answers."""
    first, late = STUDENTS[0], STUDENTS[1]
    moves = [Move(first, c.Sit(first)), Move(TEACHER, c.Open("check")), Move(late, c.Sit(late))]
    return [*moves, *(Move(s, c.Answer("check.1", 1, f"x = {KEYS['check.1']}")) for s in (first, late))]


@given(plays)
@example(a_whole_lesson())
@example(one_comes_late())
def test_counts_add_up_and_everybody_is_of_the_class(moves) -> None:
    """Seen to fail with N as it was at the opening, and the answers of all who joined later counted with it."""
    lesson = last(moves)
    if lesson is None:
        return
    for one in shown(lesson):
        students = [showing.student for showing in one.students]
        right = sum(showing.showed == "right" for showing in one.students)
        assert 0 <= one.k <= one.n <= one.N <= len(STUDENTS)
        assert one.k <= right <= len(students)
        assert len(set(students)) == len(students)
        assert set(students) <= set(lesson.roster)
    assert tuple(who.student for who in attendance(lesson)) == lesson.roster


@given(plays)
@example(a_whole_lesson())
def test_nothing_that_anybody_wrote_or_drew_is_kept(moves) -> None:
    """Seen to fail with the answer's value beside `showed`."""
    lesson = last(moves)
    if lesson is None:
        return
    kept = repr((shown(lesson), attendance(lesson)))
    for student in STUDENTS:
        for planted in (own(student), own(student).removeprefix("x = "), drawing(student), f"Reason{student}"):
            assert planted not in kept


def test_the_laws_are_not_proved_on_empty_lessons() -> None:
    lesson = last(a_whole_lesson())

    assert lesson is not None
    assert {one.part for one in shown(lesson)} >= {"check", "board", "exit", "quiz"}
