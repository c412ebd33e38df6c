"""Planning on the shipped skill map: pre-assessments, the weekly quiz, and a lesson from its target."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.items.bank import Bank, read_bank
from boardsup.items.skills import Skill, SkillMap
from boardsup.teaching.plan import Wanted, outline
from boardsup.teaching.precheck import NOTHING_TO_ASK, Known, height, precheck, rising
from boardsup.teaching.quiz import Quiz, Week, build
from checkout import ROOT

ROWS = {
    "eq-both-dist": "eq-1add eq-2step eq-dist",
    "eq-both": "like-terms eq-2step eq-like",
    "ineq-neg": "ineq-read eq-1neg ineq-2step",
    "eq-frac": "frac-add eq-1div eq-2step-frac",
    "literal": "like-terms eq-1add eq-2step",
    "prop-solve": "frac-equiv unit-rate eq-1div",
    "pct-change": "dec-mul frac-mul pct-of",
    "func-inv": "expr-eval func-eval eq-2step",
    "slope-form": "slope-2pt eq-2step literal",
    "line-write": "int-sub slope-2pt eq-2step",
    "sys-sub": "expr-eval dist eq-like",
    "sys-elim": "int-sub eq-1mul sys-check",
    "sys-word": "expr-write eq-word sys-sub",
    "exp-pow": "exp-eval exp-prod",
    "exp-neg": "frac-equiv exp-prod exp-quot",
    "poly-mul": "int-mul like-terms dist-neg",
    "quad-factor": "dist-neg factor-gcf poly-mul",
    "quad-factor-solve": "poly-mul quad-factor zero-product",
    "vertex-form": "coord-plot quad-factor-solve vertex-x",
    "exp-growth": "exp-eval pct-of pct-change",
}
"""Target → its ready-made check, the deepest skill first."""


def shipped() -> Bank:
    """The skill map and the ready-made checks of problems/; what it holds beside them is not read."""
    folder = ROOT / "problems"
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.glob("skills/*.yaml")}
    bank, findings = read_bank(texts)
    assert not findings
    return bank


NOTHING: Mapping[str, Known] = {}
SHIPPED = shipped()
MAP = SHIPPED.skills


def known(**shares: int) -> dict[str, Known]:
    """Shares in percent, seen yesterday; `_` stands for the dash in a skill's name."""
    return {skill.replace("_", "-"): Known(Fraction(percent, 100), 1) for skill, percent in shares.items()}


def small(**prerequisites: str) -> SkillMap:
    """A map of skills in this order, each with its prerequisites; the strand is the name's first letter."""
    return SkillMap(tuple(Skill(id, id, id[0], (), tuple(below.split())) for id, below in prerequisites.items()))


def row(target: str) -> tuple[str, ...]:
    check = SHIPPED.checks.get(target)
    return check.asks if check else ()


@pytest.mark.parametrize("target", ROWS)
def test_a_target_with_a_row_gets_its_row_made_of_ancestors(target: str) -> None:
    found = precheck(MAP, target, row(target), NOTHING)

    assert found.asks == row(target) == tuple(ROWS[target].split())
    assert set(found.asks) <= set(MAP.ancestors(target))


def test_the_map_ships_these_rows_and_no_others() -> None:
    assert set(SHIPPED.checks) == set(ROWS)


@given(st.sampled_from(MAP.order), st.dictionaries(st.sampled_from(MAP.order), st.integers(0, 100)), st.integers(0, 30))
def test_a_pre_assessment_asks_at_most_three_ancestors_in_an_order_that_builds(
    target: str, shares: dict[str, int], days_ago: int
) -> None:
    """Seen to fail with the target among the candidates, and with the picks left in the order of the aims."""
    evidence = {skill: Known(Fraction(percent, 100), days_ago) for skill, percent in shares.items()}
    found = precheck(MAP, target, (), evidence)

    assert len(set(found.asks)) == len(found.asks) <= 3
    assert set(found.asks) <= {skill for skill, depth in MAP.steps(target).items() if depth <= 3}
    assert not any(evidence[skill].mastered for skill in found.asks if skill in evidence)
    for place, skill in enumerate(found.asks):
        assert not set(found.asks[place:]) & set(MAP.ancestors(skill))


