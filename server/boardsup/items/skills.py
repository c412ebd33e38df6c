"""The skill map: which skills there are, in which order, and which rest on which.

The order is that of teaching, and settles ties. A prerequisite that the map does not have is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

MOST_ASKED = 5
"""Skills of one check: its closed sets are enumerated (decision-rules.md 3.4)."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill: what it is called, its standards, the skills that it rests on, words to search practice with."""

    id: str
    name: str
    strand: str
    ccss: tuple[str, ...]
    prerequisites: tuple[str, ...] = ()
    search: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True)
class SkillMap:
    """All skills in order, and the ways between them."""

    skills: tuple[Skill, ...]

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def __getitem__(self, id: str) -> Skill:
        return self._by_id[id]

    @property
    def order(self) -> tuple[str, ...]:
        """Every skill's id, in the order of the map."""
        return tuple(skill.id for skill in self.skills)

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """These skills in the order of the map, each once."""
        wanted = frozenset(ids)
        return tuple(id for id in self.order if id in wanted)

    def prerequisites(self, id: str) -> tuple[str, ...]:
        """The skills that this one rests on directly, in the order of the map."""
        return self.in_order(self._by_id[id].prerequisites)

    def children(self, id: str) -> tuple[str, ...]:
        """The skills that rest on this one directly, in the order of the map."""
        return tuple(skill.id for skill in self.skills if id in skill.prerequisites)

    def steps(self, target: str) -> dict[str, int]:
        """Every ancestor of a skill with the least number of steps down to it, the nearest first."""
        found: dict[str, int] = {}
        edge, depth = {target}, 0
        while edge:
            depth += 1
            edge = {p for id in edge for p in self.prerequisites(id)} - set(found) - {target}
            found.update((id, depth) for id in self.in_order(edge))
        return found

    def ancestors(self, target: str) -> tuple[str, ...]:
        """Every skill that a skill rests on, directly or not, in the order of the map."""
        return self.in_order(self.steps(target))

    def closed_sets(self, ids: Iterable[str]) -> tuple[frozenset[str], ...]:
        """The knowledge states over these skills: the sets that hold, with a skill, all of them that it rests on.

        The smallest first, ties in the order of the map. At most five skills: a check asks no more.
        """
        asked = self.in_order(ids)
        if len(asked) > MOST_ASKED:
            raise ValueError(f"a check asks at most {MOST_ASKED} skills")
        below = {id: frozenset(self.ancestors(id)) & frozenset(asked) for id in asked}
        sets = (frozenset(some) for size in range(len(asked) + 1) for some in combinations(asked, size))
        return tuple(some for some in sets if all(below[id] <= some for id in some))

    def circle(self) -> tuple[str, ...]:
        """Skills that rest on each other in a circle, the first one again at the end; () when there is none."""
        return next((way for skill in self.skills if (way := self._way_back(skill.id))), ())

    def _way_back(self, start: str) -> tuple[str, ...]:
        """The shortest way from a skill down to itself."""
        came_from: dict[str, str] = {}
        for id, below in self._edges_from(start):
            if below == start:
                way = [start, id]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            came_from.setdefault(below, id)
        return ()

    def _edges_from(self, start: str) -> Iterator[tuple[str, str]]:
        """Every pair of a skill and one that it rests on, as far down as there are new ones."""
        queue, seen = [start], {start}
        for id in queue:
            for below in self.prerequisites(id):
                yield id, below
                if below not in seen:
                    seen.add(below)
                    queue.append(below)

    @cached_property
    def _by_id(self) -> dict[str, Skill]:
        return {skill.id: skill for skill in self.skills}
