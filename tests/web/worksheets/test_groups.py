"""The groups of a lesson on paper: a page a group, a page a student, coach cards, and keys that match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from boardsup.lesson.materials import PracticeSet
from boardsup.lesson.preparing import COACH
from boardsup.lesson.views.printed import GroupSheet, Printed
from boardsup.lesson.worksheets import Order, sheets
from boardsup.web.settings import CHECKOUT
from boardsup.web.worksheets.groups import Printing, group_pages, student_pages
from boardsup.web.worksheets.packets import Look
from boardsup.web.worksheets.press import Press
from papers import Pdf
from problems.shipped import bank

LOOK = Look(CHECKOUT / "client")
LESSON = Printing("Equations #1 $x$", "KT4MZ", "https://school.example")


def practice(skill: str) -> PracticeSet:
    """A set as a lesson brings it along."""
    drawn = sheets(bank(), Order((skill,), 4, "screens"), 1)[0]
    questions = tuple(replace(one.question, id=f"stations.{i}") for i, one in enumerate(drawn))
    return PracticeSet(skill, bank().skills[skill].name, questions, drawn[0].worked and (), COACH)


ONE, TWO = practice("eq-1add"), practice("eq-2step")
FOUND = Printed(
    (
        GroupSheet("Blue A", ("Ada", "Bo", "*Cai*", "Dee"), ONE, (), ("en",) * 4),
        GroupSheet("Pair 1", ("Ana", "Eva"), TWO, COACH, ("es", "es")),
    ),
    (ONE, TWO),
    "Then the game on page 3.",
)


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    made = Press(CHECKOUT / "client")
    yield made
    made.close()


def solved(text: str) -> list[str]:
    """Every equation of a page that is to be solved."""
    return re.findall(r"Solve (.+?)\.", text)


def test_each_group_has_a_page_in_its_language_its_coach_a_card_and_the_teacher_a_key(press: Press) -> None:
    found = Pdf(press.pdf(group_pages(FOUND, LESSON, LOOK)))
    blue, pair, card, key = found.pages
    assert "Name: Ada, Bo, *Cai*, Dee" in blue
    assert "Then the game on page 3." in blue
    assert "Nombre: Ana, Eva" in pair
    assert "Para quien ayuda" in card
    assert "¿Cómo lo sabes?" in card
    assert "Key: Equations #1 $x$" in key
    assert solved(key) == [*solved(blue), *solved(pair)]
    assert found.says_ua_1
    assert found.title == "Equations #1 $x$"


def test_before_there_are_groups_each_set_has_a_page(press: Press) -> None:
    found = Pdf(press.pdf(group_pages(replace(FOUND, sheets=()), LESSON, LOOK)))
    assert len(found.pages) == 3
    assert "Two-step equation" in found.pages[1]


def test_each_student_of_a_table_has_other_numbers_than_the_others_and_than_the_screens(press: Press) -> None:
    found = Pdf(press.pdf(student_pages(bank(), FOUND, LESSON, LOOK)))
    mine = {
        re.search(r"(?:Name|Nombre): (.+)", page)[1]: solved(page)
        for page in found.pages
        if "Hoja" in page or "Sheet" in page
    }
    assert set(mine) >= {"Ada", "Bo", "*Cai*", "Dee", "Ana", "Eva"}
    at_the_table = [set(mine[name]) for name in ("Ada", "Bo", "*Cai*", "Dee")]
    assert len(set.union(*at_the_table)) == 16
    screens = set(solved(Pdf(press.pdf(group_pages(FOUND, LESSON, LOOK))).text))
    assert not screens & set.union(*at_the_table)
    assert re.search(r"Pair 1: Version B\s+Eva\s+1\. Solve", found.text)


def test_a_set_on_a_skill_without_items_is_printed_as_it_is_on_the_screens(press: Press) -> None:
    own = replace(ONE, skill="typed")
    only = replace(FOUND, sheets=(replace(FOUND.sheets[0], practice=own),), sets=(own,))
    found = Pdf(press.pdf(student_pages(bank(), only, LESSON, LOOK)))
    assert len(found.pages) == 2
    assert solved(found.pages[1]) == solved(found.pages[0])
