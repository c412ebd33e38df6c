"""Which issuers are set up, and that a secret is said nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsup.web.oidc.provider import Misconfigured, is_safe, providers_from

TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47"
SECRET = "a-planted-secret"
ALL = {
    "BOARDSUP_GOOGLE_ID": "g", "BOARDSUP_GOOGLE_SECRET": SECRET,
    "BOARDSUP_MICROSOFT_ID": "m", "BOARDSUP_MICROSOFT_SECRET": SECRET, "BOARDSUP_MICROSOFT_TENANT": TENANT,
    "BOARDSUP_OIDC_ID": "o", "BOARDSUP_OIDC_SECRET": SECRET, "BOARDSUP_OIDC_ISSUER": "https://id.school.example/",
    "BOARDSUP_OIDC_NAME": "School ID",
}  # fmt: skip


def test_without_a_variable_there_is_no_way_but_ours() -> None:
    assert providers_from({}) == ()


def test_three_ways_can_be_set_up_and_the_secret_is_not_in_their_words() -> None:
    found = providers_from(ALL)
    assert [(one.key, one.name) for one in found] == [
        ("google", "Google"),
        ("microsoft", "Microsoft"),
        ("school", "School ID"),
    ]
    assert found[1].issuer == f"https://login.microsoftonline.com/{TENANT}/v2.0"
    assert [one.vouches for one in found] == [False, True, False]
    assert {one.secret for one in found} == {SECRET}
    assert SECRET not in repr(found)


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    variables = {"BOARDSUP_GOOGLE_ID": "g", "BOARDSUP_GOOGLE_SECRET_FILE": str(tmp_path / "secret")}
    assert providers_from(variables)[0].secret == SECRET


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"BOARDSUP_GOOGLE_SECRET": ""}, "BOARDSUP_GOOGLE_SECRET"),
        ({"BOARDSUP_GOOGLE_SECRET": "", "BOARDSUP_GOOGLE_SECRET_FILE": "nowhere/at/all"}, "cannot be read"),
        ({"BOARDSUP_MICROSOFT_TENANT": "common"}, "TENANT"),
        ({"BOARDSUP_MICROSOFT_TENANT": f"{TENANT}/../common"}, "TENANT"),
        ({"BOARDSUP_OIDC_ISSUER": ""}, "ISSUER"),
        ({"BOARDSUP_OIDC_ISSUER": "http://id.school.example"}, "ISSUER"),
    ],
)
def test_what_is_missing_is_named_and_no_secret_is(change: dict[str, str], says: str) -> None:
    with pytest.raises(Misconfigured, match=says) as wrong:
        providers_from({**ALL, **change})
    assert SECRET not in str(wrong.value)


def test_a_secret_is_sent_over_tls_alone_or_within_the_machine() -> None:
    assert is_safe("https://id.example")
    assert is_safe("http://127.0.0.1:9400")
    assert not any(map(is_safe, ("http://id.example", "https://", "ftp://id.example", "http://127.0.0.1.example", "")))
