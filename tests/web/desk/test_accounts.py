"""Accounts at the desk: made, let in, slowed down, signed out; and every form taken from our own pages alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from boardsup.store.clock import now_ms
from boardsup.store.people.attempts import key_of
from boardsup.store.people.tables import AttemptRow
from boardsup.web.app import build
from boardsup.web.settings import Settings
from staffing import Staff, every_route

GOOD, OTHER = "correct horse battery", "wheels within wheels"


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[Staff]:
    with TestClient(build(Settings(data=tmp_path)), follow_redirects=False) as browser:
        yield Staff(browser)


def link_on(page: str) -> str:
    return re.search(r'value="http://testserver(/welcome/[^"]+)"', page)[1]


def made(staff: Staff, login: str, role: str = "teacher") -> str:
    """The address of the link that an admin gets for a new account."""
    page = staff.at_the_desk().post("/desk/accounts", data={"login": login, "name": login.title(), "role": role})
    assert page.status_code == 200, page.text
    staff.nobody()
    return link_on(page.text)


def with_password(staff: Staff, login: str) -> None:
    """An account whose password is `GOOD`, signed in."""
    assert staff.browser.post(made(staff, login), data={"password": GOOD}).status_code == 303


def signs_in(staff: Staff, login: str, password: str):
    return staff.browser.post("/signin", data={"login": login, "password": password})


def test_an_invited_teacher_sets_a_password_and_signs_in_with_it(staff: Staff) -> None:
    link = made(staff, "ada@school.example")
    assert "ada@school.example" in staff.browser.get(link).text
    assert staff.browser.post(link, data={"password": "short"}).status_code == 422
    assert staff.browser.post(link, data={"password": GOOD}).headers["location"] == "/desk"
    assert staff.browser.post(link, data={"password": OTHER}).status_code == 403
    staff.browser.post("/signout")
    assert staff.browser.get("/desk").status_code == 403
    assert signs_in(staff, " ADA@school.example", GOOD).headers["location"] == "/desk"
    assert staff.browser.get("/desk").status_code == 200
    assert "Accounts" not in staff.browser.get("/desk").text


def test_a_wrong_password_and_a_name_that_nobody_has_get_the_same_words(staff: Staff) -> None:
    with_password(staff, "ada")
    staff.nobody()
    answers = [signs_in(staff, login, "not this one") for login in ("ada", "nobody", "two words", "")]
    pages = {re.sub(r'value="[^"]*"', "", one.text) for one in answers}
    assert {one.status_code for one in answers} == {403}
    assert len(pages) == 1


def test_many_wrong_passwords_slow_everybody_down_but_the_teachers_own_browser(staff: Staff) -> None:
    """Seen to fail with one count for all browsers."""
    with_password(staff, "ada")
    own = staff.browser.cookies["known"]
    staff.nobody()
    for login in ("ada", "nobody"):
        for _ in range(2):
            assert signs_in(staff, login, "not this one").status_code == 403
        with staff.door.database.session() as session:
            row = session.get_one(AttemptRow, key_of(login))
            assert row.failures == 2
            row.failures, row.last_at = 30, now_ms()
        slowed = signs_in(staff, login, GOOD)
        assert (slowed.status_code, bool(re.search(r"wait \d\d seconds", slowed.text))) == (429, True)
    staff.browser.cookies.set("known", own)
    assert signs_in(staff, "ada", GOOD).status_code == 303


def test_a_sign_in_has_a_new_token_and_what_was_planted_is_worth_nothing(staff: Staff) -> None:
    """Seen to fail with the cookie's token kept on."""
    with_password(staff, "ada")
    before = staff.browser.cookies["desk"]
    assert signs_in(staff, "ada", GOOD).status_code == 303
    after = staff.browser.cookies["desk"]
    assert before != after
    staff.nobody()
    for token in (before, "x" * 43, "x", ""):
        staff.browser.cookies.set("desk", token)
        assert staff.browser.get("/desk").status_code == 403
        staff.nobody()
    staff.browser.cookies.set("desk", after)
    assert staff.browser.get("/desk").status_code == 200


def test_one_sees_where_one_is_signed_in_and_ends_it(staff: Staff) -> None:
    with_password(staff, "ada")
    here = staff.browser.cookies["desk"]
    staff.nobody()
    agent = {"User-Agent": "Mozilla/5.0 (X11; CrOS x86_64) <b>Chrome/140</b> Safari/537.36"}
    staff.browser.post("/signin", data={"login": "ada", "password": GOOD}, headers=agent)
    there = staff.browser.cookies["desk"]
    page = staff.browser.get("/desk/sign-ins").text
    assert "Chrome on a Chromebook" in page
    assert page.count("this browser") == 1
    staff.nobody().cookies.set("desk", here)
    assert staff.browser.post("/desk/sign-ins/end").status_code == 303
    assert staff.browser.get("/desk").status_code == 200
    staff.nobody().cookies.set("desk", there)
    assert staff.browser.get("/desk").status_code == 403


