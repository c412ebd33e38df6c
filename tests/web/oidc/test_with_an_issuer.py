"""Signing in with a real issuer in a process of its own: there and back, and every way in which it does not work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from boardsup.store.people.accounts import find_login, lock, owner, person_of
from boardsup.web.app import build
from boardsup.web.oidc.provider import Provider
from boardsup.web.settings import Settings
from issuing import MockIssuer, mock_issuer
from staffing import Staff

VERIFIED = {"email": "ada@school.example", "email_verified": True}


@pytest.fixture(scope="module")
def issuer() -> Iterator[MockIssuer]:
    with mock_issuer() as found:
        yield found


@pytest.fixture
def staff(tmp_path: Path, issuer: MockIssuer) -> Iterator[Staff]:
    with school(tmp_path, issuer) as browser:
        found = Staff(browser)
        found.hire("ada@school.example", "teacher")
        yield found


def school(folder: Path, issuer: MockIssuer) -> TestClient:
    ways = (Provider("school", "School ID", issuer.here, "us", "a secret"),)
    return TestClient(build(Settings(data=folder, providers=ways)), follow_redirects=False)


def there(staff: Staff) -> str:
    """The address to which the button leads."""
    assert 'href="/signin/with/school">Sign in with School ID' in staff.browser.get("/signin").text
    begun = staff.browser.get("/signin/with/school")
    assert begun.status_code == 303
    return begun.headers["location"]


def signed_in_as(staff: Staff, issuer: MockIssuer, subject: str):
    return staff.browser.get(issuer.sends_back(there(staff), subject))


def test_who_has_an_account_is_signed_in_and_known_again_by_number(staff: Staff, issuer: MockIssuer) -> None:
    issuer.knows("1", **VERIFIED)
    answer = signed_in_as(staff, issuer, "1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
    assert "with School ID" in staff.browser.get("/desk/sign-ins").text
    staff.nobody()
    issuer.knows("1", email="changed@school.example", email_verified=False)
    assert signed_in_as(staff, issuer, "1").headers["location"] == "/desk"


def test_the_issuer_is_asked_as_it_should_be(staff: Staff, issuer: MockIssuer) -> None:
    asked = parse_qs(urlsplit(there(staff)).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://testserver/signin/with/school/back"]
    assert len(asked["state"][0]) >= 32
    assert len(asked["nonce"][0]) >= 32
    assert "a secret" not in str(asked)
    assert parse_qs(urlsplit(there(staff)).query)["state"] != asked["state"]


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ({"email": "ada@school.example", "email_verified": False}, "has not verified"),
        ({"email": "ada@school.example"}, "has not verified"),
        ({"email": "bo@school.example", "email_verified": True}, "no account here"),
    ],
)
def test_nobody_else_is_let_in_and_no_account_is_made(staff: Staff, issuer: MockIssuer, known, says: str) -> None:
    issuer.knows("2", **known)
    answer = signed_in_as(staff, issuer, "2")
    assert (answer.status_code, says in answer.text) == (403, True)
    assert staff.browser.get("/desk").status_code == 403


def test_a_locked_account_stays_locked(staff: Staff, issuer: MockIssuer) -> None:
    issuer.knows("3", **VERIFIED)
    assert signed_in_as(staff, issuer, "3").status_code == 303
    with staff.door.database.session() as session:
        admin = person_of(owner(session))
    with staff.door.database.session() as session:
        ada = find_login(session, "ada@school.example").id
        lock(session, admin, ada)
    staff.door.people.forget()
    assert staff.browser.get("/desk").status_code == 403
    assert signed_in_as(staff, issuer, "3").status_code == 403


def test_what_comes_back_has_to_belong_to_this_browser_and_this_sign_in(staff: Staff, issuer: MockIssuer) -> None:
    """Seen to fail with the comparison of states left out, and with the nonce left out."""
    issuer.knows("1", **VERIFIED)
    back = issuer.sends_back(there(staff), "1")
    code = parse_qs(urlsplit(back).query)["code"][0]
    state = parse_qs(urlsplit(back).query)["state"][0]
    forged = f"/signin/with/school/back?code={code}&state=x{state}"
    assert staff.browser.get(forged).status_code == 403
    assert staff.browser.get(back).status_code == 403, "the flow was over"
    there(staff)
    staff.nobody()
    assert staff.browser.get(back).status_code == 403, "another browser"
    fresh = there(staff)
    own_state = parse_qs(urlsplit(fresh).query)["state"][0]
    stolen = f"/signin/with/school/back?code={code}&state={own_state}"
    assert staff.browser.get(stolen).status_code == 403, "a code of another sign-in has another nonce"
    other = issuer.sends_back(there(staff), "1")
    assert staff.browser.get(f"{other}&iss=https://elsewhere.example").status_code == 403
    assert staff.browser.get("/desk").status_code == 403


def test_an_issuer_that_says_no_or_nothing_is_a_plain_sentence(staff: Staff, issuer: MockIssuer) -> None:
    state = parse_qs(urlsplit(there(staff)).query)["state"][0]
    answer = staff.browser.get(f"/signin/with/school/back?error=access_denied&state={state}")
    assert (answer.status_code, "did not work" in answer.text) == (403, True)
    there(staff)
    for query in ("", "?code=x", "?code=x&state=é", "?code=" + "x" * 5_000 + f"&state={state}"):
        assert staff.browser.get(f"/signin/with/school/back{query}").status_code == 403
    assert staff.browser.get("/signin/with/nobody").status_code == 404


def test_a_token_that_is_over_lets_nobody_in(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with mock_issuer("--token-max-age", "-3600") as late, school(tmp_path, late) as browser:
        staff = Staff(browser)
        staff.hire("ada@school.example", "teacher")
        late.knows("1", **VERIFIED)
        assert signed_in_as(staff, late, "1").status_code == 403
        assert "expired" in caplog.text
        assert "ada@" not in caplog.text


def test_an_issuer_that_is_away_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    with school(tmp_path, MockIssuer("http://127.0.0.1:9")) as browser:
        answer = browser.get("/signin/with/school")
        assert (answer.status_code, "just now" in answer.text) == (503, True)
        assert browser.get("/signin").status_code == 200
