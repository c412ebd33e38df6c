"""The skill map: what rests on what, in how many steps, in which order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.items.skills import Skill, SkillMap


def a_map(**prerequisites: str) -> SkillMap:
    """Skills in this order, each with the letters of those that it rests on."""
    return SkillMap(tuple(Skill(id, id, "s", ("X",), tuple(below)) for id, below in prerequisites.items()))


DIAMOND = a_map(a="", b="a", c="a", d="bc", e="d")


def test_ancestors_are_all_that_a_skill_rests_on_in_the_order_of_the_map():
    assert DIAMOND.ancestors("e") == ("a", "b", "c", "d")


def test_steps_count_the_shortest_way_down():
    assert a_map(a="", b="a", c="ba").steps("c") == {"a": 1, "b": 1}


def test_the_nearest_ancestors_come_first():
    assert list(DIAMOND.steps("e")) == ["d", "b", "c", "a"]


def test_children_rest_on_a_skill_directly():
    assert DIAMOND.children("a") == ("b", "c")


def test_a_prerequisite_that_the_map_lacks_is_left_out():
    assert a_map(b="a").prerequisites("b") == ()


def test_the_closed_sets_of_a_chain_are_its_beginnings():
    found = a_map(a="", b="a", c="b").closed_sets("abc")
    assert found == (frozenset(), frozenset("a"), frozenset("ab"), frozenset("abc"))


def test_closed_sets_see_what_lies_between_the_skills_asked():
    assert a_map(a="", b="a", c="b").closed_sets("ac") == (frozenset(), frozenset("a"), frozenset("ac"))


def test_a_check_of_more_than_five_skills_is_refused():
    with pytest.raises(ValueError, match="at most 5"):
        a_map(a="", b="", c="", d="", e="", f="").closed_sets("abcdef")


def test_a_circle_is_shown_from_a_skill_back_to_itself():
    assert a_map(a="c", b="a", c="b", d="").circle() == ("a", "c", "b", "a")


def test_a_skill_that_rests_on_itself_is_a_circle():
    assert a_map(a="a").circle() == ("a", "a")


def test_a_map_without_a_circle_has_none():
    assert DIAMOND.circle() == ()


edges = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)


@given(edges)
def test_closed_sets_hold_every_ancestor_that_was_asked(pairs: list[tuple[int, int]]):
    """Seen to fail when direct prerequisites were taken instead of all ancestors."""
    below = {str(n): {str(b) for a, b in pairs if a == n and b < n} for n in range(6)}
    skills = SkillMap(tuple(Skill(id, id, "s", ("X",), tuple(sorted(p))) for id, p in below.items()))
    asked = "024"
    for some in skills.closed_sets(asked):
        assert all(set(skills.ancestors(id)) & set(asked) <= some for id in some)


@given(edges)
def test_a_circle_is_found_exactly_when_a_skill_is_its_own_ancestor(pairs: list[tuple[int, int]]):
    """Seen to fail when only the first two skills were tried as a start."""
    below = {str(n): sorted({str(b) for a, b in pairs if a == n}) for n in range(6)}
    skills = SkillMap(tuple(Skill(id, id, "s", ("X",), tuple(p)) for id, p in below.items()))
    reachable = {id: closure(id, below) for id in below}
    circle = skills.circle()
    assert bool(circle) == any(id in reachable[id] for id in below)
    assert all(low in below[high] for high, low in pairwise(circle))


def closure(start: str, below: dict[str, list[str]]) -> set[str]:
    """Everything below a skill, by brute force."""
    found: set[str] = set()
    queue = list(below[start])
    while queue:
        if (id := queue.pop()) not in found:
            found.add(id)
            queue += below[id]
    return found
