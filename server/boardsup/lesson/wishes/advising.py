"""Doing what a card recommends: the segment that the action needs is made from what the board brought along."""

from __future__ import annotations

from collections.abc import Callable

from boardsup.items.cards import WorkedLine
from boardsup.lesson import commands as c
from boardsup.lesson.events import CardChosen, CardDrawn, CloseUndone, Event, SegmentAdded
from boardsup.lesson.materials import Remedy
from boardsup.lesson.refused import MOVED_ON, Refused
from boardsup.lesson.segments import Board, Discuss, Exit, Model, Segment
from boardsup.lesson.state import Lesson, Phase
from boardsup.lesson.wishes.running import closing_events, opening
from boardsup.teaching.cards import Action
from boardsup.teaching.pick import chance

CONVINCE = "Convince your neighbour: what is your answer, and why?"
WHICH_LINE = "Which line is right, and why?"


def choose(lesson: Lesson, wish: c.Choose, at: int) -> tuple[Event, ...]:
    """What was chosen, and what it does at once. A second press on the same card changes nothing."""
    card, board = lesson.cards.get(wish.question), lesson.segment
    if wish.question in lesson.chosen:
        return ()
    if card is None or not isinstance(board, Board) or board.question.id != wish.question:
        raise Refused(MOVED_ON)
    if wish.action not in (card.action, *card.alternatives):
        raise Refused("This is not on the card.")
    if wish.action == "ask_again":
        return _open_again(lesson, board)
    follows = _MAKES[wish.action](lesson, board, card)
    chosen = CardChosen(wish.question, wish.action)
    if follows is None:
        return (chosen,)
    known = any(s.id == follows.id for s in lesson.segments)
    added = () if known else (SegmentAdded(follows, lesson.segments.index(board) + 1),)
    return (chosen, *closing_events(lesson, at), *added, opening(lesson, follows, at))


def _open_again(lesson: Lesson, board: Board) -> tuple[Event, ...]:
    if lesson.courses[board.id].phase is Phase.REVEALED:
        raise Refused("The answers are revealed. Ask again with new numbers.")
    return (CloseUndone(board.id),)


def _move_on(lesson: Lesson, board: Board, card: CardDrawn) -> Segment | None:
    """The next part that was not opened yet."""
    rest = lesson.segments[lesson.segments.index(board) + 1 :]
    return next((s for s in rest if s.id not in lesson.courses), None)


def _exit(lesson: Lesson, board: Board, card: CardDrawn) -> Segment | None:
    found = next((s for s in lesson.segments if isinstance(s, Exit) and s.id not in lesson.courses), None)
    return found or _move_on(lesson, board, card)


def _discuss(lesson: Lesson, board: Board, card: CardDrawn) -> Segment:
    return Discuss(_named(lesson, board, "talk"), CONVINCE)


def _contrast(lesson: Lesson, board: Board, card: CardDrawn) -> Segment:
    """The right line and the other one, in an order that says nothing."""
    remedy = _remedy(board, card)
    if remedy is not None:
        lines = (f"${remedy.wrote}$", f"${remedy.right}$")
    else:
        lines = (f"${_value(lesson, card)}$", f"${board.question.answer}$")
    is_turned = chance(lesson.seed, "contrast", board.question.id) < 0.5
    return Discuss(_named(lesson, board, "talk"), WHICH_LINE, lines[::-1] if is_turned else lines)


def _model(lesson: Lesson, board: Board, card: CardDrawn) -> Segment:
    lines = tuple(WorkedLine(line) for line in board.question.worked)
    return Model(_named(lesson, board, "model"), board.question.ask, lines or (WorkedLine(board.question.ask),))


def _reteach(lesson: Lesson, board: Board, card: CardDrawn) -> Segment:
    remedy = _remedy(board, card)
    if remedy is None or not remedy.lines:
        return _model(lesson, board, card)
    return Model(_named(lesson, board, "reteach"), board.question.ask, remedy.lines, remedy.picture)


def _step_back(lesson: Lesson, board: Board, card: CardDrawn) -> Segment:
    """The prerequisite that the card names, else the deepest; a card offers this only where the board brought one."""
    step = next((s for s in board.steps_back if s.skill == card.skill), board.steps_back[0])
    return Board(_named(lesson, board, "before"), step.question)


_MAKES: dict[Action, Callable[[Lesson, Board, CardDrawn], Segment | None]] = {
    "move_on": _move_on,
    "park": _exit,
    "exit_now": _exit,
    "discuss": _discuss,
    "contrast": _contrast,
    "nearly": _model,
    "model": _model,
    "reteach": _reteach,
    "step_back": _step_back,
}


def _remedy(board: Board, card: CardDrawn) -> Remedy | None:
    return next((remedy for remedy in board.remedies if remedy.misconception in card.ids), None)


def _value(lesson: Lesson, card: CardDrawn) -> str:
    """What those behind the card answered."""
    asked = lesson.asked[card.question]
    return asked.answers[card.students[0]].value if card.students else ""


def _named(lesson: Lesson, board: Board, what: str) -> str:
    """A free id for what follows a board: board-2:talk."""
    id = f"{board.id}:{what}"
    taken = {s.id for s in lesson.segments}
    return id if id not in taken else next(n for i in range(2, 99) if (n := f"{id}{i}") not in taken)
