"""The library of items at the desk: found, drawn, kept, changed by one at a time, used in a lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from attending import fetched, posted, sent_on
from boardsup.items.own import parse_own
from weeks import Weeks, attending, weeks

FORM = {
    "skill": "eq-1mul",
    "ask": "Solve ${a}x = {b}$.",
    "kind": "equation_solution",
    "answer": "x = {k}",
    "letters": "x",
    "number": ["a", "k"],
    "values": ["2..12", "2..12"],
    "follow": ["b"],
    "formula": ["a*k"],
    "where": "b - a != k",
    "wrong": ["x = {b - a}"],
    "how": ["expr"],
    "happened": ["Took {a} away."],
}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Weeks]:
    with weeks(tmp_path_factory.mktemp("school")) as started:
        yield started


def kept(school: Weeks, **changes: object) -> str:
    """Keep an item; its name."""
    status, location = sent_on(school, "/desk/items", {**FORM, **changes}, school.teacher)
    assert status == 303, location
    return location.rpartition("/")[2]


def test_items_are_found_by_strand_grade_answer_and_words(school: Weeks) -> None:
    everything = int(re.search(r"(\d+) found", school.desk("/desk/items"))[1])
    assert everything >= 240
    counts = [
        int(re.search(r"(\d+) found", school.desk(f"/desk/items?{query}"))[1])
        for query in (
            "strand=equations",
            "grade=Grade%208",
            "kind=choice",
            "q=7.EE.B.4a+two-step",
            "strand=equations&kind=choice",
        )
    ]
    assert all(0 < count < everything for count in counts), counts
    assert "Nothing like this here" in school.desk("/desk/items?q=quantum")
    assert "Page 2 of" in school.desk("/desk/items?page=2")
    assert "Page 1 of" in school.desk("/desk/items?page=-3")


def test_an_item_shows_its_key_its_twins_and_what_it_expects(school: Weeks) -> None:
    one, two = (school.desk(f"/desk/items/of/eq-1mul/letter-first?seed={seed}") for seed in "12")
    asked = [re.search(r'class="ask">.*?alttext="([^"]+)"', page, re.S)[1] for page in (one, two)]
    assert asked[0] != asked[1]
    assert "eq1.multiply_as_add" in one
    assert "Teach again: One-step equation, multiplication" in one
    assert 'role="img"' in one
    assert fetched(school, "/desk/items/of/eq-1mul/none", school.teacher)[0] == 404
    assert fetched(school, "/desk/items/of/none/none", school.teacher)[0] == 404


def test_openers_are_seen_as_the_class_sees_them_with_what_to_listen_for(school: Weeks) -> None:
    page = school.desk("/desk/items/openers")
    assert page.count("A reason for each") + page.count("What to listen for") >= 18
    assert page.count('role="img"') >= 8
    assert "About the class" in page


def test_an_own_item_is_kept_downloaded_changed_taken_off_and_put_back(school: Weeks) -> None:
    id = kept(school)
    assert "Took" in school.desk(f"/desk/items/of/eq-1mul/{id}")
    text = school.desk(f"/desk/items/own/{id}.yaml")
    assert parse_own(text, file="x").shapes[0].id == id
    assert "Took {a} away." in school.desk(f"/desk/items/own/{id}")
    assert kept(school, id=id, version="1", ask="Find $x$: ${a}x = {b}$.") == id
    status, page = posted(school, "/desk/items", {**FORM, "id": id, "version": "1"}, school.teacher)
    assert status == 409
    assert "changed meanwhile" in page
    assert "Find $x$" in school.desk(f"/desk/items/own/{id}.yaml")
    assert kept(school, id=id, version="1", **{"as": "new"}) != id
    assert sent_on(school, f"/desk/items/own/{id}/off", {}, school.teacher)[1].endswith(f"off={id}")
    assert fetched(school, f"/desk/items/of/eq-1mul/{id}", school.teacher)[0] == 404
    assert "Put back" in school.desk(f"/desk/items?own=yes&off={id}")
    sent_on(school, f"/desk/items/own/{id}/put-back", {}, school.teacher)
    assert "Find" in school.desk(f"/desk/items/of/eq-1mul/{id}")
    for path in ("/desk/items/own/none", "/desk/items/own/none.yaml"):
        assert fetched(school, path, school.teacher)[0] == 404
    assert posted(school, "/desk/items/own/none/off", {}, school.teacher)[0] == 404


def test_what_must_be_mended_is_said_and_nothing_that_was_typed_is_lost(school: Weeks) -> None:
    hostile = "<script>alert(1)</script> {{7*7}} ${q}$"
    status, page = posted(school, "/desk/items", {**FORM, "ask": hostile}, school.teacher)
    assert status == 422
    assert "No number is called “q” here" in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} ${q}$" in page
    status, part = posted(school, "/desk/items/look", {**FORM, "ask": hostile}, school.teacher, HX_Request="true")
    assert status == 200
    assert re.search(r'id="say-ask" class="amiss" hx-swap-oob="true">No number', part)
    assert "<html" not in part


def test_an_own_item_is_asked_in_a_lesson_that_is_planned_with_it(school: Weeks) -> None:
    id, klass = kept(school, ask="Mine: ${a}x = {b}$."), school.make_class(["Ana", "Bo"])
    plan = school.desk(f"{klass}/targets/eq-1mul?item=eq-1mul/{id}")
    assert "The first board asks the item that you chose." in plan
    assert re.search(rf'<option value="eq-1mul/{id}" selected>', plan)
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', plan)
    assert ("part", "board") in fields
    assert "Mine:" in plan


def test_a_lesson_whose_items_were_changed_meanwhile_is_shown_again_before_it_starts(school: Weeks) -> None:
    klass = school.make_class(["Ana", "Bo"])
    target = f"{klass}/targets/eq-1mul"
    stamp = re.search(r'name="items" value="(\w*)"', school.desk(target))[1]
    kept(school)
    status, page = posted(school, target, {"items": stamp}, school.teacher)
    assert status == 409
    assert "Items were changed while this page was open" in page
    now = re.search(r'name="items" value="(\w*)"', page)[1]
    assert sent_on(school, target, {"items": now}, school.teacher)[0] == 303


def test_an_own_item_is_asked_in_a_quiz_by_name(school: Weeks) -> None:
    id, klass = kept(school, ask="Quiz: ${a}x = {b}$."), school.make_class(["Ana", "Bo"])
    page = school.desk(f"{klass}/quiz?skill=eq-1mul/{id}&number=1&skill=int-add&number=1")
    assert "Quiz:" in page
    assert re.search(rf'<option value="eq-1mul/{id}" selected>', page)
    console = school.press(f"{klass}/quiz", skill=f"eq-1mul/{id}", number="1")
    assert "Quiz:" in school.desk(console)


def test_an_item_is_put_into_a_running_lesson_and_no_student_can_do_that(school: Weeks) -> None:
    id, klass = kept(school, ask="Mine too: ${a}x = {b}$."), school.make_class(["Ana", "Bo"])
    lesson = attending(school, school.press(f"{klass}/lessons", plan="multi-step-equations"))
    lesson.sit("Ana")
    wish = {"do": "put_item", "skill": "eq-1mul", "shape": id, "seed": "3"}
    assert posted(school, f"/room/{lesson.code}/do", wish, school.devices["Ana"])[0] == 409
    assert "Mine too" not in school.desk(f"/room/{lesson.code}/console")
    assert "Put it into Period 3" in school.desk(f"/desk/items/of/eq-1mul/{id}?seed=3")
    lesson.console(**wish)
    assert "Mine too" in school.desk(f"/room/{lesson.code}/console")
    gone = {"page": "console", **wish, "shape": "own-none"}
    assert posted(school, f"/room/{lesson.code}/do", gone, school.teacher)[0] == 409
