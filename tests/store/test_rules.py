"""The rules of a class are read from the journals of its lessons, and of no other's."""

from __future__ import annotations

from boardsup.lesson.events import EVENT_TYPES, AnswerNamed
from boardsup.store.codec import EventCodec
from boardsup.store.database import open_database
from boardsup.store.lessons import new_lesson
from boardsup.store.rosters import make_class
from boardsup.store.rules import named_in
from boardsup.store.tables import EventRow


def test_what_was_named_in_a_classes_lessons_is_found_in_order(where):
    database = open_database(where)
    codec = EventCodec(EVENT_TYPES)
    with database.session() as session:
        ours, theirs = make_class(session, "Ours", "Ana"), make_class(session, "Theirs", "Bo")
        codes = [new_lesson(session, of.id, "Lesson").code for of in (ours, ours, theirs)]
        for seq, (code, value) in enumerate(zip(codes, ("6", "7", "8"), strict=True), start=1):
            body = codec.encode(AnswerNamed("board.1", "Solve", value, f"Shows {value}.")).body
            session.add(EventRow(lesson=code, seq=seq, at=seq, kind="AnswerNamed", body=body))
    with database.session() as session:
        assert named_in(session, ours.id) == [("Solve", "6", "Shows 6."), ("Solve", "7", "Shows 7.")]
    database.close()
