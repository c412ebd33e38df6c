"""The school of the API's examples: a class of three, a lesson with a check and a board, a quiz, one that runs.

Everything in it is the same at every run: ids, codes, moments. A lesson is played by `decide`, its journal written as
the server writes it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import reduce

from sqlmodel import Session

from acting import CLOCK, TEACHER, someone
from boardsup.items.item import Question
from boardsup.lesson import commands as c
from boardsup.lesson.events import EVENT_TYPES, LessonStarted
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.segments import Board, Diagnostic, Quiz, Segment
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Visitor
from boardsup.store.codec import EventCodec
from boardsup.store.lessons import end_lesson, new_lesson
from boardsup.store.tables import EventRow, Klass, RosterStudent, WritingRow
from boardsup.teaching.pick import EMPTY_BAG

CLASS, EXTERNAL = "kq3Vn0tZx1aB", "SEC-204"
STUDENTS = {"3fZk1wPq9LmA": "Ana", "9xTt4vRb2KcD": "Bo", "Yw7uE5nHs6Jg": "Cai"}
TAUGHT, QUIZ, RUNNING = "4HKPT", "CDF37", "MNR46"

ADDING = Question("check.1", "Solve $x + 5 = 14$", "equation_solution", "x = 9", ("x",), skill="eq-1add")
TWO_STEPS = Question("check.2", "Solve $2x - 10 = -18$", "equation_solution", "x = -4", ("x",), skill="eq-2step")
BRACKETS = Question("board.1", "Solve $4(x - 3) = 18$", "equation_solution", "x = 15/2", ("x",), skill="eq-dist")
AGAIN = Question("quiz.1", "Solve $3x - 4 = -19$", "equation_solution", "x = -5", ("x",), skill="eq-2step")

LESSON: tuple[Segment, ...] = (Diagnostic("check", (ADDING, TWO_STEPS)), Board("board", BRACKETS))
WEEKLY: tuple[Segment, ...] = (Quiz("quiz", (AGAIN,)),)

_CODEC = EventCodec(EVENT_TYPES)


def fill(session: Session) -> None:
    """Put the school into an empty database."""
    made = ms(2026, 2, 23)
    session.add(Klass(id=CLASS, external=EXTERNAL, name="Period 3", secret="secret", term="2026-1", created_at=made))
    session.flush()
    for place, (id, name) in enumerate(STUDENTS.items()):
        student = RosterStudent(id=id, class_id=CLASS, first_name=name, place=place, external=f"ST-{place + 1}")
        session.add(student)
    session.flush()
    ana, bo, cai = STUDENTS
    taught = {
        "check.1": {ana: "x = 9", bo: "x = 9", cai: "19"},
        "check.2": {ana: "x = -4", bo: "x = -14", cai: "x = -14"},
        "board.1": {ana: "15/2", bo: "21/4", cai: "7.5"},
    }
    _play(session, TAUGHT, ("Multi-step equations", LESSON, ms(2026, 3, 2)), taught)
    _play(session, QUIZ, ("Quiz of the week", WEEKLY, ms(2026, 3, 6)), {"quiz.1": {ana: "-5", bo: "x = -5", cai: ""}})
    _play(session, RUNNING, ("Multi-step equations", LESSON, ms(2026, 3, 9)), {"check.1": {ana: "9"}}, ends=False)


def ms(year: int, month: int, day: int) -> int:
    """Nine o'clock on a day, in ms since 1970."""
    return int(datetime(year, month, day, 9, tzinfo=UTC).timestamp() * 1000)


def _play(
    session: Session,
    code: str,
    what: tuple[str, tuple[Segment, ...], int],
    answers: dict[str, dict[str, str]],
    *,
    ends: bool = True,
) -> None:
    title, segments, at = what
    new_lesson(session, CLASS, title, now=lambda: at, draw=lambda: code)
    played = _Played(LessonStarted(code, title, "seed", tuple(STUDENTS), segments, EMPTY_BAG, at))
    for student in STUDENTS:
        played.asks(Visitor(f"device-{student}"), c.Sit(student))
    for segment in segments:
        asked = {id: by for id, by in answers.items() if id.startswith(f"{segment.id}.")}
        if not asked:
            continue
        played.asks(TEACHER, c.Open(segment.id))
        for question, texts in asked.items():
            for student, text in texts.items():
                wish = c.Answer(question, 1, text) if text else c.DontKnow(question, 1)
                played.asks(someone(student), wish)
        if ends:
            played.asks(TEACHER, c.Close(segment.id))
            played.later(30)
            played.asks(CLOCK, c.Tick())
    if ends:
        played.later(45 * 60)
        played.asks(TEACHER, c.End())
        end_lesson(session, code, at=played.at)
    session.add_all(played.rows)
    session.flush()


class _Played:
    """A lesson, and the rows of its journal."""

    def __init__(self, beginning: LessonStarted) -> None:
        self.at, self.lesson = beginning.at, Lesson()
        self.rows: list[EventRow | WritingRow] = []
        self._happens((beginning,))

    def asks(self, who: object, wish: c.Command) -> None:
        self._happens(decide(self.lesson, who, wish, self.at))

    def later(self, seconds: int) -> None:
        self.at += seconds * 1000

    def _happens(self, events: tuple[object, ...]) -> None:
        self.lesson = reduce(apply, events, self.lesson)
        code = self.lesson.code
        for event in events:
            kind, body, wrote = _CODEC.encode(event)
            seq = sum(isinstance(row, EventRow) for row in self.rows) + 1
            self.rows.append(EventRow(lesson=code, seq=seq, at=self.at, kind=kind, body=body))
            if wrote is not None:
                self.rows.append(WritingRow(lesson=code, seq=seq, text=wrote))
