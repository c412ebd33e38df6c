"""From what the lessons of a class showed to the week that a quiz is about, and to what is known of each skill.

A week begins after the last quiz. Growth pairs a student's first answer before teaching (the check, or its catch-up)
with the answer in the quiz; the probe is in no pair. Practice in groups says nothing about the class.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from boardsup.items.skills import SkillMap
from boardsup.teaching.counting import Count
from boardsup.teaching.grow import Growth, Pairs, grow
from boardsup.teaching.mastery import FEWEST_ANSWERED, Asked, masteries
from boardsup.teaching.precheck import Known
from boardsup.teaching.quiz import Week
from boardsup.teaching.spiral import LONG_OVERDUE, Review, checked, overdue
from boardsup.teaching.tracing import Practised, Standing, standing, traced

Part = Literal["check", "catch_up", "review", "practice", "board", "exit", "quiz", "probe"]

BEFORE, TAUGHT, QUIZZED = ("check", "catch_up"), ("board", "exit"), ("quiz", "probe")
"""Asked before teaching; asked of what is taught; asked in a quiz."""

OF_SOME = ("practice", "catch_up")
"""Asked of some students alone."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question that a lesson asked, on which school day, k right and n settled of N, and who had it right."""

    lesson: str
    day: int
    skill: str
    part: Part
    count: Count
    right: Mapping[str, bool]
    options: int = 0
    ask: str = ""


@dataclass(frozen=True, slots=True)
class ReadyWeek:
    """A ready-made week: what its check asks, the skills of its quiz, and its probe."""

    asks: tuple[str, ...]
    skills: tuple[str, ...]
    probe: str


def after_quiz(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items of the lessons after the last one with a quiz."""
    last = max((place for place, item in enumerate(items) if item.part in QUIZZED), default=-1)
    return tuple(items[last + 1 :])


def before_quiz(items: Sequence[Item], lesson: str) -> tuple[Item, ...]:
    """The week that this lesson's quiz is about: what came before it, after the quiz before."""
    first = next(place for place, item in enumerate(items) if item.lesson == lesson and item.part in QUIZZED)
    return after_quiz(items[:first])


def week_of(skills: SkillMap, items: Sequence[Item], ready: Iterable[ReadyWeek], today: int) -> Week:
    """What the quiz that comes now is about; a lesson whose check is that of a ready-made week brings its skills."""
    now = after_quiz(items)
    asked, grade_level, probe = dict[str, None](), set[str](), ""
    for lesson in dict.fromkeys(item.lesson for item in now):
        own = [item for item in now if item.lesson == lesson and item.skill in skills]
        check = tuple(item.skill for item in own if item.part == "check")
        row = next((row for row in ready if row.skills and row.asks == check), None)
        if row is not None:
            asked |= dict.fromkeys(row.skills)
            grade_level.add(row.skills[-1])
            probe = probe or row.probe
        else:
            asked |= dict.fromkeys(item.skill for item in own if item.part in (*BEFORE, *TAUGHT))
            grade_level |= {item.skill for item in own if item.part in TAUGHT}
    reviews_now = reviews(items)
    late = overdue((r for r in reviews_now.values() if r.skill not in asked), today, skills)
    long = next((s for s in late if s in skills and reviews_now[s].score(today) > LONG_OVERDUE), "")
    return Week(
        skills=tuple(asked),
        grade_level=frozenset(grade_level),
        taught=frozenset(item.skill for item in items if item.part in TAUGHT),
        overdue=long,
        probe="" if probe in asked else probe,
    )


def pairs(before: Iterable[Item], after: Item) -> Pairs:
    """Students by their first answer on the skill before teaching, and by their answer in the quiz."""
    first: dict[str, bool] = {}
    for item in before:
        if item.part in BEFORE and item.skill == after.skill:
            first = {**item.right, **first}
    both = Counter((had, after.right[student]) for student, had in first.items() if student in after.right)
    return Pairs(both[True, True], both[False, True], both[True, False], both[False, False])


def grown(items: Sequence[Item]) -> tuple[str, tuple[tuple[Item, Growth], ...]]:
    """The newest quiz, and the growth on each of its skills that was asked before teaching; "" and none without one."""
    quiz = next((item.lesson for item in reversed(items) if item.part == "quiz"), "")
    if not quiz:
        return "", ()
    week = before_quiz(items, quiz)
    before = {item.skill for item in week if item.part in BEFORE}
    last = {item.skill: item for item in items if item.lesson == quiz and item.part == "quiz"}
    return quiz, tuple((item, grow(pairs(week, item))) for skill, item in last.items() if skill in before)


def known(items: Sequence[Item], today: int) -> dict[str, Known]:
    """How much of the class has each skill that it was asked lately, and how many school days ago."""
    of_all = [i for i in items if i.part not in OF_SOME and 100 * i.count.n >= FEWEST_ANSWERED * i.count.N > 0]
    asked = [Asked(i.skill, i.day, i.count.N, i.count.n, i.count.k, i.options) for i in of_all]
    shares = masteries(asked, today, {})
    days = {item.skill: item.day for item in of_all}
    return {skill: Known(share, today - days[skill]) for skill, share in shares.items()}


def reviews(items: Sequence[Item]) -> dict[str, Review]:
    """Where the class stands with each skill: the last question on it of every lesson is a check of it."""
    last = {(item.lesson, item.skill): item for item in items if item.part not in OF_SOME and item.count.N}
    found: dict[str, Review] = {}
    for item in last.values():
        found[item.skill] = checked(found.get(item.skill, Review(item.skill, item.day)), item.count, item.day)
    return found


def sorted_by_need(items: Iterable[Item], skill: str, today: int) -> tuple[tuple[str, Standing], ...]:
    """The students who answered on a skill, those who need it first. For sorting alone, never a score."""
    answers: dict[str, list[Practised]] = {}
    for item in items:
        if item.skill == skill:
            for student, is_right in item.right.items():
                practised = Practised(item.day, "right" if is_right else "not_yet", item.options)
                answers.setdefault(student, []).append(practised)
    order = sorted(answers, key=lambda student: (traced(answers[student], today), student))
    return tuple((student, standing(answers[student], today)) for student in order)
