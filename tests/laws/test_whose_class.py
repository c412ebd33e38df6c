"""Nobody sees or changes another teacher's class or lesson: every address there is, tried with everybody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from sqlalchemy import select
from starlette.testclient import TestClient

from boardsup.rostering.roster import Person, Roster, Section
from boardsup.store import rosters
from boardsup.store.importing import keep_upload
from boardsup.store.people.person import Person as Somebody
from boardsup.store.tables import TABLES
from boardsup.web.app import build
from boardsup.web.settings import Settings
from staffing import Staff, every_route

PLANTED = ("Zwölfsilbe", "Quastenflosser", "Ziegenmelker", "Kunigundes Vierte")
"""Two students, who waits in a list of the school's, and the class: they occur nowhere else."""

FORM = {
    "name": "x",
    "names": "x",
    "plan": "multi-step-equations",
    "minutes": "5",
    "drawings": "year",
    "writings": "year",
}
COMES_AND_GOES = {"desk_session", "account", "attempt"}
"""Tables that signing in changes."""


@dataclass
class School:
    """A class of Kunigunde's with a lesson, and three others who might look."""

    staff: Staff
    values: dict[str, str]
    people: dict[str, str]

    def paths(self) -> Iterator[tuple[str, str]]:
        """Every method and address of the desk and the rooms, filled with what is Kunigunde's."""
        for route in every_route(self.staff.browser.app.routes):
            if route.path.startswith(("/desk", "/room")):
                yield from ((method, self.filled(route)) for method in sorted(route.methods))

    def filled(self, route: APIRoute) -> str:
        return route.path.format(**{one.name: self.values[one.name] for one in route.dependant.path_params})

    def rows(self) -> dict[str, list[tuple]]:
        """All that is stored, but for what signing in changes."""
        with self.staff.door.database.session() as session:
            tables = [one for one in TABLES.sorted_tables if one.name not in COMES_AND_GOES]
            return {one.name: sorted(map(repr, session.connection().execute(select(one)))) for one in tables}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    folder: Path = tmp_path_factory.mktemp("whose")
    with TestClient(build(Settings(data=folder)), follow_redirects=False) as browser:
        staff = Staff(browser)
        people = {"kunigunde": staff.hire("kunigunde", "teacher"), "bernd": staff.hire("bernd", "teacher")}
        people |= {"aida": staff.hire("aida", "aide"), "amal": staff.hire("amal", "admin")}
        desk = staff.at_the_desk(people["kunigunde"])
        made = desk.post("/desk/classes", data={"name": PLANTED[3], "names": "\n".join(PLANTED[:2])})
        class_id = made.headers["location"].rpartition("/")[2]
        begun = desk.post(f"/desk/classes/{class_id}/lessons", data={"plan": "multi-step-equations"})
        with staff.door.database.session() as session:
            student = next(iter(rosters.names_of(session, class_id)))
            sent = Roster("names", (Section("", PLANTED[3], (Person("", PLANTED[2]),)),))
            upload = keep_upload(session, sent, by=Somebody(people["kunigunde"], "Kunigunde", "teacher"))
        kept = desk.post(f"/desk/classes/{class_id}/targets/eq-2step/keep", data={"name": "Kept"})
        values = {"class_id": class_id, "student": student, "code": begun.headers["location"].split("/")[2]}
        values |= {"id": kept.headers["location"].rpartition("=")[2], "upload": upload}
        values |= {"target": "eq-2step", "skill": "eq-2step"}
        closed = {"do": "joining", "to": "closed", "page": "console"}
        assert desk.post(f"/room/{values['code']}/do", data=closed).status_code == 303
        yield School(staff, Filled(values), people)


class Filled(dict):
    """What stands in an address; whatever a route may want besides is a word that is nobody's."""

    def __missing__(self, name: str) -> str:
        return "anything"


