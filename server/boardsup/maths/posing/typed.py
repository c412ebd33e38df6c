"""From what a teacher types to a question with its answer: sentences first, then a bare expression or equation."""

from __future__ import annotations

import re

from boardsup.maths.canonical.from_tree import NotAValue
from boardsup.maths.canonical.polynomials import Hard, TooBig, Undefined
from boardsup.maths.missteps import predict
from boardsup.maths.missteps.problems import Compute, Problem
from boardsup.maths.posing import (
    algebra_phrases,
    line_phrases,
    number_phrases,
    percent_phrases,
    unknown_phrases,
    value_phrases,
)
from boardsup.maths.posing.asking import asked
from boardsup.maths.posing.bare import of_node
from boardsup.maths.posing.phrase import first_that_fits
from boardsup.maths.posing.posed import NotPosed, Posed
from boardsup.maths.posing.slots import read_question, with_sign_inside
from boardsup.maths.posing.solving import Unsolved, solution
from boardsup.maths.posing.tidy import LONGEST, tidied
from boardsup.maths.reading import Unread

PHRASES = (
    *percent_phrases.PHRASES,
    *line_phrases.PHRASES,
    *number_phrases.PHRASES,
    *value_phrases.PHRASES,
    *algebra_phrases.PHRASES,
    *unknown_phrases.PHRASES,
)

NO_QUESTION = "Type a question first."
TOO_LONG = f"A question has at most {LONGEST} characters."
UNREADABLE = "This cannot be read as a question. Please check it, or type the answer beside it."
AMBIGUOUS = "This can be read in two ways: {} or {}. Please add brackets or a sign."
UNCLEAR = "It is not clear what is asked. Please start with a word such as solve, simplify or evaluate."
UNDEFINED = "This has no value: something is divided by zero, or there is a root of a negative number."
TOO_BIG = "These numbers are too large to be worked out here."
HARD = "This cannot be worked out here. Please type the answer beside it."


_VERB = re.compile(
    r"^(?:work out|calculate|compute|evaluate|determine|find(?: the value of)?|how much is"
    r"|what(?:'s| is)(?: the value of)?|give the value of|do|answer|complete)[: ]+",
    re.IGNORECASE,
)
_ADDS_NEGATIVE = re.compile(r"\+ ?\(? ?-")
_LONG_NUMBER = re.compile(r"\d{16}")
"""A number that no answer may hold."""


def pose_question(text: str) -> Posed | NotPosed:
    """The question that a text asks, or why it is none. Never raises, for any text."""
    if len(text) > LONGEST:
        return NotPosed(text[:LONGEST], "pose.too_long", TOO_LONG, LONGEST)
    plain = tidied(text)
    if not plain:
        return NotPosed(text, "pose.empty", NO_QUESTION)
    problem = problem_in(plain)
    if isinstance(problem, Unread):
        return _unread(text, problem)
    if problem is None:
        return NotPosed(text, "pose.unclear", UNCLEAR)
    try:
        return _posed(text, problem)
    except Unsolved as why:
        return NotPosed(text, *why.args)
    except Undefined:
        return NotPosed(text, "pose.undefined", UNDEFINED)
    except TooBig:
        return NotPosed(text, "pose.too_big", TOO_BIG)
    except (Hard, NotAValue):
        return NotPosed(text, "pose.hard", HARD)


def problem_in(plain: str) -> Problem | Unread | None:
    """The problem that a tidy text states; None where it can be read but asks nothing."""
    found: Problem | Unread | None = first_that_fits(PHRASES, plain)
    if found is None:
        node = read_question(_VERB.sub("", plain))
        found = node if isinstance(node, Unread) else of_node(node)
    if isinstance(found, Compute):
        return Compute(with_sign_inside(found.expression), adds_negative=bool(_ADDS_NEGATIVE.search(plain)))
    return found


def _posed(text: str, problem: Problem) -> Posed:
    solved = solution(problem)
    if _LONG_NUMBER.search(solved.answer.typed):
        raise TooBig
    predictions = tuple(p for p in predict(problem, solved.answer) if not _LONG_NUMBER.search(p.value))
    return Posed(text, asked(problem), solved.kind, solved.answer.typed, solved.letters, predictions)


def _unread(text: str, unread: Unread) -> NotPosed:
    if unread.code == "read.ambiguous" and unread.readings:
        return NotPosed(text, unread.code, AMBIGUOUS.format(*unread.readings), unread.at)
    return NotPosed(text, unread.code, UNREADABLE, unread.at)
