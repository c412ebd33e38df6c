"""A teacher's own items: nothing is overwritten unseen, what is taken off the list can be put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsup.rostering.names import Refusal
from boardsup.store.database import open_database
from boardsup.store.own_items import (
    CHANGED,
    MOST,
    NO_ITEM,
    NOT_YOURS,
    TOO_MANY,
    change_item,
    find_item,
    keep_items,
    list_item,
    new_id,
    own_items,
)
from boardsup.store.people.person import Person

ANA, BEN = Person("p1", "Ana", "teacher"), Person("p2", "Ben", "teacher")


@pytest.fixture
def database(where: str | Path):
    opened = open_database(where)
    yield opened
    opened.close()


def test_of_two_who_change_an_item_the_second_hears_of_the_first(database):
    with database.session() as session:
        keep_items(session, [("own-1", "eq-1mul", "first")], ANA)
    with database.session() as session:
        change_item(session, ("own-1", "eq-1mul", "second"), 1, ANA)
    with pytest.raises(Refusal, match=CHANGED[:20]), database.session() as session:
        change_item(session, ("own-1", "eq-1mul", "third"), 1, ANA)
    with pytest.raises(Refusal, match=NO_ITEM[:20]), database.session() as session:
        change_item(session, ("own-2", "eq-1mul", "third"), 1, ANA)
    with database.session() as session:
        assert [(row.text, row.version) for row in own_items(session)] == [("second", 2)]


def test_a_colleagues_item_is_changed_by_its_writer_and_by_an_admin_alone(database):
    with database.session() as session:
        keep_items(session, [("own-1", "eq-1mul", "first")], ANA)
    with pytest.raises(Refusal, match=NOT_YOURS[:20]), database.session() as session:
        change_item(session, ("own-1", "eq-1mul", "second"), 1, BEN)
    with pytest.raises(Refusal, match=NOT_YOURS[:20]), database.session() as session:
        list_item(session, "own-1", BEN, active=False)
    with database.session() as session:
        list_item(session, "own-1", Person("p3", "Cai", "admin"), active=False)
        assert own_items(session) == []


def test_what_is_off_the_list_is_still_there_and_can_be_put_back(database):
    with database.session() as session:
        keep_items(session, [(new_id(), "eq-1mul", "text")], ANA)
        id = own_items(session)[0].id
        list_item(session, id, ANA, active=False)
        assert own_items(session) == []
        assert find_item(session, id) is not None
        list_item(session, id, ANA, active=True)
        assert [row.id for row in own_items(session)] == [id]
        with pytest.raises(Refusal):
            list_item(session, "own-none", ANA, active=False)


def test_more_items_than_fit_are_refused_as_a_whole(database):
    with database.session() as session:
        keep_items(session, [(f"own-{i}", "eq-1mul", "text") for i in range(MOST)], ANA)
    with pytest.raises(Refusal, match=TOO_MANY[:20]), database.session() as session:
        keep_items(session, [("own-x", "eq-1mul", "text")], ANA)
