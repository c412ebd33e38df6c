"""The contract between a region and its template, both ways: nothing on a page that the types do not know."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import get_args

import pytest

from boardsup.cli.simulated.page import Page
from boardsup.lesson.regions import Region
from boardsup.web.html import Pages, template_of
from boardsup.web.settings import CHECKOUT
from boardsup.web.wire import Garbled, read_form
from client.regions import SAMPLES

CLIENT = CHECKOUT / "client"
LIVE = CLIENT / "templates" / "live"


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(CLIENT)


def test_there_is_a_sample_of_every_region():
    assert {type(sample) for sample in SAMPLES} == set(get_args(Region))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: type(s).__name__)
def test_a_region_renders_as_one_element_with_its_own_id(pages: Pages, sample: Region):
    html = pages.region(sample).strip()
    page = Page()
    assert page.swap(html) == [sample.region]
    assert re.match(rf'<(\w+) id="{sample.region}" [^>]*hx-swap-oob="outerMorph"', html)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: type(s).__name__)
def test_every_form_in_a_region_is_a_command(pages: Pages, sample: Region):
    page = Page()
    page.swap(pages.region(sample))
    for form in page.forms():
        # What is to be picked from is in no form until it is picked.
        form = {"text": "none", **form} if form.get("do") == "answer" else form
        filled = {name: value or {"number": "1", "choice": "A"}.get(name, "x") for name, value in form.items()}
        try:
            read_form(filled)
        except Garbled as garbled:
            pytest.fail(f"{filled} is no command: {garbled}")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: type(s).__name__)
def test_what_somebody_wrote_is_escaped(pages: Pages, sample: Region):
    html = pages.region(sample)
    assert "<script" not in html
    assert "<b>" not in html
    assert " style=" not in html
    assert " onclick=" not in html


def test_every_template_belongs_to_a_region_and_names_it_in_its_first_line():
    belonging = {template_of(region).removeprefix("live/"): region for region in get_args(Region)}
    assert {file.name for file in LIVE.glob("*.html")} == set(belonging)
    for name, region in belonging.items():
        first = (LIVE / name).read_text(encoding="utf-8").splitlines()[0]
        assert first == f"{{# it: boardsup.lesson.regions.{region.__name__} #}}"


def test_no_template_has_a_script_or_a_style_of_its_own():
    for file in (CLIENT / "templates").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", text), file.name


def test_the_integrity_hash_is_that_of_the_vendored_file():
    bytes_ = (CLIENT / "static" / "vendor" / "htmx.min.js").read_bytes()
    loader = (CLIENT / "static" / "js" / "load-htmx.js").read_text(encoding="utf-8")
    listed = (CLIENT / "static" / "vendor" / "VENDORED.md").read_text(encoding="utf-8")
    assert "sha384-" + base64.b64encode(hashlib.sha384(bytes_).digest()).decode() in loader
    assert hashlib.sha256(bytes_).hexdigest() in listed
    assert b'version="4.0.1"' in bytes_
    assert "htmx.org@4.0.1/" in loader


def test_the_letters_are_those_that_are_listed_and_a_students_page_waits_for_none():
    vendored = CLIENT / "static" / "vendor"
    listed = (vendored / "VENDORED.md").read_text(encoding="utf-8")
    for file in (vendored / "atkinson").glob("*.woff2"):
        assert hashlib.sha256(file.read_bytes()).hexdigest() in listed
    for name in ("room.html", "join.html", "away.html"):
        assert "{% block letters %}{% endblock %}" in (CLIENT / "templates" / name).read_text(encoding="utf-8")
