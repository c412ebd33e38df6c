"""The recommendation after a board question: computed at its close, again when a late answer comes in before a choice.

`card_changes` gives the event that belongs right behind whatever changed the answers of a closed question, so that a
replay can compute every card again.
"""

from __future__ import annotations

from fractions import Fraction

from boardsup.lesson.events import CardDrawn
from boardsup.lesson.flags import options_of
from boardsup.lesson.segments import Board, Exit
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.teaching.advise import Prerequisite, Surroundings, advise
from boardsup.teaching.counting import Count
from boardsup.teaching.limits import EXIT_MINUTES, NOTHING_YET, Clock
from boardsup.teaching.misconceiving import Result, Wrong

MINUTE_MS = 60_000


def card_changes(lesson: Lesson) -> tuple[CardDrawn, ...]:
    """The card that the present state of the board calls for, where it is not the one that lies there."""
    segment, course = lesson.segment, lesson.course
    if not isinstance(segment, Board) or course is None or course.phase not in (Phase.CLOSED, Phase.REVEALED):
        return ()
    asked = lesson.asked[segment.question.id]
    if asked.question.kind == "open" or asked.question.id in lesson.chosen:
        return ()
    card = _card(lesson, segment, asked)
    return () if card is None or card == lesson.cards.get(asked.question.id) else (card,)


def family(lesson: Lesson, question: str) -> str:
    """What a question and its twins have in common: their skill, or the board that they come from."""
    asked = lesson.asked[question]
    stem, _, number = asked.segment.rpartition("-")
    return asked.question.skill or (stem if stem and number.isdecimal() else asked.segment)


def count_of(lesson: Lesson, asked: Asked) -> Count:
    """N, settled and right, over those who count now."""
    answers = [asked.answers[student] for student in asked.counted if student in asked.answers]
    settled = [answer for answer in answers if answer.is_settled]
    return Count(asked.N, len(settled), sum(answer.is_right for answer in settled), options_of(asked.question))


def _card(lesson: Lesson, segment: Board, asked: Asked) -> CardDrawn | None:
    card = advise(_result(asked), _around(lesson, segment, asked), lesson.settings.flags)
    if card is None:
        return None
    shared = card.dominant
    return CardDrawn(
        question=asked.question.id,
        action=card.action,
        reason=card.reason,
        alternatives=card.alternatives,
        ids=shared.ids if shared is not None else (),
        students=shared.students if shared is not None else (),
        table=card.table,
        skill=card.skill,
        compared=card.compared,
    )


def _result(asked: Asked) -> Result:
    """The answers of those who count, in the order of their ids."""
    given = [(student, asked.answers[student]) for student in sorted(asked.counted) if student in asked.answers]
    return Result(
        N=asked.N,
        k=sum(answer.is_settled and answer.is_right for _, answer in given),
        wrong=tuple(Wrong(s, answer.misconceptions) for s, answer in given if answer.outcome == "incorrect"),
        idk=sum(answer.outcome == "idk" for _, answer in given),
        options=options_of(asked.question),
    )


def _around(lesson: Lesson, segment: Board, asked: Asked) -> Surroundings:
    before = tuple(
        Prerequisite(step.skill, None if step.percent is None else Fraction(step.percent, 100))
        for step in segment.steps_back
    )
    return Surroundings(before, lesson.so_far.get(family(lesson, asked.question.id), NOTHING_YET), _clock(lesson))


def _clock(lesson: Lesson) -> Clock | None:
    """Whole minutes left at the close; none where nobody keeps the time."""
    if not lesson.minutes or lesson.course is None:
        return None
    gone = (lesson.course.closed_at - lesson.started_at) // MINUTE_MS
    has_exit = any(isinstance(s, Exit) and s.id not in lesson.courses for s in lesson.segments)
    return Clock(max(0, lesson.minutes - gone), EXIT_MINUTES if has_exit else 0)
