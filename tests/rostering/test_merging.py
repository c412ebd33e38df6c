"""A list against a class: nobody twice, nobody lost, no two tiles alike; the same list again changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardsup.rostering.merging import Merge, Tile, merge
from boardsup.rostering.names import alike
from boardsup.rostering.roster import Person, Section

FIRST_NAMES = st.sampled_from(["Ana", "ana", "Bo", "Zoë", "Ana 2"])
PEOPLE = st.lists(
    st.builds(Person, st.sampled_from(["", "1", "2", "3", "4"]), FIRST_NAMES, st.sampled_from(["", "M", "S"])),
    max_size=8,
    unique_by=lambda one: one.id or object(),
)
TILES = st.lists(
    st.tuples(st.sampled_from(["", "1", "2", "3", "9"]), FIRST_NAMES, st.booleans()),
    max_size=6,
    unique_by=(lambda one: one[0] or object(), lambda one: alike(one[1])),
).map(lambda found: [Tile(f"t{i}", *one) for i, one in enumerate(found)])


def section(people: list[Person]) -> Section:
    return Section("c1", "P3", tuple(people))


def after(tiles: list[Tile], done: Merge) -> list[Tile]:
    """The tiles of the class once it is done."""
    matched = {tile.id: person for tile, person in (*done.same, *done.back)}
    kept = [
        Tile(tile.id, matched[tile.id].id or tile.external, tile.name) if tile.id in matched else tile for tile in tiles
    ]
    return kept + [Tile(f"new{i}", person.id, name) for i, (name, person) in enumerate(done.added)]


def test_an_id_finds_its_tile_whatever_the_teacher_has_called_it():
    done = merge(section([Person("7", "Anastasia", "M")]), [Tile("t", "7", "Ana"), Tile("u", "", "Anastasia")])
    assert [tile.id for tile, _ in done.same] == ["t"]
    assert [tile.id for tile in done.missing] == ["u"]


def test_a_name_finds_its_tile_where_no_id_is_known():
    done = merge(section([Person("7", "ANA", "M"), Person("8", "Bo")]), [Tile("t", "", "Ana"), Tile("u", "5", "Bo")])
    assert [(tile.id, person.id) for tile, person in done.same] == [("t", "7")]
    assert [name for name, _ in done.added] == ["Bo 2"]


def test_two_alike_are_told_apart_by_the_initial_or_by_a_number():
    done = merge(section([Person("1", "Ana", "M"), Person("2", "Ana", "S"), Person("3", "Bo"), Person("4", "Bo")]), [])
    assert [name for name, _ in done.added] == ["Ana M.", "Ana S.", "Bo", "Bo 2"]


def test_a_tile_off_the_list_comes_back():
    done = merge(section([Person("1", "Ana")]), [Tile("t", "1", "Ana", active=False)])
    assert [tile.id for tile, _ in done.back] == ["t"]
    assert not done.added


@given(PEOPLE, TILES)
def test_everybody_of_the_list_has_one_tile_and_no_tile_two(people: list[Person], tiles: list[Tile]):
    done = merge(section(people), tiles)
    found = [person for _, person in (*done.same, *done.back, *done.added)]
    assert sorted(found, key=repr) == sorted(people, key=repr)
    touched = [tile.id for tile, _ in (*done.same, *done.back)] + [tile.id for tile in done.missing]
    assert len(set(touched)) == len(touched)
    assert {tile.id for tile in tiles if tile.active} <= set(touched)


@given(PEOPLE, TILES)
def test_no_new_tile_is_called_as_another_on_the_list(people: list[Person], tiles: list[Tile]):
    done = merge(section(people), tiles)
    back = {tile.id for tile, _ in done.back}
    names = [alike(tile.name) for tile in tiles if tile.active or tile.id in back]
    new = [alike(name) for name, _ in done.added]
    assert len(set(new)) == len(new)
    assert not set(new) & set(names)


@given(PEOPLE.filter(lambda people: all(one.id for one in people)), TILES)
def test_the_same_list_again_changes_nothing(people: list[Person], tiles: list[Tile]):
    done = merge(section(people), tiles)
    again = merge(section(people), after(tiles, done))
    assert not again.added
    assert {person.id: tile.id for tile, person in (*again.same, *again.back)}.keys() == {one.id for one in people}
