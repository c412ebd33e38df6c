"""A question that the teacher types while the class waits: what kind of answer it takes, and how it is printed.

The kind follows from the answer that stands beside it. Without an answer the question is collected, not marked.
"""

from __future__ import annotations

import re

from boardsup.items.item import Question
from boardsup.lesson.foreseeing import Foreseen
from boardsup.lesson.refused import Refused
from boardsup.maths.mark import mark, pose
from boardsup.maths.reading import Unread, read
from boardsup.maths.tree import Both, Braces, Chain, Either, Listing, Node, Point, Relation, Variable, Word
from boardsup.maths.walk import letters_in

_VERB = re.compile(r"(solve|simplify|evaluate|expand|factor|find|calculate|work out|what is|reduce)\b[: ]*", re.I)

NO_QUESTION = "Type a question first."
UNREADABLE = "The answer cannot be read as math. Please check it, or leave it empty to collect the answers unmarked."


def question_on_the_spot(id: str, ask: str, answer: str, foreseen: Foreseen | None = None) -> Question:
    """The question as it is posed, with what was `foreseen` of it where that agrees with the answer beside it.

    Raises `Refused` when there is no question, or when its answer cannot be read.
    """
    ask, answer = " ".join(ask.split()), answer.strip()
    if not ask:
        raise Refused(NO_QUESTION)
    if not answer:
        return Question(id, typeset(ask), "open", "")
    if foreseen is not None and _agrees(foreseen, answer):
        return Question(id, foreseen.ask, foreseen.kind, foreseen.answer, foreseen.variables, foreseen.predictions)
    reading = read(answer)
    if isinstance(reading, Unread):
        raise Refused(UNREADABLE)
    kind, letters = _kind(reading, unknowns_in(ask))
    return Question(id, typeset(ask), kind, answer, tuple(sorted(letters)))


def _agrees(foreseen: Foreseen, answer: str) -> bool:
    """Is the answer beside the question the one that follows from it?"""
    key = pose(foreseen.kind, foreseen.answer, variables=frozenset(foreseen.variables))
    return mark(key, answer).outcome in ("correct", "equivalent_not_simplified")


def typeset(ask: str) -> str:
    """The words as typed, with what is math between dollar signs: all of it, or what follows a verb."""
    if "$" in ask:
        return ask
    if _is_math(ask):
        return f"${ask}$"
    verb = _VERB.match(ask)
    rest = ask[verb.end() :].rstrip(" ?.") if verb else ""
    if verb and _is_math(rest):
        return f"{ask[: verb.end()].rstrip(': ')} ${rest}${ask[verb.end() + len(rest) :].strip()}"
    return ask


def unknowns_in(ask: str) -> frozenset[str]:
    """The letters of the equation that is asked about; none when it is no equation."""
    reading = _math_in(ask)
    return letters_in(reading) if isinstance(reading, Relation) and reading.operator == "=" else frozenset()


def _kind(answer: Node, unknowns: frozenset[str]) -> tuple[str, frozenset[str]]:
    """The kind of the answer, and the letters that it may hold."""
    letters = letters_in(answer)
    if (
        isinstance(answer, Relation)
        and answer.operator == "="
        and isinstance(answer.left, Variable)
        and len(letters) == 1
    ):
        return "equation_solution", letters
    match answer:
        case Relation(_, "=", _):
            return "linear_equation", letters
        case Relation():
            return "inequality", letters
        case Chain() | Either() | Both():
            return "compound_inequality" if isinstance(answer, Chain) else "solution_set", letters
        case Point():
            return "point", frozenset()
        case Listing() | Braces():
            return "solution_set", letters
        case Word():
            return answer.meaning if answer.meaning in ("no_solution", "all_real_numbers") else "choice", frozenset()
    if letters:
        return "expression", letters
    return ("equation_solution", unknowns) if len(unknowns) == 1 else ("number", frozenset())


def _math_in(ask: str) -> Node | None:
    inside = re.search(r"\$([^$]+)\$", typeset(ask))
    reading = read(inside[1], is_question=True) if inside else None
    return None if isinstance(reading, Unread) else reading


def _is_math(text: str) -> bool:
    return bool(text) and not isinstance(read(text, is_question=True), Unread)
