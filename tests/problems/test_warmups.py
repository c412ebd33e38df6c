"""The warm-ups and community prompts that ship: enough of them, and every first reason true of its choice alone."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from boardsup.items.parse_misconceptions import unkind_words
from boardsup.items.sheet import Unusable
from boardsup.items.warmups import NoticeWonder, WarmUp, WhichOne, parse_community, parse_warmup, pictures
from boardsup.store.warmups import load_community, load_pictures, load_warmups
from problems.reasons import REASONS, Reason
from problems.shipped import PROBLEMS, bank

WARMUPS = load_warmups(PROBLEMS)
COMMUNITY = load_community(PROBLEMS)
WHICH = {id: found for id, found in WARMUPS.items() if isinstance(found, WhichOne)}

each_warmup = pytest.mark.parametrize("warmup", WARMUPS.values(), ids=WARMUPS.keys())


def test_there_are_seven_of_one_sort_and_six_of_the_other_at_least():
    assert len(WHICH) >= 7
    assert sum(isinstance(found, NoticeWonder) for found in WARMUPS.values()) >= 6


def test_every_strand_of_the_map_has_a_warm_up():
    assert {warmup.strand for warmup in WARMUPS.values()} == set(bank().strands)


def test_twelve_community_prompts_ship():
    assert len(COMMUNITY) == 12


@each_warmup
def test_the_file_of_a_warm_up_has_its_name(warmup: WarmUp):
    assert (PROBLEMS / "warmups" / f"{warmup.id}.yaml").exists()


def test_a_reason_is_computed_for_every_choice_that_ships():
    assert set(REASONS) == set(WHICH)


@pytest.mark.parametrize(
    ("warmup", "place", "reason"),
    [
        pytest.param(WHICH[id], place, reason, id=f"{id}-{'ABCD'[place]}")
        for id, reasons in REASONS.items()
        for place, reason in enumerate(reasons)
    ],
)
def test_the_first_reason_holds_for_its_choice_and_for_no_other(warmup: WhichOne, place: int, reason: Reason):
    assert [reason(choice) for choice in warmup.choices] == [at == place for at in range(4)]


@each_warmup
def test_the_pictures_of_a_warm_up_have_names_of_their_own_and_say_what_they_are(warmup: WarmUp):
    for name, svg in pictures(warmup).items():
        assert re.fullmatch(rf"{warmup.id}(-[a-d])?", name)
        root = ElementTree.fromstring(svg)  # noqa: S314 - it is our own picture
        assert root.get("role") == "img"
        assert [part.text for part in root[:2] if part.text]


@each_warmup
def test_no_word_for_a_class_judges(warmup: WarmUp):
    texts = [warmup.title, warmup.ask]
    texts += [warmup.again, *(choice.text for choice in warmup.choices)] if isinstance(warmup, WhichOne) else []
    assert not re.search(r"\b(wrong|right answer|correct|easy|hard|best|fail\w*)\b", " ".join(texts), re.IGNORECASE)


@pytest.mark.parametrize("prompt", COMMUNITY.values(), ids=COMMUNITY.keys())
def test_a_community_prompt_speaks_of_the_class_and_never_of_a_person(prompt):
    assert not re.search(r"\b(who|he|she|him|her|classmates?|name (a|the|one))\b", prompt.ask, re.IGNORECASE)
    assert unkind_words(prompt.starter) == ""
    assert len(prompt.ask.split()) <= 25


def test_the_guides_hold_files_without_anything_to_mend():
    guide = (PROBLEMS / "warmups" / "README.md").read_text(encoding="utf-8")
    which, notice = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    assert isinstance(parse_warmup(which, file="f.yaml"), WhichOne)
    assert isinstance(parse_warmup(notice, file="f.yaml"), NoticeWonder)
    guide = (PROBLEMS / "community" / "README.md").read_text(encoding="utf-8")
    (prompts,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    assert parse_community(prompts, file="f.yaml")


def test_every_picture_is_found_by_its_name():
    found = load_pictures(PROBLEMS)
    assert found == {name: svg for warmup in WARMUPS.values() for name, svg in pictures(warmup).items()}
    assert {"four-graphs-a", "growing-crosses"} <= set(found)


def test_two_warm_ups_of_one_name_are_refused(tmp_path: Path):
    (tmp_path / "warmups").mkdir()
    text = (PROBLEMS / "warmups" / "across-zero.yaml").read_text(encoding="utf-8")
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / "warmups" / name).write_text(text, encoding="utf-8")
    with pytest.raises(Unusable, match=r"warmups/b\.yaml:1: “across-zero” is already the name of another one"):
        load_warmups(tmp_path)


def test_a_folder_without_warm_ups_has_none(tmp_path: Path):
    assert load_warmups(tmp_path) == {}
    assert load_community(tmp_path) == {}
