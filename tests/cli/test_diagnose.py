"""`boardsup diagnose`: one JSON object a line, in order, whatever the bytes."""

from __future__ import annotations

import io
import json
import random
import time
from typing import Any

from boardsup.cli.diagnose import diagnose, diagnose_batch, main


def diagnosed(source: bytes) -> list[dict[str, Any]]:
    target = io.BytesIO()
    assert diagnose_batch(io.BytesIO(source), target) == 0
    return [json.loads(line) for line in target.getvalue().splitlines()]


def test_each_line_gets_its_diagnosis_in_order():
    first, second, third = diagnosed(b"5(x-7)=21\t28/5\n3/7+1/2\t4/9\n15% of 80\t12\n")
    assert first["question"], first["right"] == ("5(x-7)=21", "x = 56/5")
    assert [named["id"] for named in first["misconceptions"]] == ["eqm.distribute_first_only"]
    assert first["misconceptions"][0]["path"][0].startswith("5(x - 7) = 5x - 7")
    assert [named["id"] for named in second["misconceptions"]] == ["frac.add_tops_and_bottoms"]
    assert (third["verdict"], third["misconceptions"]) == ("correct", [])


def test_what_only_looks_like_the_answer_says_so():
    found = diagnose("412-287", "152")
    assert (found["verdict"], [n["specific"] for n in found["misconceptions"]]) == ("incorrect", [False])
    assert found["misconceptions"][0]["says"].startswith("Looks like")


def test_an_equal_answer_in_another_form_has_no_misconception():
    found = diagnose("reduce 18/30", "9/15")
    assert (found["verdict"], found["misconceptions"]) == ("equivalent_not_simplified", [])


def test_an_unreadable_question_or_answer_has_a_reason():
    question, answer = diagnose("which way to the station", "3"), diagnose("x+5=14", "9 +")
    assert question["verdict"] == answer["verdict"] == "unparseable"
    assert question["reason"].endswith(".")
    assert answer["reason"] == "read.dangling_operator"


def test_only_a_newline_ends_a_line_and_any_bytes_get_an_object():
    chance = random.Random(7)
    noise = [bytes(b for b in chance.randbytes(60) if b != 10) for _ in range(200)]
    noise += [b"3+4\t7\r", b"\x0b\x0c\x1c\x85", "3+4\u2028\t7".encode(), b"", b"\t\t\t", b"x=\xff\t1", b"9" * 5_000]
    found = diagnosed(b"\n".join(noise) + b"\n")
    assert len(found) == len(noise)
    verdicts = {row["verdict"] for row in found}
    assert verdicts <= {"correct", "equivalent_not_simplified", "incorrect", "unparseable", "check"}


def test_a_last_line_without_a_newline_counts():
    assert [row["verdict"] for row in diagnosed(b"x+5=14\t9\nx+5=14\t9")] == ["correct", "correct"]


def test_one_answer_can_be_given_as_arguments(capsys):
    assert main("-7 - (-3)", "-10") == 0
    found = json.loads(capsys.readouterr().out)
    assert [named["id"] for named in found["misconceptions"]] == ["int.sub_negative_as_sub"]


def test_a_question_of_many_parts_is_answered_soon():
    started = time.perf_counter()
    diagnose("+".join(["2(x-3)"] * 20), "0")
    assert time.perf_counter() - started < 2
