"""What a lesson showed, and the story that its log tells."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from acting import CLOCK, T0, TEACHER, ids, someone, started
from boardsup.items.item import Question
from boardsup.lesson import commands as c
from boardsup.lesson.events import Event, FlagChanged
from boardsup.lesson.evidence import attendance, shown
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.materials import PracticeSet
from boardsup.lesson.quizzing import catch_up
from boardsup.lesson.replaying import Difference, Recorded
from boardsup.lesson.segments import (
    Board,
    ColdCall,
    Diagnostic,
    Exit,
    Option,
    Plan,
    Quiz,
    Segment,
    Stations,
    Warmup,
    name_of,
)
from boardsup.lesson.state import Lesson
from boardsup.lesson.telling import Chapter, story
from boardsup.lesson.who import Visitor


def question(id: str, skill: str = "eq-dist") -> Question:
    return Question(id, "Solve $4(x - 3) = 18$", "equation_solution", "x = 15/2", ("x",), skill=skill)


PLAN: tuple[Segment, ...] = (
    Warmup("warm", "Which?", (Option("A", "$1$"), Option("B", "$2$"))),
    Diagnostic("check", (question("check.1"), question("check.2", "eq-2step"))),
    Board("board", question("board.1"), twins=(question("board.twin1"),)),
    Exit("exit", (question("exit.1"),)),
    Quiz("quiz", (question("quiz.1"), question("quiz.2", "eq-both")), "quiz.2"),
    Diagnostic("spot", (question("spot.1", ""),)),
)


class Log:
    """A lesson with the log that led to it."""

    def __init__(self, count: int, plan: tuple[Segment, ...] = PLAN) -> None:
        self.at, self.events = T0, list[tuple[int, Event]]()
        self.lesson = Lesson()
        self._happen((started(count, plan),))

    def do(self, who: object, *wishes: c.Command, later: int = 0) -> None:
        self.at += later
        for wish in wishes:
            self._happen(decide(self.lesson, someone(who), wish, self.at))

    def sit(self, *students: str) -> None:
        for student in students:
            self.do(Visitor(f"device-{student}"), c.Sit(student))

    def asks(self, segment: str, question: str, right: int, students: tuple[str, ...]) -> None:
        """Open it; so many of these students are right, the others say that they do not know yet; close it."""
        self.do(TEACHER, c.Open(segment))
        self.answers(segment, question, right, students)

    def answers(self, segment: str, question: str, right: int, students: tuple[str, ...]) -> None:
        for place, student in enumerate(students):
            self.do(student, c.Answer(question, 1, "7.5") if place < right else c.DontKnow(question, 1))
        self.do(CLOCK, c.Tick(), later=3_500)
        self.do(TEACHER, c.Close(segment), c.Close(segment))

    @property
    def recorded(self) -> list[Recorded]:
        return [Recorded(seq, at, event) for seq, (at, event) in enumerate(self.events, start=1)]

    def _happen(self, events: tuple[Event, ...]) -> None:
        self.lesson = reduce(apply, events, self.lesson)
        self.events += [(self.at, event) for event in events]


def test_every_question_on_a_skill_is_kept_with_its_counts_and_its_part() -> None:
    log = Log(4)
    log.sit(*ids(3))
    for segment, asked in (("check", "check.1"), ("board", "board.1"), ("exit", "exit.1"), ("quiz", "quiz.2")):
        log.asks(segment, asked, 2, ids(3))
    log.do(TEACHER, c.Open("spot"))

    found = {one.question: one for one in shown(log.lesson)}
    assert [(one.question, one.part) for one in found.values()] == [
        ("check.1", "check"), ("check.2", "check"), ("board.1", "board"), ("exit.1", "exit"),
        ("quiz.1", "quiz"), ("quiz.2", "probe"),
    ]  # fmt: skip
    assert (found["board.1"].k, found["board.1"].n, found["board.1"].N) == (2, 3, 3)
    assert [s.showed for s in found["board.1"].students] == ["right", "right", "idk"]
    assert found["check.2"].students == ()


def test_at_ones_own_pace_everybody_counts_who_joined_before_the_close() -> None:
    log = Log(5)
    log.sit(*ids(2))
    log.do(TEACHER, c.Open("check"))
    log.sit("s03")
    log.answers("check", "check.1", 1, ("s01", "s03"))
    log.do(CLOCK, c.Tick(), later=1_000)
    log.sit("s04")

    check = shown(log.lesson)[0]
    assert (check.k, check.n, check.N) == (1, 2, 3)


def test_a_segment_that_was_never_opened_shows_nothing() -> None:
    assert shown(Log(3).lesson) == ()


def test_who_was_never_here_is_absent() -> None:
    log = Log(3)
    log.sit("s01", "s03")

    assert [(a.student, a.here, a.calls) for a in attendance(log.lesson)] == [
        ("s01", True, 0), ("s02", False, 0), ("s03", True, 0),
    ]  # fmt: skip


def test_a_catch_up_asks_the_same_questions_and_is_told_apart_from_the_check() -> None:
    check = PLAN[1]
    assert isinstance(check, Diagnostic)
    again = catch_up(check)
    log = Log(2, (again,))
    log.sit("s01")
    log.asks("catch-up", "catch-up.1", 1, ids(1))

    assert [q.ask for q in again.questions] == [q.ask for q in check.questions]
    assert [one.part for one in shown(log.lesson)] == ["catch_up", "catch_up"]
    assert name_of(again) == "Catch-up"


def told(log: Log) -> tuple[Chapter, ...]:
    found = story(log.recorded)
    assert not isinstance(found, Difference)
    return found


def test_the_story_says_what_was_recommended_what_was_chosen_and_how_it_went() -> None:
    log, class_ = Log(30), ids(30)
    log.sit(*class_)
    log.asks("board", "board.1", 8, class_)
    log.do(TEACHER, c.Choose("board.1", log.lesson.cards["board.1"].action), later=60_000)
    log.do(TEACHER, c.Repeat("board"))
    twin = log.lesson.segment
    assert isinstance(twin, Board)
    log.answers(twin.id, twin.question.id, 25, class_)
    log.do(TEACHER, c.Choose(twin.question.id, "move_on"))

    boards = [one for one in told(log) if one.name == "Board"]
    (first,), (second,) = boards[0].questions, boards[1].questions
    assert (first.k, first.N, second.k) == (8, 30, 25)
    assert first.card is not None
    assert first.card.action == first.chosen == "model"
    assert first.went == "Showed a whole example at 8 of 30, then 25 of 30."
    assert [flag.state for flag in first.flags][-1] == "stop"
    assert second.went == ""
    assert boards[1].minute == 1


def test_the_story_says_why_the_class_was_grouped_so() -> None:
    log, class_ = Log(10, (PLAN[1], Plan("plan", "check"))), ids(10)
    log.sit(*class_)
    log.asks("check", "check.1", 10, class_)
    log.do(TEACHER, c.Open("plan"))

    assert log.lesson.plan is not None
    assert [one.note for one in told(log)] == ["", log.lesson.plan.why]


def test_the_story_says_how_calls_went_and_nothing_of_whom() -> None:
    log = Log(6, (ColdCall("call", "Why?"), Plan("plan", "check")))
    log.sit(*ids(6))
    log.do(TEACHER, c.Open("call"))
    for number, outcome in enumerate(("right", "right", "not_yet"), start=1):
        log.do(TEACHER, c.CallNext("call"), c.EndCall(number, outcome), later=30_000)

    assert told(log)[0].note == "Calls: 2 right, 1 not yet."
    assert sum(one.calls for one in attendance(log.lesson)) == 3


def test_practice_counts_those_who_were_asked_and_what_nobody_can_read_is_no_answer() -> None:
    practice = PracticeSet("eq-dist", "Parentheses", (question("stations.1.1"),))
    log = Log(3, (PLAN[1], Plan("plan", "check"), Stations("stations", "check", (practice,))))
    log.sit(*ids(3))
    log.asks("check", "check.1", 3, ids(3))
    log.do(TEACHER, c.Open("plan"), c.Open("stations"))
    log.do("s01", c.Answer("stations.1.1", 1, "7.5"))
    log.do("s02", c.Answer("stations.1.1", 1, "7 + = 5"))

    (found,) = (one for one in shown(log.lesson) if one.part == "practice")
    assert (found.k, found.n, found.N) == (1, 1, 1)
    assert [(s.student, s.showed) for s in found.students] == [("s01", "right")]


def test_a_wrong_answer_is_not_yet_and_an_answer_nobody_marked_is_none() -> None:
    log = Log(2)
    log.sit(*ids(2))
    log.do(TEACHER, c.Open("board"))
    log.do("s01", c.Answer("board.1", 1, "21/4"))
    log.do("s02", c.Answer("board.1", 1, "4 + = 5"))

    assert [(s.student, s.showed) for s in shown(log.lesson)[0].students] == [("s01", "not_yet")]


def test_a_log_that_the_rules_would_not_have_made_is_not_told() -> None:
    log, class_ = Log(12), ids(12)
    log.sit(*class_)
    log.asks("board", "board.1", 12, class_)
    forged = [
        replace(entry, event=replace(entry.event, k=3)) if isinstance(entry.event, FlagChanged) else entry
        for entry in log.recorded
    ]

    assert isinstance(story(forged), Difference)
