"""What a tab has yet to be sent: the newest of each region, once it is durable."""

from __future__ import annotations

import asyncio

from boardsup.room.outbox import Outbox


def test_a_newer_frame_replaces_an_unsent_older_one():
    box = Outbox()
    for i in range(1_000):
        box.put("task", f"<p>{i}</p>", 0)
    assert box.drain() == "<p>999</p>"
    assert box.drain() == ""


def test_all_regions_go_in_one_piece():
    box = Outbox()
    box.put("task", "<a>", 0)
    box.put("saved", "<b>", 0)
    assert box.drain() == "<a><b>"


def test_a_frame_is_held_until_its_event_is_durable():
    box = Outbox(durable=4)
    assert box.put("saved", "<p>saved</p>", 5)
    assert box.drain() == ""
    box.release(4)
    assert box.drain() == ""
    box.release(5)
    assert box.drain() == "<p>saved</p>"


def test_what_is_durable_already_is_not_held():
    box = Outbox(durable=5)
    assert not box.put("saved", "<p>", 5)
    assert box.drain() == "<p>"


def test_a_disk_that_is_slower_than_the_changes_still_lets_something_through():
    box = Outbox()
    for seq in range(1, 100):
        box.put("tallies", f"<p>{seq}</p>", seq)
    box.release(50)
    assert box.drain() == "<p>1</p>"
    box.release(99)
    assert box.drain() == "<p>99</p>"


def test_a_durable_frame_is_never_overtaken_by_an_older_one_that_waited():
    box = Outbox()
    box.put("task", "<p>old</p>", 3)
    box.put("task", "<p>new</p>", 0)
    box.release(3)
    assert box.drain() == "<p>new</p>"


def test_what_never_became_durable_is_dropped():
    box = Outbox()
    box.put("saved", "<p>saved</p>", 1)
    box.forget(0)
    box.release(9)
    assert box.drain() == ""
    assert not box.holds_back


async def test_a_beat_is_answered_with_nothing_else():
    box = Outbox()
    box.answer_beat()
    assert await asyncio.wait_for(box.take(), 5) == ""


async def test_taking_waits_for_something():
    box = Outbox()
    taking = asyncio.create_task(box.take())
    box.put("task", "<p>", 1)
    done, _ = await asyncio.wait({taking}, timeout=0)
    assert not done
    box.release(1)
    assert await asyncio.wait_for(taking, 5) == "<p>"


async def test_settled_waits_for_what_is_held_back_now_and_for_nothing_later():
    box = Outbox()
    box.put("saved", "<p>1</p>", 1)
    settling = asyncio.create_task(box.settled())
    await asyncio.sleep(0)
    box.put("saved", "<p>2</p>", 2)
    box.release(1)
    await asyncio.wait_for(settling, 5)
    assert box.drain() == "<p>1</p>"
    assert box.holds_back


async def test_settled_ends_when_what_was_held_back_never_happened():
    box = Outbox()
    box.put("saved", "<p>1</p>", 1)
    settling = asyncio.create_task(box.settled())
    await asyncio.sleep(0)
    box.forget(0)
    await asyncio.wait_for(settling, 5)
