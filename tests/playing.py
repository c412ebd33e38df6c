"""Lessons at random, with planted names, keys and answers that occur nowhere else.

A play is a list of moves; `play` carries them out one by one through `decide` and `apply`, and yields the lesson after
each. Refusals are part of playing. Every student's own wrong answer, every key, every predicted answer, every
misconception and every name is a word of its own, so that a search in a view finds nothing by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce

from hypothesis import strategies as st

from acting import CLOCK, T0, TEACHER, ids
from boardsup.items.cards import WorkedLine
from boardsup.items.item import Prediction, Question
from boardsup.lesson import commands as c
from boardsup.lesson.events import Event, LessonStarted
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.materials import PracticeSet
from boardsup.lesson.needs import Needs
from boardsup.lesson.refused import Refused
from boardsup.lesson.segments import (
    Board,
    ColdCall,
    Community,
    Diagnostic,
    Discuss,
    Exit,
    Model,
    Notice,
    Option,
    Plan,
    Quiz,
    Segment,
    Stations,
    Warmup,
)
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Student, Visitor, Who
from boardsup.teaching.pick import EMPTY_BAG

STUDENTS = ids(7)
NAMES = {student: f"Name{student.upper()}" for student in STUDENTS}


def _question(id: str, key: int) -> Question:
    planted = Prediction(f"x = {key + 1}", ("planted/misconception",), "PLANTED-SAYS")
    return Question(id, f"Solve $x - 1 = {key - 1}$", "equation_solution", f"x = {key}", ("x",), (planted,))


KEYS = {
    "check.1": 910_001,
    "check.2": 920_001,
    "board.1": 930_001,
    "exit.1": 940_001,
    "quiz.1": 950_001,
    "stations.1": 960_001,
}
PLAN: tuple[Segment, ...] = (
    Warmup("warm", "Which one?", (Option("A", "$1$"), Option("B", "$2$"))),
    Diagnostic("check", (_question("check.1", 910_001), _question("check.2", 920_001))),
    Board("board", _question("board.1", 930_001)),
    Plan("plan", "check"),
    Stations("stations", "check", (PracticeSet("a", "A", (_question("stations.1", 960_001),)),)),
    Notice("see", "Look", "dots"),
    Model("model", "How it goes", (WorkedLine("$1$"), WorkedLine("$2$"))),
    Discuss("talk", "Which line?", ("$1$", "$2$")),
    Exit("exit", (_question("exit.1", 940_001),)),
    Quiz("quiz", (_question("quiz.1", 950_001),)),
    Community("us", "What helped?"),
    ColdCall("call", "Why?", think_seconds=5),
)


NEEDS = (
    Needs(STUDENTS[1], extra_time=150),
    Needs(STUDENTS[2], calls="never"),
    Needs(STUDENTS[3], draws=False),
)


def own(student: str) -> str:
    """The wrong answer that only this student gives."""
    return f"x = 77{int(student[1:]):04d}"


def drawing(student: str) -> str:
    """The drawing that only this student makes."""
    return f"-|c4 371 2{int(student[1:]):02d}"


@dataclass(frozen=True)
class Move:
    """One thing that somebody does, `later` ms after the move before; a number is put in where a hand-in needs one."""

    who: Who | str
    command: c.Command
    later: int = 0


@dataclass
class Played:
    """Where a play stands: the lesson, its events, the time, and what each student has typed so far."""

    lesson: Lesson
    events: list[tuple[int, Event]]
    at: int = T0
    typed: dict[str, set[str]] = field(default_factory=lambda: {s: set() for s in STUDENTS})


def play(moves: list[Move]) -> Iterator[Played]:
    """The lesson after each move."""
    started = LessonStarted("QRTKM", "Title", "alg1-p3", STUDENTS, PLAN, EMPTY_BAG, T0, NEEDS)
    now = Played(apply(Lesson(), started), [(T0, started)])
    for move in moves:
        now.at += move.later
        who = _someone(now.lesson, move.who)
        if isinstance(move.command, c.Answer | c.Share) and isinstance(move.who, str):
            now.typed[move.who].add(move.command.text)
        try:
            events = decide(now.lesson, who, move.command, now.at)
        except Refused:
            continue
        now.lesson = reduce(apply, events, now.lesson)
        now.events.extend((now.at, event) for event in events)
        yield now


def _someone(lesson: Lesson, who: Who | str) -> Who:
    if not isinstance(who, str):
        return who
    device = f"device-{who}"
    return Student(who, device) if lesson.devices.get(device) == who else Visitor(device)


students = st.sampled_from(STUDENTS)
segments = st.sampled_from([segment.id for segment in PLAN])
questions = st.sampled_from(sorted(KEYS))
numbers = st.integers(1, 6)
later = st.sampled_from([0, 0, 100, 3_100, 5_100, 21_000])


@st.composite
def answers(draw: st.DrawFn) -> Move:
    student, question = draw(students), draw(questions)
    text = draw(
        st.sampled_from([own(student), f"x = {KEYS[question]}", f"x = {KEYS[question] + 1}", "x = = 3", "4 +", ""])
    )
    sketch = draw(st.sampled_from(["", drawing(student)]))
    return Move(student, c.Answer(question, draw(numbers), text, "", sketch), draw(later))


@st.composite
def student_moves(draw: st.DrawFn) -> Move:
    student = draw(students)
    command = draw(
        st.one_of(
            st.builds(c.DontKnow, questions, numbers),
            st.builds(c.Turn, questions),
            st.builds(c.Reply, st.integers(1, 4), st.sampled_from(["ready", "friend", "pass"])),
            st.builds(c.Offer, segments, st.sampled_from(["share", "rest"])),
            st.just(c.WriteReturn(f"Note{student}")),
            st.builds(c.Sit, students),
            st.just(c.GoOn()),
            st.builds(c.HandOver, students),
            st.builds(c.Share, st.just("warm.1"), numbers, st.sampled_from(["A", "B"]), st.just(f"Reason{student}")),
        )
    )
    return Move(student, command, draw(later))


@st.composite
def presses(draw: st.DrawFn) -> Move:
    segment, student, question = draw(segments), draw(students), draw(questions)
    command = draw(
        st.sampled_from(
            [
                c.Close(segment),
                c.Reveal(segment),
                c.UndoClose(segment),
                c.Judge(question, student, "right"),
                c.ShowText(question, student),
                c.HideText(question, student),
                c.ShowBoards(question, " ".join(STUDENTS[:3])),
                c.ShowBoards(question),
                c.EyesUp("up"),
                c.EyesUp("down"),
                c.Blank("blank"),
                c.Blank("shown"),
                c.Joining("closed"),
                c.Joining("open"),
                c.Admit(student, f"device-{draw(students)}", "allow"),
                c.CallNext("call"),
                c.GiveBack(segment),
                c.MoveStudent(student, "studio"),
                c.MoveStudent(student, "table:0"),
                c.ShowGroups("shown"),
                c.ShowGroups("hidden"),
                c.Undo(),
                c.Repeat(segment),
                c.Move(segment, 0),
                c.Drop(segment),
                c.NextLine("model", 0),
                c.OnPaper(student, "paper"),
                c.Mark(question, student, "right"),
                c.Excuse(question, student, "out"),
                c.Excuse(question, student, "in"),
                c.Choose(question, "move_on"),
                c.Choose(question, "discuss"),
                c.CallNext("model"),
                c.PickFrom("board.1", "910001"),
                c.HeadsUps("on"),
                c.HeadsUps("off"),
                c.Rest(student, "rest"),
                c.Rest(student, "back"),
                c.Lend(student, draw(students)),
                c.EndCall(draw(st.integers(1, 4)), draw(st.sampled_from(["right", "not_yet", "with_help", "skip"]))),
            ]
        )
    )
    return Move(TEACHER, command, draw(later))


clock = st.one_of(
    st.builds(Move, st.just(CLOCK), st.just(c.Tick()), later),
    st.builds(Move, st.just(CLOCK), st.builds(c.FellSilent, students), later),
    st.builds(Move, st.just(CLOCK), st.builds(c.HeardAgain, students), later),
)
opens = st.builds(Move, st.just(TEACHER), st.builds(c.Open, segments), later)
plays = st.tuples(
    st.sets(students).map(lambda who: [Move(s, c.Sit(s)) for s in sorted(who)]),
    st.lists(st.one_of(answers(), answers(), answers(), student_moves(), presses(), opens, clock), max_size=60),
).map(lambda parts: [*parts[0], *parts[1]])
"""A class sits down, then anything may happen."""


def a_whole_lesson() -> list[Move]:
    """A play that goes through every segment to its reveal, so that the laws are not proved on empty lessons."""
    moves = [Move(s, c.Sit(s)) for s in STUDENTS]
    moves.append(Move(TEACHER, c.Open("warm")))
    moves += [Move(s, c.Share("warm.1", 1, "A", f"Reason{s}")) for s in STUDENTS]
    for segment, asked in (("check", ("check.1", "check.2")), ("board", ("board.1",))):
        moves.append(Move(TEACHER, c.Open(segment)))
        for question in asked:
            moves += [Move(s, c.Answer(question, 1, own(s), "", drawing(s))) for s in STUDENTS[:3]]
            moves += [Move(s, c.Answer(question, 1, f"x = {KEYS[question]}")) for s in STUDENTS[3:6]]
            moves.append(Move(STUDENTS[6], c.Answer(question, 1, f"x = {KEYS[question] + 1}")))
        moves += [Move(CLOCK, c.Tick(), 3_100), Move(TEACHER, c.Reveal(segment))]
    moves.append(Move(TEACHER, c.ShowText("board.1", STUDENTS[0])))
    moves += [Move(TEACHER, c.Open("plan")), Move(TEACHER, c.ShowGroups("shown"))]
    for segment in ("stations", "see", "model", "talk", "exit", "quiz", "us"):
        moves.append(Move(TEACHER, c.Open(segment)))
        moves += [Move(s, c.Answer(f"{segment}.1", 1, own(s))) for s in STUDENTS[:4]]
    moves += [Move(TEACHER, c.Close("us")), Move(TEACHER, c.GiveBack("quiz")), Move(TEACHER, c.Open("call"))]
    moves += [Move(TEACHER, c.CallNext("call")), Move(CLOCK, c.Tick(), 5_100), Move(CLOCK, c.Tick(), 15_000)]
    moves += [Move(TEACHER, c.EndCall(1, "right"))]
    moves += [Move(CLOCK, c.Tick(), 4_000), Move(CLOCK, c.Tick()), Move(TEACHER, c.CallNext("call"))]
    moves += [Move(s, c.Reply(n, "pass")) for s in STUDENTS for n in range(1, 4)]
    moves += [Move(TEACHER, c.Open("us")), *(Move(s, c.WriteReturn(f"Note{s}")) for s in STUDENTS)]
    moves.append(Move(TEACHER, c.Open("call")))
    for number in range(1, 10):
        moves += [Move(TEACHER, c.EndCall(number, "not_yet")), Move(TEACHER, c.CallNext("call"))]
        moves += [Move(s, c.Reply(n, "pass")) for s in STUDENTS[:1] for n in range(4, 12)]
    return moves


def into_extra_time() -> list[Move]:
    """A play in which one student still has time for the diagnostic when the board is open."""
    sat = [Move(s, c.Sit(s)) for s in STUDENTS[:3]]
    return [*sat, *(Move(TEACHER, press) for press in (c.Open("check"), c.Close("check"), c.Open("board")))]
