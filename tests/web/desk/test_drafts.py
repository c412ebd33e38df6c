"""The page of a lesson before it starts: changed by presses, started as it stands, kept to teach again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from attending import fetched, posted, sent_on
from weeks import Weeks, attending, weeks

NAMES = [f"Pupil{i:02}" for i in range(1, 8)]
TARGET = "eq-both-dist"


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with weeks(tmp_path) as started:
        yield started


@pytest.fixture
def klass(school: Weeks) -> str:
    return school.make_class(NAMES)


def fields(page: str) -> list[tuple[str, str]]:
    """What a browser would send with the form of this page, the presses left out."""
    form = page[page.index('<form class="draft"') :]
    found: list[tuple[str, str]] = []
    pattern = r'<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"|<select[^>]* name="([^"]+)">(.*?)</select>'
    for name, value, select, options in re.findall(pattern, form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found.append((name, value) if name else (select, chosen[1] if chosen else ""))
    return found


def after(school: Weeks, klass: str, page: str, **press: str) -> str:
    """The page that a press leads to."""
    return school.desk(f"{klass}/targets/{TARGET}?{urlencode([*fields(page), *press.items()])}")


def parts(page: str) -> list[str]:
    return re.findall(r'<input type="hidden" name="part" value="(\w+)">', page)


def asks(page: str) -> list[str]:
    """Every formula on the page of a lesson, in order."""
    return re.findall(r'alttext="([^"]+)"', page[page.index('<ol class="parts') : page.index('class="put-in')])


def test_a_press_moves_doubles_leaves_out_and_puts_in(school: Weeks, klass: str) -> None:
    page = school.desk(f"{klass}/targets/{TARGET}")
    proposed = parts(page)
    assert parts(after(school, klass, page, press="out.0")) == proposed[1:]
    assert parts(after(school, klass, page, press="up.1"))[:2] == ["diagnostic", "warmup"]
    assert parts(after(school, klass, page, press="copy.5")) == [*proposed[:6], proposed[5], *proposed[6:]]
    assert parts(after(school, klass, page, press="in.discuss.99")) == [*proposed, "discuss"]


def test_a_press_changes_nothing_else(school: Weeks, klass: str) -> None:
    page = school.desk(f"{klass}/targets/{TARGET}")
    assert asks(after(school, klass, page, press="in.discuss.99")) == asks(page)


def test_the_class_is_asked_exactly_what_the_page_shows(school: Weeks, klass: str) -> None:
    page = after(school, klass, school.desk(f"{klass}/targets/{TARGET}"), press="numbers.5")
    lesson = attending(school, send(school, f"{klass}/targets/{TARGET}", fields(page)))
    console = school.desk(f"/room/{lesson.code}/console")
    agenda = re.findall(r'alttext="([^"]+)"', console[console.index('id="agenda"') :])
    boards = [one for one in agenda if one in asks(page)]
    assert len(boards) >= 4


def test_another_question_takes_the_place_of_one(school: Weeks, klass: str) -> None:
    page = school.desk(f"{klass}/targets/{TARGET}")
    changed = [("skill.1", "frac-add") if one == ("skill.1", "eq-2step") else one for one in fields(page)]
    found = school.desk(f"{klass}/targets/{TARGET}?{urlencode(changed)}")
    assert '<option value="frac-add" selected>' in found
    assert "As you changed it." in found


def test_stations_without_questions_before_them_cannot_start_and_that_is_said(school: Weeks, klass: str) -> None:
    page = after(school, klass, school.desk(f"{klass}/targets/{TARGET}"), press="out.1")
    assert "need questions in front" in page


def test_a_lesson_is_kept_under_a_name_and_taught_again_with_new_numbers(school: Weeks, klass: str) -> None:
    page = after(school, klass, school.desk(f"{klass}/targets/{TARGET}"), press="in.discuss.99")
    named = [one for one in fields(page) if one[0] != "name"]
    kept = keep(school, klass, [*named, ("name", "My equations")])
    found = school.desk(kept)
    assert parts(found) == parts(page)
    assert 'value="My equations"' in found
    lesson = attending(school, send(school, f"{klass}/targets/{TARGET}", fields(found)))
    lesson.sit(*NAMES)
    lesson.asks("check", {name: {"check.1": "9"} for name in NAMES})
    lesson.ends()
    assert "My equations" in school.desk(klass)
    assert asks(school.desk(kept)) != asks(found)


def test_a_lesson_taken_off_the_list_can_be_put_back(school: Weeks, klass: str) -> None:
    page = school.desk(f"{klass}/targets/{TARGET}")
    kept = keep(school, klass, [*(one for one in fields(page) if one[0] != "name"), ("name", "Mine")])
    back = school.press(f"{kept}/off")
    assert f'action="{kept}/put-back"' in school.desk(back)
    assert f'href="{kept}"' not in school.desk(back)
    school.press(f"{kept}/put-back")
    assert f'href="{kept}"' in school.desk(klass)


@pytest.mark.parametrize(
    "press", ["up.99", "out.x", "out", "in.nothing.1", "in.board", "numbers.-1", "copy.9999", "<b>", "more.2"]
)
def test_what_is_no_press_leaves_a_lesson_as_it_was(school: Weeks, klass: str, press: str) -> None:
    page = school.desk(f"{klass}/targets/{TARGET}")
    again = after(school, klass, page, press=press)
    assert (parts(again), asks(again)) == (parts(page), asks(page))


def test_fields_that_no_page_sends_are_read_as_far_as_they_make_sense(school: Weeks, klass: str) -> None:
    forged = [("part", "board"), ("part", "nonsense"), ("text", "<b>"), ("text", "x"), ("for", "9999"), ("for", "-1")]
    forged += [("skill.0", "no-such-skill"), ("number.0", "1"), ("seed", "../../etc"), ("minutes", "x")]
    status, _, page = fetched(school, f"{klass}/targets/{TARGET}?{urlencode(forged)}", school.teacher)
    assert status == 200
    assert parts(page) == ["board"]
    assert "no question" in page
    assert "../../etc" not in page


def test_a_teachers_own_pages_go_out_with_the_materials(school: Weeks, klass: str) -> None:
    page = 'href="https://example.org/game?level=1"'
    school.press("/desk/practice/eq-dist", title="My game", url="https://example.org/game?level=1")
    assert page in school.desk("/desk/practice?q=parentheses")
    assert page in school.desk("/desk/practice")
    lesson = attending(school, school.press(f"{klass}/targets/{TARGET}", minutes="50"))
    lesson.sit(*NAMES)
    last = {name: "56/5" if i < 4 else "" for i, name in enumerate(NAMES)}
    lesson.asks("check", {name: {"check.1": "9", "check.2": "-4", "check.3": text} for name, text in last.items()})
    lesson.console("open", segment="plan")
    assert page in school.desk(f"/room/{lesson.code}/materials")
    school.press("/desk/practice/eq-dist")
    assert page not in school.desk("/desk/practice?q=parentheses")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "http://", "ftp://a.b"])
def test_only_a_page_of_the_web_can_be_a_page_to_practise_on(school: Weeks, url: str) -> None:
    status, text = posted(school, "/desk/practice/eq-1add", {"title": "x", "url": url}, school.teacher)
    assert status == 422
    assert "is no address of a page" in text


def keep(school: Weeks, klass: str, form: list[tuple[str, str]]) -> str:
    """Keep the lesson of this form; the address of its page."""
    where = send(school, f"{klass}/targets/{TARGET}/keep", form)
    return f"{klass}/kept/{where.split('kept=')[1].split('#')[0]}"


def send(school: Weeks, path: str, form: list[tuple[str, str]]) -> str:
    """Submit a form with repeated fields; where it leads to."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for name, value in form:
        grouped[name].append(value)
    status, where = sent_on(school, path, grouped, school.teacher)
    assert status == 303, where
    return where
