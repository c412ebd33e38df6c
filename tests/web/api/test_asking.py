"""What a token may do, what it may not, and what a program reads when something cannot be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from attending import fetched, posted
from boardsup.store.lessons import end_lesson
from boardsup.store.tokens import SCOPES
from boardsup.web.api.callers import AT_ONCE
from boardsup.web.api.documents import called
from boardsup.web.limits import LARGEST_REQUEST
from web.api.asking import example, program, token
from web.api.example_school import CLASS, QUIZ, RUNNING, STUDENTS, TAUGHT
from weeks import Weeks

ANA, BO, CAI = STUDENTS


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Weeks]:
    with example(tmp_path_factory.mktemp("school")) as started:
        yield started


@pytest.fixture
def own_school(tmp_path: Path) -> Iterator[Weeks]:
    """For a test that changes what others read."""
    with example(tmp_path) as started:
        yield started


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Status and kind of what went wrong, which is told in one sentence."""
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == answer.status_code
    assert re.fullmatch(r"[A-Z][^\n]+\.", said["detail"])
    return answer.status_code, said["type"].rpartition("#")[2]


def test_each_operation_wants_its_own_scope_and_no_other_will_do(school: Weeks) -> None:
    with httpx.Client(base_url=f"{school.here}/api/v1", trust_env=False) as stranger:
        document = stranger.get("/openapi.json").json()
        tokens = {scope: token(school, [scope]) for scope in SCOPES}
        for path, methods in document["paths"].items():
            for method, of in methods.items():
                (wanted,) = of["security"][0]["token"]
                body = of.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
                assert problem(stranger.request(method, called(path, of), json=body)) == (401, "no-token")
                for scope, one in tokens.items():
                    headers = {"Authorization": f"Bearer {one}"}
                    answer = stranger.request(method, called(path, of), json=body, headers=headers)
                    if scope == wanted:
                        assert answer.status_code == 200, of["operationId"]
                    else:
                        assert problem(answer) == (403, "no-scope"), of["operationId"]


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer boardsup_", "Bearer boardsup_" + "A" * 43, "Basic {}", "Bearer {}x", "Bearer é", "{}"],
)
def test_what_is_no_token_opens_nothing(school: Weeks, header: str) -> None:
    header = header.replace("{}", token(school))
    with httpx.Client(trust_env=False) as stranger:
        answer = stranger.get(f"{school.here}/api/v1/classes", headers={"Authorization": header.encode()})
        assert problem(answer) == (401, "no-token")
        assert answer.headers["www-authenticate"] == "Bearer"


def test_the_teachers_own_cookie_and_a_token_in_the_address_open_nothing(school: Weeks) -> None:
    for path, cookies in (("/api/v1/classes", school.teacher), (f"/api/v1/classes?access_token={token(school)}", {})):
        assert fetched(school, path, cookies)[0] == 401


def test_a_token_is_made_on_the_desk_shown_once_and_revoked(school: Weeks) -> None:
    status, text = posted(
        school, "/desk/programs/tokens", {"name": "Gradebook 7", "scope": "rosters:read"}, school.teacher
    )
    assert status == 200
    made = re.search(r"boardsup_[\w-]{43}", text)[0]
    page = school.desk("/desk/programs")
    assert "Gradebook 7" in page
    assert "not used yet" in page.partition("Gradebook 7")[2][:200]
    assert made not in page
    with school.database() as session:
        kept = session.connection().exec_driver_sql("SELECT * FROM token").all()
    assert made not in str(kept)
    with httpx.Client(headers={"Authorization": f"Bearer {made}"}, trust_env=False) as client:
        assert client.get(f"{school.here}/api/v1/classes").status_code == 200
        assert "last used" in school.desk("/desk/programs").partition("Gradebook 7")[2][:200]
        assert problem(client.get(f"{school.here}/api/v1/lessons")) == (403, "no-scope")
        school.press(re.search(r'action="(/desk/programs/tokens/[^"]+/revoke)"', page.partition("Gradebook 7")[2])[1])
        assert problem(client.get(f"{school.here}/api/v1/classes")) == (401, "no-token")
    assert "Gradebook 7" not in school.desk("/desk/programs")


@pytest.mark.parametrize(
    "fields", [{"name": " ", "scope": "items:read"}, {"name": "A gradebook"}, {"name": "A", "scope": "all"}]
)
def test_a_token_for_nothing_is_not_made(school: Weeks, fields: dict[str, str]) -> None:
    status, text = posted(school, "/desk/programs/tokens", fields, school.teacher)
    assert (status, "boardsup_" in text) == (422, False)


def test_only_the_teacher_makes_tokens_and_addresses(school: Weeks) -> None:
    for path in ("tokens", "hooks"):
        fields = {"name": "x", "scope": "items:read", "url": "https://example.org/"}
        assert posted(school, f"/desk/programs/{path}", fields, {})[0] == 403
        elsewhere = {"Origin": "https://elsewhere.example"}
        assert posted(school, f"/desk/programs/{path}", fields, school.teacher, **elsewhere)[0] == 403