def test_another_password_wants_the_present_one_and_signs_out_everywhere_else(staff: Staff) -> None:
    with_password(staff, "ada")
    before = staff.browser.cookies["desk"]
    change = "/desk/sign-ins/password"
    assert staff.browser.post(change, data={"present": "not this", "password": OTHER}).status_code == 403
    assert staff.browser.post(change, data={"present": GOOD, "password": "short"}).status_code == 422
    assert staff.browser.post(change, data={"present": GOOD, "password": OTHER}).status_code == 303
    assert "is changed" in staff.browser.get("/desk/sign-ins?changed=yes").text
    staff.nobody().cookies.set("desk", before)
    assert staff.browser.get("/desk").status_code == 403
    staff.nobody()
    assert signs_in(staff, "ada", GOOD).status_code == 403
    assert signs_in(staff, "ada", OTHER).status_code == 303


def test_an_admin_resets_locks_and_lets_in_again(staff: Staff) -> None:
    with_password(staff, "ada")
    ada = staff.browser.cookies["desk"]
    page = staff.at_the_desk().get("/desk/accounts").text
    account = re.search(r"/desk/accounts/([^/]+)/link", page)[1]
    assert "Ada" in staff.browser.post(f"/desk/accounts/{account}/lock").text
    staff.nobody().cookies.set("desk", ada)
    assert staff.browser.get("/desk").status_code == 403
    staff.nobody()
    assert signs_in(staff, "ada", GOOD).status_code == 403
    staff.at_the_desk().post(f"/desk/accounts/{account}/unlock")
    reset = link_on(staff.browser.post(f"/desk/accounts/{account}/link").text)
    staff.nobody()
    assert signs_in(staff, "ada", GOOD).status_code == 403
    assert staff.browser.post(reset, data={"password": OTHER}).status_code == 303


@pytest.mark.parametrize("role", ["teacher", "aide"])
def test_accounts_are_the_admins_alone(staff: Staff, role: str) -> None:
    browser = staff.at_the_desk(staff.hire("ada", role))
    other = staff.hire("bo", "teacher")
    tried = [one for one in every_route(browser.app.routes) if one.path.startswith("/desk/accounts")]
    assert len(tried) == 7
    for route in tried:
        form = {"login": "intruder", "name": "Intruder", "role": "admin"}
        answer = browser.request(min(route.methods), route.path.format(id=other), data=form)
        assert (answer.status_code, "bo" in re.findall(r"\w+", answer.text)) == (404, False)
    assert "intruder" not in staff.at_the_desk().get("/desk/accounts").text


def test_a_form_of_another_site_changes_nothing(staff: Staff) -> None:
    """Every form of signing in and of accounts, by whoever might be made to send it."""
    link = made(staff, "ada")
    staff.at_the_desk()
    elsewhere = {"Origin": "http://elsewhere.example"}
    paths = [one.path for one in every_route(staff.browser.app.routes) if "POST" in one.methods]
    tried = [one for one in paths if one.startswith(("/desk/accounts", "/desk/sign-ins", "/signin"))] + [link]
    assert len(tried) > 8
    for path in tried:
        answer = staff.browser.post(path.format(id="x"), data={"password": GOOD, "login": "ada"}, headers=elsewhere)
        assert answer.status_code == 403, path
        assert "set-cookie" not in answer.headers, path
    assert staff.browser.post("/signout", headers=elsewhere).status_code == 303
    assert staff.browser.get("/desk").status_code == 200
    assert staff.browser.get(link).status_code == 200


def test_who_is_taken_out_of_a_class_has_it_no_longer(staff: Staff) -> None:
    ada, bo = staff.hire("ada", "teacher"), staff.hire("bo", "teacher")
    klass = staff.at_the_desk(ada).post("/desk/classes", data={"name": "P3", "names": "Ana"}).headers["location"]
    assert staff.browser.post(f"{klass}/people", data={"login": "nobody", "as": "aide"}).status_code == 422
    assert "Bo is in" in staff.browser.post(f"{klass}/people", data={"login": "bo", "as": "teacher"}).text
    assert staff.browser.post(f"{klass}/people/{ada}/out").status_code == 422
    assert staff.at_the_desk(bo).get(klass).status_code == 200
    assert staff.at_the_desk(ada).post(f"{klass}/people/{bo}/out").status_code == 303
    assert staff.at_the_desk(bo).get(klass).status_code == 404
