"""`boardsup load`: small true runs in which nothing is lost, and a count that finds what was lost on purpose."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from boardsup.cli import app
from boardsup.cli.load.arrivals import Arrival, burst, play, steady
from boardsup.cli.load.clicker import Clicker
from boardsup.cli.load.hand_ins import HandIn, Key, Seen
from boardsup.cli.load.line import address_of
from boardsup.cli.load.soak import growth
from boardsup.cli.load.truth import against_export, against_journal, sent_and_seen
from boardsup.lesson.events import AnswerGiven
from serving import BOARDSUP, Server

QUESTION = "board.1"
FAULTS = ("unsaved", "lost", "doubled", "crossed", "disordered", "uncounted")


def sent(*who: tuple[str, int]) -> dict[Key, HandIn]:
    """Hand-ins of these students under these numbers in lesson AAAAA, each seen as saved."""
    found: dict[Key, HandIn] = {}
    for i, (student, number) in enumerate(who):
        key = ("AAAAA", student, QUESTION, number)
        found[key] = HandIn(key, f"x = {i}", due=1.0, sent=1.0, saved=1.1)
    return found


def stored(hand_ins: dict[Key, HandIn]) -> list[tuple[str, AnswerGiven]]:
    """A journal that holds exactly these."""
    return [
        (code, AnswerGiven(student, question, number, 0, "incorrect", "c", one.text, wrote=one.text))
        for (code, student, question, number), one in hand_ins.items()
    ]


def loaded(out: Path, *words: str) -> dict[str, Any]:
    """The figures of a load that ended well."""
    command = [BOARDSUP, "load", *words, "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=110)
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_every_scenario_runs_on_a_server_of_its_own_and_loses_nothing(tmp_path: Path):
    out = tmp_path / "load.json"
    found = loaded(out, "--classes", "2", "--size", "10", "--seconds", "0.5")
    assert set(found) == {"burst", "steady", "join-storm", "reconnect-storm", "slow", "drawing"}
    for name, figures in found.items():
        assert not any(figures[fault] for fault in FAULTS), name
        assert figures["saved"] == figures["sent"] > 0
    assert found["slow"]["reading_nothing"] == 2
    assert found["burst"]["saved_ms"]["max"] > 0 < found["burst"]["cpu_us"]


def test_a_server_that_runs_already_is_judged_by_what_its_desk_gives_out(server: Server, tmp_path: Path):
    out = tmp_path / "load.json"
    there = ("--here", server.here, "--link", server.sign_in)
    found = loaded(out, "steady", "--size", "8", "--seconds", "1", "--rate", "60", *there)["steady"]
    assert found["faults"] == 0
    assert found["saved"] == found["sent"] > 8


def test_a_database_that_cannot_be_opened_is_said_before_the_load_runs(tmp_path: Path):
    """An address that nobody listens at is never asked."""
    words = ("--here", "http://127.0.0.1:9", "--look-into", str(tmp_path / "none" / "at.all"))
    ran = CliRunner().invoke(app, ["load", "burst", *words])
    assert ran.exit_code == 1
    assert ran.output.startswith("The database cannot be opened")
    assert "Traceback" not in ran.output


def test_a_soak_says_how_memory_went(tmp_path: Path):
    out = tmp_path / "load.json"
    found = loaded(out, "--size", "5", "--soak", "0.05", "--rate", "50")["soak"]
    assert found["end_mb"] >= found["warm_mb"] > 0


def test_memory_is_compared_from_the_first_look_after_it_is_warm():
    mega = 2**20
    assert growth([(0, 50 * mega), (6, 100 * mega), (12, 110 * mega)], warm_after=5) == {
        "warm_mb": 100.0,
        "end_mb": 110.0,
        "grew_percent": 10.0,
    }


def test_a_journal_that_holds_what_was_sent_has_no_fault():
    hand_ins = sent(("s1", 1), ("s2", 1), ("s1", 2))
    assert against_journal(hand_ins, stored(hand_ins)).faults == 0


def test_a_lost_hand_in_is_found():
    hand_ins = sent(("s1", 1), ("s2", 1))
    assert against_journal(hand_ins, stored(hand_ins)[:1]).lost == 1


def test_a_doubled_hand_in_is_found():
    hand_ins = sent(("s1", 1), ("s2", 1))
    assert against_journal(hand_ins, [*stored(hand_ins), stored(hand_ins)[0]]).doubled == 1


def test_answers_that_changed_places_are_found():
    hand_ins = sent(("s1", 1), ("s2", 1))
    swapped = {
        key: HandIn(key, other.text, 1.0) for key, other in zip(hand_ins, [*hand_ins.values()][::-1], strict=True)
    }
    assert against_journal(hand_ins, stored(swapped)).crossed == 2


def test_an_answer_that_nobody_sent_is_found():
    hand_ins = sent(("s1", 1))
    assert against_journal(hand_ins, stored(hand_ins | sent(("s1", 1), ("s9", 1)))).crossed == 1


def test_an_older_answer_behind_a_newer_one_is_found():
    hand_ins = sent(("s1", 1), ("s1", 2))
    assert against_journal(hand_ins, stored(hand_ins)[::-1]).disordered == 1


def test_a_hand_in_without_a_receipt_is_found():
    hand_ins = sent(("s1", 1), ("s2", 1))
    hand_ins["AAAAA", "s2", QUESTION, 1].saved = 0.0
    found = sent_and_seen(Seen(hand_ins))
    assert (found.saved, found.unsaved) == (1, 1)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([("Ana", "x = 0")], "lost"),
        ([("Ana", "x = 0"), ("Bo", "x = 1")], "lost"),
        ([("Ana", "x = 0"), ("Bo", "x = 2"), ("Bo", "x = 2")], "doubled"),
        ([("Ana", "x = 2"), ("Bo", "x = 2")], "crossed"),
    ],
    ids=["a row is missing", "an older answer stands", "a row stands twice", "another student's answer stands"],
)
def test_what_is_wrong_in_an_export_is_found(rows: list[tuple[str, str]], fault: str):
    hand_ins = sent(("s1", 1), ("s2", 1), ("s2", 2))
    given = [{"lesson": "AAAAA", "student": name, "wrote": wrote} for name, wrote in rows]
    found = against_export(hand_ins, {"s1": "Ana", "s2": "Bo"}, given)
    assert getattr(found, fault) == 1


def test_an_export_that_holds_the_last_answers_has_no_fault():
    rows = [{"lesson": "AAAAA", "student": name, "wrote": wrote} for name, wrote in (("Ana", "x = 0"), ("Bo", "x = 2"))]
    hand_ins = sent(("s1", 1), ("s2", 1), ("s2", 2))
    assert against_export(hand_ins, {"s1": "Ana", "s2": "Bo"}, rows).faults == 0


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        (b'<header id="me" data-seat="s2">', "strange"),
        (b'<section id="saved" data-receipts="board.1:3 ">', "strange"),
        (b'<section id="saved" data-receipts="board.1:1 "><i></i>data-receipts="board.1:0 "', ""),
    ],
)
async def test_another_students_page_or_receipt_on_a_device_is_counted(frame: bytes, fault: str):
    seen = Seen()
    clicker = Clicker(address_of("http://127.0.0.1:1"), "AAAAA", "s1", seen)
    clicker.hand_in(QUESTION, "x = 1", 0.0)
    clicker._hear(frame)
    assert seen.strange == (fault == "strange")


async def test_time_is_counted_from_the_scheduled_moment_even_when_the_load_stood_still():
    due_at: list[float] = []

    def hand_in(_: Arrival, due: float) -> None:
        if not due_at:
            time.sleep(0.2)
        due_at.append(due)

    began = time.perf_counter()
    await play([Arrival(0.01 * i, i, "x = 1") for i in range(5)], hand_in)
    assert due_at[-1] - due_at[0] == pytest.approx(0.04)
    assert time.perf_counter() - began >= 0.2


def test_a_schedule_is_the_same_whenever_it_is_made():
    assert burst(30, 1.0) == burst(30, 1.0)
    found = steady(10, 5.0, 100.0)
    assert {one.device for one in found} == set(range(10))
    assert 300 < len(found) < 700


def test_a_scenario_that_does_not_exist_gets_a_sentence():
    ran = CliRunner().invoke(app, ["load", "avalanche"])
    assert ran.exit_code == 2
    assert "burst" in ran.output
