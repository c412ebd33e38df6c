"""How answers change a question: the newest readable one stands, and the counts follow what has stood for 3 s."""

from __future__ import annotations

from dataclasses import replace

from boardsup.lesson.changing import changed
from boardsup.lesson.class_rules import ClassRule, explained, rule_id
from boardsup.lesson.events import (
    AnswerGiven,
    AnswerJudged,
    AnswerMarked,
    AnswerNamed,
    AnswersStood,
    AnswerUnread,
    FlagChanged,
    SketchKept,
    StudentTurned,
    TextHidden,
    TextShown,
)
from boardsup.lesson.moves.counting import counted_again
from boardsup.lesson.state import Answer, Asked, Flag, Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching.flag import Flagged, withdrawn

MOST_TRIES = 5
"""Earlier texts that are kept of a board."""


def answer_given(lesson: Lesson, event: AnswerGiven) -> Lesson:
    """The answer replaces the one before; it has not stood yet. A set moves on by itself."""
    answer = Answer(
        number=event.number,
        at=event.at,
        readable=event.number,
        outcome=event.outcome,
        code=event.code,
        value=event.value,
        misconceptions=event.misconceptions,
        wrote=event.wrote,
        sure=event.sure,
        tries=_tries(lesson.asked[event.question].answers.get(event.student), event.wrote),
    )
    lesson = _put(lesson, event.question, event.student, answer)
    if event.student in lesson.extra:
        lesson = _handed_in_late(lesson, event.question, event.student)
    if event.student in lesson.turns:
        lesson = replace(lesson, turns=lesson.turns.delete(event.student))
    return lesson


def answer_unread(lesson: Lesson, event: AnswerUnread) -> Lesson:
    """What could not be read stands beside the readable answer and replaces nothing."""
    before = lesson.asked[event.question].answers.get(event.student) or Answer(event.number, event.at)
    answer = replace(before, number=event.number, unread=event.wrote or "", unread_code=event.code)
    return _put(lesson, event.question, event.student, answer)


def sketch_kept(lesson: Lesson, event: SketchKept) -> Lesson:
    """The drawing stands beside the hand-in that it came with."""
    asked = lesson.asked[event.question]
    before = asked.answers.get(event.student)
    if before is None or before.number != event.number:
        return lesson
    drawn = replace(before, sketch=event.wrote or "")
    return changed(
        lesson, asked=lesson.asked.set(event.question, changed(asked, answers=asked.answers.set(event.student, drawn)))
    )


def answer_marked(lesson: Lesson, event: AnswerMarked) -> Lesson:
    """The worker's verdict, unless the answer was replaced meanwhile."""
    before = lesson.asked[event.question].answers.get(event.student)
    if before is None or before.readable != event.number:
        return lesson
    verdict = replace(
        before,
        outcome=event.outcome,
        code=event.code,
        value=event.value,
        misconceptions=event.misconceptions,
    )
    return _put(lesson, event.question, event.student, verdict)


def answer_judged(lesson: Lesson, event: AnswerJudged) -> Lesson:
    """The teacher's verdict on what could not be read; it stands at once."""
    before = lesson.asked[event.question].answers.get(event.student)
    if before is None or before.number != event.number:
        return lesson
    judged = replace(
        before,
        readable=event.number,
        outcome=event.outcome,
        code="teacher.judged",
        value="",
        wrote=before.unread if before.unread is not None else before.wrote,
        unread=None,
        unread_code="",
        stood=True,
    )
    return _put(lesson, event.question, event.student, judged)


def answer_named(lesson: Lesson, event: AnswerNamed) -> Lesson:
    """The answers of this value are explained, and so is every later one."""
    asked = lesson.asked[event.question]
    question = explained(asked.question, (ClassRule(event.ask, event.value, event.says),))
    ids = (rule_id(event.ask, event.value),)
    answers = asked.answers
    for student, answer in asked.answers.items():
        if answer.outcome == "incorrect" and answer.value == event.value:
            answers = answers.set(student, replace(answer, misconceptions=ids))
    return _with(lesson, replace(asked, question=question, answers=answers))


