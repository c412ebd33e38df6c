"""The pages of a whole class at one moment: what is the same for many is looked at once.

`of` gives what `student_view` gives, `eyes` those of its regions that eyes up or down can change; the laws in
tests/laws/ hold all three against each other.
"""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.lesson.drawing import may_draw
from boardsup.lesson.regions import Paused, Region
from boardsup.lesson.regions.student import HeadsUp
from boardsup.lesson.segments import Board
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.lesson.views.heads_up import heads_up, quiet
from boardsup.lesson.views.receipts import saved
from boardsup.lesson.views.student import me_of, task_of
from boardsup.lesson.who import Student, StudentId


class ClassPages:
    """Every student's page of one lesson, as it is now."""

    def __init__(self, lesson: Lesson, names: Mapping[StudentId, str]) -> None:
        self._lesson, self._names = lesson, names
        self._board = _open_board(lesson)
        self._paused = Paused(lesson.code) if lesson.eyes_up and not lesson.ended else None
        self._quiet = quiet(lesson.code) if self._paused is not None or _nobody_is_called(lesson) else None
        self._same = (self._paused, self._quiet) if self._paused is not None and self._quiet is not None else None
        self._tasks: dict[tuple[bool, str], Region] = {}

    def of(self, who: Student) -> tuple[Region, ...]:
        """The student's page."""
        me = me_of(self._lesson, who, self._names)
        return (me, self._task(who.id), saved(self._lesson, who.id), self._told(who.id))

    def eyes(self, student: StudentId) -> tuple[Region, ...]:
        """What may be another one after eyes up or down: the task, and what is said of cold calls."""
        return self._same if self._same is not None else (self._task(student), self._told(student))

    def _told(self, student: StudentId) -> HeadsUp:
        return self._quiet if self._quiet is not None else heads_up(self._lesson, student)

    def _task(self, student: StudentId) -> Region:
        """Of one question to the whole class, students differ by where they draw and what they drew."""
        if self._paused is not None:
            return self._paused
        lesson = self._lesson
        if self._board is None or student in lesson.extra:
            return task_of(lesson, student, self._names)
        answer = self._board.answers.get(student)
        own = (may_draw(lesson, student), answer.sketch if answer is not None else "")
        task = self._tasks.get(own)
        if task is None:
            task = self._tasks[own] = task_of(lesson, student, self._names)
        return task


def _open_board(lesson: Lesson) -> Asked | None:
    """The board that the class is answering."""
    segment, course = lesson.segment, lesson.course
    if not isinstance(segment, Board) or lesson.ended or course is None:
        return None
    return lesson.asked[segment.question.id] if course.phase in (Phase.ANSWERING, Phase.CLOSING) else None


def _nobody_is_called(lesson: Lesson) -> bool:
    """Is there nobody whom a call, a heads-up or a return concerns, and nothing to offer, as a board is open?"""
    return _open_board(lesson) is not None and lesson.call is None and not lesson.line and not lesson.bag.returns
