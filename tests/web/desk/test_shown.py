"""What the pages of the desk show, asked of the application itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from boardsup.store import rosters
from boardsup.store.signin import new_signin
from boardsup.web.app import build
from boardsup.web.settings import Settings


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    """A browser that is signed in."""
    with TestClient(build(Settings(data=tmp_path))) as browser:
        with browser.app.state.door.database.session() as session:
            token = new_signin(session)
        assert browser.get(f"/signin/{token}").status_code == 200
        yield browser


def test_a_lesson_is_offered_with_what_it_consists_of(desk: TestClient) -> None:
    assert "Warm-up · Diagnostic of 3 · Board · Cold call" in new_class(desk, "Ana").text


def test_what_a_class_is_called_is_text_and_nothing_else(desk: TestClient) -> None:
    page = desk.post("/desk/classes", data={"name": "<b>P3</b>", "names": "<i>Ana</i>"})
    assert "<b>" not in page.text
    assert "<i>" not in page.text
    assert "&lt;b&gt;P3" in page.text


def test_a_tile_of_another_class_is_not_offered_to_be_put_back(desk: TestClient) -> None:
    first, second = new_class(desk, "Ana\nBo"), new_class(desk, "Cai")
    ana = re.search(r"/students/([^/\"]+)\"", first.text)[1]
    removed = desk.post(f"{first.url.path}/students/{ana}/remove")
    assert "<strong>Ana</strong> is off the list" in removed.text
    assert "off the list." not in desk.get(f"{second.url.path}?off={ana}").text


def test_a_class_that_is_not_there_is_said_plainly(desk: TestClient) -> None:
    answer = desk.get("/desk/classes/nothing")
    assert answer.status_code == 404
    assert "not here any more" in answer.text


def test_a_class_without_names_starts_no_lesson(desk: TestClient) -> None:
    page = new_class(desk, "Ana")
    with desk.app.state.door.database.session() as session:
        class_id = page.url.path.rpartition("/")[2]
        for student in rosters.students_of(session, class_id):
            rosters.remove_student(session, class_id, student.id)
    answer = desk.post(f"{page.url.path}/lessons", data={"plan": "multi-step-equations"})
    assert answer.status_code == 422
    assert "no names yet" in answer.text


def test_nobody_else_sees_a_class(desk: TestClient) -> None:
    page = new_class(desk, "Ana")
    desk.cookies.clear()
    answer = desk.get(page.url.path)
    assert answer.status_code == 403
    assert "Ana" not in answer.text


def new_class(desk: TestClient, names: str):
    """The page of a class that was made of these names."""
    return desk.post("/desk/classes", data={"name": "Period 3", "names": names})