def test_what_is_planted_is_really_there(school: School) -> None:
    """Without this nothing below would mean anything."""
    for who in ("kunigunde", "amal"):
        desk = school.staff.at_the_desk(school.people[who])
        page = desk.get(f"/desk/classes/{school.values['class_id']}").text
        assert PLANTED[0] in page
        assert PLANTED[1] in page
        assert PLANTED[2] in desk.get(f"/desk/lists/{school.values['upload']}").text
        assert PLANTED[0] in desk.get(f"/room/{school.values['code']}/console").text


def forms(school: School) -> list[dict[str, str]]:
    """What a browser might send: everything that a page of the desk or a console has, and another's class in it."""
    own = {**FORM, "to": school.values["class_id"], "take": "0", "into.0": school.values["class_id"]}
    return [own, {**own, "page": "console", "do": "end"}]


@pytest.mark.parametrize("who", ["bernd", "aida", "nobody"])
def test_another_teachers_class_cannot_be_seen_or_changed(school: School, who: str) -> None:
    """Seen to fail with `standing` always "teacher", and with `classes_of` giving all."""
    browser = school.staff.nobody() if who == "nobody" else school.staff.at_the_desk(school.people[who])
    tried = 0
    for method, path in school.paths():
        before = school.rows()
        for page in ("console", "wall"):
            for form in forms(school) if method == "POST" else [{}]:
                answer = browser.request(method, f"{path}?page={page}", data=form)
                tried += 1
                assert [word for word in PLANTED if word in answer.text] == [], (method, path)
                if school.values["class_id"] in path:
                    assert answer.status_code == (403 if who == "nobody" else 404), (method, path)
        if any(id in path for id in school.values.values()):
            assert school.rows() == before, (method, path)
    assert tried > 80


def test_what_is_not_yours_looks_as_if_there_were_none(school: School) -> None:
    browser = school.staff.at_the_desk(school.people["bernd"])
    theirs = browser.get(f"/desk/classes/{school.values['class_id']}")
    nobodys = browser.get("/desk/classes/AAAAAAAAAAAA")
    assert (theirs.status_code, theirs.text) == (nobodys.status_code, nobodys.text)


def test_a_student_cannot_be_moved_into_another_teachers_class(school: School) -> None:
    browser = school.staff.at_the_desk(school.people["bernd"])
    own = browser.post("/desk/classes", data={"name": "Own", "names": "Bo"}).headers["location"]
    with school.staff.door.database.session() as session:
        student = next(iter(rosters.names_of(session, own.rpartition("/")[2])))
    page = browser.get(f"{own}/students/{student}").text
    assert school.values["class_id"] not in page
    moved = browser.post(f"{own}/students/{student}/to-class", data={"to": school.values["class_id"]})
    assert moved.status_code == 422
    assert student in browser.get(own).text


def test_a_list_is_not_taken_into_another_teachers_class(school: School) -> None:
    before = json.dumps(school.rows()["student"])
    browser = school.staff.at_the_desk(school.people["bernd"])
    sent = browser.post("/desk/lists", data={"pasted": "First name\nEindringling", "called": "Own"})
    into = {"take": "0", "into.0": school.values["class_id"]}
    answer = browser.post(sent.headers["location"], data=into)
    assert answer.status_code == 422
    assert json.dumps(school.rows()["student"]) == before


def test_an_aide_who_was_asked_in_joins_the_lesson_and_nothing_else(school: School) -> None:
    klass, code = school.values["class_id"], school.values["code"]
    school.staff.asks_in(klass, "aida", "aide")
    browser = school.staff.at_the_desk(school.people["aida"])
    assert f"/room/{code}/console" in browser.get("/desk").text
    assert PLANTED[0] in browser.get(f"/room/{code}/console").text
    assert browser.get(f"/room/{code}/wall").status_code == 200
    for method, path in school.paths():
        if path.startswith("/desk/") and not path.startswith("/desk/sign-ins"):
            assert browser.request(method, path, data=FORM).status_code == 404, (method, path)
    ended = browser.post(f"/room/{code}/do?page=console", data={"do": "end"})
    assert "teacher&#39;s to press" in ended.text
    assert browser.post(f"/room/{code}/do?page=console", data={"do": "on_paper", "student": "x", "to": "paper"})
    assert school.staff.door.rooms.known(code).lesson.ended is False
