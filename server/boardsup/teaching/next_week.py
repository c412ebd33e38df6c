"""What comes next: the quiz's probe is the next target; a skill that few had on Friday comes back.

Friday's last question looks ahead, so what it asked is taught next, unless most can do it already; then the first skill
that rests on the week's and was not taught. Whoever was not here for a check answers the same questions, in 4 minutes.
Source: the last question informs next week's plan (just-in-time intervention); the second choice: the product's own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from boardsup.items.skills import SkillMap
from boardsup.teaching.precheck import Known
from boardsup.teaching.spiral import is_candidate_again
from boardsup.teaching.week import BEFORE, TAUGHT, Item, after_quiz


def next_target(skills: SkillMap, items: Sequence[Item], known: dict[str, Known], teachable: Collection[str]) -> str:
    """The skill to teach next; "" where nothing follows from what was asked."""
    probe = next((item.skill for item in reversed(items) if item.part == "probe"), "")
    if probe in teachable and not (probe in known and known[probe].mastered):
        return probe
    taught = {item.skill for item in items if item.part in TAUGHT}
    base = {item.skill for item in items if item.part != "probe"} | ({probe} if probe else set())
    follow = (
        s for s in skills.order if s in teachable and s not in base | taught and base & set(skills.prerequisites(s))
    )
    return next(follow, "")


def comes_back(items: Sequence[Item]) -> tuple[str, ...]:
    """The skills of the newest quiz that fewer than 60 % had; the probe was not taught, and is not among them."""
    quiz = next((item.lesson for item in reversed(items) if item.part == "quiz"), "")
    low = (
        i.skill for i in items if i.lesson == quiz and i.part == "quiz" and i.count.N and is_candidate_again(i.count)
    )
    return tuple(dict.fromkeys(low))


def to_catch_up(items: Sequence[Item], roster: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The week's newest check and who has answered nothing of it, nor caught up since; after the quiz nobody."""
    week = after_quiz(items)
    lesson = next((item.lesson for item in reversed(week) if item.part == "check"), "")
    if not lesson:
        return "", ()
    start = next(place for place, item in enumerate(week) if item.lesson == lesson)
    answered = {student for item in week[start:] if item.part in BEFORE for student in item.right}
    return lesson, tuple(student for student in roster if student not in answered)
