"""Class lists over the API: merged as those of a file are, all or nothing, and the same however often they are sent."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from web.api.asking import example, program
from web.api.example_school import CLASS, EXTERNAL, STUDENTS
from weeks import Weeks

ANA, BO, CAI = STUDENTS


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with example(tmp_path) as started:
        yield started


@pytest.fixture
def client(school: Weeks) -> Iterator[httpx.Client]:
    with program(school) as found:
        yield found


def people(*named: tuple[str, str]) -> list[dict[str, str]]:
    return [{"external": external, "first_name": name} for external, name in named]


def students(client: httpx.Client, class_id: str = CLASS) -> dict[str, tuple[str, str, bool]]:
    """By id, the first name, the external id, and is it on the list?"""
    items = client.get(f"/classes/{class_id}/students", params={"limit": 200}).json()["items"]
    return {one["id"]: (one["first_name"], one["external"], one["on_list"]) for one in items}


def test_a_list_that_is_sent_twice_does_nothing_the_second_time(client: httpx.Client) -> None:
    sent = {"students": people(("ST-1", "Anita"), ("ST-9", "Dee"), ("", "Cai")), "others": "off"}
    first = client.put(f"/classes/{CLASS}/students", json=sent).json()
    there = students(client)
    second = client.put(f"/classes/{CLASS}/students", json=sent).json()
    assert (first["added"], first["off"], first["unchanged"]) == (1, 1, 2)
    assert (second["added"], second["back"], second["off"], second["unchanged"]) == (0, 0, 0, 3)
    assert students(client) == there
    # What the teacher calls a tile stays, and so do the ids.
    assert (there[ANA], there[BO][2], there[CAI]) == (("Ana", "ST-1", True), False, ("Cai", "ST-3", True))


def test_a_student_who_is_in_the_list_again_is_the_same_one(client: httpx.Client) -> None:
    client.put(f"/classes/{CLASS}/students", json={"students": people(("ST-1", "Ana")), "others": "off"})
    assert not students(client)[BO][2]
    back = client.put(f"/classes/{CLASS}/students", json={"students": people(("ST-1", "Ana"), ("ST-2", "Bo"))}).json()
    assert (back["back"], students(client)[BO]) == (1, ("Bo", "ST-2", True))


def test_a_list_with_one_student_twice_changes_nothing(client: httpx.Client) -> None:
    before = students(client)
    twice = {"students": people(("ST-7", "Eve"), ("ST-8", "Fay"), ("ST-7", "Eve")), "others": "off"}
    answer = client.put(f"/classes/{CLASS}/students", json=twice)
    assert (answer.status_code, answer.json()["errors"][0]["where"]) == (422, "body.students.2")
    assert students(client) == before


def test_a_class_is_made_once_however_many_send_it_at_the_same_time(school: Weeks) -> None:
    sent = {"name": "Period 5", "students": people(("N-1", "Gil"), ("N-2", "Hal"))}
    with program(school) as client, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.put("/rosters/SEC-5", json=sent), range(8)))
        assert {one.status_code for one in answers} == {200}
        assert len({one.json()["class_id"] for one in answers}) == 1
        assert sum(one.json()["added"] for one in answers) == 2
        found = client.get("/classes", params={"external": "SEC-5"}).json()["items"]
        assert [(one["name"], one["students"]) for one in found] == [("Period 5", 2)]
        assert client.get("/classes", params={"external": EXTERNAL}).json()["items"][0]["id"] == CLASS


def test_a_student_is_changed_field_by_field_and_again_without_effect(client: httpx.Client) -> None:
    path = f"/classes/{CLASS}/students/{BO}"
    for change, then in (
        ({"first_name": " Bodhi "}, ("Bodhi", "ST-2", True)),
        ({"external": "X-2"}, ("Bodhi", "X-2", True)),
        ({"on_list": False}, ("Bodhi", "X-2", False)),
        ({"on_list": True, "first_name": "Bo"}, ("Bo", "X-2", True)),
    ):
        for _ in range(2):
            assert client.patch(path, json=change).status_code == 200
            assert students(client)[BO] == then


def test_a_running_lesson_shows_a_name_that_comes_over_the_api(school: Weeks, client: httpx.Client) -> None:
    klass = school.make_class(["Ida", "Jo"])
    room = school.press(f"{klass}/lessons", plan="multi-step-equations").removesuffix("/console")
    client.put(f"/classes/{klass.rpartition('/')[2]}/students", json={"students": people(("N-1", "Kira"))})
    assert "Kira" in school.desk(room)
