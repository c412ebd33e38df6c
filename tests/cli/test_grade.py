"""`boardsup grade`: one verdict a line, in order, whatever the bytes."""

from __future__ import annotations

import io
import random

from boardsup.cli.grade import grade, grade_batch


def graded(source: bytes) -> list[str]:
    target = io.BytesIO()
    assert grade_batch(io.BytesIO(source), target) == 0
    return target.getvalue().decode().splitlines()


def test_each_line_gets_its_verdict_in_order():
    lines = graded(b"3/4\t0.75\tnumber\nx = 4\t2x = 8\tequation_solution\n9\t19\tnumber\n9\t9 +\tnumber\n")
    assert lines == [
        "correct\teq.value",
        "equivalent_not_simplified\tform.unsolved",
        "incorrect\tne.value",
        "unparseable\tread.dangling_operator",
    ]


def test_a_hard_case_is_asked_in_a_worker():
    assert graded(b"|x|\tsqrt(x^2)\texpression\n|x|\tx\texpression\n") == ["correct\teq.value", "incorrect\tne.value"]


def test_only_a_newline_ends_a_line_and_any_bytes_get_a_verdict():
    chance = random.Random(7)
    noise = [bytes(b for b in chance.randbytes(60) if b != 10) for _ in range(300)]
    noise += [
        b"3\t3\r4\tnumber",
        b"\x0b\x0c\x1c\x85",
        "3\t3\u2028\tnumber".encode(),
        b"",
        b"\t\t",
        b"1\t2\tno-such-kind",
    ]
    lines = graded(b"\n".join(noise) + b"\n")
    assert len(lines) == len(noise)
    verdicts = {line.split("\t")[0] for line in lines}
    assert verdicts <= {"correct", "equivalent_not_simplified", "incorrect", "unparseable", "check"}


def test_a_last_line_without_a_newline_counts():
    assert graded(b"9\t9\tnumber\n9\t9") == ["correct\teq.value"] * 2


def test_one_answer_can_be_given_by_options(capsys):
    assert grade("28/5", "5.6", "equation_solution") == 0
    assert capsys.readouterr().out == "correct\teq.value\n"