def test_a_mastered_skill_of_a_row_is_replaced() -> None:
    found = precheck(MAP, "eq-both-dist", row("eq-both-dist"), known(eq_1add=95))

    assert found.asks == ("eq-1mul", "eq-2step", "eq-dist")
    assert "others take their place" in found.says


def test_what_was_mastered_long_ago_is_asked_again() -> None:
    long_ago = {"eq-1add": Known(Fraction(1), 22)}

    assert precheck(MAP, "eq-both-dist", row("eq-both-dist"), long_ago).asks == row("eq-both-dist")


def test_without_a_row_the_nearest_to_75_50_and_25_percent_are_asked() -> None:
    chain = small(a1="", a2="a1", a3="a2", a4="a3", a5="a4")

    assert precheck(chain, "a5", (), NOTHING).asks == ("a2", "a3", "a4")
    assert precheck(chain, "a5", (), NOTHING).says == "What it rests on."
    assert precheck(chain, "a2", (), NOTHING).asks == ("a1",)
    wide = small(a="", b="", c="", d="", t="a b c d")
    assert precheck(wide, "t", (), known(a=70, b=20, c=48, d=5)).asks == ("a", "b", "c")


def test_ties_go_to_the_strand_then_to_the_stalest_then_to_the_map() -> None:
    wide = small(x1="", y1="", y2="", x2="", x3="", x4="", x5="", xt="x1 y1 y2 x2 x3 x4 x5")
    seen = {
        "x1": Known(Fraction(25, 100), 3),
        "x2": Known(Fraction(25, 100), 9),
        "x3": Known(Fraction(25, 100), 22),
        "x4": Known(Fraction(25, 100), 9),
    }

    assert precheck(wide, "xt", (), seen).asks == ("x2", "x3", "x5")


def test_nothing_is_asked_when_the_class_has_it_all_or_nothing_comes_before() -> None:
    chain = small(a1="", a2="a1", a3="a2")

    assert precheck(chain, "a3", ("a1", "a2"), known(a1=85, a2=85)) == NOTHING_TO_ASK
    assert precheck(chain, "a3", (), known(a1=85, a2=84)).asks == ("a1", "a2")
    assert precheck(chain, "a1", (), NOTHING) == NOTHING_TO_ASK


def test_a_row_shrinks_when_nothing_takes_a_place() -> None:
    chain = small(a1="", a2="a1", a3="a2")

    assert precheck(chain, "a3", ("a1", "a2"), known(a1=95, a2=50)).asks == ("a2",)


def test_skills_rise_by_the_longest_way_down() -> None:
    assert [height(MAP, skill) for skill in ("int-order", "int-add", "expr-eval", "eq-2step", "eq-dist")] == [
        0, 2, 4, 6, 7,
    ]  # fmt: skip
    assert rising(MAP, ["eq-dist", "eq-2step-rev", "eq-1add", "eq-2step"]) == (
        "eq-1add",
        "eq-2step",
        "eq-2step-rev",
        "eq-dist",
    )


TEXT_WEEK = Week(
    ("eq-dist", "eq-2step-rev", "eq-2step", "eq-1add"), grade_level=frozenset({"eq-dist"}), probe="eq-both"
)


def test_the_quiz_of_the_text_rises_and_ends_with_its_probe() -> None:
    quiz = build(MAP, TEXT_WEEK, known(eq_1add=80))

    assert quiz.skills == ("eq-1add", "eq-2step", "eq-2step-rev", "eq-dist", "eq-both")
    assert quiz.probe not in quiz.counts


