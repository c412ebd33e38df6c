"""The guide: every page in both languages, its pictures and links there, and nothing of a file but text."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from attending import fetched
from boardsup.web.help import PAGES, rendered
from checkout import ROOT
from weeks import Weeks, weeks

DOCS = ROOT / "server" / "docs"
LANGUAGES = ("en", "es")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Weeks]:
    with weeks(tmp_path_factory.mktemp("school")) as started:
        yield started


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_in_every_language_and_all_that_it_leads_to(school: Weeks, language: str, page: str):
    status, _, text = fetched(school, f"/help/{language}/{page}", {})
    assert status == 200
    assert f'lang="{language}"' in text
    for address in re.findall(r'(?:href|src)="(/[^"#?]*)', text):
        if address != "/desk":
            assert fetched_status(school, address) == 200, address


def fetched_status(school: Weeks, path: str) -> int:
    """The status of a page or of a file; a picture is no text."""
    try:
        return fetched(school, path, {})[0]
    except UnicodeDecodeError:
        return 200


@pytest.mark.parametrize(
    ("asks_for", "language"), [("es-MX,es;q=0.9", "es"), ("en-US", "en"), ("fr", "en"), ("", "en")]
)
def test_the_guide_opens_in_the_language_of_the_browser(school: Weeks, asks_for: str, language: str):
    connection = http.client.HTTPConnection("127.0.0.1", school.port, timeout=10)
    connection.request("GET", "/help", headers={"Accept-Language": asks_for})
    assert connection.getresponse().headers["Location"] == f"/help/{language}/first-lesson"
    connection.close()


@pytest.mark.parametrize(
    "path", ["/help/en/nothing", "/help/fr/signals", "/help/pictures/README.md", "/help/pictures/..%2Fguide"]
)
def test_what_is_not_in_the_guide_is_said_to_be_missing(school: Weeks, path: str):
    status, _, text = fetched(school, f"/help/{path}", {})
    assert status == 404
    assert "server/docs" not in text


def test_both_languages_have_the_same_keys_to_press():
    for page in PAGES:
        texts = [(DOCS / "guide" / language / f"{page}.md").read_text(encoding="utf-8") for language in LANGUAGES]
        english, spanish = (set(re.findall(r"`([^`]+)`", text)) for text in texts)
        assert english == spanish, page


def test_markup_in_a_page_is_shown_as_text(tmp_path: Path):
    folder = tmp_path / "guide" / "en"
    folder.mkdir(parents=True)
    (folder / "signals.md").write_text("# A <script>alert(1)</script>\n\n[x](javascript:alert(1))")
    found = rendered(tmp_path, "en", "signals")
    assert "<script>" not in found
    assert "<a" not in found
