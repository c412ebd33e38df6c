"""Paper at the desk: what its page offers comes as PDF, a code leads to a key, and nobody else sees either."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from boardsup.store import rosters
from boardsup.store.signin import new_signin
from boardsup.web.app import build
from boardsup.web.settings import Settings
from papers import Pdf

NAMES = "Ana\nBo\n#panic(1) $x$\nDee"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A browser that is signed in."""
    with TestClient(build(Settings(data=tmp_path_factory.mktemp("school")))) as browser:
        with browser.app.state.door.database.session() as session:
            token = new_signin(session)
        browser.get(f"/signin/{token}")
        yield browser


@pytest.fixture(scope="module")
def klass(desk: TestClient) -> str:
    """The address of a class of four."""
    return str(desk.post("/desk/classes", data={"name": "<b>P3</b>", "names": NAMES}).url.path)


def printed(desk: TestClient, address: str) -> Pdf:
    answer = desk.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    return Pdf(answer.content)


def student(desk: TestClient, klass: str, place: int) -> str:
    with desk.app.state.door.database.session() as session:
        return list(rosters.names_of(session, klass.rpartition("/")[2]))[place]


def test_the_class_gets_a_sheet_each_and_the_key(desk: TestClient, klass: str) -> None:
    found = printed(desk, f"{klass}/worksheet.pdf?skill=eq-2step&skill=dist&skill=&count=4&seed=7&in_a_row=2")
    assert [re.search(r"Name: (\S+)", page)[1] for page in found.pages[:4]] == ["Ana", "Bo", "#panic(1)", "Dee"]
    assert "Key: Two-step equation" in found.pages[4]
    assert "Version D" in found.pages[4]


def test_one_student_gets_the_version_of_their_seat_in_their_language(desk: TestClient, klass: str) -> None:
    bo = student(desk, klass, 1)
    desk.post(f"{klass}/students/{bo}/needs", data={"language": "es"})
    found = printed(desk, f"{klass}/worksheet.pdf?skill=eq-2step&student={bo}&large=yes&part=sheets&count=3")
    assert found.language == "es"
    assert "Nombre: Bo" in found.text
    assert "eq-2step.3.1.B" in found.text
    assert "Key" not in found.text


def test_the_code_on_a_sheet_leads_to_its_key(desk: TestClient, klass: str) -> None:
    sheet = printed(desk, f"{klass}/worksheet.pdf?skill=eq-2step&count=3&seed=7&part=sheets").pages[3]
    code = re.search(r"Sheet (\S+) ", sheet)[1]
    page = desk.get(f"/desk/sheets/{code}")
    assert page.status_code == 200
    asked = re.findall(r"Solve (.+?)\.", sheet)
    assert [text.replace("−", "-") for text in asked] == re.findall(r'Solve <math[^>]*alttext="([^"]+)"', page.text)
    assert len(re.findall(r'<strong><math[^>]*alttext="x = ', page.text)) == 3


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("worksheet.pdf?skill=juggling", 422),
        ("worksheet.pdf", 422),
        ("worksheet.pdf?skill=eq-2step&student=nobody", 404),
        ("worksheet.pdf?skill=eq-2step&count=500", 422),
        ("worksheet.pdf?skill=eq-2step&mix=all", 422),
        ("worksheet.pdf?skill=a&skill=b&skill=c&skill=d&skill=e", 422),
    ],
)
def test_what_cannot_be_printed_is_said(desk: TestClient, klass: str, address: str, status: int) -> None:
    answer = desk.get(f"{klass}/{address}")
    assert answer.status_code == status
    assert "pdf" not in answer.headers["content-type"]


@pytest.mark.parametrize("address", ["paper", "worksheet.pdf?skill=eq-2step", "list.pdf"])
def test_a_class_that_is_not_there_has_no_paper(desk: TestClient, address: str) -> None:
    assert desk.get(f"/desk/classes/none/{address}").status_code == 404


def test_a_code_of_no_sheet_leads_nowhere(desk: TestClient) -> None:
    assert desk.get("/desk/sheets/eq-2step.8.1.9.0000").status_code == 404


def test_a_sheet_of_items_that_have_changed_since_has_no_key_but_the_printed_one(desk: TestClient) -> None:
    answer = desk.get("/desk/sheets/eq-2step.8.1.A.0000")
    assert answer.status_code == 410
    assert "The key that was printed with it is right" in answer.text


def test_the_class_list_and_the_answer_cards_are_pdf_too(desk: TestClient, klass: str) -> None:
    assert "<b>P3</b>" in printed(desk, f"{klass}/list.pdf?large=yes").title
    assert printed(desk, "/desk/cards.pdf").says_ua_1


def test_a_lesson_with_stations_has_materials_as_pdf_and_one_without_says_that_it_has_none(
    desk: TestClient, klass: str
) -> None:
    planned = desk.get(f"{klass}/targets/eq-both-dist").text
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', planned))
    begun = desk.post(f"{klass}/targets/eq-both-dist", data=fields).url.path
    with_stations = begun.removesuffix("/console")
    for query in ("", "?large=yes", "?for=students"):
        assert "Key:" in printed(desk, f"{with_stations}/materials.pdf{query}").text
    begun = desk.post(f"{klass}/lessons", data={"plan": "multi-step-equations"}).url.path
    answer = desk.get(f"{begun.removesuffix('/console')}/materials.pdf")
    assert answer.status_code == 404
    assert "nothing to print" in answer.text


def test_nobody_else_gets_paper_or_a_key(desk: TestClient, klass: str) -> None:
    stranger = TestClient(desk.app)
    for address in (f"{klass}/paper", f"{klass}/worksheet.pdf?skill=eq-2step", f"{klass}/list.pdf", "/desk/cards.pdf"):
        assert stranger.get(address).status_code in (401, 403)
    assert stranger.get("/desk/sheets/eq-2step.8.1.A.0000").status_code in (401, 403)
