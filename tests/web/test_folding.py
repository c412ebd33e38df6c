"""What is worked out when a template is compiled is what would be worked out each time it is shown."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader
from markupsafe import Markup

from boardsup.lesson.languages import Language
from boardsup.web import html
from boardsup.web.folding import FoldingEnvironment
from boardsup.web.html import Pages
from boardsup.web.settings import CHECKOUT
from client.regions import SAMPLES

CLIENT = CHECKOUT / "client"


def shown(template: str, fold, **values: object) -> str:
    """A template shown twice, each time the same."""
    environment = FoldingEnvironment(fold=fold, loader=DictLoader({"it": template}), autoescape=True)
    environment.globals.update(fold)
    found = environment.get_template("it")
    assert found.render(**values) == found.render(**values)
    return found.render(**values)


def test_a_call_with_constants_is_worked_out_once_and_one_with_a_value_each_time():
    asked: list[str] = []

    def said(word: str) -> str:
        asked.append(word)
        return word.upper()

    assert shown("{{ said('once') }} {{ said(it) }}", {"said": said}, it="each time") == "ONCE EACH TIME"
    assert asked == ["once", *["each time"] * 3]


def test_what_is_no_markup_is_escaped_and_what_is_markup_is_not():
    fold = {"plain": lambda: "<b>", "drawn": lambda: Markup("<svg>")}
    assert shown("{{ plain() }}{{ drawn() }}{{ it or plain() }}", fold, it="") == "&lt;b&gt;<svg>&lt;b&gt;"


def test_a_name_that_is_not_to_be_folded_is_left_alone():
    environment = FoldingEnvironment(fold={}, loader=DictLoader({"it": "{{ now() }}"}))
    times = iter("ab")
    environment.globals["now"] = lambda: next(times)
    assert [environment.get_template("it").render() for _ in range(2)] == ["a", "b"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_region_is_the_same_as_without(monkeypatch: pytest.MonkeyPatch, language: Language):
    """Seen to fail with the English word folded into every language."""
    folded = Pages(CLIENT)
    monkeypatch.setattr(html, "FoldingEnvironment", lambda fold, **options: FoldingEnvironment(fold={}, **options))
    plain = Pages(CLIENT)
    for sample in SAMPLES:
        assert folded.region(sample, language) == plain.region(sample, language)
