"""The boards of the class, for the teacher alone: what is on them now, handed in or still being drawn."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.lesson.regions.boards import Board, Boards
from boardsup.lesson.state import Answer, Asked, Lesson, Phase
from boardsup.lesson.views.groups import clusters
from boardsup.lesson.views.own import own_questions, present_question
from boardsup.lesson.views.sheets import says
from boardsup.lesson.who import StudentId

Drawn = Mapping[StudentId, tuple[str, str]]
"""What is being drawn and was not handed in yet: the question and the drawing, by student."""


def boards(lesson: Lesson, names: Mapping[StudentId, str], drawn: Drawn) -> Boards:
    """Everybody who is here, with what stands on their board."""
    course = lesson.course
    here = [s for s in lesson.roster if s in lesson.seats and own_questions(lesson, s)]
    return Boards(
        code=lesson.code,
        ask=_ask(lesson, here),
        boards=tuple(_board(lesson, s, names.get(s, ""), drawn) for s in here),
        can_show=course is not None and course.phase is Phase.REVEALED,
        is_open=True,
        drawing=lesson.drawing,
    )


def _ask(lesson: Lesson, here: list[StudentId]) -> str:
    """The question, where all have the same."""
    asks = {lesson.asked[present_question(lesson, s)].question.ask for s in here}
    return asks.pop() if len(asks) == 1 else ""


def _board(lesson: Lesson, student: StudentId, name: str, drawn: Drawn) -> Board:
    asked = lesson.asked[present_question(lesson, student)]
    question, live = drawn.get(student, ("", ""))
    sketch = live if question == asked.question.id else ""
    answer = asked.answers.get(student)
    if answer is None:
        return Board(student, name, asked.question.id, sketch=sketch)
    return _handed_in(asked, answer, Board(student, name, asked.question.id, sketch=sketch or answer.sketch))


def _handed_in(asked: Asked, answer: Answer, blank: Board) -> Board:
    cluster = clusters(asked, (blank.student,))[0]
    return Board(
        student=blank.student,
        name=blank.name,
        question=blank.question,
        kind=cluster.kind,
        wrote=answer.wrote or answer.unread or "",
        value=cluster.value,
        sketch=blank.sketch,
        at=answer.at,
        says=says(asked, cluster),
        shown=asked.shown.index(blank.student) + 1 if blank.student in asked.shown else 0,
        tries=answer.tries,
    )