def test_a_token_that_asks_too_often_waits_and_another_does_not(school: Weeks) -> None:
    with program(school) as eager, program(school) as calm:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: eager.get(f"/classes/{CLASS}"), range(int(AT_ONCE) * 3)))
        slow = next(one for one in answers if one.status_code != 200)
        assert problem(slow) == (429, "too-fast")
        assert int(slow.headers["retry-after"]) >= 1
        assert calm.get(f"/classes/{CLASS}").status_code == 200


def test_what_has_not_changed_is_not_sent_again(own_school: Weeks) -> None:
    with program(own_school) as client:
        first = client.get(f"/classes/{CLASS}/students")
        known = {"If-None-Match": f'"other", W/{first.headers["etag"]}'}
        again = client.get(f"/classes/{CLASS}/students", headers=known)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
        client.patch(f"/classes/{CLASS}/students/{ANA}", json={"first_name": "Anna"})
        changed = client.get(f"/classes/{CLASS}/students", headers=known)
        assert changed.status_code == 200
        assert changed.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    ("method", "path", "body", "kind"),
    [
        ("GET", "/classes/nowhere", None, (404, "not-here")),
        ("GET", "/nowhere", None, (404, "not-here")),
        ("DELETE", "/classes", None, (405, "not-this-way")),
        ("GET", f"/lessons/{RUNNING}/results", None, (409, "not-ended")),
        ("GET", f"/lessons/{RUNNING}/marks", None, (409, "not-ended")),
        ("GET", "/lessons/AAAAA/marks", None, (404, "not-here")),
        ("GET", "/lessons?class_id=nowhere", None, (404, "not-here")),
        ("GET", "/items/eq-2step", None, (404, "not-here")),
        ("GET", "/items/eq-2step.nothing/twins/1", None, (404, "not-here")),
        ("GET", "/classes?limit=0", None, (422, "garbled")),
        ("GET", "/classes?limit=201", None, (422, "garbled")),
        ("GET", "/classes?cursor=nonsense", None, (422, "garbled")),
        ("GET", "/classes?cursor=%FF%FE", None, (422, "garbled")),
        ("PUT", f"/classes/{CLASS}/students", b"{", (422, "garbled")),
        ("PUT", f"/classes/{CLASS}/students", {"students": []}, (422, "garbled")),
        ("PUT", f"/classes/{CLASS}/students", {"students": [{"first_name": "Ed", "email": "e@x"}]}, (422, "garbled")),
        ("PUT", f"/classes/{CLASS}/students", {"students": [{"first_name": "​"}]}, (422, "refused")),
        ("PUT", "/classes/nowhere/students", {"students": [{"first_name": "Ed"}]}, (404, "not-here")),
        ("PUT", "/rosters/X", b"[" * LARGEST_REQUEST * 2, (413, "too-large")),
        ("PATCH", f"/classes/{CLASS}/students/nobody", {"first_name": "Ed"}, (404, "not-here")),
        ("PATCH", f"/classes/{CLASS}/students/{ANA}", {"first_name": "Cai"}, (422, "refused")),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(school: Weeks, method: str, path: str, body, kind) -> None:
    with program(school) as client:
        sent = {"content": body} if isinstance(body, bytes) else {"json": body}
        answer = client.request(method, path, **sent)
        assert answer.status_code == kind[0], answer.text
        said = answer.json()
        assert said["type"].rpartition("#")[2] == kind[1]
        assert "e@x" not in answer.text


def test_a_cursor_of_one_list_is_none_of_another(school: Weeks) -> None:
    with program(school) as client:
        mark = client.get(f"/lessons/{TAUGHT}/marks?limit=1").json()["next"]
        for path in (f"/lessons/{QUIZ}/marks", "/lessons", "/items", f"/classes/{CLASS}/students"):
            assert problem(client.get(path, params={"cursor": mark})) == (422, "garbled")


def test_what_students_wrote_needs_a_scope_of_its_own_and_goes_when_its_time_is_over(own_school: Weeks) -> None:
    path = f"/lessons/{TAUGHT}/marks"
    with (
        program(own_school, ["results:read"]) as counts,
        program(own_school, ["results:read", "writings:read"]) as all_of_it,
    ):
        assert {one["wrote"] for one in counts.get(path).json()["items"]} == {None}
        assert "15/2" in {one["wrote"] for one in all_of_it.get(path).json()["items"]}
        with own_school.database() as session:
            session.connection().exec_driver_sql("DELETE FROM writing")
        marks = all_of_it.get(path).json()["items"]
        assert {one["wrote"] for one in marks} == {None}
        assert len(marks) == 9


def test_a_student_who_was_deleted_is_in_no_list_and_no_result(own_school: Weeks) -> None:
    with program(own_school) as client:
        with own_school.database() as session:
            end_lesson(session, RUNNING, at=1)
        assert BO in client.get(f"/lessons/{TAUGHT}/marks").text
        assert posted(own_school, f"/desk/classes/{CLASS}/students/{BO}/delete", {}, own_school.teacher)[0] == 200
        seen = client.get(f"/lessons/{TAUGHT}/marks").text + client.get(f"/classes/{CLASS}/students").text
        assert BO not in seen
        assert ANA in seen
        assert client.get(f"/lessons/{TAUGHT}/results").json()["questions"][0]["counted"] == 3