@pytest.mark.parametrize(
    ("shares", "first"),
    [({}, "eq-1add"), ({"eq_1add": 59, "eq_2step": 60}, "eq-2step"), ({"eq_1add": 60, "eq_2step": 90}, "eq-1add")],
)
def test_the_first_question_is_one_that_most_can_do(shares: dict[str, int], first: str) -> None:
    assert build(MAP, TEXT_WEEK, known(**shares)).counts[0] == first


@pytest.mark.parametrize(
    ("week", "counts"),
    [
        (Week(("a",)), ("a", "a", "a", "a")),
        (Week(("a", "b")), ("a", "a", "b", "b")),
        (Week(("a", "b", "c")), ("a", "b", "c", "c")),
        (Week(("a", "b", "c", "d", "e")), ("a", "c", "d", "e")),
        (Week(("a", "b", "c", "d", "e"), frozenset("b")), ("a", "b", "d", "e")),
        (Week(("a", "b", "c", "d", "e"), frozenset("d")), ("a", "c", "d", "e")),
        (Week(("a", "b", "c", "d"), overdue="z"), ("a", "z", "c", "d")),
        (Week(("a", "b", "c", "d"), overdue="b"), ("a", "b", "c", "d")),
    ],
)
def test_four_questions_count_whatever_the_week_was(week: Week, counts: tuple[str, ...]) -> None:
    chain = small(z="", a="", b="a", c="b", d="c", e="d")

    assert build(chain, week, NOTHING).counts == counts


def test_the_probe_rests_on_the_week_and_on_what_the_class_has() -> None:
    skills = small(a="", x="", p="a x", q="a", r="x")

    assert build(skills, Week(("a",)), known(x=70)).probe == "p"
    assert build(skills, Week(("a",)), known(x=69)).probe == "q"
    assert build(skills, Week(("a",)), {"x": Known(Fraction(1), 22)}).probe == "q"
    assert build(skills, Week(("a",), taught=frozenset("pq")), known(x=70)) == Quiz(("a", "a", "a", "a"), "")
    assert build(skills, Week(("a",), taught=frozenset("pq")), NOTHING).skills == ("a", "a", "a", "a")


def test_the_lesson_of_the_text_from_its_target() -> None:
    before = precheck(MAP, "eq-both-dist", row("eq-both-dist"), NOTHING)
    lesson = outline("eq-both-dist", before, ("int-sub", "eq-both-dist"))

    assert [(step.part, [q.skill for q in step.questions]) for step in lesson.steps] == [
        ("warmup", ["int-sub"]),
        ("diagnostic", ["eq-1add", "eq-2step", "eq-dist"]),
        ("plan", []),
        ("stations", ["eq-1add", "eq-2step", "eq-dist"]),
        ("model", ["eq-both-dist"]),
        ("board", ["eq-both-dist"]),
        ("board", ["eq-both-dist"]),
        ("coldcall", ["eq-both-dist"]),
        ("exit", ["eq-both-dist"]),
    ]
    assert lesson.minutes <= 50
    assert lesson.says == "The ready-made questions of this target."


def test_no_question_of_a_lesson_comes_twice_and_no_probe_is_practised() -> None:
    before = precheck(MAP, "eq-both-dist", row("eq-both-dist"), NOTHING)
    lesson = outline("eq-both-dist", before, ("eq-1add", "eq-2step"), probe="eq-dist")
    asked = [question for step in lesson.steps for question in step.questions]

    assert len(set(asked)) == len(asked)
    assert Wanted("eq-1add", 3) in asked
    assert [q.skill for q in lesson.steps[3].questions] == ["eq-1add", "eq-2step"]


def test_a_class_that_has_it_all_gets_no_stations() -> None:
    assert [step.part for step in outline("a", NOTHING_TO_ASK, ()).steps] == [
        "warmup", "model", "board", "board", "coldcall", "exit",
    ]  # fmt: skip