def answers_stood(lesson: Lesson, event: AnswersStood) -> Lesson:
    """These answers count from now on, where they are still the present ones."""
    asked = lesson.asked[event.question]
    answers = asked.answers
    n, k = asked.n, asked.k
    for student, number in event.stood:
        answer = answers.get(student)
        if answer is None or answer.stood or answer.readable != number:
            continue
        stood = replace(answer, stood=True)
        answers = answers.set(student, stood)
        settled, right = _weight(asked, student, stood)
        n, k = n + settled, k + right
    return _with(lesson, replace(asked, answers=answers, n=n, k=k))


def student_turned(lesson: Lesson, event: StudentTurned) -> Lesson:
    """The student looks at another question of the set."""
    return replace(lesson, turns=lesson.turns.set(event.student, event.question))


def text_shown(lesson: Lesson, event: TextShown) -> Lesson:
    """One student's own text is on the wall."""
    asked = lesson.asked[event.question]
    return _with(lesson, replace(asked, shown=(*asked.shown, event.student)))


def text_hidden(lesson: Lesson, event: TextHidden) -> Lesson:
    """It is off the wall again."""
    asked = lesson.asked[event.question]
    return _with(lesson, replace(asked, shown=tuple(s for s in asked.shown if s != event.student)))


def flag_changed(lesson: Lesson, event: FlagChanged) -> Lesson:
    """The flag of a question, or none. One that was certain goes only because an answer was changed."""
    asked = lesson.asked[event.question]
    flag = Flag(event.state, event.kind, event.N, event.n, event.k) if event.state is not None else None
    taken_back = bool(withdrawn(_said(asked.flag), _said(flag)))
    flags = asked.flags if flag is None else (*asked.flags, flag)
    return _with(lesson, replace(asked, flag=flag, flags=flags, taken_back=taken_back))


def _tries(before: Answer | None, wrote: str | None) -> tuple[str, ...]:
    """What stood on the board before, each once, so that nothing is lost when it is wiped."""
    if before is None or not before.wrote or before.wrote == wrote:
        return before.tries if before is not None else ()
    return (*(text for text in before.tries if text != before.wrote), before.wrote)[-MOST_TRIES:]


def _said(flag: Flag | None) -> Flagged | None:
    return None if flag is None else Flagged(flag.state, flag.kind)


def _handed_in_late(lesson: Lesson, question: str, student: StudentId) -> Lesson:
    """One question less that extra time is left for; after the last one it is over."""
    asked = lesson.asked[question]
    lesson = _with(lesson, counted_again(replace(asked, extra=asked.extra - {student})))
    if any(student in of.extra for of in lesson.asked.values()):
        return lesson
    return replace(lesson, extra=lesson.extra.delete(student))


def _put(lesson: Lesson, question: str, student: StudentId, answer: Answer) -> Lesson:
    asked = lesson.asked[question]
    before = asked.answers.get(student)
    lost = _weight(asked, student, before) if before is not None else (0, 0)
    won = _weight(asked, student, answer)
    return _with(
        lesson,
        changed(
            asked,
            answers=asked.answers.set(student, answer),
            n=asked.n - lost[0] + won[0],
            k=asked.k - lost[1] + won[1],
        ),
    )


def _weight(asked: Asked, student: StudentId, answer: Answer) -> tuple[int, int]:
    """What this answer adds to n and k: nothing until it has stood, and nothing for a student outside N."""
    if not (answer.stood and answer.is_settled) or not asked.counts(student):
        return 0, 0
    return 1, int(answer.is_right)


def _with(lesson: Lesson, asked: Asked) -> Lesson:
    before = lesson.asked[asked.question.id]
    if (before.n, before.k) != (asked.n, asked.k):
        asked = replace(asked, recent=(*asked.recent[-1:], (asked.n, asked.k)))
    return changed(lesson, asked=lesson.asked.set(asked.question.id, asked))
