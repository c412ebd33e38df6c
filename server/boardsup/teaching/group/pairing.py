"""Learners to coaches: the cheapest matching that keeps apart whom the teacher keeps apart.

Every coach has one slot, and a second one only where there are more learners than coaches. A second slot costs 10,
a pair of the last three sessions 3, a coach who has coached twice this week 2; a shared home language gives 1 back to
a learner with language support; a number from the seed, below 1, decides between equals. Peer tutoring in secondary
mathematics helps a little on average (Alegre et al. 2019), so turns are short and change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations

from boardsup.teaching.chance import chance
from boardsup.teaching.group.assignment import assign
from boardsup.teaching.group.values import StudentId, Wishes

NEVER = 1e6
"""The cost of what must not be: more than all else together."""

MOST_TRIED, MOST_TRIED_IN_A_HALL, CLASS = 200, 5, 40
"""Matchings that are tried to keep learners of one coach apart, before one goes without; a class has up to 40."""

Groups = dict[StudentId, tuple[StudentId, ...]]
"""Coach → learners."""

Seat = tuple[StudentId, StudentId]
"""A learner with a coach."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Who is to be paired: learners, coaches, and the learners whom the teacher has put with a coach already."""

    learners: tuple[StudentId, ...]
    coaches: tuple[StudentId, ...]
    taken: Mapping[StudentId, tuple[StudentId, ...]]

    @property
    def slots(self) -> tuple[tuple[StudentId, int], ...]:
        """Each coach's free slots, the first ones first."""
        many = len(self.learners) + sum(len(of) for of in self.taken.values()) > len(self.coaches)
        return tuple(
            (coach, slot)
            for slot in ((0, 1) if many else (0,))
            for coach in self.coaches
            if slot >= len(self.taken.get(coach, ()))
        )


def match(pairing: Pairing, seed: str, wishes: Wishes) -> Groups:
    """The cheapest groups in which nobody sits with whom they are kept apart from, nor only with never-called students.

    A matching that puts two such learners with one coach is tried again without the one and without the other, the
    cheapest first, so that the first one without a fault is the best.
    """
    costs = {
        (learner, coach): _cost(learner, coach, seed, wishes)
        + NEVER * wishes.apart(learner, frozenset((coach, *pairing.taken.get(coach, ()))))
        for learner in pairing.learners
        for coach in pairing.coaches
    }
    tried: list[tuple[float, int, frozenset[Seat], Groups]] = []
    _try(tried, pairing, costs, frozenset())
    for _ in range(MOST_TRIED if len(pairing.learners) <= CLASS else MOST_TRIED_IN_A_HALL):
        _, _, barred, groups = heappop(tried)
        faulty = _fault(groups, pairing, wishes)
        if not faulty:
            return groups
        for seat in faulty:
            _try(tried, pairing, costs, barred | {seat})
    return _without_faults(tried[0][3], pairing, wishes)


def _cost(learner: StudentId, coach: StudentId, seed: str, wishes: Wishes) -> float:
    language = wishes.languages.get(learner)
    shared = learner in wishes.language_support and language is not None and language == wishes.languages.get(coach)
    return (
        3 * (frozenset((learner, coach)) in wishes.lately)
        + 2 * (wishes.coached.get(coach, 0) >= 2)
        - 1 * shared
        + chance(seed, "pair", learner, coach)
    )


def _try(
    tried: list[tuple[float, int, frozenset[Seat], Groups]],
    pairing: Pairing,
    costs: Mapping[Seat, float],
    barred: frozenset[Seat],
) -> None:
    """Put the cheapest matching without the barred seats among those tried, in order of what it costs."""
    slots = pairing.slots
    table = [
        [NEVER if (learner, coach) in barred else costs[learner, coach] + 10 * slot for coach, slot in slots]
        for learner in pairing.learners
    ]
    groups: dict[StudentId, list[StudentId]] = {coach: [] for coach in pairing.coaches}
    total = 0.0
    for row, column in sorted(assign(table).items()):
        total += table[row][column]
        if table[row][column] < NEVER:
            groups[slots[column][0]].append(pairing.learners[row])
    heappush(tried, (total, len(barred) * 1000 + len(tried), barred, {c: tuple(of) for c, of in groups.items()}))


def _fault(groups: Groups, pairing: Pairing, wishes: Wishes) -> tuple[Seat, ...]:
    """The seats of which one has to go: two learners of a coach who are kept apart, or a group that none may call."""
    for coach, learners in groups.items():
        for one, other in combinations(learners, 2):
            if wishes.apart(one, frozenset((other,))):
                return ((one, coach), (other, coach))
        whole = frozenset((coach, *learners, *pairing.taken.get(coach, ())))
        if learners and wishes.silent(whole):
            return tuple((learner, coach) for learner in learners)
    return ()


def _without_faults(groups: Groups, pairing: Pairing, wishes: Wishes) -> Groups:
    """The same groups, where the last learner of each fault goes without."""
    while faulty := _fault(groups, pairing, wishes):
        learner, coach = faulty[-1]
        groups = {**groups, coach: tuple(other for other in groups[coach] if other != learner)}
    return groups
