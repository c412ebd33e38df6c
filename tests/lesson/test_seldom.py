"""What seldom happens in a lesson, and has to be right when it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acting import CLOCK, DIAGNOSTIC, T0, TEACHER, apply, asking, given, ids, seated, started, when
from boardsup.items.item import Question
from boardsup.items.warmups import Community as Prompt
from boardsup.items.warmups import NoticeWonder, WarmUp
from boardsup.lesson import commands as c
from boardsup.lesson.consequences import has_consequences
from boardsup.lesson.draws import Draws
from boardsup.lesson.events import AnswerGiven, HandLowered, SeatTaken
from boardsup.lesson.evidence import together
from boardsup.lesson.grouping import group_of, late_check
from boardsup.lesson.lately import Together
from boardsup.lesson.marking import to_mend
from boardsup.lesson.materials import Link, PracticeSet
from boardsup.lesson.preparing import prepared
from boardsup.lesson.refused import Refused
from boardsup.lesson.release import is_released
from boardsup.lesson.segments import Board, Community, Model, Notice, Plan, Stations
from boardsup.lesson.shelf import Shelf
from boardsup.lesson.views.groups import clusters
from boardsup.lesson.views.own import present_question
from boardsup.lesson.views.printed import printed
from boardsup.store.problems import load_bank
from boardsup.store.warmups import load_warmups
from boardsup.teaching.group import Pair
from boardsup.teaching.plan import Outline, Step
from boardsup.web.settings import CHECKOUT
from lesson.test_grouping import CHECK, SETS, checked
from lesson.test_stations import at_work

HANDED_IN = AnswerGiven("s01", "board.1", 1, T0, "incorrect", "", "6")


@pytest.fixture(scope="module")
def bank():
    return load_bank(CHECKOUT / "problems")


@pytest.fixture(scope="module")
def warm_ups() -> dict[str, WarmUp]:
    return load_warmups(CHECKOUT / "problems")


def test_nothing_follows_from_an_answer_to_a_question_that_was_never_asked():
    assert not has_consequences(seated(), HANDED_IN)


def test_a_hand_that_is_down_stays_down():
    lesson = at_work()
    assert apply(lesson, HandLowered("Pairs 1")) == lesson


def test_a_round_is_not_made_longer_once_the_class_moves():
    moving = when(at_work(), TEACHER, c.EndRound(1), T0 + 91_000)
    with pytest.raises(Refused, match="moved on"):
        when(moving, TEACHER, c.LongerRound(1), T0 + 92_000)


def test_stations_that_open_without_a_plan_have_no_groups():
    lesson = when(seated(6, plan=(CHECK, Stations("stations", "check", SETS))), TEACHER, c.Open("check"))
    lesson = when(lesson, TEACHER, c.Open("stations"))
    assert lesson.plan is None
    assert group_of(lesson, "s01") == ("", ())


def test_who_comes_late_to_stations_without_a_check_has_no_questions_to_answer_first():
    lesson = replace(checked(), segments=(Plan("plan", "another"),), now="plan")
    assert late_check(replace(lesson, seats=lesson.seats.delete("s01")), "s01") == ()


def test_everybody_in_a_pair_has_its_label_and_the_others():
    lesson = at_work()
    for pair in lesson.plan.pairs:
        for student in pair.students:
            assert group_of(lesson, student) == (pair.label, tuple(sorted(pair.students - {student})))


def test_learners_who_worked_without_a_coach_worked_together_all_the_same():
    lesson = at_work()
    trio = replace(lesson.plan, pairs=(Pair("Pairs 1", "", ("s03", "s01", "s02")),))
    pairs = [("s01", "s02"), ("s01", "s03"), ("s02", "s03")]
    assert together(replace(lesson, plan=trio)) == tuple(Together(one, other) for one, other in pairs)


def test_an_unread_hand_in_whose_text_was_deleted_is_still_asked_again_in_words():
    lesson = when(asking("board"), "s01", c.Answer("board.1", 1, "x = = 2"))
    asked = lesson.asked["board.1"]
    assert to_mend(asked, replace(asked.answers["s01"], unread=""), "en")


def test_a_slow_verdict_on_an_answer_whose_text_was_deleted_changes_nothing():
    square = Board("board", Question("board.1", "Write $x * x$ as a power.", "expression", "x^2", ("x",)))
    lesson = given(started(6, (square,)), *(SeatTaken(s, f"device-{s}", T0) for s in ids(6)))
    lesson = when(when(lesson, TEACHER, c.Open("board")), "s01", c.Answer("board.1", 1, "sqrt(x^4)"))
    asked = lesson.asked["board.1"]
    purged = replace(asked, answers=asked.answers.set("s01", replace(asked.answers["s01"], wrote=None)))
    lesson = replace(lesson, asked=lesson.asked.set("board.1", purged))
    assert when(lesson, CLOCK, c.Settle("s01", "board.1", 1, "equal")) == lesson


def test_a_name_for_one_answer_leaves_the_others_as_they_are():
    lesson = when(when(asking("board"), "s01", c.Answer("board.1", 1, "6")), "s02", c.Answer("board.1", 1, "7"))
    lesson = when(lesson, TEACHER, c.NameAnswer("board.1", "6", "Divided only one side."))
    assert lesson.asked["board.1"].answers["s02"].misconceptions == ()


def test_who_handed_in_nothing_is_in_no_group_of_answers():
    lesson = when(asking("board", 3), "s01", c.Answer("board.1", 1, "6"))
    (group,) = clusters(lesson.asked["board.1"], ids(3))
    assert group.students == ("s01",)


def test_where_nothing_is_asked_a_student_is_at_no_question():
    lesson = when(seated(plan=(Model("model", "Two ways", ()),)), TEACHER, c.Open("model"))
    assert present_question(lesson, "s01") == ""


def test_of_an_example_nothing_is_ever_released():
    lesson = when(asking("board"), "s01", c.Answer("board.1", 1, "6"))
    model = replace(lesson, segments=(Model("board", "", ()),))
    assert not is_released(model, lesson.asked["board.1"], "s01")


def test_a_lesson_without_stations_has_nothing_to_print_and_one_without_sets_no_pages():
    assert printed(seated(plan=(DIAGNOSTIC,)), {}).sets == ()
    assert printed(seated(plan=(CHECK, Stations("stations", "check", SETS))), {}).sheets == ()
    lesson = at_work()
    bare = tuple(replace(s, sets=()) if isinstance(s, Stations) else s for s in lesson.segments)
    assert printed(replace(lesson, segments=bare), {}).sheets == ()


def test_each_page_to_practise_on_is_named_once():
    page = Link("A game", "https://example.org/game")
    sets = tuple(PracticeSet(one.skill, one.title, one.questions, links=(page,)) for one in SETS)
    assert printed(seated(plan=(CHECK, Stations("stations", "check", sets))), {}).links == (page,)


class Everything(set[str]):
    """As if every prompt stood in the lesson already."""

    def __contains__(self, _: object) -> bool:
        return True


def test_where_every_draw_stands_in_the_lesson_already_one_is_taken_all_the_same(bank):
    pool = bank.pools["eq-1add"]
    assert Draws(bank, "seed", Everything()).new(pool, pool.shapes[0].id, "seed")


def of_one(bank, part: str, text: str, shelf: Shelf):
    return prepared(bank, Outline("eq-both", (Step(part, (), 4, text),), ""), "seed", shelf)


@pytest.mark.parametrize(
    ("text", "ask"),
    [("", "First?"), ("two", "Second?"), ("How did we help each other?", "How did we help each other?")],
)
def test_a_prompt_about_the_class_is_the_first_the_one_chosen_or_the_teachers_own(bank, text, ask):
    shelf = Shelf(community={"one": Prompt("one", "First?", ""), "two": Prompt("two", "Second?", "")})
    assert of_one(bank, "community", text, shelf) == (Community("community", ask),)


def test_without_any_prompt_about_the_class_there_is_none(bank):
    assert of_one(bank, "community", "", Shelf()) == ()


def test_the_warm_up_that_was_chosen_opens_the_lesson(bank, warm_ups):
    name, wanted = next((id, one) for id, one in warm_ups.items() if isinstance(one, NoticeWonder))
    assert of_one(bank, "warmup", name, Shelf(warm_ups)) == (Notice("warm", wanted.ask, name),)


def test_drafts_of_a_talk_and_a_call_take_the_teachers_words(bank):
    (talk,) = of_one(bank, "discuss", "Which is quicker?", Shelf())
    (call,) = of_one(bank, "coldcall", "Why 7?", Shelf())
    assert (talk.ask, call.ask) == ("Which is quicker?", "Why 7?")
