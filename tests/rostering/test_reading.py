"""Each kind of class list, good and broken: what is read, what is named as left out, what is refused in a sentence."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.rostering import uploads
from boardsup.rostering.reading import NOBODY, read_roster
from boardsup.rostering.roster import Roster, Unusable
from rostering.files import CLEVER, ONEROSTER_11, ONEROSTER_12, zipped


def names(roster: Roster) -> dict[str, list[str]]:
    return {
        section.name: [f"{one.first_name} {one.initial}".strip() for one in section.people]
        for section in roster.sections
    }


def sheet(text: str | bytes, *, called: str = "") -> Roster:
    return read_roster([("list.csv", text if isinstance(text, bytes) else text.encode())], called=called)


@pytest.mark.parametrize("folder", ["", "export/", "a\\b\\"])
@pytest.mark.parametrize(("files", "first"), [(ONEROSTER_11, "Ana M"), (ONEROSTER_12, "Ana M")], ids=["1.1", "1.2"])
def test_oneroster_gives_its_classes_and_names_what_points_nowhere(files: dict[str, str], first: str, folder: str):
    roster = read_roster([("rosters.zip", zipped(files, folder=folder))])
    assert roster.kind == "OneRoster"
    assert names(roster) == {"Algebra": ["Bo L"], "Math 8 - P3": [first, "Bo L", "Ana S"]}
    assert [(one.file, one.line) for one in roster.troubles] == [("enrollments.csv", 6), ("enrollments.csv", 7)]
    assert "u9" in roster.troubles[0].says
    assert "c9" in roster.troubles[1].says


def test_a_oneroster_of_changes_alone_is_refused():
    files = ONEROSTER_11 | {"manifest.csv": "propertyName,value\nfile.users,delta\n"}
    with pytest.raises(Unusable, match="in bulk"):
        read_roster([("x.zip", zipped(files))])


@pytest.mark.parametrize("kind", ["zip", "files"])
def test_clever_gives_its_sections(kind: str):
    sent = (
        [("clever.zip", zipped(CLEVER))] if kind == "zip" else [(name, text.encode()) for name, text in CLEVER.items()]
    )
    roster = read_roster(sent)
    assert roster.kind == "Clever"
    assert names(roster) == {"Algebra B": ["Li"], "Math 8 3": ["Zoë O", "Li"]}
    assert [(one.line, "99" in one.says) for one in roster.troubles] == [(5, True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("First Name,Last Name\nAna,Diaz\nBo,\n", {"My class": ["Ana D", "Bo"]}),
        (
            '\ufeffSTUDENT;Period\n"Diaz, Ana";3\nLi, Bo;4\n'.replace("Li, Bo", '"Li, Bo"'),
            {"3": ["Ana D"], "4": ["Bo L"]},
        ),
        ("Name\tSection\nMary Ann Smith\tA\n", {"A": ["Mary Ann S"]}),
        ("Ana\nBo\n\nBo\n", {"My class": ["Ana", "Bo", "Bo"]}),
        ("email,first_name,grade\na@b.c,Ana,8\n", {"My class": ["Ana"]}),
        ("Nombre,Apellidos,Clase\nJosé,Núñez,8A\n", {"8A": ["José N"]}),
        ('"First\nName",Class\n"Ana\n",P1\n', {"P1": ["Ana"]}),
    ],
)
def test_any_header_will_do(text: str, found: dict[str, list[str]]):
    assert names(sheet(text)) == found


def test_a_class_without_a_name_is_called_as_the_teacher_says():
    assert names(sheet("Ana\nBo\n", called="Period 3")) == {"Period 3": ["Ana", "Bo"]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_as_they_were_written(encoding: str):
    assert names(sheet("First name\nZoë\nJosé\n".encode(encoding))) == {"My class": ["Zoë", "José"]}


def test_a_line_that_cannot_be_taken_is_named_and_stops_no_other():
    roster = sheet("First name,Student ID\nAna,1\n,2\nBo,1\n" + "x" * 60 + ",4\nCai,5\n")
    assert names(roster) == {"My class": ["Ana", "Cai"]}
    assert [one.line for one in roster.troubles] == [3, 4, 5]


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (b"Grade,Email\n8,a@b.c\n", "First name"),
        (b"\n\n", NOBODY),
        (b"First name\n\n", NOBODY),
        (b"\x89PNG\r\n\x1a\n\0\0\0", uploads.NO_TEXT),
        (b"PK\x03\x04nothing else", uploads.BROKEN_ZIP),
        (zipped({"readme.txt": "hello"}), uploads.NO_CSV),
        (zipped({"a.csv": "\0\0"}), uploads.NO_TEXT),
        (b"x" * (uploads.LARGEST + 1), uploads.TOO_LARGE),
        (b'First name\n"' + b"x" * 200_000 + b'"\n', "no line of a table"),
        (b"First name\n" + b"a\n" * 200_010, "more than 200,000 lines"),
    ],
    ids=[
        "no column",
        "empty",
        "header alone",
        "picture",
        "no zip",
        "no csv",
        "nulls",
        "large",
        "one huge cell",
        "lines",
    ],
)
def test_what_is_no_class_list_is_refused_with_one_sentence(sent: bytes, says: str):
    with pytest.raises(Unusable) as refused:
        sheet(sent)
    assert says in str(refused.value)
    assert len(str(refused.value)) < 160


def test_a_zip_that_unpacks_to_more_than_a_school_is_stopped_on_the_way():
    bomb = zipped({f"{i}.csv": b"a,b\n" * 4_000_000 for i in range(4)})
    assert len(bomb) < uploads.LARGEST
    with pytest.raises(Unusable, match="larger than"):
        read_roster([("bomb.zip", bomb)])


def test_a_zip_whose_directory_lies_about_a_size_is_no_larger_for_it():
    honest = zipped({"users.csv": b"0" * 1_000_000})
    at = honest.rindex(b"PK\x01\x02")
    lying = honest[: at + 24] + struct.pack("<I", 10) + honest[at + 28 :]
    with pytest.raises(Unusable):
        read_roster([("x.zip", lying)])


def test_a_zip_with_a_password_or_too_many_files_is_refused():
    locked = bytearray(zipped({"a.csv": "First name\nAna\n"}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + flags] |= 1
    with pytest.raises(Unusable, match="password"):
        read_roster([("x.zip", bytes(locked))])
    with pytest.raises(Unusable, match="larger than"):
        read_roster([("x.zip", zipped({f"{i}.csv": "a" for i in range(uploads.MOST_FILES + 1)}))])


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes):
    try:
        roster = sheet(content)
    except Unusable:
        return
    assert roster.sections
    assert all(one.first_name == one.first_name.strip() for section in roster.sections for one in section.people)
