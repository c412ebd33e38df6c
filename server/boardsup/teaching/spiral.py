"""Spiral review: when a class meets an old skill again, later each time that it knows it.

After a check the interval is multiplied by 2.2 when 80 % had it, by 1.2 from 60 %, else by ½, within 1 and 45 school
days; the first one is 2. A warm-up mixes three skills: the last lesson's, the most overdue old one, a prerequisite of
what comes next. Mixed review: 62 % against 38 % a month later (Rohrer et al. 2020); factors: the product's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from boardsup.items.skills import SkillMap
from boardsup.teaching.counting import Count

FIRST_INTERVAL = 2.0
FACTORS, FORGOTTEN = ((80, 2.2), (60, 1.2)), 0.5
"""What an interval is multiplied by, from this share in percent; and below."""

SHORTEST, LONGEST = 1.0, 45.0
"""School days."""

DUE, LONG_OVERDUE = 1.0, 2.0
"""Due scores from which a skill is due, and above which it goes into the week's quiz."""


@dataclass(frozen=True, slots=True)
class Review:
    """Where a class stands with a skill: its interval in school days, and the school day on which it was last seen."""

    skill: str
    seen: int
    interval: float = FIRST_INTERVAL

    def score(self, today: int) -> float:
        """Days since it was seen, in intervals: due from 1."""
        return (today - self.seen) / self.interval


def checked(review: Review, count: Count, today: int) -> Review:
    """The review after k of N had it today (N at least 1)."""
    factor = next((by for share, by in FACTORS if 100 * count.k >= share * count.N), FORGOTTEN)
    return Review(review.skill, today, min(LONGEST, max(SHORTEST, review.interval * factor)))


def is_candidate_again(count: Count) -> bool:
    """Did so few have it that the skill belongs into next week's pre-assessment?"""
    return 100 * count.k < 60 * count.N


def overdue(reviews: Iterable[Review], today: int, skills: SkillMap) -> tuple[str, ...]:
    """The skills that are due, the most overdue first, then in the order of the map."""
    due = [(review.score(today), review.skill) for review in reviews if review.score(today) >= DUE]
    places = {skill: place for place, skill in enumerate(skills.order)}
    return tuple(skill for _, skill in sorted(due, key=lambda one: (-one[0], places.get(one[1], len(places)))))


def warmup(skills: SkillMap, reviews: Mapping[str, Review], last: str, target: str, today: int) -> tuple[str, ...]:
    """Up to three different skills for tomorrow's warm-up, never the target itself; no two of one skill in a row.

    `last` is the last lesson's skill ("" before the first). Of the target's prerequisites comes the most overdue one,
    a skill that was never seen counting as more overdue than any.
    """
    found = [last] if last and last != target else []
    found += [s for s in overdue(reviews.values(), today, skills) if s not in (*found, target)][:1]
    before = [skill for skill in skills.prerequisites(target) if skill not in found]
    if before:
        found.append(max(before, key=lambda skill: _urgency(reviews.get(skill), today)))
    return tuple(found)


def _urgency(review: Review | None, today: int) -> tuple[bool, float]:
    return (review is None, review.score(today) if review is not None else 0.0)
