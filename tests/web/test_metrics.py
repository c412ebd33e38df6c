"""What a process says of itself: ready or not, and counts without a name."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from boardsup.maths.question import Question
from boardsup.room.outbox import Outbox
from boardsup.room.workers import Workers
from serving import PATIENCE, Server
from weeks import Weeks, attending, weeks

NAMES = ["Anaïsabel", "Boqueron"]


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Weeks]:
    with weeks(tmp_path, metrics=True) as started:
        yield started


def read(school: Weeks) -> dict[str, float]:
    """Each line that counts something."""
    return {name: float(value) for name, value in re.findall(r"^(boardsup_\S+) (\S+)$", school.desk("/metrics"), re.M)}


def is_saving(counted: dict[str, float]) -> bool:
    """Is something on its way to the disk, or to a page?"""
    return bool(counted["boardsup_journal_queue"] or counted["boardsup_outbox_frames"])


def test_an_answer_is_counted_once_it_is_durable_and_no_name_is_said(school: Weeks) -> None:
    klass = school.make_class(NAMES)
    lesson = attending(school, school.press(f"{klass}/lessons", plan="multi-step-equations"))
    lesson.sit("Boqueron")
    lesson.console("open", segment="board")
    before = read(school)
    lesson.hands_in("Boqueron", "board.1", "15/2")
    until = time.monotonic() + PATIENCE
    while (after := read(school))["boardsup_events_total"] == before["boardsup_events_total"] or is_saving(after):
        assert time.monotonic() < until, "the answer was not made durable"
    assert after["boardsup_events_total"] > before["boardsup_events_total"] > 0
    assert after["boardsup_commits_total"] > before["boardsup_commits_total"]
    assert after["boardsup_commit_seconds_total"] > before["boardsup_commit_seconds_total"]
    assert (after["boardsup_lessons"], after["boardsup_hard_queue"]) == (1, 0)
    said = school.desk("/metrics")
    assert not [name for name in (*NAMES, lesson.code, klass.rpartition("/")[2]) if name in said]
    lesson.ends()
    assert read(school)["boardsup_lessons"] == 0


def test_what_was_not_sent_yet_and_what_waits_for_slow_algebra_are_counted() -> None:
    outbox = Outbox()
    for region, seq in (("stage", 0), ("stage", 0), ("tallies", 2)):
        outbox.put(region, "<p>", seq)
    assert outbox.depth == 2
    outbox.drain()
    assert outbox.depth == 1
    workers = Workers(how_many=0)
    workers.ask(Question("1", "2", frozenset()))
    assert workers.queued == 1
    workers.close()


def test_a_process_is_ready_while_it_can_write_and_keeps_its_time(school: Weeks) -> None:
    assert school.desk("/readyz") == "ok\n"


def test_nothing_is_counted_for_strangers_unless_it_was_asked_for(server: Server) -> None:
    assert server.get("/metrics")[0] == 404
    assert server.get("/readyz")[0] == 200
