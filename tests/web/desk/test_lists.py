"""Class lists from a file at the desk: looked at first, taken in whole or not at all, merged without losing history."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sqlmodel import col, select

from attending import posted, sent_on
from boardsup.store.tables import TABLES, UploadRow
from rostering.files import CLEVER, ONEROSTER_11, zipped
from weeks import Weeks, attending, weeks

NAMES = ["Ana", "Bo", "Cai"]


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with weeks(tmp_path) as started:
        yield started


def uploaded(school: Weeks, files: Mapping[str, bytes], **fields: str) -> tuple[int, str]:
    """Send files as a browser does; the status and the page that comes of it."""
    edge = uuid.uuid4().hex
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, content in files.items():
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n")
    body = b"".join(parts) + f"--{edge}--\r\n".encode()
    status, text = posted(
        school, "/desk/lists", body, school.teacher, Content_Type=f"multipart/form-data; boundary={edge}"
    )
    return status, text


def look(school: Weeks, files: Mapping[str, bytes], **fields: str) -> str:
    """Send a list that can be read; the address of the page that shows what it would do."""
    edge = uploaded(school, files, **fields)
    assert edge[0] == 303, edge
    return latest(school)


def latest(school: Weeks) -> str:
    with school.database() as session:
        rows = session.exec(select(UploadRow).order_by(col(UploadRow.at).desc())).all()
        return f"/desk/lists/{rows[0].id}"


def tiles(page: str) -> list[str]:
    return re.findall(r'name="name" value="([^"]+)"', page)


def test_a_oneroster_zip_becomes_classes_once_it_has_been_looked_at(school: Weeks) -> None:
    address = look(school, {"rosters.zip": zipped(ONEROSTER_11)})
    page = school.desk(address)
    assert "Math 8 - P3" in page
    assert "2 lines left out" in page
    assert "enrollments.csv, line 6" in page
    assert "Ana M., Bo, Ana S." in page
    assert "Math 8" not in school.desk("/desk")
    _, text = posted(school, address, {"take": "1", "into.1": "new"}, school.teacher)
    assert "Taken in: 1 class, 3 new." in text
    klass = re.search(r'href="(/desk/classes/[^"]+)"><strong>Math 8 - P3', text)[1]
    assert tiles(school.desk(klass)) == ["Ana M.", "Bo", "Ana S."]
    assert "Martin" not in school.desk(klass)
    assert posted(school, address, {"take": "1", "into.1": "new"}, school.teacher)[0] == 404


def test_a_second_list_finds_everybody_again_and_keeps_names_and_answers(school: Weeks) -> None:
    klass = school.make_class(NAMES)
    lesson = attending(school, school.press(f"{klass}/lessons", plan="multi-step-equations"))
    lesson.sit("Ana")
    lesson.asks("board", {"Ana": {"board.1": "15/2"}})
    lesson.ends()
    first = b"First name,Last name,Student ID\nAna,Diaz,1\nBo,Li,2\nDee,Orr,4\n"
    address = look(school, {"list.csv": first}, called="Period 9")
    assert "A new class" in school.desk(address)
    id = klass.rpartition("/")[2]
    _, text = posted(school, address, {"take": "0", "into.0": id}, school.teacher)
    assert "1 class, 1 new." in text
    assert tiles(school.desk(klass)) == [*NAMES, "Dee"]
    tile = rf'action="({klass}/students/[^"]+)">\s*<label[^>]*>[^<]*</label>\s*<input[^>]*value="Bo"'
    renamed = re.search(tile, school.desk(klass))[1]
    sent_on(school, renamed, {"name": "Bobby"}, school.teacher)
    second = b"First name,Last name,Student ID\nAna,Diaz,1\nRobert,Li,2\n"
    address = look(school, {"list.csv": second}, called="Period 1")
    posted(school, address, {"take": "0", "into.0": id, "off": "yes"}, school.teacher)
    page = school.desk(klass)
    assert tiles(page) == ["Ana", "Bobby"]
    assert "Off the list: 2" in page
    assert "How it went" in page


def test_what_cannot_be_read_comes_back_with_a_sentence_and_nothing_has_changed(school: Weeks) -> None:
    sent = (({"a.csv": b"Grade,Mark\n8,9\n"}, "First name"), ({}, "choose a file"), ({"a.zip": b"PK\x03\x04"}, "zip"))
    for files, says in sent:
        status, text = uploaded(school, files)
        assert status == 422
        assert says in text
    with school.database() as session:
        assert not session.exec(select(UploadRow)).all()


def test_fifty_megabytes_are_refused_at_the_door(school: Weeks) -> None:
    try:
        status, _ = uploaded(school, {"big.csv": b"First name\n" + b"Ana\n" * 12_500_000})
    except (BrokenPipeError, ConnectionResetError):
        status = 413
    assert status == 413
    assert "Your classes" in school.desk("/desk")


def test_one_list_that_cannot_be_taken_in_leaves_the_others_untaken(school: Weeks) -> None:
    address = look(school, {"clever.zip": zipped(CLEVER)})
    status, text = posted(school, address, {"take": "0", "into.0": "new"} | {"into.1": "gone"}, school.teacher)
    assert status == 200
    address = look(school, {"clever.zip": zipped(CLEVER)})
    before = school.desk("/desk")
    status, text = posted(school, address, b"take=0&into.0=new&take=1&into.1=gone", school.teacher)
    assert status == 422
    assert "not here any more" in text
    assert school.desk("/desk").count("card klass") == before.count("card klass")
    status, text = posted(school, address, b"take=7&into.7=new", school.teacher)
    assert status == 422


def test_nothing_is_taken_in_where_nothing_is_ticked(school: Weeks) -> None:
    address = look(school, {"a.csv": b"First name\nAna\n"})
    status, text = posted(school, address, {"into.0": "new"}, school.teacher)
    assert (status, "tick at least one" in text) == (422, True)


def test_what_it_would_do_to_another_class_is_shown_before_it_is_done(school: Weeks) -> None:
    id = school.make_class(NAMES).rpartition("/")[2]
    address = look(school, {"a.csv": b"First name\nAna\nEve\n"}, called="Period 9")
    status, text = posted(school, address, {"take": "0", "into.0": id, "off": "yes", "look": "yes"}, school.teacher)
    assert status == 200
    assert f'<option value="{id}" selected>' in text
    assert "<strong>1 new:</strong> Eve" in text
    assert "<strong>2 not in the file:</strong> Bo, Cai" in text
    assert tiles(school.desk(f"/desk/classes/{id}")) == NAMES


def test_a_list_waits_for_a_day(school: Weeks) -> None:
    address = look(school, {"a.csv": b"First name\nAna\n"})
    with school.database() as session:
        for row in session.exec(select(UploadRow)).all():
            row.at -= 90_000_000
            session.add(row)
    look(school, {"b.csv": b"First name\nBo\n"})
    assert posted(school, address, {"take": "0"}, school.teacher)[0] == 404


def test_a_student_moves_and_a_deleted_one_who_moved_is_gone_from_both(school: Weeks) -> None:
    klass, other = school.make_class(NAMES), school.make_class(["Ana", "Eve"])
    lesson = attending(school, school.press(f"{klass}/lessons", plan="multi-step-equations"))
    lesson.sit("Ana")
    lesson.asks("board", {"Ana": {"board.1": "15/2"}})
    page = re.search(rf'href="({klass}/students/([^"]+))" aria-label="What Ana needs', school.desk(klass))
    to = {"to": other.rpartition("/")[2]}
    assert "End it first" in posted(school, f"{page[1]}/to-class", to, school.teacher)[1]
    lesson.ends()
    assert posted(school, f"{page[1]}/to-class", to, school.teacher)[0] == 303
    assert tiles(school.desk(klass)) == NAMES[1:]
    assert tiles(school.desk(other)) == ["Ana", "Eve", "Ana 2"]
    look(school, {"waiting.csv": b"First name\nAnastasia\n"})
    assert posted(school, f"{other}/students/{page[2]}/delete", {}, school.teacher)[0] == 200
    with school.database() as session:
        everything = repr([list(session.connection().execute(table.select())) for table in TABLES.sorted_tables])
    assert page[2] not in everything
    assert "Anastasia" not in everything


def test_a_class_is_put_away_and_taken_out_again(school: Weeks) -> None:
    klass = school.make_class(NAMES)
    assert posted(school, f"{klass}/away", {}, school.teacher)[0] == 303
    page = school.desk("/desk")
    assert "Put away: 1" in page
    assert "card klass" not in page
    posted(school, f"{klass}/back", {}, school.teacher)
    assert "card klass" in school.desk("/desk")
    assert tiles(school.desk(klass)) == NAMES
