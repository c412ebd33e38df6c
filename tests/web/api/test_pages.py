"""Long lists in pages: whoever is there from the first page to the last is shown once, whatever comes in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import true
from sqlmodel import Session

from boardsup.store.database import Database, open_database
from boardsup.store.paging import classes_after, lessons_after, students_after
from boardsup.store.tables import Klass, LessonRow, RosterStudent
from boardsup.web.api.pages import cut, key_in
from boardsup.web.api.problems import Problem

CLASS = "the-class"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = open_database(tmp_path_factory.mktemp("school") / "x.sqlite3")
    with opened.session() as session:
        session.add(Klass(id=CLASS, name="One", secret="s", term="t", created_at=0))
    yield opened
    opened.close()


@dataclass(frozen=True)
class Kept:
    """A list: how a page of it is read, and what a row is known by."""

    of: str
    like: tuple[type, ...]

    def page(self, session: Session, key, limit: int):
        match self.of:
            case "classes":
                return classes_after(session, true(), key, most=limit + 1)
            case "lessons":
                return lessons_after(session, true(), key, most=limit + 1)
            case _:
                return students_after(session, CLASS, key, most=limit + 1)

    def key(self, row):
        match row:
            case Klass():
                return (row.created_at, row.id)
            case LessonRow():
                return (row.started_at, row.code)
            case _:
                return (row.id,)

    def row(self, id: str, at: int):
        match self.of:
            case "classes":
                return Klass(id=id, name="C", secret="s", term="t", created_at=at)
            case "lessons":
                return LessonRow(code=id, class_id=CLASS, title="L", started_at=at)
            case _:
                return RosterStudent(id=id, class_id=CLASS, first_name=f"N {id}", place=at)


LISTS = [Kept("classes", (int, str)), Kept("lessons", (int, str)), Kept("students", (str,))]
rows = st.dictionaries(st.text("abcXYZ_-09", min_size=1, max_size=3), st.integers(0, 3), max_size=12)


@pytest.mark.parametrize("kept", LISTS, ids=lambda kept: kept.of)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=rows, later=st.lists(rows, max_size=4), limit=st.integers(1, 4))
def test_who_is_there_all_the_time_is_shown_exactly_once(database: Database, kept: Kept, first, later, limit) -> None:
    """Rows come in while the pages are read, many of them of the same moment, before and behind the page.

    Seen to fail with pages by OFFSET, and with `>=` in place of `>` behind a key.
    """
    with database.session() as session:
        session.add_all(kept.row(id, at) for id, at in first.items())
        session.flush()
        shown, cursor, coming = [], "", [dict(some) for some in later]
        there = set(first) | ({CLASS} if kept.of == "classes" else set())
        taken = set(there)
        while True:
            found = kept.page(session, key_in(cursor, kept.of, kept.like), limit)
            page, following = cut(found, limit, kept.of, kept.key)
            shown += [kept.key(row)[-1] for row in page]
            assert len(page) <= limit
            assert len(shown) == len(set(shown))
            if following is None:
                break
            cursor = following
            new = {id: at for id, at in (coming.pop() if coming else {}).items() if id not in taken}
            taken |= set(new)
            session.add_all(kept.row(id, at) for id, at in new.items())
            session.flush()
        assert there <= set(shown) <= taken
        session.rollback()


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=60))
def test_no_text_is_taken_for_a_cursor(text: str) -> None:
    with pytest.raises(Problem, match="garbled"):
        key_in(text, "classes", (int, str))


def test_a_page_of_postgresql_is_that_of_sqlite(where: str | Path) -> None:
    opened = open_database(where)
    with opened.session() as session:
        session.add_all(
            Klass(id=id, name="C", secret="s", term="t", created_at=at) for id, at in (("b", 1), ("a", 1), ("c", 0))
        )
        session.flush()
        read = [one.id for one in classes_after(session, true(), (0, "c"), most=5)]
        assert read == ["a", "b"]
    opened.close()
