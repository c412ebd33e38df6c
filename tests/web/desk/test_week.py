"""The week at the desk: the quiz that builds itself, growth in counts, who catches up, what comes next, the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from attending import fetched, sent_on
from weeks import FRIDAY, MONDAY, NEXT_MONDAY, Attending, Weeks, attending, weeks

NAMES = [f"Pupil{i:02}" for i in range(1, 11)]
HERE = NAMES[:9]
CHECK = {"check.1": "9", "check.2": "-4", "check.3": "56/5"}
MISSED = {"check.1": "9", "check.2": "-14", "check.3": ""}


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with weeks(tmp_path) as started:
        yield started


def words(page: str) -> str:
    """What a page says, formulas left out."""
    page = re.sub(r"(?s)<math.*?</math>", "…", page)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def prompts(page: str) -> list[str]:
    return re.findall(r'<p class="ask">.*?alttext="([^"]+)"', page)


def mondays(school: Weeks) -> str:
    """A class after its first lesson: three of nine had Q2 and Q3; one student was absent. Its page."""
    klass = school.make_class(NAMES)
    lesson = attending(school, school.press(f"{klass}/lessons", plan="multi-step-equations"))
    lesson.sit(*HERE)
    lesson.asks("check", {name: CHECK if i < 3 else MISSED for i, name in enumerate(HERE)})
    lesson.asks("board", {name: {"board.1": "15/2" if i < 4 else "21/4"} for i, name in enumerate(HERE)})
    lesson.console("choose", question="board.1", action="contrast")
    lesson.ends()
    return klass


def fridays(school: Weeks, klass: str) -> Attending:
    """The quiz that was proposed: eight of nine have Q2, four have Q4, one the probe."""
    school.calendar.go_to(FRIDAY)
    lesson = attending(school, school.press(f"{klass}/quiz"))
    lesson.sit(*HERE)
    lesson.asks(
        "quiz",
        {
            name: {
                "quiz.1": "9",
                "quiz.2": "-4" if i else "-14",
                "quiz.3": "18/5",
                "quiz.4": "56/5" if i < 4 else "28/5",
                "quiz.5": "1/5" if i == 1 else "",
                "quiz.helped": "<b>my</b> partner",
            }
            for i, name in enumerate(HERE)
        },
    )
    return lesson


def test_before_anything_was_taught_there_is_no_quiz_and_no_growth(school: Weeks) -> None:
    klass = school.make_class(NAMES)
    status, _, page = fetched(school, f"{klass}/quiz", school.teacher)

    assert status == 404
    assert "Nothing was taught since the last quiz" in page
    assert "No quiz has ended yet" in school.desk(f"{klass}/growth")
    assert sent_on(school, f"{klass}/quiz", {}, school.teacher)[0] == 404
    assert sent_on(school, f"{klass}/catch-up", {}, school.teacher)[0] == 404


def test_the_quiz_of_the_texts_week_asks_its_five_questions_and_can_be_changed(school: Weeks) -> None:
    klass = mondays(school)
    page = school.desk(f"{klass}/quiz")

    assert prompts(page) == ["x + 5 = 14", "2x - 10 = -18", "22 = -5x + 40", "5(x - 7) = 21", "2x - 6 = -3x - 5"]
    assert "What helped you this week?" in page
    chosen = "skill=eq-1add&number=1&skill=&number=1&skill=eq-2step-rev&number=1&skill=eq-1div&number=1"
    changed = school.desk(f"{klass}/quiz?{chosen}&skill=eq-both&number=1&probe=yes&again=0")
    assert len(prompts(changed)) == 4
    assert prompts(changed)[0] != "x + 5 = 14"
    assert prompts(changed)[-1] == "2x - 6 = -3x - 5"
    assert changed.count("Not taught yet") == 1


def test_what_stands_on_the_page_is_what_is_asked(school: Weeks) -> None:
    klass = mondays(school)
    fields = {"skill": ["eq-dist", "eq-2step", "gone"], "number": ["7", "5", "1"]}
    page = school.desk(f"{klass}/quiz?skill=eq-dist&number=7&skill=eq-2step&number=5&skill=gone&number=1")
    status, console = sent_on(school, f"{klass}/quiz", fields, school.teacher)  # type: ignore[arg-type]  # lists are sent too
    lesson = attending(school, console)
    lesson.sit("Pupil01")
    lesson.console("open", segment="quiz")

    assert status == 303
    asked = fetched(school, f"/room/{lesson.code}", school.devices["Pupil01"])[2]
    assert f'alttext="{prompts(page)[0]}"' in asked


@pytest.mark.parametrize(
    "query", ["skill=gone&number=1", "skill=&number=1", "skill=eq-both&number=1&probe=yes", "skill=eq-dist"]
)
def test_a_quiz_without_a_question_that_counts_is_refused(school: Weeks, query: str) -> None:
    klass = mondays(school)

    assert fetched(school, f"{klass}/quiz?{query}", school.teacher)[0] == 404


def test_growth_gives_counts_first_and_keeps_the_probe_apart(school: Weeks) -> None:
    klass = mondays(school)
    lesson = fridays(school, klass)
    lesson.ends()
    page = school.desk(f"{klass}/growth")
    says = words(page)

    assert "3 of 9 on Monday, 8 of 9 on Friday" in says
    assert "Of 6 who did not have it, 6 now do. Of 3 who had it, 2 still do." in says
    assert "13 of 27" not in says
    assert "9 of 9 on Friday. Not asked before teaching" in says
    assert "Not taught yet: Variables on both sides. 1 of 9 had it right on Friday" in says
    assert page.count('<svg class="track"') == 3
    assert "&lt;b&gt;my&lt;/b&gt; partner" in page
    assert "from 9" in says


def test_under_eight_pairs_are_too_few_to_tell(school: Weeks) -> None:
    klass = school.make_class(NAMES[:5])
    lesson = attending(school, school.press(f"{klass}/lessons", plan="multi-step-equations"))
    lesson.sit(*NAMES[:5])
    lesson.asks("check", dict.fromkeys(NAMES[:5], MISSED))
    lesson.ends()
    lesson = attending(school, school.press(f"{klass}/quiz"))
    lesson.sit(*NAMES[:5])
    lesson.asks("quiz", {name: {"quiz.2": "-4"} for name in NAMES[:5]})
    lesson.ends()
    says = words(school.desk(f"{klass}/growth"))

    assert "0 of 5 on Monday, 5 of 5 on Monday" in says
    assert "Too few to tell" in says
    assert "in a hundred. With so few" not in says


def test_names_are_only_where_they_show_while_the_key_is_held(school: Weeks) -> None:
    klass = mondays(school)
    fridays(school, klass).ends()
    page = school.desk(f"{klass}/growth")

    outside = re.sub(r'(?s)<span class="name[^"]*">.*?</span>', "", page)
    assert "Pupil01" in page
    assert "Pupil" not in outside


def test_results_come_back_only_when_the_teacher_gives_them(school: Weeks) -> None:
    klass = mondays(school)
    lesson = fridays(school, klass)

    def own() -> str:
        return fetched(school, f"/room/{lesson.code}", school.devices["Pupil01"])[2]

    assert "Not yet." not in own()
    lesson.console("give_back", segment="quiz")
    assert "Not yet." in own()


def test_who_was_absent_catches_up_alone_with_the_same_questions(school: Weeks) -> None:
    klass = mondays(school)
    assert "1 student has not answered Monday's questions" in words(school.desk(f"{klass}/growth"))
    lesson = attending(school, school.press(f"{klass}/catch-up"))
    tiles = fetched(school, f"/room/{lesson.code}", {})[2]
    assert "Pupil10" in tiles
    assert "Pupil01" not in tiles
    lesson.sit("Pupil10")
    lesson.asks("catch-up", {"Pupil10": {"catch-up.1": "9", "catch-up.2": "-4", "catch-up.3": ""}})
    lesson.ends()
    assert "Everybody here has answered" in words(school.desk(f"{klass}/growth"))

    school.calendar.go_to(FRIDAY)
    quiz = attending(school, school.press(f"{klass}/quiz"))
    quiz.sit(*NAMES)
    quiz.asks("quiz", {name: {"quiz.2": "-4"} for name in NAMES})
    quiz.ends()
    assert "4 of 10 on Monday, 10 of 10 on Friday" in words(school.desk(f"{klass}/growth"))


def test_after_the_exit_question_three_lists_and_after_calls_a_report(school: Weeks) -> None:
    klass = school.make_class(NAMES)
    lesson = attending(school, school.press(f"{klass}/targets/eq-both-dist", minutes="50"))
    lesson.sit(*HERE)
    lesson.console("open", segment="exit")
    lesson.hands_in("Pupil01", "exit.1", "x = 900", sure="sure")
    lesson.hands_in("Pupil02", "exit.1", "x = 900", sure="not_sure")
    lesson.hands_in("Pupil03", "exit.1", "")
    lesson.closes("exit")
    lesson.console("open", segment="call")
    lesson.console("call_next", segment="call")
    lesson.console("end_call", call="1", outcome="right")
    lesson.ends()
    says = words(school.desk(f"{klass}/growth"))

    assert "After Monday's exit question" in says
    assert "1 not yet, and sure: talk first Pupil01" in says
    assert "2 not yet: a table Pupil02, Pupil03" in says
    assert "0 right and not sure" in says
    assert "1 call in 1 lesson, 9 students. 8 not called yet." in says
    assert 'aria-label="Called 0: 8 students. Called 1: 1 student. "' in school.desk(f"{klass}/growth")
    assert "Called Students 0 8 1 1" in says
    code = re.search(rf'href="{klass}/lessons/(\w+)"', school.desk(klass))[1]
    assert "Calls: 1 right." in words(school.desk(f"{klass}/lessons/{code}"))


def test_next_week_asks_before_what_the_probe_asked_ahead(school: Weeks) -> None:
    klass = mondays(school)
    fridays(school, klass).ends()
    school.calendar.go_to(NEXT_MONDAY)
    page = school.desk(f"{klass}/growth")
    says = words(page)

    assert "On Friday 1 of 9 had it right already; it is not asked again" in says
    target = re.search(rf'href="({klass}/targets/eq-both)"', page)[1]
    proposal = words(school.desk(target))
    assert "Diagnostic" in proposal
    assert "Review" in proposal
    assert school.press(target, minutes="50").endswith("/console")


def test_the_story_of_a_lesson_says_what_was_recommended_and_chosen(school: Weeks) -> None:
    klass = mondays(school)
    code = re.search(rf'href="{klass}/lessons/(\w+)"', school.desk(klass))[1]
    says = words(school.desk(f"{klass}/lessons/{code}"))

    assert "4 of 9 right." in says
    assert "Recommended Discuss, with contrast. 4 of 9 right. 5 answers show the same idea" in says
    assert "Chosen Discussed both lines, as recommended" in says
    assert fetched(school, f"{klass}/lessons/NOPE1", school.teacher)[0] == 404


def test_nobody_else_sees_a_week(school: Weeks) -> None:
    klass = mondays(school)

    for page in ("growth", "quiz", "lessons/ABCDE"):
        assert fetched(school, f"{klass}/{page}", {})[0] == 403
    assert fetched(school, "/desk/classes/gone/growth", school.teacher)[0] == 404


def test_the_calendar_starts_on_a_monday() -> None:
    assert (MONDAY.weekday(), FRIDAY.weekday(), NEXT_MONDAY.weekday()) == (0, 4, 0)
