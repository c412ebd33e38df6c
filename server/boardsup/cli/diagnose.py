"""Name the misconception behind an answer to any question that a teacher may type: one JSON object a line.

A batch is lines `question<TAB>answer` on standard input, of any bytes; only a newline ends a line. What exact marking
leaves open has the verdict `check`.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from typing import Any, BinaryIO

from boardsup.maths.mark import Key, mark, pose
from boardsup.maths.missteps import Predicted
from boardsup.maths.missteps.wording import says
from boardsup.maths.posing import NotPosed, Posed, pose_question

LONGEST_ECHO = 400
"""Characters of a question that are printed back."""

Diagnosis = dict[str, Any]


def diagnose(question: str, answer: str) -> Diagnosis:
    """What the answer is worth and which procedures give it. Never raises."""
    asked = question[:LONGEST_ECHO]
    posed = _posed(question)
    if isinstance(posed, NotPosed):
        return _diagnosis(asked, "", "unparseable", []) | {"reason": posed.reason}
    found = mark(_key(posed), answer)
    named = _named(posed.predictions[int(found.misconceptions[0])]) if found.misconceptions else []
    diagnosis = _diagnosis(asked, posed.answer, found.outcome, named)
    return diagnosis | {"reason": found.code} if found.outcome in ("unparseable", "check") else diagnosis


def _diagnosis(question: str, right: str, verdict: str, misconceptions: list[dict[str, Any]]) -> Diagnosis:
    return {"question": question, "right": right, "verdict": verdict, "misconceptions": misconceptions}


@lru_cache(maxsize=256)
def _posed(question: str) -> Posed | NotPosed:
    return pose_question(question)


@lru_cache(maxsize=256)
def _key(posed: Posed) -> Key:
    """The key to mark by; a prediction is named by its place, for its ways are wanted."""
    key = pose(posed.kind, posed.answer, variables=frozenset(posed.variables))
    return key.with_predictions({p.value: (str(place),) for place, p in enumerate(posed.predictions)})


def _named(predicted: Predicted) -> list[dict[str, Any]]:
    paths = {id: way.path for way in reversed(predicted.ways) for id in way.ids}
    return [
        {"id": id, "says": says(id), "specific": predicted.is_specific, "path": list(paths[id])} for id in predicted.ids
    ]


def diagnose_batch(source: BinaryIO, target: BinaryIO) -> int:
    """Print one object for each line, in order, for any input."""
    for raw in source:
        question, _, answer = raw.removesuffix(b"\n").decode("utf-8", "replace").partition("\t")
        target.write(json.dumps(diagnose(question, answer)).encode() + b"\n")
        target.flush()
    return 0


def main(question: str | None, answer: str | None) -> int:
    """One answer when both are given, else a batch from standard input."""
    if question is None:
        return diagnose_batch(sys.stdin.buffer, sys.stdout.buffer)
    print(json.dumps(diagnose(question, answer or ""), ensure_ascii=False))
    return 0
