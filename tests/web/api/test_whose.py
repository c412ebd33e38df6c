"""A token may do what its owner may: another teacher's class, and all that hangs on it, looks as if there were none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from boardsup.store.people.accounts import add_account, person_of
from boardsup.store.people.belonging import ask_in, take_out
from boardsup.store.people.person import OWNER
from boardsup.store.people.tables import Account
from boardsup.store.tokens import revoke, tokens
from boardsup.web.api.documents import called
from web.api.asking import example, program
from web.api.example_school import CLASS, EXTERNAL, TAUGHT
from weeks import Weeks

LOGIN = "ida@example.org"


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with example(tmp_path) as started:
        yield started


def account(school: Weeks, role: str = "teacher") -> str:
    """The id of a new account."""
    with school.database() as session:
        return add_account(session, LOGIN, "Ida", role).id


def asked_in(school: Weeks, as_: str) -> None:
    with school.database() as session:
        ask_in(session, CLASS, LOGIN, as_)


def statuses(client: httpx.Client) -> dict[str, int]:
    """What each documented example of a class, a lesson or a student comes to, by operation."""
    document = client.get("/openapi.json").json()
    found = {}
    for path, methods in document["paths"].items():
        for method, of in methods.items():
            if "{class_id}" in path or "{code}" in path or of["operationId"] == "list_lessons":
                body = of.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
                found[of["operationId"]] = client.request(method, called(path, of), json=body).status_code
    assert len(found) >= 8
    return found


def test_another_teachers_class_is_not_there_by_any_operation(school: Weeks) -> None:
    with program(school, of=account(school)) as client:
        assert set(statuses(client).values()) == {404}
        for path in ("/classes", f"/classes?external={EXTERNAL}", "/lessons"):
            assert client.get(path).json()["items"] == []


def test_the_same_id_of_the_schools_lists_makes_a_class_of_ones_own(school: Weeks) -> None:
    sent = {"name": "Mine", "students": [{"first_name": "Zoe", "external": "Z-1"}], "others": "off"}
    with program(school, of=account(school)) as client, program(school) as owners:
        made = client.put(f"/rosters/{EXTERNAL}", json=sent).json()["class_id"]
        assert made != CLASS
        assert client.put(f"/rosters/{EXTERNAL}", json=sent).json()["class_id"] == made
        assert [one["id"] for one in client.get("/classes").json()["items"]] == [made]
        assert owners.get(f"/classes/{CLASS}").json()["students"] == 3
        assert len(owners.get("/classes").json()["items"]) == 2


@pytest.mark.parametrize(("role", "as_"), [("teacher", "aide"), ("aide", "aide")])
def test_an_aide_is_no_teacher(school: Weeks, role: str, as_: str) -> None:
    id = account(school, role)
    asked_in(school, as_)
    with program(school, of=id) as client:
        assert set(statuses(client).values()) == {404}
        assert client.get("/classes").json()["items"] == []


def test_what_a_token_may_see_follows_its_owner_from_one_request_to_the_next(school: Weeks) -> None:
    id = account(school)
    with program(school, of=id) as client:
        assert client.get(f"/lessons/{TAUGHT}").status_code == 404
        asked_in(school, "teacher")
        assert set(statuses(client).values()) == {200}
        with school.database() as session:
            take_out(session, CLASS, id)
        assert client.get(f"/lessons/{TAUGHT}").status_code == 404
        with school.database() as session:
            session.get_one(Account, id).role = "admin"
        assert client.get(f"/lessons/{TAUGHT}").status_code == 200
        with school.database() as session:
            session.get_one(Account, id).locked_at = 1
        assert client.get("/classes").status_code == 401


def test_nobody_revokes_or_sees_somebody_elses_token(school: Weeks) -> None:
    id = account(school)
    with program(school) as client, school.database() as session:
        ida, owner = (person_of(session.get_one(Account, one)) for one in (id, OWNER))
        assert tokens(session, ida) == []
        (theirs,) = tokens(session, owner)
        assert not revoke(session, ida, theirs.id, now=1)
        session.commit()
        assert client.get("/classes").status_code == 200
