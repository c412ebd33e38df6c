"""Every word of a student's pages is in every catalogue, and keeps the places for what is put in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from boardsup.lesson import refused
from boardsup.lesson.preparing import COACH
from boardsup.lesson.regions import Notice, Saved, StudentRegion, Waiting
from boardsup.web.html import Pages, template_of
from boardsup.web.settings import CHECKOUT
from boardsup.web.worksheets import words

CLIENT = CHECKOUT / "client"
CATALOGUES = sorted((CLIENT / "locale").glob("*.po"))
STUDENTS = {"room.html", "base.html"}
LEFT_ALONE = {"Boards Up", "· Boards Up", "English", "Español", "Aa"}


def words_of(template: Path) -> set[str]:
    """The sentences that a template marks for translation."""
    with template.open("rb") as text:
        found = [message for _, _, message, _ in babel_extract(text, ("_",), [], {})]
    return {message if isinstance(message, str) else message[0] for message in found}


def marked() -> set[str]:
    """All of them, with those that our scripts, the lesson itself and paper say."""
    found = {word for template in (CLIENT / "templates").rglob("*.html") for word in words_of(template)}
    said = (CLIENT / "templates" / "parts" / "words.html").read_text(encoding="utf-8")
    found |= set(re.findall(r'"([A-Z][^"]+)"', said))
    found |= {*words.ALL, *COACH}
    return found | {refused.MOVED_ON, refused.CLOSED, refused.ENDED}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_sentence_is_in_the_catalogue_with_its_places(file: Path):
    with file.open("rb") as text:
        catalogue = {one.id: one.string for one in read_po(text) if one.id}
    assert marked() - set(catalogue) == set()
    for english, other in catalogue.items():
        assert other, f"no words yet for: {english}"
        assert re.findall(r"%\(\w+\)s", other) == re.findall(r"%\(\w+\)s", english)


def test_every_sentence_of_our_scripts_is_in_their_list():
    listed = (CLIENT / "templates" / "parts" / "words.html").read_text(encoding="utf-8")
    for script in (CLIENT / "static" / "js").glob("*.js"):
        for sentence in re.findall(r'word\("([^"]+)"\)', script.read_text(encoding="utf-8")):
            assert f'"{sentence}"' in listed, script.name


def test_no_words_of_a_students_page_stand_outside_the_catalogue():
    """Seen to fail with a heading written straight into tiles.html."""
    names = STUDENTS | {template_of(region) for region in get_args(StudentRegion)}
    for name in names:
        source = (CLIENT / "templates" / name).read_text(encoding="utf-8")
        bare = re.sub(r"\{[{%#].*?[}%#]\}", "", source, flags=re.DOTALL)
        texts = {text.strip() for text in re.findall(r">([^<]*)<", bare)}
        left = {text for text in texts if re.search(r"[A-Za-z]{3}", text)} - LEFT_ALONE
        assert not left, f"{name}: {left}"


def test_a_region_speaks_the_language_it_is_asked_for():
    pages = Pages(CLIENT)
    assert "Ya estás dentro." in pages.region(Waiting("CODE7"), "es")
    assert "You are in." in pages.region(Waiting("CODE7"))
    assert "Tu respuesta se guardó. La clase ya siguió adelante." in pages.region(
        Notice(f"Your answer was saved. {refused.MOVED_ON}"), "es"
    )
    assert "100 % <b>" not in pages.region(Notice("100 % <b>"), "es")
    assert "Guardado" in pages.region(Saved((), "q1", 1, "saved", "9"), "es")
