"""What a student may do with a question: answer, say "I don't know yet", share, turn to another one.

A number that is not higher than the one heard last changes nothing, so a resend is harmless.
"""

from __future__ import annotations

from boardsup.lesson.commands import Answer, DontKnow, Settle, Share, Turn
from boardsup.lesson.drawing import may_draw
from boardsup.lesson.events import AnswerGiven, AnswerMarked, AnswerUnread, Event, Outcome, SketchKept, StudentTurned
from boardsup.lesson.marking import PENDING, Unread, marked, settled
from boardsup.lesson.refused import CLOSED, ENDED, MOVED_ON, Refused
from boardsup.lesson.release import is_final
from boardsup.lesson.segments import AT_OWN_PACE, Exit, picks_a_card, questions_of
from boardsup.lesson.sketches import DRAWN, kept_sketch
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.lesson.who import StudentId
from boardsup.maths.kinds.choices import chosen

NO_CARD = "Please pick one of the cards."
NO_CHOICE = "Please pick one of the answers."


def answer(lesson: Lesson, student: StudentId, wish: Answer, at: int) -> tuple[Event, ...]:
    """Mark it and keep it; what cannot be read is asked again and replaces nothing."""
    asked = _open(lesson, wish, student)
    if picks_a_card(asked.question):
        raise Refused(NO_CARD)
    if _is_heard(asked, student, wish.number):
        return ()
    _require_open_end(lesson, asked, student)
    _require_choice(asked, wish.text)
    text, sketch = wish.text.strip(), kept_sketch(wish.sketch) if wish.sketch and may_draw(lesson, student) else ""
    if not text and not sketch:
        raise Refused("There is nothing on your board yet.")
    drawn = (SketchKept(student, wish.question, wish.number, sketch),) if sketch else ()
    return (_handed_in(lesson, student, wish, at, text), *drawn)


def _handed_in(lesson: Lesson, student: StudentId, wish: Answer, at: int, text: str) -> AnswerGiven | AnswerUnread:
    """What was written, with its mark; a drawing alone waits for the teacher to look."""
    asked = lesson.asked[wish.question]
    if not text:
        outcome: Outcome = "collected" if asked.question.kind == "open" else "check"
        return AnswerGiven(student, wish.question, wish.number, at, outcome, DRAWN, "")
    found = marked(asked.question, text)
    if isinstance(found, Unread):
        return AnswerUnread(student, wish.question, wish.number, at, found.code, text)
    return AnswerGiven(
        student=student,
        question=wish.question,
        number=wish.number,
        at=at,
        outcome=found.outcome,
        code=found.code,
        value=found.value,
        misconceptions=found.misconceptions,
        wrote=text,
        sure=wish.sure if isinstance(lesson.segment_of(asked.segment), Exit) else "",
    )


def dont_know(lesson: Lesson, student: StudentId, wish: DontKnow, at: int) -> tuple[Event, ...]:
    """An honest signal; it counts as not yet."""
    asked = _open(lesson, wish, student)
    if _is_heard(asked, student, wish.number):
        return ()
    _require_open_end(lesson, asked, student)
    return (AnswerGiven(student, wish.question, wish.number, at, "idk", "student.idk", ""),)


def share(lesson: Lesson, student: StudentId, wish: Share, at: int) -> tuple[Event, ...]:
    """A pick and a reason; neither is right or wrong."""
    asked = _open(lesson, wish, student)
    if wish.choice not in asked.question.choices:
        raise Refused(NO_CARD)
    if _is_heard(asked, student, wish.number):
        return ()
    why = wish.text.strip() or None
    return (AnswerGiven(student, wish.question, wish.number, at, "collected", "shared", wish.choice, wrote=why),)


def settle(lesson: Lesson, wish: Settle) -> tuple[Event, ...]:
    """A hard case has its mark, unless the answer was replaced, or settled by hand, meanwhile."""
    asked = lesson.asked.get(wish.question)
    answer = asked.answers.get(wish.student) if asked is not None else None
    if asked is None or answer is None or answer.readable != wish.number or answer.code != PENDING:
        return ()
    found = settled(asked, answer, wish.verdict)
    if isinstance(found, Unread):
        return ()
    mark = (found.outcome, found.code, found.value, found.misconceptions)
    return (AnswerMarked(wish.student, wish.question, wish.number, *mark),)


def turn(lesson: Lesson, student: StudentId, wish: Turn) -> tuple[Event, ...]:
    """Look at another question of the set that is open."""
    segment, course = lesson.segment, lesson.course
    ids = [question.id for question in questions_of(segment)] if isinstance(segment, AT_OWN_PACE) else []
    if wish.question not in ids or course is None or course.phase not in (Phase.ANSWERING, Phase.CLOSING):
        raise Refused(MOVED_ON)
    return (StudentTurned(student, wish.question),)


def _require_choice(asked: Asked, text: str) -> None:
    """Where there is something to pick, nothing else can be handed in."""
    choices = asked.question.choices
    if choices and chosen(text) not in {chosen(choice) for choice in choices}:
        raise Refused(NO_CHOICE)


def _open(lesson: Lesson, wish: Answer | DontKnow | Share, student: StudentId) -> Asked:
    """The question, if it may be answered now."""
    asked = lesson.asked.get(wish.question)
    if lesson.ended:
        raise Refused(_kept(asked, student, wish.number) + ENDED)
    if asked is not None and student in asked.extra:
        return asked
    if asked is None or asked.segment != lesson.now:
        raise Refused(_kept(asked, student, wish.number) + MOVED_ON)
    course = lesson.courses[asked.segment]
    if course.phase not in (Phase.ANSWERING, Phase.CLOSING):
        raise Refused(_kept(asked, student, wish.number) + CLOSED)
    return asked


def _kept(asked: Asked | None, student: StudentId, number: int) -> str:
    """A word for who resends what was saved long ago, because the receipt got lost on the way."""
    return "Your answer was saved. " if asked is not None and _is_heard(asked, student, number) else ""


def _require_open_end(lesson: Lesson, asked: Asked, student: StudentId) -> None:
    """Refuse what would replace an answer whose result the student has seen."""
    if is_final(lesson, asked, student):
        raise Refused("This one is handed in. Thank you!")


def _is_heard(asked: Asked, student: StudentId, number: int) -> bool:
    """Has this number, or a higher one, been heard before?"""
    before = asked.answers.get(student)
    return before is not None and number <= before.number
