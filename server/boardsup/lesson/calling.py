"""Who is called next: who may be called at all, the heads-up to the next in line, and the draw.

`warning_at` and `drawn_at` depend on nothing but the lesson and the moment, so every heads-up and every call of a log
can be computed again (decision-rules.md 3.6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from boardsup.lesson.calls import NAMED_AFTER_MS, InLine
from boardsup.lesson.events.calling import CallDrawn, CallPrompt, HeadsUpGiven
from boardsup.lesson.segments import ColdCall, Discuss, Model, Segment
from boardsup.lesson.state import Answer, Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching import pick
from boardsup.teaching.eligible import Marks, Warmth, may_be_called
from boardsup.teaching.fairness import CallDay, weights
from boardsup.teaching.purpose import Purpose, draw_from

GRACE_MS = 180_000
"""How long a student who came late is left to arrive before a call may come."""

THINK_SECONDS = 5
"""Time to think where a question is slipped into an example or a talk."""

CALLING = ColdCall | Model | Discuss
"""Segments in which the next name can be called."""


def marks(lesson: Lesson) -> Marks:
    """What the teacher has set about calls."""
    needs = lesson.needs.values()
    return Marks(
        never=frozenset(one.student for one in needs if one.calls == "never"),
        warm_only=frozenset(one.student for one in needs if one.calls == "warm"),
        snoozed=lesson.resting,
    )


def eligible(lesson: Lesson, at: int) -> frozenset[StudentId]:
    """Who may be called now; a late joiner after three minutes, unless there is nobody else."""
    here = {s: seat for s, seat in lesson.seats.items() if not seat.away}
    began = min((course.opened_at for course in lesson.courses.values()), default=at)
    settled = (s for s, seat in here.items() if seat.joined_at <= began or seat.joined_at + GRACE_MS <= at)
    warmth: Warmth = "warm" if lesson.heads_ups else "cold"
    return may_be_called(settled, marks(lesson), warmth) or may_be_called(here, marks(lesson), warmth)


def ahead(lesson: Lesson, at: int) -> tuple[InLine, ...]:
    """Those in line who can still be called, in order; those who will pass come first."""
    able = eligible(lesson, at)
    return tuple(entry for entry in lesson.line if entry.draw.student in able)


def warning_at(lesson: Lesson, at: int) -> HeadsUpGiven | None:
    """The heads-up that is due: to the next in line, once the name of the call before is on the wall."""
    line = ahead(lesson, at)
    if not lesson.heads_ups or any(entry.reply != "pass" for entry in line):
        return None
    if lesson.call is not None and not lesson.call.named:
        return None
    able = eligible(lesson, at) - {entry.draw.student for entry in line}
    bag = reduce(lambda bag, entry: _passed(bag, lesson, entry), line, lesson.bag)
    found = _next(lesson, bag, able) if able else None
    if found is None or (lesson.call is not None and found.student == lesson.call.student):
        return None
    return HeadsUpGiven(found.student, found.kind, found.round, found.key, at)


def drawn_at(lesson: Lesson, at: int, prompt: CallPrompt = "") -> CallDrawn | None:
    """The call that is due: the first in line; where nobody is told before, whom the bag gives; None for nobody."""
    segment = lesson.segment
    if not isinstance(segment, CALLING):
        return None
    entry = next(iter(ahead(lesson, at)), None)
    if entry is not None:
        return _call(lesson, at, entry.draw, _About(entry, prompt))
    found = None if lesson.heads_ups else _next(lesson, lesson.bag, eligible(lesson, at))
    return None if found is None else _call(lesson, at, found, _About(prompt=prompt))


def picked_at(lesson: Lesson, at: int, question: str, value: str) -> CallDrawn | None:
    """A call out of an answer group; None where it is too small, or nobody in it would share."""
    answers = lesson.asked[question].answers
    group = {s for s, a in answers.items() if a.value == value and a.is_settled and a.outcome != "idk"}
    purpose: Purpose = "right_not_sure" if any(answers[s].is_right for s in group) else "shares_a_mistake"
    able = eligible(lesson, at) & kindly(lesson, question, group)
    found = draw_from(lesson.bag, lesson.seed, purpose, group, able)
    return None if found is None else _call(lesson, at, found, _About(question=question, value=value))


def kindly(lesson: Lesson, question: str, group: Iterable[StudentId]) -> frozenset[StudentId]:
    """Those of an answer group who would share, or are right and not sure: nobody else is asked for a purpose."""
    answers = lesson.asked[question].answers
    return frozenset(
        s for s in group if (s, lesson.now) in lesson.willing or (answers[s].is_right and _is_unsure(answers[s]))
    )


def again_at(lesson: Lesson, event: CallDrawn) -> CallDrawn | None:
    """The same call, computed again."""
    if event.question:
        return picked_at(lesson, event.at, event.question, event.value)
    return drawn_at(lesson, event.at, event.prompt)


def call_day(lesson: Lesson) -> CallDay:
    """The lesson for the report on fairness: who was here, and whom was called, a skip left out."""
    present = {student for asked in lesson.asked.values() for student in asked.present}
    called = tuple(past.student for past in lesson.past_calls if past.outcome != "skip")
    return CallDay(frozenset(lesson.seats) | present | frozenset(called), called)


def may_pass(lesson: Lesson, student: StudentId) -> bool:
    """Has this student a pass left today?"""
    return pick.may_pass(lesson.bag, student, lesson.settings.calls)


def _next(lesson: Lesson, bag: pick.Bag, able: Iterable[StudentId]) -> pick.Draw | None:
    """Whom the bag gives, by the class's settings."""
    waited = {one.student: one.times for one in lesson.lately.waited} if lesson.settings.weighted else {}
    return pick.draw(bag, lesson.seed, able, lesson.settings.calls, weights(waited))


def _passed(bag: pick.Bag, lesson: Lesson, entry: InLine) -> pick.Bag:
    """The bag as it will be once this student's pass is entered."""
    return pick.passed_on(pick.drawn(bag, entry.draw, lesson.roster), lesson.seed, entry.draw.student)


@dataclass(frozen=True, slots=True)
class _About:
    """What a call is about, and who had a heads-up."""

    entry: InLine | None = None
    prompt: CallPrompt = ""
    question: str = ""
    value: str = ""


def _call(lesson: Lesson, at: int, draw: pick.Draw, about: _About) -> CallDrawn:
    earliest = at + _think_seconds(lesson.segment) * 1_000
    name_at = earliest
    entry = about.entry
    if lesson.heads_ups and (entry is None or entry.reply not in ("ready", "friend")):
        name_at = max(earliest, (entry.at if entry is not None else at) + NAMED_AFTER_MS)
    return CallDrawn(
        call=len(lesson.past_calls) + 1,
        segment=lesson.now,
        student=draw.student,
        kind=draw.kind,
        round=draw.round,
        key=draw.key,
        at=at,
        name_at=name_at,
        earliest=earliest,
        prompt=about.prompt,
        question=about.question,
        value=about.value,
    )


def _think_seconds(segment: Segment | None) -> int:
    return segment.think_seconds if isinstance(segment, ColdCall) else THINK_SECONDS


def _is_unsure(answer: Answer) -> bool:
    return answer.sure in ("not_sure", "so_so")
