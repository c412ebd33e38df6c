"""Items from a spreadsheet: every line is looked at first, and what is kept is kept as a whole."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

import pytest
from sqlmodel import select

from attending import posted
from boardsup.rostering.roster import Unusable
from boardsup.store.item_tables import OwnItemRow
from boardsup.web.desk.items.fields import wording
from boardsup.web.desk.items.spreadsheet import EXAMPLE, MOST_ITEMS, read_items
from problems.shipped import bank
from weeks import Weeks, weeks


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Weeks]:
    with weeks(tmp_path_factory.mktemp("school")) as started:
        yield started


def sent(school: Weeks, file: bytes = b"", **fields: str) -> tuple[int, str]:
    """Send a file or fields as a browser does."""
    edge = uuid.uuid4().hex
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    if file:
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="items.csv"\r\n'
        parts.append(f"{head}Content-Type: text/csv\r\n\r\n".encode() + file + b"\r\n")
    body = b"".join(parts) + f"--{edge}--\r\n".encode()
    kind = f"multipart/form-data; boundary={edge}"
    return posted(school, "/desk/items/import", body, school.teacher, Content_Type=kind)


def kept(school: Weeks) -> list[str]:
    with school.database() as session:
        return [row.text for row in session.exec(select(OwnItemRow)).all()]


def test_the_example_is_looked_at_and_then_kept_as_a_whole(school: Weeks) -> None:
    assert school.desk("/desk/items/import/example.csv") == EXAMPLE
    before = len(kept(school))
    status, page = sent(school, EXAMPLE.encode("utf-16"))
    assert (status, "3 of 3 can be kept" in page) == (200, True), re.findall(r'class="small">([^<]+)', page)
    assert len(kept(school)) == before
    status, _ = sent(school, pasted=EXAMPLE, keep="yes")
    assert status == 303
    assert len(kept(school)) == before + 3
    assert "3 found" in school.desk("/desk/items?own=yes")


def test_each_line_says_what_is_to_be_mended_and_in_which_column(school: Weeks) -> None:
    table = "\n".join(
        (
            "QUESTION\tskill\tkey\tNumbers\tWrong\tWhy",
            "What is ${a} + 1$?\tAdd integers with different signs\t{a + 1}\ta: -9..-2\t{a - 1}\tTook one away.",
            "What is ${b} + 1$?\tint-add\t{a + 1}\ta: -9..-2\t\t",
            "<b>bold</b>\tno such skill\t1\ta: 2..9\t\t",
            "What is ${a}$?\tint-add\t{a}\ta = 2..9\t{a}\tSame.",
        )
    )
    before = len(kept(school))
    status, page = sent(school, pasted=table)
    assert status == 200
    assert "1 of 4 can be kept" in page
    assert "Question: No number is called “b” here." in page
    assert "Skill: Choose the skill that it asks for." in page
    assert "Wrong 1: No numbers fit: wrong answer 1 gives" in page
    assert "<b>bold" not in page
    assert sent(school, pasted=table, keep="yes")[0] == 303
    assert len(kept(school)) == before + 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "choose a file, or paste"),
        ("Name,Class\nAna,P3", "is called “Question”"),
        ("Question,Answer\n", "only a header"),
        ("Question,Answer\n" + "1,1\n" * (MOST_ITEMS + 1), "Please send them in parts"),
        ("Question\n" + "x" * 100_001, "too much at once"),
        ('Question,Answer\n"' + "x" * 140_000, "too much at once"),
    ],
)
def test_what_is_no_table_of_items_is_said_plainly(school: Weeks, text: str, says: str) -> None:
    status, page = sent(school, pasted=text)
    assert status == 422
    assert says in page


def test_what_is_no_text_or_far_too_large_is_refused(school: Weeks) -> None:
    assert sent(school, b"PK\x03\x04\x00\x00")[0] == 422
    assert sent(school, b"x" * 600_000)[0] == 413


def test_a_table_of_which_nothing_can_be_kept_keeps_nothing(school: Weeks) -> None:
    before = len(kept(school))
    assert sent(school, pasted="Question,Answer\nhello,1", keep="yes")[0] == 422
    assert len(kept(school)) == before


def test_a_header_may_be_spelled_in_many_ways_and_a_sort_is_guessed() -> None:
    header = "Item;CCSS;Correct Answer;Draw;What happened 1;Distractor 1"
    text = f"{header}\nx?;K.none;y = {{a}};a = 2..9;Right size, other sign.;y = {{a+1}}"
    shipped = bank()
    (line,) = read_items(text, shipped, wording(shipped))
    assert (line.number, line.written.kind, line.written.letters) == (2, "equation_solution", ("y",))
    assert line.written.numbers == (("a", "2..9"),)
    assert line.written.mistakes[0].of == "y = {a+1}"
    with pytest.raises(Unusable):
        read_items("", shipped, wording(shipped))
