"""What a student is told of their own hand-ins: the receipts of the segment, and how the present question stands."""

from __future__ import annotations

from dataclasses import replace

from boardsup.items.item import Question
from boardsup.lesson.languages import Language, spoken_by
from boardsup.lesson.marking import to_mend
from boardsup.lesson.regions.student import Receipt, Saved
from boardsup.lesson.segments import picks_a_card
from boardsup.lesson.state import Answer, Asked, Lesson, Phase
from boardsup.lesson.views.own import own_questions, present_question
from boardsup.lesson.who import StudentId


def saved(lesson: Lesson, student: StudentId) -> Saved:
    """The acknowledgement."""
    questions = own_questions(lesson, student)
    if not questions:
        return Saved(_receipts(lesson, (), student))
    receipts = _receipts(lesson, questions, student)
    course = lesson.course
    is_open = course is not None and course.phase in (Phase.ANSWERING, Phase.CLOSING)
    if not is_open and student not in lesson.extra:
        return Saved(receipts)
    now = present_question(lesson, student)
    last = _last_handed_in(lesson, questions, student) if len(questions) > 1 else ""
    answer = lesson.asked[now].answers.get(student)
    if answer is None:
        return Saved(receipts, now, last=last)
    blank = Saved(receipts, now, answer.number, last=last)
    found = _of(lesson.asked[now], answer, blank, spoken_by(lesson, student))
    if not is_lent(lesson, student):
        return found
    return replace(blank, state="hidden") if found.state != "unread" else replace(found, value="")


def saved_on_board(lesson: Lesson, student: StudentId, asked: Asked) -> Saved:
    """The same while a board is open, for one who has answered it: its one question is the present one."""
    question, answer = asked.question, asked.answers[student]
    blank = Saved(_receipts(lesson, (question,), student), question.id, answer.number)
    return _of(asked, answer, blank, spoken_by(lesson, student))


def is_lent(lesson: Lesson, student: StudentId) -> bool:
    """Does this student share a device? Then what one has handed in is not shown to the other before the close."""
    seat = lesson.seats.get(student)
    return seat is not None and seat.device in lesson.shared


def _receipts(lesson: Lesson, questions: tuple[Question, ...], student: StudentId) -> tuple[Receipt, ...]:
    """The numbers heard: of what is asked now, and of what was handed in before, in extra time for instance."""
    now = [question.id for question in questions]
    before = sorted(id for id, asked in lesson.asked.items() if student in asked.answers and id not in now)
    return tuple(Receipt(id, _number(lesson.asked[id], student)) for id in (*now, *before))


def own_text(asked: Asked, answer: Answer) -> tuple[str, str]:
    """The student's own answer as they wrote it: as math to typeset, or as words where nothing is marked.

    Never the group's label before its release: that one is reduced, and would say more than the student did.
    """
    if asked.question.kind in ("open", "choice"):
        return "", answer.wrote or ""
    return answer.wrote or "", ""


def _of(asked: Asked, answer: Answer, blank: Saved, language: Language) -> Saved:
    """How the answer on the screen stands."""
    value, wrote = own_text(asked, answer)
    receipts, now, number = blank.receipts, blank.question, blank.number
    if answer.unread is not None:
        return Saved(receipts, now, number, "unread", value, message=to_mend(asked, answer, language))
    if answer.outcome == "idk":
        return Saved(receipts, now, number, "idk", last=blank.last, tries=answer.tries)
    if picks_a_card(asked.question):
        return Saved(receipts, now, number, "shared", wrote=wrote, message=answer.value)
    return Saved(receipts, now, number, "saved", value, wrote, last=blank.last, tries=answer.tries)


def _last_handed_in(lesson: Lesson, questions: tuple[Question, ...], student: StudentId) -> str:
    """The name of the question of a set that was handed in last, as the page has moved on from it by itself."""
    found = [
        (answer.at, f"Question {i}")
        for i, q in enumerate(questions, start=1)
        if (answer := lesson.asked[q.id].answers.get(student)) is not None and answer.readable
    ]
    return max(found)[1] if found else ""


def _number(asked: Asked, student: StudentId) -> int:
    answer = asked.answers.get(student)
    return answer.number if answer is not None else 0
