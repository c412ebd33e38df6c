"""What is over is deleted, who is deleted is nowhere any more, and what past lessons came to stays, on both stores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlmodel import Session, select

from acting import CLOCK, TEACHER, someone
from boardsup.items.item import Question
from boardsup.lesson import commands as c
from boardsup.lesson.events import EVENT_TYPES, LessonStarted
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.needs import Needs
from boardsup.lesson.replaying import Recorded, Replayed, replay
from boardsup.lesson.segments import ColdCall, Exit, Segment
from boardsup.lesson.settings import AS_SHIPPED, ClassSettings
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Visitor
from boardsup.rostering.names import Refusal
from boardsup.store.audit import audit
from boardsup.store.backups import back_up
from boardsup.store.codec import EventCodec
from boardsup.store.database import Database, open_database
from boardsup.store.evidence import keep, measured
from boardsup.store.exporting import COLUMNS, answers, as_csv, exported, guarded
from boardsup.store.forgetting import forget_class, forget_student
from boardsup.store.journal import Journal
from boardsup.store.lessons import end_lesson, new_lesson
from boardsup.store.needs import set_needs
from boardsup.store.retention import DAY_MS, YEAR_MS, retain
from boardsup.store.rosters import classes, make_class, students_of
from boardsup.store.rows import add_rows
from boardsup.store.settings import keep_settings
from boardsup.store.tables import TABLES, WritingRow
from boardsup.teaching.pick import EMPTY_BAG

T0 = int(datetime(2026, 3, 2, 9, tzinfo=UTC).timestamp() * 1000)
NEXT_TERM = int(datetime(2026, 7, 2, tzinfo=UTC).timestamp() * 1000)
EXIT = Exit("exit", (Question("exit.1", "Solve $x + 5 = 14$", "equation_solution", "x = 9", ("x",), skill="eq-1add"),))
PLAN: tuple[Segment, ...] = (ColdCall("call", "Why?"), EXIT)
SKETCH = "g|a1 10 10 20 20"
WROTE = ("x = 19", "x=9", "-4 + 13", "+9")
NAMES = ("Anaïsabel", "Boqueron", "Caiphas", "Dagmarlene")
CODEC = EventCodec(EVENT_TYPES)


@pytest.fixture
def database(where: str | Path) -> Iterator[Database]:
    opened = open_database(where)
    yield opened
    opened.close()


def played(database: Database, settings: ClassSettings = AS_SHIPPED) -> tuple[str, str, list[str]]:
    """A class that called a name and answered the exit question, one with a drawing: its id, the code, the ids."""
    with database.session() as session:
        klass = make_class(session, "Period 3", "\n".join(NAMES), now=lambda: T0).id
        keep_settings(session, klass, settings)
        code = new_lesson(session, klass, "Equations", now=lambda: T0).code
        ids = [one.id for one in students_of(session, klass)]
        set_needs(session, klass, Needs(ids[0], calls="warm"), (ids[1],))
    log = _log(code, tuple(ids))
    with database.session() as session:
        events, writings = [], []
        for entry in log:
            kind, body, wrote = CODEC.encode(entry.event)
            events.append((code, entry.seq, entry.at, kind, body))
            if wrote is not None:
                writings.append((code, entry.seq, wrote))
        add_rows(session.connection(), TABLES.tables["event"], events)
        add_rows(session.connection(), TABLES.tables["writing"], writings)
        end_lesson(session, code, at=T0 + 3_000_000)
        keep(session, reduce(apply, (entry.event for entry in log), Lesson()))
    return klass, code, ids


def _log(code: str, ids: tuple[str, ...]) -> list[Recorded]:
    log = [Recorded(1, T0, LessonStarted(code, "Equations", "seed", ids, PLAN, EMPTY_BAG, T0))]
    lesson = apply(Lesson(), log[0].event)
    wishes = [(Visitor(f"device-{i}"), c.Sit(s), 0) for i, s in enumerate(ids)]
    wishes += [(TEACHER, c.Open("call"), 1), (CLOCK, c.Tick(), 2), (TEACHER, c.CallNext("call"), 30)]
    wishes += [(CLOCK, c.Tick(), 60), (TEACHER, c.EndCall(1, "right"), 70), (TEACHER, c.Open("exit"), 80)]
    for student, text in zip(ids, WROTE, strict=True):
        sketch = SKETCH if student == ids[0] else ""
        wishes.append((student, c.Answer("exit.1", 1, text, sketch=sketch), 90))
    wishes.append((TEACHER, c.End(), 100))
    for who, wish, second in wishes:
        for event in decide(lesson, someone(who), wish, T0 + second * 1000):
            lesson = apply(lesson, event)
            log.append(Recorded(len(log) + 1, T0 + second * 1000, event))
    return log


def written(session: Session) -> list[str]:
    return sorted(session.exec(select(WritingRow.text)).all())


def replayed(database: Database, code: str) -> Replayed:
    found = replay([Recorded(*entry) for entry in Journal(database, CODEC).load(code)])
    assert isinstance(found, Replayed), found
    return found


def test_drawings_go_with_the_lesson_and_texts_with_the_term(database: Database) -> None:
    _, code, _ = played(database)
    with database.session() as session:
        before = retain(session, now=T0 + 2_000_000)
        assert (before.drawings, before.writings) == (0, 0), "the lesson still runs"
        deleted = retain(session, now=T0 + 4_000_000)
        assert (deleted.drawings, deleted.writings, deleted.lessons) == (1, 0, {code})
        assert written(session) == sorted(WROTE)
        deleted = retain(session, now=NEXT_TERM)
        assert (deleted.drawings, deleted.writings) == (0, len(WROTE))
        assert written(session) == []
        assert [(row.what, row.how_many) for row in audit(session)] == [
            ("answers' texts deleted, their time being over", 4),
            ("drawings deleted, their time being over", 1),
        ]


def test_a_class_may_keep_longer(database: Database) -> None:
    played(database, ClassSettings(drawings="year", writings="year"))
    with database.session() as session:
        assert retain(session, now=NEXT_TERM).lessons == frozenset()
        assert retain(session, now=T0 + YEAR_MS + 4_000_000).writings == len(WROTE)


def test_a_purged_lesson_comes_to_the_same_counts_flags_and_calls(database: Database) -> None:
    _, code, _ = played(database)
    with database.session() as session:
        before = measured(session, classes(session)[0].id)
    flags = replayed(database, code)
    with database.session() as session:
        retain(session, now=NEXT_TERM)
    after = replayed(database, code)
    assert (after.events, after.flags, after.calls) == (flags.events, flags.flags, flags.calls)
    with database.session() as session:
        keep(session, after.lesson)
        assert measured(session, classes(session)[0].id) == before


@pytest.mark.parametrize("who", range(4))
def test_of_a_deleted_student_there_is_no_trace(
    database: Database, where: str | Path, tmp_path: Path, who: int
) -> None:
    klass, code, ids = played(database)
    with database.session() as session:
        counts = [(one.N, one.n, one.k) for one in measured(session, klass)[0].shown]
        assert forget_student(session, klass, ids[who], now=T0 + 5_000_000) == {code}
    database.wipe()
    after = replayed(database, code)
    with database.session() as session:
        keep(session, after.lesson)
        assert [(one.N, one.n, one.k) for one in measured(session, klass)[0].shown] == counts
        assert audit(session)[0].what == "students deleted"
    for trace in (NAMES[who], ids[who], WROTE[who]):
        assert trace not in everything(database), trace
    if isinstance(where, Path):
        backup = tmp_path / "backup.sqlite3"
        back_up(where, backup)
        for file in (where, backup, where.with_name(f"{where.name}-wal")):
            held = file.read_bytes() if file.exists() else b""
            for trace in (NAMES[who], ids[who]):
                assert trace.encode() not in held, (file.name, trace)


def test_where_somebody_reads_just_then_it_stays_due_and_is_done_afterwards(tmp_path: Path) -> None:
    database = open_database(tmp_path / "x.sqlite3")
    klass, _, ids = played(database)
    database.wipe()
    with database.snapshot() as reading:
        everything_in(reading)
        with database.session() as session:
            forget_student(session, klass, ids[1], now=T0 + 5_000_000)
        with database.engine.connect() as impatient:  # The pool gives the same connection to `wipe`.
            impatient.exec_driver_sql("PRAGMA busy_timeout=1")
        database.wipe()
        assert database.is_to_wipe
    database.wipe()
    assert not database.is_to_wipe
    assert not any(NAMES[1].encode() in file.read_bytes() for file in tmp_path.iterdir())
    database.close()


def everything(database: Database) -> str:
    """Every value of every table."""
    with database.snapshot() as connection:
        return everything_in(connection)


def everything_in(connection: Connection) -> str:
    return repr([list(connection.execute(table.select())) for table in TABLES.sorted_tables])


def test_of_a_deleted_class_nothing_is_left_and_another_class_is_whole(database: Database) -> None:
    other, code, _ = played(database)
    klass, gone, ids = played(database)
    with database.session() as session:
        forget_class(session, klass, now=T0 + 5_000_000)
    assert not [trace for trace in (klass, gone, *ids) if trace in everything(database)]
    assert replayed(database, code).calls == 1
    with database.session() as session:
        assert [one.id for one in classes(session)] == [other]
        assert len(answers(session, other)) == 4


def test_while_a_lesson_runs_nobody_is_deleted(database: Database) -> None:
    klass, _, ids = played(database)
    with database.session() as session:
        new_lesson(session, klass, "Today", now=lambda: T0 + DAY_MS)
    with pytest.raises(Refusal, match="is running"), database.session() as session:
        forget_student(session, klass, ids[0], now=T0 + DAY_MS)
    with pytest.raises(Refusal, match="is running"), database.session() as session:
        forget_class(session, klass, now=T0 + DAY_MS)
    with database.session() as session:
        assert forget_student(session, klass, ids[0], now=T0 + 3 * DAY_MS), "nobody ended it, and a day has gone"


def test_an_export_holds_every_answer_and_no_formula(database: Database) -> None:
    klass, _, ids = played(database)
    with database.session() as session:
        found = exported(session, klass)
        text = as_csv(answers(session, klass))
    assert [one["name"] for one in found["students"]] == list(NAMES)
    assert {one["student"]: one["wrote"] for one in found["answers"]} == dict(zip(NAMES, WROTE, strict=True))
    lines = text.splitlines()
    assert lines[0] == ",".join(COLUMNS)
    assert len(lines) == 5
    assert ",'+9" in text
    assert ",'-4 + 13" in text
    assert ids[0] in {one["id"] for one in found["students"]}


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_calculate_stands_behind_a_quote(value: str) -> None:
    assert guarded(value) == f"'{value}"
    assert guarded("x = 1") == "x = 1"
